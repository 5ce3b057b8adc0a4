"""How a step tells what it is doing: a function of one line, which the command line draws and Dagster logs."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str], None]


def silent(_message: str) -> None:
    """Say nothing."""
