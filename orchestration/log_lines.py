"""Events as a person reads them: one line each, in plain words."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from datetime import UTC, date, datetime
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from event_log.events import (
    ArticleIngested,
    ArticleRedacted,
    ArticleRejected,
    ArticleReleased,
    ArticleRevised,
    ArticleWithdrawn,
    ClaimReported,
    ClaimReviewed,
    ExtractionCompleted,
)

if TYPE_CHECKING:
    from event_log import Recorded
    from event_log.events import Event

SHORT = 12  # of a digest's 64 digits: enough to tell two apart, and to ask for one


def shown_time(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S}Z"


def json_line(recorded: Recorded[Event]) -> str:
    """Envelope and payload as one JSON object. Everything beyond ASCII is escaped, so a terminal is told nothing."""
    envelope = {field.name: getattr(recorded, field.name) for field in fields(recorded) if field.name != "event"}
    told = {"event_type": recorded.event.event_type, **envelope, "payload": asdict(recorded.event)}
    return json.dumps(told, default=_json_value)


def _json_value(value: Any) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"an event holds a {type(value).__name__}, for which JSON has no words")


@singledispatch
def line_of(event: Event) -> str:
    """What happened."""
    told = (f"{name}={value}" for name, value in asdict(event).items() if value is not None)
    return " ".join(told)


@line_of.register
def _(event: ArticleIngested) -> str:
    return f"came in: {_article(event)}"


@line_of.register
def _(event: ArticleRevised) -> str:
    return f"revised for the {event.revision}. time: {_article(event)}"


def _article(event: ArticleIngested) -> str:
    day = f", published {event.published_on}" if event.published_on else ""
    by = event.outlet or "no outlet known"
    size = f"{len(event.text):,} characters"
    return f"“{event.title or event.file_name}” ({by}{day}; {size}; version {event.article_version[:SHORT]})"


@line_of.register
def _(event: ArticleRejected) -> str:
    return f"refused {event.address}: {event.reason}"


@line_of.register
def _(event: ArticleReleased) -> str:
    return f"let in after all by {event.released_by}: {event.reason}"


@line_of.register
def _(event: ArticleWithdrawn) -> str:
    return f"withdrawn by {event.withdrawn_by} as of {shown_time(event.withdrawn_at)}: {event.reason}"


@line_of.register
def _(event: ArticleRedacted) -> str:
    return f"words removed from {event.row_count} rows by {event.redacted_by}: {event.reason}"


@line_of.register
def _(event: ExtractionCompleted) -> str:
    by = f"{event.extractor} {event.extractor_version[:SHORT]}"
    return f"read by {by}, version {event.article_version[:SHORT]}: {event.claim_count} claims"


@line_of.register
def _(event: ClaimReported) -> str:
    count = event.count_text or "without a number"
    where = f" in {event.place}" if event.place else ""
    says = f", says {event.source}" if event.source else ""
    what = f"{event.family}/{event.kind}: {count}{where}{says} [{event.status}]"
    return f"{what} “{event.evidence}” ({event.claim_id[:SHORT]})"


@line_of.register
def _(event: ClaimReviewed) -> str:
    why = f": {event.reason}" if event.reason else ""
    what = f" ({event.corrected_fields})" if event.corrected_fields else ""
    return f"claim {event.claim_id[:SHORT]} {event.verdict}{what} by {event.reviewed_by}{why}"
