"""A claim with the guide's fields, whoever coded it: a person in a gold file or an extractor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractors.records import Claim, Count, When


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedClaim:
    """``start`` and ``end`` are the character range of the evidence in the article's clean text, null where a gold
    sentence does not stand in it letter for letter; ``rule`` is an extractor's only, ``optional`` a gold claim's.
    """

    family: str
    kind: str
    count: Count | None = None
    subject: str | None = None
    group: str | None = None
    actor: str | None = None
    place: str | None = None
    when: When | None = None
    scope: str | None = None
    source: str | None = None
    via: str | None = None
    source_type: str | None = None
    status: str = "asserted"
    evidence: str = ""
    optional: bool = False
    start: int | None = None
    end: int | None = None
    count_start: int | None = None
    count_end: int | None = None
    rule: str | None = None


def coded(claim: Claim) -> CodedClaim:
    """An extractor's claim in the guide's terms."""
    speaker = claim.speaker
    return CodedClaim(
        family=claim.family,
        kind=claim.kind,
        count=claim.count,
        subject=claim.subject,
        group=claim.group,
        actor=claim.actor,
        place=claim.place.name if claim.place else None,
        when=claim.when,
        scope=claim.scope,
        source=speaker.source if speaker else None,
        via=speaker.via if speaker else None,
        source_type=speaker.source_type if speaker else None,
        status=claim.status,
        evidence=claim.evidence,
        start=claim.start,
        end=claim.end,
        count_start=claim.count_start,
        count_end=claim.count_end,
        rule=claim.rule,
    )


def as_json(claim: CodedClaim) -> dict[str, Any]:
    """The claim as gold files and ``claims --format jsonl`` spell it."""
    count, when = claim.count, claim.when
    fields = ("family", "kind", "subject", "group", "actor", "place", "scope", "source", "via", "source_type", "status")
    told: dict[str, Any] = {name: getattr(claim, name) for name in fields}
    told["count"] = count and {"value": count.value, "low": count.low, "high": count.high, "text": count.text}
    told["when"] = when and {
        "text": when.text,
        "start": when.start.isoformat() if when.start else None,
        "end": when.end.isoformat() if when.end else None,
    }
    return told | {"evidence": claim.evidence} | ({"optional": True} if claim.optional else {})
