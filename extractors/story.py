"""What an article is about carries over to the sentences that go on from it.

An article that tells of one event dates it once; the toll three paragraphs down happened on the same day. The guide: a time stands in the
claim's sentence or in the one that it plainly goes on from. Only incidents inherit, only from an incident of the article's opening, and nothing that is
plainly about another time does.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from extractors.records import Claim, Sentence, When

OPENING = 8  # sentences in which an article says what it is about
FRESH = timedelta(days=10)  # an event older than this at publication is background
HEIRS = frozenset({"casualty", "damage", "detention"})
ANCESTORS = frozenset({"casualty"})
ELSEWHEN = re.compile(r"\b(?:19|20)\d\d\b|\b(?:years?|months?|weeks?|days|decades?) (?:ago|earlier|before)\b|\blast (?:year|month|week)\b|\bprevious(?:ly)?\b|\bin recent\b|\bsince\b", re.IGNORECASE)


def is_fresh(when: When | None, published: date | None) -> bool:
    """One day or two, shortly before publication."""
    if when is None or when.start is None or when.end is None:
        return False
    recent = published is None or timedelta(days=-1) <= published - when.end <= FRESH
    return recent and when.end - when.start <= timedelta(days=2)


def story_day(claims: Iterable[Claim], sentences: Sequence[Sentence], published: date | None) -> When | None:
    """When the article's one event happened, as its opening says; None where the opening tells of no incident with a day."""
    opening = {sentence.start for sentence in sentences[:OPENING]}
    days = (c.when for c in claims if c.family in ANCESTORS and c.scope == "incident" and c.start in opening and is_fresh(c.when, published))
    return next(days, None)


def inherits(claim: Claim) -> bool:
    return claim.when is None and claim.family in HEIRS and claim.scope == "incident" and not ELSEWHEN.search(claim.evidence)


def carried_over(claims: Sequence[Claim], sentences: Sequence[Sentence], published: date | None) -> tuple[Claim, ...]:
    """The claims, undated incidents with the day of the article's event."""
    day = story_day(claims, sentences, published)
    if day is None:
        return tuple(claims)
    return tuple(replace(claim, when=day) if inherits(claim) else claim for claim in claims)
