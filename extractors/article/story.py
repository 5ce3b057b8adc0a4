"""What an article is about carries over to the sentences that go on from it.

An article that tells of one event dates it once; the toll three paragraphs down happened on the same day. The guide:
a time stands in the claim's sentence or in the one that it plainly goes on from. Only incidents inherit, only from an
incident of the article's opening, and nothing that is plainly about another time does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from extractors.records import When
from extractors.times.events import saying_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from extractors.drafts import SentenceReading
    from extractors.records import Claim, Place, Sentence

OPENING = 3  # sentences in which an article says what it is about
FRESH = timedelta(days=10)  # an event older than this at publication is background
HEIRS = frozenset({"killed", "injured", "damaged", "destroyed", "burned", "looted"})  # not states: those last
HEIR_KINDS = frozenset({"attack", "use_of_force"})  # unrest that has a day of its own; protests go on for days
FELLOWS = HEIRS | HEIR_KINDS | {"hospitalised", "detained", "clash"}  # what a paragraph tells of one day
ANCESTORS = frozenset({"casualty"})
HAPPENED = frozenset({"asserted", "unconfirmed"})
ELSEWHEN = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:years?|months?|weeks?|days|decades?) (?:ago|earlier|before)\b"
    r"|\blast (?:year|month|week)\b|\bprevious(?:ly)?\b|\bin recent\b|\bsince\b",
    re.IGNORECASE,
)


def is_fresh(when: When | None, published: date | None) -> bool:
    """One day or two, shortly before publication."""
    if when is None or when.start is None or when.end is None:
        return False
    recent = published is None or timedelta(days=-1) <= published - when.end <= FRESH
    return recent and when.end - when.start <= timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as its sentence alone tells it; ``day_beside`` is the one fresh day that its sentence names, if it
    names just one.
    """

    claim: Claim
    scope_is_sure: bool
    is_outcome: bool
    day_beside: When | None
    day_above: When | None  # the day that its paragraph stands under
    day_before: When | None  # the one fresh day of the sentence that it goes on from, where it names no time itself
    country: Place | None  # where a national authority's total is said of; None where the sentence names a place


def only_day(sentence: SentenceReading, published: date | None) -> When | None:
    """The one fresh day of a sentence, unless it is the day of the saying."""
    days = [When(t.text, t.start, t.end) for t in sentence.times if t.kind == "day"]
    said = saying_time(sentence.doc, sentence.times)
    if len(days) != 1 or not is_fresh(days[0], published) or (said is not None and said.text == days[0].text):
        return None
    return days[0]


def story_day(told: Iterable[Told], sentences: Sequence[Sentence], published: date | None) -> When | None:
    """When the article's one event happened, as its opening says; None where the opening tells of no incident with
    a day.
    """
    opening = {sentence.start for sentence in sentences[:OPENING]}
    for each in told:
        claim = each.claim
        if (
            claim.family in ANCESTORS
            and claim.scope == "incident"
            and claim.start in opening
            and claim.status in HAPPENED
        ):
            day = claim.when or (each.day_beside if each.is_outcome else None)
            if is_fresh(day, published):
                return day
    return None


def inherits(claim: Claim) -> bool:
    return (
        claim.when is None
        and ((claim.kind in HEIRS and claim.scope == "incident") or claim.kind in HEIR_KINDS)
        and not ELSEWHEN.search(claim.evidence)
    )


def is_under_a_day(claim: Claim) -> bool:
    """Whatever happened is told under its day; what is said, may have been said at any time."""
    return claim.when is None and claim.family != "response" and claim.scope != "total" and claim.status in HAPPENED


def goes_along(claim: Claim) -> bool:
    """A happening without a day of its own, told right behind one with a day."""
    return (
        claim.when is None
        and claim.kind in FELLOWS
        and claim.scope != "total"
        and claim.status in HAPPENED
        and not ELSEWHEN.search(claim.evidence)
    )


def settled(told: Told, day: When | None) -> Claim:
    """The claim with the article's day: a running count of one day's event is that incident's."""
    claim = told.claim
    if (told.day_above or day) is not None and not told.scope_is_sure:
        claim = replace(claim, scope="incident")
    if claim.scope == "total" and told.country is not None:
        claim = replace(claim, place=told.country)
    if told.day_before is not None and goes_along(claim):
        return replace(claim, when=told.day_before)
    if told.day_above is not None and is_under_a_day(claim):
        return replace(claim, when=told.day_above)
    nearest = told.day_beside or day
    return replace(claim, when=nearest) if nearest is not None and inherits(claim) else claim


def carried_over(told: Sequence[Told], sentences: Sequence[Sentence], published: date | None) -> tuple[Claim, ...]:
    """The claims, with scope and day from the article's event where their own words leave them open."""
    day = story_day(told, sentences, published)
    return tuple(settled(each, day) for each in told)
