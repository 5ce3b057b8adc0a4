"""What a command's arguments are, in its ``--help``: Typer hands it to Click, and Click 8.5 drops it on the way."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import click
from typer.core import TyperArgument
from typer.utils import get_params_from_function

if TYPE_CHECKING:
    from collections.abc import Iterable


def with_argument_help(command: click.Command) -> click.Command:
    """The command, and all below it, with what was written about each argument beside it."""
    for one in _all_of(command):
        if one.callback is None:
            continue
        written = get_params_from_function(inspect.unwrap(one.callback))
        for argument in one.params:
            if isinstance(argument, TyperArgument) and argument.name in written and not argument.help:
                argument.help = getattr(written[argument.name].default, "help", None)
    return command


def _all_of(command: click.Command) -> Iterable[click.Command]:
    yield command
    if isinstance(command, click.Group):
        for below in command.commands.values():
            yield from _all_of(below)
