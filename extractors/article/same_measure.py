"""When do two tellings of a measure mean the same one?

A curfew, an emergency, a ban is one per place and day, whatever words the article finds for it; a dismissal or
appointment is one per office-holder, whom a later sentence may call by office alone or by a pronoun.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractors.things.of_measures import classes_by_phrase

if TYPE_CHECKING:
    from extractors.records import Claim

BACK = re.compile(
    r"\b(?:the|this|that) (?:\w+ ){0,2}?(?:state of emergency|curfew|martial law|lockdown|ceasefire|truce)",
    re.IGNORECASE,
)
BY_PERSON = frozenset({"dismissal", "appointment"})
GOVERNMENTS = frozenset({"government", "cabinet", "ministers", "administration"})
TITLES = frozenset({"the", "a", "his", "her", "he", "she", "prime", "vice", "deputy", "interim", "acting"})
PRONOUNS = frozenset({"he", "she", "his", "her", "they", "their"})


def words_of(claim: Claim) -> tuple[str, ...]:
    """The words of a subject without the country that owns it ("Sudan's prime minister")."""
    words = (claim.subject or "").replace("’", "'").split()
    owned = [word for word in words[:-1] if not word.endswith("'s")]
    return tuple(word.removesuffix("'s") for word in (*owned, *words[-1:]))


def names_in(claim: Claim) -> frozenset[str]:
    """The capitalised words at the end of a subject that are no title: "Hamdok" of "Prime Minister Abdalla Hamdok"."""
    words = (word.strip(",.") for word in words_of(claim)[-3:])
    return frozenset(
        word for word in words if word[:1].isupper() and word.lower() not in TITLES and not is_office(word)
    )


def is_office(word: str) -> bool:
    return "office" in classes_by_phrase().get((word.lower(),), frozenset())


def is_government(claim: Claim) -> bool:
    return any(word.lower().strip(",.") in GOVERNMENTS for word in words_of(claim))


def is_pronoun(claim: Claim) -> bool:
    return len(words_of(claim)) == 1 and words_of(claim)[0].lower() in PRONOUNS


def same_person(a: Claim, b: Claim) -> bool:
    """The same government, a shared name, or a pronoun for somebody."""
    if is_government(a) or is_government(b):
        return is_government(a) and is_government(b)
    if is_pronoun(a) or is_pronoun(b) or not names_in(a) or not names_in(b):
        return True
    return bool(names_in(a) & names_in(b))


def same_length(a: Claim, b: Claim) -> bool:
    """A mention without a length adds nothing to one that has it."""
    return a.count is None or b.count is None or a.count.value == b.count.value


def same_measure(a: Claim, b: Claim) -> bool:
    """The same kind, length and holder of office; place and day are compared elsewhere."""
    if a.kind != b.kind or not same_length(a, b):
        return False
    return a.kind not in BY_PERSON or same_person(a, b)


def refers_back(claim: Claim) -> bool:
    """ "As he declared the state of emergency": a measure already told of, in a sentence that names no place for it."""
    names_place = claim.place is not None and claim.place.name in claim.evidence
    return claim.subject is None and not names_place and BACK.search(claim.evidence) is not None
