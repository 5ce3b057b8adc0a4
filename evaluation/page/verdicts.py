"""Every claim of an article once, with what became of it: the entries that the page numbers and marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evaluation.agreement import wrong_fields
from evaluation.confusions import side_by_side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evaluation.claims import CodedClaim
    from evaluation.matching import Comparison

MATCHED, WRONG, MISSED, SPURIOUS, OPTIONAL = "matched", "wrong", "missed", "spurious", "optional"
# worst first: where claims share a sentence, the sentence shows the worst of them
SIGNS = {MISSED: "−", SPURIOUS: "+", WRONG: "≠", MATCHED: "✓", OPTIONAL: "○"}
MEANINGS = {
    MATCHED: "found, all fields right",
    WRONG: "found, with a field wrong",
    MISSED: "in the gold, not found",
    SPURIOUS: "found, not in the gold",
    OPTIONAL: "found, counted neither way",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """``number`` counts within the article, in the order of the text."""

    number: int
    verdict: str
    gold: CodedClaim | None
    predicted: CodedClaim | None
    wrong: tuple[str, ...] = ()

    @property
    def claim(self) -> CodedClaim:
        """The claim that tells where in the text the entry belongs: the extractor's where there is one."""
        claim = self.predicted or self.gold
        assert claim is not None
        return claim

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Character ranges of the evidence: where gold and extractor chose different sentences, both."""
        sides = (side for side in (self.gold, self.predicted) if side is not None)
        found = {(side.start, side.end) for side in sides if side.start is not None and side.end is not None}
        return tuple(sorted(found))


Unnumbered = tuple[str, "CodedClaim | None", "CodedClaim | None", tuple[str, ...]]


def unnumbered(comparison: Comparison) -> Iterator[Unnumbered]:
    for match in comparison.matches:
        wrong = wrong_fields(match.gold, match.predicted)
        yield WRONG if wrong else MATCHED, match.gold, match.predicted, wrong
    for match in comparison.optional:
        yield OPTIONAL, match.gold, match.predicted, wrong_fields(match.gold, match.predicted)
    for miss in side_by_side(comparison):
        if miss.gold is not None:
            yield MISSED, miss.gold, None, ()
        if miss.predicted is not None:
            yield SPURIOUS, None, miss.predicted, ()


def place_in_text(found: Unnumbered) -> tuple[int, int]:
    claim = found[2] or found[1]
    start = claim.start if claim is not None and claim.start is not None else -1
    count = claim.count_start if claim is not None and claim.count_start is not None else start
    return start, count


def entries(comparison: Comparison) -> tuple[Entry, ...]:
    """In the order of the text; those whose sentence is not found there come first."""
    found = sorted(unnumbered(comparison), key=place_in_text)
    return tuple(Entry(number, *each) for number, each in enumerate(found, start=1))
