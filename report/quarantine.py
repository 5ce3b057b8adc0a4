"""Events of the log that break a rule: kept out of the facts, to be seen by people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from report.database import reading, sql

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Quarantined:
    """One event, by its id and where it stands in the log, and the rule that it breaks."""

    event_id: str
    event_type: str
    position: int
    broken_rule: str


def read_quarantine(facts: Path) -> tuple[Quarantined, ...]:
    """All of them, in the order of the log. Raises `NoFacts` where nothing is published."""
    with reading(facts) as connection:
        return tuple(Quarantined(*row) for row in connection.execute(sql("quarantine")).fetchall())
