"""What is taken for what: in matched claims field by field, in missed ones by the claim that stands in their place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evaluation.agreement import HALF, affinity, agrees, count_key, counts_agree, overlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from evaluation.claims import CodedClaim
    from evaluation.matching import Comparison

CODES = ("group", "source_type", "status", "scope")  # fields with closed lists


@dataclass(frozen=True, slots=True)
class Confusion:
    """``gold`` was taken for ``predicted``; a dash is for none."""

    field: str
    gold: str
    predicted: str


@dataclass(frozen=True, slots=True)
class Miss:
    """A missed claim with the spurious one most like it, or either alone."""

    gold: CodedClaim | None
    predicted: CodedClaim | None


def code(claim: CodedClaim, name: str) -> str:
    return getattr(claim, name) or "-"


def confusions(comparisons: Iterable[Comparison]) -> Counter[Confusion]:
    """How often each mistake was made."""
    return Counter(confusion for comparison in comparisons for confusion in of_one(comparison))


def of_one(comparison: Comparison) -> Iterator[Confusion]:
    for match in comparison.matches:
        for name in CODES:
            if not agrees(name, match.gold, match.predicted):
                yield Confusion(name, code(match.gold, name), code(match.predicted, name))
    for miss in side_by_side(comparison):
        yield from of_kinds(miss)


def of_kinds(miss: Miss) -> Iterator[Confusion]:
    gold, predicted = miss.gold, miss.predicted
    if gold is None or predicted is None:
        return
    kinds = (f"{gold.family}/{gold.kind}", f"{predicted.family}/{predicted.kind}")
    if kinds[0] != kinds[1] and counts_agree(count_key(gold.count), count_key(predicted.count)):
        yield Confusion("kind", *kinds)


def likeness(gold: CodedClaim, predicted: CodedClaim) -> float:
    """How probably one was meant for the other; 0 where they do not share their sentence."""
    if overlap(gold.evidence, predicted.evidence) < HALF:
        return 0.0
    same_count = counts_agree(count_key(gold.count), count_key(predicted.count))
    return affinity(gold, predicted) + (gold.family == predicted.family) + (gold.kind == predicted.kind) + same_count


def side_by_side(comparison: Comparison) -> tuple[Miss, ...]:
    """Missed claims beside the spurious ones that were probably meant for them, the rest alone."""
    left = list(comparison.spurious)
    misses = []
    for gold in comparison.missed:
        nearest = most_like(gold, left)
        misses.append(Miss(gold, nearest))
        if nearest is not None:
            left.remove(nearest)
    return (*misses, *(Miss(None, predicted) for predicted in left))


def most_like(gold: CodedClaim, predicted: Sequence[CodedClaim]) -> CodedClaim | None:
    best = max(predicted, key=lambda claim: likeness(gold, claim), default=None)
    return best if best is not None and likeness(gold, best) else None
