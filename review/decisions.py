"""What a reviewer may decide, and what makes a decision valid."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Any

from review.records import CORRECTABLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from review.records import ReviewedClaim

VERDICTS = ("accepted", "rejected", "corrected", "open")
REQUIRED = ("kind", "status")  # what no claim is without
_LONGEST = 1_000
_PRECISIONS = range(1, 8)  # UCDP's
_BOUNDS = ("count_value", "count_low", "count_high")


class InvalidDecision(Exception):  # noqa: N818 - it is what the reviewer meets
    """A decision that the ledger cannot take; the text says what to write instead."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Which codes a field may hold; ``kinds`` by family. Fields without codes take any text."""

    kinds: Mapping[str, frozenset[str]]
    codes: Mapping[str, frozenset[str]]

    def allowed(self, claim: ReviewedClaim, name: str) -> frozenset[str] | None:
        return self.kinds.get(claim.family) if name == "kind" else self.codes.get(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One verdict on one claim; ``corrections`` holds the fields that were set, None where the article does not say."""

    claim_id: str
    article_id: str
    article_version: str
    verdict: str
    reviewed_by: str
    reason: str | None = None
    corrections: Mapping[str, Any] = field(default_factory=dict)


def corrected(
    claim: ReviewedClaim,
    corrections: Mapping[str, Any],
    *,
    reviewed_by: str,
    reason: str | None,
    vocabulary: Vocabulary,
) -> Decision:
    """The decision that sets ``corrections``; raises ``InvalidDecision`` where a value cannot be.

    A number set alone brings its bounds along, and a new place leaves open how exact it is unless that is set too.
    """
    chosen = {name: value for name, value in corrections.items() if value != claim.value(name)}
    if not chosen:
        raise InvalidDecision("nothing is different from what the claim says; accept it, or set a field")
    for name, value in chosen.items():
        _require_valid(claim, name, value, vocabulary)
    together = _with_consequences(chosen).items()
    chosen = {name: value for name, value in together if value != claim.value(name)}
    _require_order(claim, chosen)
    return decided(claim, "corrected", reviewed_by=reviewed_by, reason=reason, corrections=chosen)


def decided(
    claim: ReviewedClaim,
    verdict: str,
    *,
    reviewed_by: str,
    reason: str | None = None,
    corrections: Mapping[str, Any] | None = None,
) -> Decision:
    """A decision on ``claim``; raises ``InvalidDecision`` where nobody signs it or a refusal has no reason."""
    if verdict not in VERDICTS:
        raise InvalidDecision(f"{verdict!r} is no verdict; write one of {', '.join(VERDICTS)}")
    if not reviewed_by.strip():
        raise InvalidDecision("nobody signs it; say who reviews")
    if verdict in {"rejected", "corrected"} and not (reason and reason.strip()):
        raise InvalidDecision(f"it is {verdict} without a reason; say why")
    return Decision(
        claim_id=claim.claim_id,
        article_id=claim.article_id,
        article_version=claim.article_version,
        verdict=verdict,
        reviewed_by=reviewed_by.strip(),
        reason=reason.strip() if reason else None,
        corrections=corrections or {},
    )


def read_correction(name: str, text: str) -> Any:
    """A field's value from what a person typed; nothing means that the article does not say."""
    if name not in CORRECTABLE:
        raise InvalidDecision(f"{name!r} cannot be corrected; these can: {', '.join(CORRECTABLE)}")
    if not text.strip():
        return None
    try:
        return _PARSERS[CORRECTABLE[name]](text.strip())
    except ValueError:
        raise InvalidDecision(f"{name} cannot be {text.strip()!r}; write {_HINTS[CORRECTABLE[name]]}") from None


def _number(text: str) -> float:
    value = float(text.replace(",", ""))
    if not isfinite(value) or value < 0:
        raise ValueError(text)
    return value


_PARSERS: Mapping[type, Any] = {str: str, float: _number, int: int, date: date.fromisoformat}
_HINTS: Mapping[type, str] = {
    str: "text",
    float: "a number, such as 26",
    int: "a whole number",
    date: "a day, such as 2022-01-07",
}


def _require_valid(claim: ReviewedClaim, name: str, value: Any, vocabulary: Vocabulary) -> None:
    if value is None:
        if name in REQUIRED:
            raise InvalidDecision(f"{name} cannot be empty")
        return
    if isinstance(value, str) and (len(value) > _LONGEST or not value.isprintable()):
        raise InvalidDecision(f"{name} must be one line of at most {_LONGEST} characters")
    if name == "where_prec" and value not in _PRECISIONS:
        raise InvalidDecision("where_prec must be 1 (exact) to 7, as UCDP codes it; 6 is a country")
    allowed = vocabulary.allowed(claim, name)
    if allowed is not None and value not in allowed:
        known = ", ".join(sorted(allowed)) if len(allowed) < 50 else "ISO 3166-1 alpha-2 codes"  # noqa: PLR2004
        raise InvalidDecision(f"{name} cannot be {value!r}; it can be: {known}")


def _with_consequences(chosen: Mapping[str, Any]) -> dict[str, Any]:
    together = dict(chosen)
    if "count_value" in chosen and not {"count_low", "count_high"} & chosen.keys():
        together |= dict.fromkeys(_BOUNDS, chosen["count_value"])
    if {"place", "country_code"} & chosen.keys():
        together.setdefault("where_prec", None)
    return together


def _require_order(claim: ReviewedClaim, chosen: Mapping[str, Any]) -> None:
    def after(name: str) -> Any:
        return chosen.get(name, claim.value(name))

    for earlier, later in (("count_low", "count_value"), ("count_value", "count_high"), ("count_low", "count_high"),
                           ("when_start", "when_end")):  # fmt: skip
        if after(earlier) is not None and after(later) is not None and after(earlier) > after(later):
            raise InvalidDecision(f"{earlier} is {after(earlier)} and {later} is {after(later)}; set both")
