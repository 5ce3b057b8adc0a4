"""Kazakhstan, January 2022, as a ledger of literal claims: who was carried with which figure, and when."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from tests.dbt_project.building import dbt
from tests.dbt_project.ledger import Ledger, Said, almaty

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERIOR = "Kazakhstan\N{RIGHT SINGLE QUOTATION MARK}s interior ministry"
HEALTH = "the Health Ministry"
PROSECUTOR = "the Prosecutor General\N{RIGHT SINGLE QUOTATION MARK}s Office"

Article = tuple[str, datetime, str, tuple[Said, ...]]

ARTICLES: tuple[Article, ...] = (
    (
        "wire-5",
        almaty("2022-01-05 20:00"),
        "Wire",
        (
            Said("killed", 8, "security_forces", "the Internal Affairs Ministry"),
            Said("detained", 200, "protesters", "The local police", "police", "Almaty", high=None),
        ),
    ),
    (
        "daily-6",
        almaty("2022-01-06 12:00"),
        "Daily",
        (Said("killed", 8, "security_forces", "the Kazakh authorities", high=None),),
    ),
    (
        "wire-6",
        almaty("2022-01-06 20:00"),
        "Wire",
        (
            Said("killed", 12, "security_forces", "government officials"),
            Said("injured", 1000, low=None, source="government officials"),
            Said("killed", None, "protesters", "officials"),
        ),
    ),
    (
        "french-7",
        almaty("2022-01-07 18:00"),
        "French",
        (
            Said("killed", 26, "militants", INTERIOR),
            Said("killed", 18, "security_forces", INTERIOR),
            Said("detained", 3000, "militants", INTERIOR, high=None),
        ),
    ),
    (
        "post-7",
        almaty("2022-01-07 20:00"),
        "Post",
        (
            Said("killed", 26, "protesters", "the government", high=None),
            Said("killed", 18, "security_forces", "the government"),
            Said("detained", 3000, "people", None, low=None, high=None),
            Said("deployed", 2500, "peacekeepers", "the CSTO's secretary general", "igo", status="planned"),
        ),
    ),
    (
        "herald-7",
        almaty("2022-01-07 21:00"),
        "Herald",
        (Said("detained", 3000, source=INTERIOR, high=None), Said("killed", 18, "security_forces", INTERIOR)),
    ),
    ("times-7", almaty("2022-01-07 22:00"), "Times", (Said("detained", 3000, "people", "state television", "media"),)),
    (
        "agency-9",
        almaty("2022-01-09 10:00"),
        "Agency",
        (
            Said("killed", 164, source=HEALTH),
            Said("killed", 103, source=HEALTH, place="Almaty"),
            Said("killed", 21, source=HEALTH, place="Kyzylorda"),
        ),
    ),
    (
        "minsk-9",
        almaty("2022-01-09 20:00"),
        "Minsk",
        (Said("killed", 164, source="the Information Ministry", status="denied"),),
    ),
    (
        "indian-11",
        almaty("2022-01-11 11:00"),
        "Indian",
        (
            Said("detained", 10000, source="the Interior Ministry", low=None),
            Said("deployed", 2030, "security_forces", "the president"),
        ),
    ),
    (
        "us-15",
        almaty("2022-01-15 11:00"),
        "US",
        (
            Said("killed", 225, source=PROSECUTOR),
            Said("killed", 19, "security_forces", source=PROSECUTOR),
            Said("killed", 164, source=None),
        ),
    ),
)


def build(articles: Sequence[Article], *command: str) -> Path:
    """A home with these articles ingested in this order and the models built; gone when the tests end."""
    home = new_home()
    ledger = Ledger(home / "event_log.duckdb")
    for name, published, outlet, said in articles:
        ledger.article(name, published, *said, outlet=outlet)
    built = dbt(home, *(command or ("build", "--exclude-resource-type", "unit_test")))
    assert built.success, built.failures
    return home


def new_home() -> Path:
    home = Path(tempfile.mkdtemp(prefix="newsledger-test-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    return home


@functools.cache
def kazakhstan() -> Path:
    """The home with all of it, built once for whoever reads it only."""
    return build(ARTICLES)


def figures(home: Path, at: datetime | None = None) -> dict[tuple[str, ...], tuple[int, int, int]]:
    """(country, kind, group, place, scope) to (best, low, high) as known at a moment, or at the end."""
    moment = at or datetime(2100, 1, 1, tzinfo=UTC)
    query = (Path(__file__).parent / "figures_as_of.sql").read_text(encoding="utf-8")
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as connection:
        rows = connection.execute(query, {"moment": moment}).fetchall()
    return {row[:5]: row[5:8] for row in rows}


def rows(home: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as connection:
        connection.execute(f"attach '{home / 'event_log.duckdb'}' as event_log (read_only)")  # which views look at
        return connection.execute(query).fetchall()
