"""A walk through claims, one after another, with the way back open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from review.decisions import Decision
    from review.records import ReviewedClaim


@dataclass(frozen=True, slots=True)
class Walk:
    """Where a reviewer stands: ``at`` counts from 0; ``steps`` are the decisions so far, None where one was skipped."""

    claims: tuple[ReviewedClaim, ...]
    at: int = 0
    steps: tuple[Decision | None, ...] = ()

    @property
    def current(self) -> ReviewedClaim | None:
        """The claim to decide on; None at the end."""
        return self.claims[self.at] if self.at < len(self.claims) else None

    @property
    def decided(self) -> int:
        """How many claims were decided on and not undone."""
        return sum(step is not None for step in self.steps)

    def on(self, decision: Decision | None) -> Walk:
        """The next claim, after a decision or (None) a skip."""
        return replace(self, at=self.at + 1, steps=(*self.steps, decision))

    def back(self) -> tuple[Walk, Decision | None]:
        """The claim before, and the decision that has to be taken back; the same walk where there is none."""
        if not self.steps:
            return self, None
        return replace(self, at=self.at - 1, steps=self.steps[:-1]), self.steps[-1]
