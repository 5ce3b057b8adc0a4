"""When two coders said the same: the measure of the claims guide, field by field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evaluation.guide import FIELDS

if TYPE_CHECKING:
    from evaluation.claims import CodedClaim
    from extractors.records import Count

LETTERS_AND_DIGITS = re.compile(r"[^\W_]+")
STOP_WORDS = frozenset(
    {"the", "a", "an", "of", "s", "some", "and", "its", "their", "his", "her", "in", "at", "on", "for"}
)
MODIFIERS = frozenset({"many", "number", "least", "about", "more", "than", "over", "nearly"})
HALF = 0.5
ONE = (1.0, 1.0, 1.0)

CountKey = tuple[float | None, ...] | tuple[str, ...] | None


def content_words(text: str | None) -> frozenset[str]:
    """The words of a text in lower case, without those that carry no meaning."""
    return frozenset(LETTERS_AND_DIGITS.findall((text or "").lower())) - STOP_WORDS


def overlap(one: str | None, other: str | None) -> float:
    """Share of the smaller set of content words that the larger one holds; 1 for two texts without any."""
    ones, others = content_words(one), content_words(other)
    if not ones and not others:
        return 1.0
    return len(ones & others) / (min(len(ones), len(others)) or 1)


def count_key(count: Count | None) -> CountKey:
    """What must be equal for counts to agree: the three numbers, or the number word where there is none."""
    if count is None:
        return None
    numbers = tuple(None if n is None else float(n) for n in (count.value, count.low, count.high))
    if any(number is not None for number in numbers):
        return numbers
    return tuple(sorted(content_words(count.text) - MODIFIERS)) or None


def counts_agree(one: CountKey, other: CountKey) -> bool:
    """ "The pilot was killed" may be coded as one person or as no number."""
    return one == other or {one, other} == {None, ONE}


def same_place(gold: CodedClaim, predicted: CodedClaim) -> bool:
    return content_words(gold.place) == content_words(predicted.place)


def may_match(gold: CodedClaim, predicted: CodedClaim) -> bool:
    """Whether the two can be the same claim: kind, count, and without a number the sentence or the place too."""
    if (gold.family, gold.kind) != (predicted.family, predicted.kind):
        return False
    if (gold.status == "ended") != (predicted.status == "ended"):
        return False
    ours, theirs = count_key(gold.count), count_key(predicted.count)
    # how long a measure lasts may be left out, but not be wrong
    if not counts_agree(ours, theirs) and not (gold.family == "measure" and theirs is None):
        return False
    if ours is not None and theirs is not None:
        return True
    if overlap(gold.evidence, predicted.evidence) >= HALF:
        return True
    return bool(content_words(gold.place)) and same_place(gold, predicted)


def affinity(gold: CodedClaim, predicted: CodedClaim) -> float:
    """How near the two are, to choose between claims that all may match; the weights are the guide's scorer's."""
    return (
        overlap(gold.evidence, predicted.evidence)
        + 0.5 * (gold.group == predicted.group)
        + 0.3 * same_place(gold, predicted)
        + 0.3 * overlap(gold.subject, predicted.subject)
        + 0.2 * (gold.status == predicted.status)
    )


def phrases_agree(gold: str | None, predicted: str | None) -> bool:
    """Half of the shorter phrase's words are enough: "police" and "the city's police"."""
    if not gold or not predicted:
        return not gold and not predicted
    return overlap(gold, predicted) >= HALF


def days(claim: CodedClaim) -> tuple[object, object]:
    return (claim.when.start, claim.when.end) if claim.when else (None, None)


def agrees(field: str, gold: CodedClaim, predicted: CodedClaim) -> bool:
    """Whether a matched claim has this field right."""
    if field == "when":
        return days(gold) == days(predicted)
    if field == "place":
        return same_place(gold, predicted)
    ours, theirs = getattr(gold, field), getattr(predicted, field)
    if field in ("source", "subject", "actor"):
        return phrases_agree(ours, theirs)
    return (ours or None) == (theirs or None)


def wrong_fields(gold: CodedClaim, predicted: CodedClaim) -> tuple[str, ...]:
    """The fields that a matched claim has wrong, in the guide's order."""
    return tuple(field for field in FIELDS if not agrees(field, gold, predicted))
