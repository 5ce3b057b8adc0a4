"""One claim per thing said: the guide's first rule.

Said twice with nothing added, it is one claim, and the fuller sentence is its evidence. A mention without a number is
absorbed by a claim of the same kind and group that has one, unless place or day differ. Where headline and body
differ only in status, the body counts.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.article.occasions import occasions
from extractors.article.same_measure import refers_back, same_measure
from extractors.attribution.states import by_speaker
from extractors.things.classes import classes_said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractors.records import Claim, Sentence

COUNTRY = 6  # UCDP's where_prec
COUNTED = frozenset({"casualty", "detention", "displacement", "deployment", "damage"})


def count_key(claim: Claim) -> tuple[float | None, float | None, float | None, str] | None:
    """Numbers by value and bounds, number words by the word."""
    count = claim.count
    if count is None:
        return None
    numbers = (count.value, count.low, count.high)
    word = count.text.lower() if all(n is None for n in numbers) else ""
    return (*numbers, word)


def thing(claim: Claim) -> str:
    """What is counted, where the family has groups: the group; else, and for a single person, the last word of the
    subject.
    """
    if claim.group is not None and not (claim.count and claim.count.value == 1):
        return claim.group
    words = (claim.subject or "").lower().split()
    return words[-1].rstrip("s") if words else ""


def same_service(a: Claim, b: Claim) -> bool:
    """The internet by any name is one thing, what is on it another; a cut with a day is not one without."""
    apart = a.kind == "internet" and (a.when is None) != (b.when is None)
    if a.family != "disruption" or a.kind not in ("internet", "telecom", "power") or apart:
        return False
    first, second = ("online" in classes_said(claim.subject or "", "services") for claim in (a, b))
    return first == second


def same_place(a: Claim, b: Claim) -> bool:
    """The same place, or one that lies within the other's country: the wider mention adds nothing."""
    if a.place is None or b.place is None or a.place.name == b.place.name:
        return True
    if a.family == "deployment":
        return False  # a force sent to a country and one seen in its city are two
    wider = COUNTRY in (a.place.where_prec, b.place.where_prec)
    return wider and a.place.country_code == b.place.country_code


def same_day(a: Claim, b: Claim) -> bool:
    """The same day, overlapping days, or no day to tell them apart."""
    first, second = a.when, b.when
    if first is None or second is None or first.end is None or second.end is None or first.end == second.end:
        return True
    if first.start is None or second.start is None:
        return False
    return first.start <= second.end and second.start <= first.end


def says_the_same(a: Claim, b: Claim) -> bool:
    """Same kind, number, group (or thing), place, day and status."""
    ended = (a.status == "ended") == (b.status == "ended")
    if a.family == b.family == "measure":
        placed = same_place(a, b) or refers_back(a) or refers_back(b)
        return ended and same_measure(a, b) and placed and same_day(a, b)
    if (a.family, a.kind, count_key(a)) != (b.family, b.kind, count_key(b)):
        return False
    groups = (
        thing(a) == thing(b)
        or same_service(a, b)
        or (a.count is not None and a.count.value not in (None, 1) and "people" in (a.group, b.group))
    )
    return groups and ended and same_place(a, b) and same_day(a, b)


def fullness(claim: Claim, headlines: frozenset[int]) -> tuple[int, int, int, int, int]:
    """How much a telling says: body before headline, then the fields filled, then length of evidence."""
    filled = sum(part is not None for part in (claim.when, claim.speaker, claim.actor, claim.place, claim.subject))
    return (
        claim.count is not None,
        claim.start not in headlines,
        filled,
        claim.group not in (None, "people"),
        len(claim.evidence),
    )


def absorbs(claim: Claim, bare: Claim) -> bool:
    """Does a numbered claim swallow this mention without a number?"""
    same_kind = (claim.family, claim.kind) == (bare.family, bare.kind)
    return (
        same_kind
        and claim.count is not None
        and covers_group(claim, bare)
        and same_place(claim, bare)
        and not is_one_of_its_sites(bare, claim)
        and same_day(claim, bare)
    )


def is_one_of_its_sites(bare: Claim, total: Claim) -> bool:
    """A country's running total adds up what happened at many places; what the article tells of one of them stays."""
    of_country = total.scope == "total" and total.place is not None and total.place.where_prec == COUNTRY
    return of_country and bare.place is not None and bare.place.where_prec != COUNTRY


def covers_group(claim: Claim, bare: Claim) -> bool:
    return thing(claim) == thing(bare) or bare.group == "people" or claim.family not in COUNTED


def repeats(headline: Claim, body: Claim) -> bool:
    """A headline rounds what the body bounds: the same number of the same people is the same claim, whatever its
    modifier.
    """
    a, b = headline.count, body.count
    if (headline.family, headline.kind) != (body.family, body.kind) or a is None or b is None:
        return False
    numbers = {a.value, a.low, a.high} & {b.value, b.low, b.high} - {None}
    return bool(numbers) and (thing(headline) == thing(body) or "people" in (headline.group, body.group))


def merged(told: Sequence[Claim], headlines: frozenset[int]) -> Claim:
    """The fullest telling, with what it lacks taken from the others."""
    best, *others = sorted(told, key=lambda claim: fullness(claim, headlines), reverse=True)
    for other in others:
        best = replace(best, when=best.when or other.when, speaker=best.speaker, actor=best.actor or other.actor)
    return best


def clusters(claims: Iterable[Claim]) -> Iterator[list[Claim]]:
    groups: list[list[Claim]] = []
    for claim in claims:
        home = next((group for group in groups if all(says_the_same(claim, other) for other in group)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    yield from groups


def consolidate(claims: Iterable[Claim], sentences: Sequence[Sentence]) -> tuple[Claim, ...]:
    """All that an article claims, each thing once, in the order of the text."""
    headlines = frozenset(sentence.start for sentence in sentences if sentence.is_headline)
    listed = list(claims)
    responses = [claim for claim in listed if claim.family == "response"]
    unrest = occasions((claim for claim in listed if claim.family == "unrest"), headlines, same_place, same_day)
    others = [claim for claim in listed if claim.family not in ("response", "unrest")]
    told = [merged(group, headlines) for group in (*clusters(others), *by_speaker(responses, sentences))]
    told += unrest
    body = [claim for claim in told if claim.start not in headlines]
    single = [
        claim for claim in told if claim.start not in headlines or not any(repeats(claim, other) for other in body)
    ]
    numbered = [claim for claim in single if claim.count is not None]
    kept = [
        claim
        for claim in single
        if claim.count is not None or claim.family not in COUNTED or not any(absorbs(n, claim) for n in numbered)
    ]
    return tuple(sorted(kept, key=_position))


def _position(claim: Claim) -> tuple[int, int, str, str]:
    return (claim.start, claim.count_start or 0, claim.kind, claim.rule)
