"""Pairing the claims of one article: each gold claim with at most one predicted claim, the nearest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evaluation.agreement import affinity, may_match

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evaluation.claims import CodedClaim


@dataclass(frozen=True, slots=True)
class Match:
    gold: CodedClaim
    predicted: CodedClaim


@dataclass(frozen=True, slots=True)
class Comparison:
    """One article's claims, each in one place. ``optional`` are matches that count neither way."""

    matches: tuple[Match, ...] = ()
    missed: tuple[CodedClaim, ...] = ()
    spurious: tuple[CodedClaim, ...] = ()
    optional: tuple[Match, ...] = ()


def candidates(gold: Sequence[CodedClaim], predicted: Sequence[CodedClaim]) -> Iterator[tuple[bool, float, int, int]]:
    """Every possible pair as it sorts: claims that a coder must find first, then the nearest."""
    for g, wanted in enumerate(gold):
        for p, found in enumerate(predicted):
            if may_match(wanted, found):
                yield wanted.optional, -affinity(wanted, found), g, p


def pairs(gold: Sequence[CodedClaim], predicted: Sequence[CodedClaim]) -> dict[int, int]:
    """Positions of gold claims and of the predicted ones that they are paired with."""
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, g, p in sorted(candidates(gold, predicted)):
        if g not in paired and p not in taken:
            paired[g] = p
            taken.add(p)
    return paired


def compare(gold: Sequence[CodedClaim], predicted: Sequence[CodedClaim]) -> Comparison:
    """What was found, what was missed and what was found that is not there."""
    paired = pairs(gold, predicted)
    matches = [Match(gold[g], predicted[p]) for g, p in sorted(paired.items())]
    taken = set(paired.values())
    return Comparison(
        matches=tuple(match for match in matches if not match.gold.optional),
        missed=tuple(claim for g, claim in enumerate(gold) if g not in paired and not claim.optional),
        spurious=tuple(claim for p, claim in enumerate(predicted) if p not in taken),
        optional=tuple(match for match in matches if match.gold.optional),
    )
