"""A claim as a reviewer sees it, and which of its fields a reviewer may set."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

# Field to the type of its values; the same names as in `event_log.events.ClaimReviewed`, which a test compares.
CORRECTABLE: Mapping[str, type] = {
    "kind": str,
    "count_value": float,
    "count_low": float,
    "count_high": float,
    "group_name": str,
    "place": str,
    "country_code": str,
    "where_prec": int,
    "when_start": date,
    "when_end": date,
    "scope": str,
    "source": str,
    "source_type": str,
    "status": str,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedClaim:
    """A claim as its article makes it, with what is doubtful about it; ranges count characters in the article."""

    claim_id: str
    article_id: str
    article_version: str
    article: str
    outlet: str | None
    published_at: datetime | None
    family: str
    kind: str
    count_text: str | None
    count_value: float | None
    count_low: float | None
    count_high: float | None
    group_name: str | None
    place: str | None
    country_code: str | None
    where_prec: int | None
    when_start: date | None
    when_end: date | None
    scope: str | None
    source: str | None
    source_type: str | None
    status: str
    evidence: str
    evidence_start: int
    count_start: int | None
    count_end: int | None
    doubts: tuple[str, ...]

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> ReviewedClaim:
        """From a row of the facts; columns that are not asked for are left."""
        chosen = {field.name: row[field.name] for field in fields(cls)}
        return cls(**{**chosen, "doubts": tuple(row["doubts"])})

    def value(self, field: str) -> Any:
        """What the claim says in a correctable field."""
        return getattr(self, field)

    @property
    def highlight(self) -> tuple[int, int] | None:
        """Where the words of the number stand in the evidence; None where there are none."""
        if self.count_start is None or self.count_end is None:
            return None
        start, end = self.count_start - self.evidence_start, self.count_end - self.evidence_start
        return (start, end) if 0 <= start < end <= len(self.evidence) else None
