"""What a run ends in: the tolls, where the files are, what to try next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orchestration import screen

if TYPE_CHECKING:
    from orchestration.settings import Settings

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
    _show_next()


def _shown(value: object) -> object:
    return f"{value:,}" if isinstance(value, int) else value


def _show_files(settings: Settings) -> None:
    screen.say("Files", style="bold")
    screen.say(f"  facts    {settings.facts}")
    screen.say(f"  the log  {settings.event_log}")
    screen.say(f"  archive  {settings.archive}")


def _show_next() -> None:
    screen.say("Next", style="bold")
    screen.say('  newsledger sql "select * from fct_casualties"')
    screen.say("  newsledger claims")
    screen.say("  newsledger ui")
