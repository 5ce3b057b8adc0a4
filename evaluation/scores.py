"""Figures over comparisons: integers that add up, and the shares that follow from them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from evaluation.agreement import wrong_fields
from evaluation.guide import COUNTED, FAMILIES, FIELDS, WHOLE_CLAIM

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from evaluation.claims import CodedClaim
    from evaluation.matching import Comparison, Match

DIGITS = 4  # of the shares in JSON, as the guide's scorer has them


@dataclass(frozen=True, slots=True)
class PRFScore:
    """How many claims matched, were predicted and are gold."""

    matched: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: PRFScore) -> PRFScore:
        return PRFScore(self.matched + other.matched, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float:
        return self.matched / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """Figures of any number of articles. ``agreed`` counts the matches that have a field right."""

    families: Mapping[str, PRFScore] = field(default_factory=dict)
    agreed: Mapping[str, int] = field(default_factory=dict)
    whole_matches: int = 0
    articles: int = 0

    def __add__(self, other: Scores) -> Scores:
        return Scores(
            {name: self.family(name) + other.family(name) for name in FAMILIES},
            {name: self.agreed.get(name, 0) + other.agreed.get(name, 0) for name in FIELDS},
            self.whole_matches + other.whole_matches,
            self.articles + other.articles,
        )

    def family(self, name: str) -> PRFScore:
        return self.families.get(name, PRFScore())

    def over(self, names: Iterable[str]) -> PRFScore:
        return sum(map(self.family, names), PRFScore())

    @property
    def counted(self) -> PRFScore:
        return self.over(COUNTED)

    @property
    def all(self) -> PRFScore:
        return self.over(FAMILIES)

    @property
    def whole(self) -> PRFScore:
        """Claims with count, group, place, status and source all right."""
        return PRFScore(self.whole_matches, self.all.predicted, self.all.gold)

    def agreement(self, name: str) -> float:
        """Share of the matches that have this field right; 0 where nothing matched."""
        return self.agreed.get(name, 0) / self.all.matched if self.all.matched else 0.0

    def rows(self) -> dict[str, PRFScore]:
        """Every family, the counted ones together and all."""
        return {name: self.family(name) for name in FAMILIES} | {"counted": self.counted, "all": self.all}


def by_family(claims: Iterable[CodedClaim]) -> Counter[str]:
    return Counter(claim.family for claim in claims)


def is_whole(match: Match) -> bool:
    return not set(wrong_fields(match.gold, match.predicted)).intersection(WHOLE_CLAIM)


def scores(comparison: Comparison) -> Scores:
    """The figures of one article."""
    matched = by_family(match.gold for match in comparison.matches)
    predicted = matched + by_family(comparison.spurious)
    gold = matched + by_family(comparison.missed)
    wrong = Counter(name for match in comparison.matches for name in wrong_fields(match.gold, match.predicted))
    return Scores(
        {name: PRFScore(matched[name], predicted[name], gold[name]) for name in FAMILIES},
        {name: len(comparison.matches) - wrong[name] for name in FIELDS},
        sum(map(is_whole, comparison.matches)),
        articles=1,
    )


def figures(measured: Scores) -> dict[str, Any]:
    """As plain numbers, in the shape that the guide's scorer prints with ``--json``."""
    told: dict[str, Any] = {
        name: {
            "precision": round(score.precision, DIGITS),
            "recall": round(score.recall, DIGITS),
            "f1": round(score.f1, DIGITS),
            "matched": score.matched,
            "predicted": score.predicted,
            "gold": score.gold,
        }
        for name, score in measured.rows().items()
    }
    told["fields"] = {name: round(measured.agreement(name), DIGITS) for name in FIELDS}
    told["whole_claim_f1"] = round(measured.whole.f1, DIGITS)
    told["articles"] = measured.articles
    return told


def headline(measured: Scores) -> dict[str, float]:
    """The figures that sum an evaluation up."""
    totals = {"counted F1": measured.counted.f1, "all F1": measured.all.f1, "whole claims F1": measured.whole.f1}
    return totals | {name: measured.agreement(name) for name in FIELDS}
