"""What a run ends in: the tolls, where the files are, what to try next."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from orchestration import screen
from orchestration.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from report import Toll

FIRST_QUERY = '"select * from fct_casualties"'
SHORT_ID = 12  # enough to be the only one, and short enough to type
COLUMNS = {
    "kind": "what",
    "group_name": "who",
    "scope": "scope",
    "best": "best",
    "low": "low",
    "high": "high",
    "grade": "grade",
    "voices": "voices",
    "articles": "articles",
}
SPARE = ("grade", "scope")  # what a narrow terminal goes without


def show_summary(settings: Settings) -> None:
    """On stderr, as all talk is."""
    from report import read_tolls

    tolls = read_tolls(settings.facts)
    show_tolls(tolls)
    _show_files(settings)
    _show_next(settings, tolls)


def show_tolls(tolls: Sequence[Toll]) -> None:
    """A table per crisis and country; a country of its own name is not said twice."""
    for (crisis, place), of_place in groupby(tolls, key=lambda toll: (toll.crisis, toll.place)):
        where = crisis if place in crisis else f"{crisis}, {place}"
        rows = [[_shown(getattr(toll, field)) for field in COLUMNS] for toll in of_place]
        columns, rows = screen.fitted(tuple(COLUMNS.values()), rows, spare=SPARE)
        screen.say(f"{where}: tolls, as known at the end", style="bold")
        screen.table(columns, rows, to_stdout=False)
        screen.say("")


def _shown(value: object) -> object:
    return f"{value:,}" if isinstance(value, int) else str(value).replace("_", " ")


def _show_files(settings: Settings) -> None:
    screen.say("Files", style="bold")
    screen.say(f"  facts    {settings.facts}")
    screen.say(f"  the log  {settings.event_log}")
    screen.say(f"  archive  {settings.archive}")


def _show_next(settings: Settings, tolls: Sequence[Toll]) -> None:
    newsledger, home = _typed(), _home_option(settings)
    screen.say("Next", style="bold")
    screen.say(f"  {newsledger} sql {FIRST_QUERY}{home}")
    for toll in tolls[:1]:
        screen.say(f"  {newsledger} why {toll.fact_id[:SHORT_ID]}{home}")
    screen.say(f"  {newsledger} claims{home}")
    screen.say(f"  {newsledger} ui{home}")


def _typed() -> str:
    """As a person would have to type it here."""
    return "newsledger" if shutil.which("newsledger") else os.path.relpath(Path(sys.executable).with_name("newsledger"))


def _home_option(settings: Settings) -> str:
    return "" if Settings.at() == settings else f" --home {shlex.quote(str(settings.home))}"
