"""Deaths as events that may be added up, as known at a moment: what exports shaped like event data sets start from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any

from report.exports.rows import ask, records

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    import duckdb

    from report.exports.asked import Asked

IDENTIFIER_BITS = 52  # exact in every program that keeps numbers as doubles


@dataclass(frozen=True, slots=True)
class Deaths:
    """Deaths at one place, in total or on one occasion; ``low <= best <= high``, in people.

    ``groups`` maps who died to the best figure for them. ``articles`` are mappings with ``published_on``, ``outlet``,
    ``title``; ``is_left_out`` marks what overlaps, or may overlap, with another event.
    """

    crisis_id: str
    crisis: str
    country_code: str | None
    country: str | None
    place: str
    is_national: bool
    scope: str
    region: str | None
    latitude: float | None
    longitude: float | None
    where_prec: int | None
    best: int
    low: int
    high: int
    groups: Sequence[Mapping[str, Any]]
    fact_id: str
    n_articles: int
    grade: str
    known_from: datetime
    crisis_starts_on: date | None
    first_day: date | None
    last_day: date | None
    articles: Sequence[Mapping[str, Any]]
    voices: Sequence[str]
    is_left_out: bool

    @property
    def days(self) -> tuple[date, date]:
        """First and last day on which they may have died.

        A running total begins with its crisis; where the articles date nothing, the figure's own day ends it.
        """
        last = self.last_day or self.first_day or self.known_from.astimezone(UTC).date()
        first = self.first_day or self.crisis_starts_on or last
        return min(first, last), last

    @property
    def deaths_by_group(self) -> Mapping[str, int]:
        return {group["group_name"]: group["best"] for group in self.groups}


def read_deaths(connection: duckdb.DuckDBPyConnection, asked: Asked) -> tuple[Deaths, ...]:
    """All of them, those left out too, in the order of crisis, country and place."""
    return tuple(Deaths(**record) for record in records(ask(connection, "deaths", asked)))


def left_out(connection: duckdb.DuckDBPyConnection, asked: Asked) -> tuple[str, ...]:
    """A sentence for people where something overlaps."""
    number = sum(deaths.is_left_out for deaths in read_deaths(connection, asked))
    said = (
        f"{number} of the figures for deaths left out: they are, or may be, parts of others, and rows may be added up."
    )
    return (said,) if number else ()


def identifier(*parts: object) -> int:
    """A number for what the parts name; the same wherever and whenever it is exported."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).digest()
    return int.from_bytes(digest[:8]) >> (64 - IDENTIFIER_BITS)
