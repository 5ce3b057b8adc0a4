"""What a run ends in: the tolls, where the files are, what to try next."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path

from orchestration import screen
from orchestration.settings import Settings

FIRST_QUERY = '"select * from fct_casualties"'
COLUMNS = {
    "kind": "what",
    "place": "where",
    "group_name": "who",
    "scope": "scope",
    "best": "best",
    "low": "low",
    "high": "high",
    "voices": "voices",
    "articles": "articles",
}


def show_summary(settings: Settings) -> None:
    """On stderr, as all talk is."""
    from report import read_tolls

    tolls = read_tolls(settings.facts)
    rows = [[_shown(getattr(toll, field)) for field in COLUMNS] for toll in tolls]
    screen.table(tuple(COLUMNS.values()), rows, title="Tolls, as known at the end", to_stdout=False)
    _show_files(settings)
    _show_next(settings)


def _shown(value: object) -> object:
    return f"{value:,}" if isinstance(value, int) else value


def _show_files(settings: Settings) -> None:
    screen.say("Files", style="bold")
    screen.say(f"  facts    {settings.facts}")
    screen.say(f"  the log  {settings.event_log}")
    screen.say(f"  archive  {settings.archive}")


def _show_next(settings: Settings) -> None:
    newsledger, home = _typed(), _home_option(settings)
    screen.say("Next", style="bold")
    screen.say(f"  {newsledger} sql {FIRST_QUERY}{home}")
    screen.say(f"  {newsledger} claims{home}")
    screen.say(f"  {newsledger} ui{home}")


def _typed() -> str:
    """As a person would have to type it here."""
    return "newsledger" if shutil.which("newsledger") else os.path.relpath(Path(sys.executable).with_name("newsledger"))


def _home_option(settings: Settings) -> str:
    return "" if Settings.at() == settings else f" --home {shlex.quote(str(settings.home))}"
