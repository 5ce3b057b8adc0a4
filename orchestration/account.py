"""Who sits at the terminal, as the machine knows them."""

from __future__ import annotations

import getpass
from typing import Any

import typer

from orchestration.errors import WrongUseError

ACCOUNT = "your user name on this machine"  # what `--help` calls it


def signed(about: str) -> Any:
    """The option ``--by``."""
    return typer.Option("--by", help=about, default_factory=account_name, show_default=ACCOUNT, callback=said)


def account_name() -> str:
    """The user name; raises ``WrongUseError`` where the machine has none, as in some containers."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # KeyError up to Python 3.12, ImportError on Windows
        raise WrongUseError(
            what="It is not known who asks",
            where="the command line",
            why="this machine has no user name for you, and the ledger keeps who did what",
            remedy='Say who with --by, as in --by "A. Monitor".',
        ) from None


def said(told: str) -> str:
    """What was told, where it says anything: who did what and why is kept for good."""
    if not told.strip():
        raise typer.BadParameter("it is empty. The ledger keeps who did what and why: write it out.")
    return told.strip()
