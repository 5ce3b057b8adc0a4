"""When do two tellings of unrest mean the same occasion?

The guide: a protest is one per place and day that the article distinguishes, and so is every other kind; attacks are
told apart by their attackers too, force by who uses it. A telling without day or place adds nothing to one with both.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from extractors.records import Claim

    Same = Callable[[Claim, Claim], bool]

COUNTRY = 6  # UCDP's where_prec
BACK = re.compile(
    r"(?:the|these|this|those|that)(?: \S+)? (?:attacks?|assaults?|strikes?|airstrikes?|bombings?|raids?"
    r"|ambush|shootings?|shelling|clash(?:es)?|fighting|riots?|rioting)",
    re.IGNORECASE,
)
ASIDE = (
    r"\b(?:because of|due to|after|amid|during|over|following|since|than|despite|about|before"
    r"|(?:in )?response to|in the)\s+"
)
AIMED = r"\W+(?:on|against|at|by|targeting)\b"
ANYBODY = frozenset({"people", None})


def same_attackers(a: Claim, b: Claim) -> bool:
    """One side only: militants are not security forces; those not named may be any."""
    return a.group == b.group or a.group in ANYBODY or b.group in ANYBODY


def last_word(text: str | None) -> str:
    words = (text or "").lower().split()
    return words[-1] if words else ""


def same_user(a: Claim, b: Claim) -> bool:
    """The same force, or one that is not named."""
    return a.actor is None or b.actor is None or last_word(a.actor) == last_word(b.actor)


def same_hands(a: Claim, b: Claim) -> bool:
    if a.kind == "attack":
        return same_attackers(a, b)
    return a.kind != "use_of_force" or same_user(a, b)


def same_number(a: Claim, b: Claim) -> bool:
    """A telling without a number adds nothing to one that has it; two numbers are two claims."""
    if a.count is None or b.count is None:
        return True
    numbers = (a.count.value, a.count.low, a.count.high) == (b.count.value, b.count.low, b.count.high)
    return numbers and (a.count.value is not None or a.count.text.lower() == b.count.text.lower())


def is_exact(claim: Claim) -> bool:
    return claim.place is not None and claim.place.where_prec != COUNTRY


def is_dated(claim: Claim) -> bool:
    return claim.when is not None and claim.when.end is not None


def refers_back(claim: Claim) -> bool:
    """ "The attack", "the clashes": told elsewhere, wherever this sentence seems to put it."""
    subject = claim.subject or ""
    return BACK.fullmatch(subject) is not None and re.search(re.escape(subject) + AIMED, claim.evidence) is None


def is_aside(claim: Claim) -> bool:
    """ "Because of the protests", "after clashes": place and day are those of what it is an aside to."""
    subject = claim.subject
    if subject is None or claim.count is not None or not claim.rule.endswith(".noun") or claim.kind == "attack":
        return False
    placed = r"(?!\W+(?:in|at|near|outside|across|throughout|on)\b)"
    return re.search(ASIDE + re.escape(subject) + placed, claim.evidence, re.IGNORECASE) is not None


def is_mention(claim: Claim) -> bool:
    return refers_back(claim) or is_aside(claim)


def specificity(claim: Claim) -> tuple[bool, ...]:
    """Tellings with day, place and number gather the vaguer ones round them."""
    return (not is_mention(claim), is_dated(claim), is_exact(claim), claim.count is not None)


def nationwide(a: Claim, b: Claim) -> bool:
    """A count for the whole country is no count of the one town's crowd."""
    return a.count is not None and b.count is None and not is_exact(a) and is_exact(b)


def same_site(a: Claim, b: Claim, same_place: Same) -> bool:
    if is_mention(a) or is_mention(b):
        return True
    return same_place(a, b) and not nationwide(a, b) and not nationwide(b, a)


def same(a: Claim, b: Claim, same_place: Same, same_day: Same) -> bool:
    ended = (a.status == "ended") == (b.status == "ended")
    alike = a.kind == b.kind and ended and same_number(a, b) and same_hands(a, b)
    return alike and same_site(a, b, same_place) and (is_aside(a) or is_aside(b) or same_day(a, b))


def grouped(claims: Iterable[Claim], same_place: Same, same_day: Same) -> Iterator[list[Claim]]:
    """The claims that tell of one occasion, together."""
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=specificity, reverse=True):
        home = next((g for g in groups if all(same(claim, other, same_place, same_day) for other in g)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    yield from groups


def richness(claim: Claim) -> tuple[bool, ...]:
    """Which telling stands for its occasion: with number, place and day; what is told before what is spoken of."""
    spoken_of = claim.rule.endswith(".noun")
    own = not is_mention(claim)
    return (claim.count is not None, own, is_exact(claim), is_dated(claim), not spoken_of, claim.speaker is not None)


def told_once(group: list[Claim], headlines: frozenset[int]) -> Claim:
    """The richest telling of an occasion, the body's before the headline's, with the day that another gives."""
    in_body = [claim for claim in group if claim.start not in headlines] or group
    best = max(in_body, key=richness)
    for other in group if is_aside(best) else [claim for claim in group if not is_aside(claim)]:
        best = replace(best, when=best.when or other.when, actor=best.actor or other.actor)
    return best


def occasions(claims: Iterable[Claim], headlines: frozenset[int], same_place: Same, same_day: Same) -> list[Claim]:
    """The unrest of an article, each occasion once."""
    return [told_once(group, headlines) for group in grouped(claims, same_place, same_day)]
