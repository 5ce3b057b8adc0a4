"""The tolls as known at the end, for a table on one screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from report.database import reading, sql

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Toll:
    """One figure that still stands; ``low <= best <= high``, in people."""

    crisis: str
    family: str
    kind: str
    country: str
    place: str
    group_name: str
    scope: str
    best: int
    low: int
    high: int
    rule: str
    grade: str
    voices: int
    outlets: int
    articles: int
    known_from: datetime
    fact_id: str


def read_tolls(facts: Path) -> tuple[Toll, ...]:
    """Countries' figures of each crisis, as UCDP counts: everybody's or else groups'; totals before occasions."""
    with reading(facts) as connection:
        return tuple(Toll(*row) for row in connection.execute(sql("tolls")).fetchall())
