"""Reviews into the log and back out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from event_log.events import ClaimReviewed
from review.decisions import Decision
from review.records import CORRECTABLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from event_log import EventLog

PRODUCER = "review"


def record(log: EventLog, decisions: Sequence[Decision], *, run_id: str) -> int:
    """Append decisions in one commit and return how many were new; what stands already adds nothing."""
    newest = {event.claim_id: event for event in log.read(ClaimReviewed)}
    events = []
    for decision in decisions:
        before = newest.get(decision.claim_id)
        if _says(before) == _content(decision):
            continue
        event = _event(decision, before.review + 1 if before else 1)
        newest[decision.claim_id] = event
        events.append(event)
    if events:
        log.append(events, run_id=run_id, producer=PRODUCER)
    return len(events)


def standing_verdicts(log: EventLog) -> dict[str, Decision]:
    """The newest verdict on each claim that has one; what was taken back is left out."""
    newest = {event.claim_id: event for event in log.read(ClaimReviewed)}
    return {claim_id: _decision(event) for claim_id, event in newest.items() if event.verdict != "open"}


def _event(decision: Decision, review: int) -> ClaimReviewed:
    names = " ".join(sorted(decision.corrections)) or None
    fields: dict[str, Any] = dict.fromkeys(CORRECTABLE) | dict(decision.corrections)
    return ClaimReviewed(
        claim_id=decision.claim_id,
        article_id=decision.article_id,
        article_version=decision.article_version,
        verdict=decision.verdict,
        reason=decision.reason,
        reviewed_by=decision.reviewed_by,
        review=review,
        corrected_fields=names,
        **fields,
    )


def _decision(event: ClaimReviewed) -> Decision:
    names = event.corrected_fields.split() if event.corrected_fields else []
    return Decision(
        claim_id=event.claim_id,
        article_id=event.article_id,
        article_version=event.article_version,
        verdict=event.verdict,
        reviewed_by=event.reviewed_by,
        reason=event.reason,
        corrections={name: getattr(event, name) for name in names},
    )


def _says(event: ClaimReviewed | None) -> object:
    # no verdict and a verdict taken back are the same: there is nothing to take back
    return ("open", None) if event is None or event.verdict == "open" else _content(_decision(event))


def _content(decision: Decision) -> object:
    if decision.verdict == "open":
        return ("open", None)
    return decision.verdict, decision.reviewed_by, decision.reason, dict(decision.corrections)
