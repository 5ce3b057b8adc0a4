"""Numbers that share a verb said once: "103 were killed in Almaty, 21 in Kyzylorda and eight in the Almaty region".

Each later number with a place of its own is a participant of the same trigger, counted there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.grammar.noun_phrases import COUNTING, Participant
from extractors.grammar.subjects import grammar
from extractors.times.words import time_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from extractors.grammar.frames import Frame
    from extractors.records import Quantity
    from extractors.triggers import Trigger

LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "around", "from", "across", "along", "throughout", "on"})
EVERYWHERE = frozenset({"nationwide", "elsewhere", "countrywide", "statewide", "abroad", "overseas", "worldwide"})
MORE = frozenset({"another", "further", "a"})
SEPARATORS = frozenset({",", ";", "and"})
STATES = frozenset({"VBN", "VBG", "JJ"})


def says_where(doc: Doc, start: int, end: int) -> bool:
    """Where, or for which day: the first of a series says what the others say."""
    return any(token.lower_ in LOCATIVE | {"for"} and token.pos_ == "ADP" for token in doc[start:end])


def follows_gap(doc: Doc, quantity: Quantity) -> bool:
    """A separator, the number, a locative preposition or "nationwide": nothing else may stand between."""
    if quantity.start == 0 or quantity.end >= len(doc) - 1 or quantity.kind not in COUNTING:
        return False
    before, after = word_before(doc, quantity), doc[quantity.end]
    if before not in SEPARATORS:
        return False
    if after.lower_ == "for":
        return doc[quantity.end + 1].lower_ in time_lexicon().weekdays
    return after.lower_ in EVERYWHERE or (after.lower_ in LOCATIVE and names_where(doc, quantity.end + 1))


def word_before(doc: Doc, quantity: Quantity) -> str:
    """The word in front of a number, "another" and "a further" passed over."""
    words = [token.lower_ for token in doc[max(0, quantity.start - 3) : quantity.start]]
    while words and words[-1] in MORE:
        words.pop()
    return words[-1] if words else ""


def names_where(doc: Doc, start: int) -> bool:
    """ "In Homs", "in the port", "in nearby Hama", "for Tuesday"."""
    first = doc[start]
    named = any(token.pos_ == "PROPN" for token in doc[start + 1 : start + 3])
    return first.pos_ in ("PROPN", "DET") or (first.pos_ in ("ADJ", "NOUN") and named)


def gapped(frame: Frame, quantities: Sequence[Quantity]) -> Iterator[Participant]:
    """The later members of a series; its first must be counted and placed."""
    counted = [p for p in frame.participants if p.quantity is not None]
    doc = frame.trigger.token.doc
    if not counted:
        return
    first = counted[-1]
    end = max(frame.trigger.end, first.end)
    for quantity in quantities:
        if quantity.start > end and follows_gap(doc, quantity) and says_where(doc, end, quantity.start):
            yield Participant(first.head, quantity, quantity.start, quantity.end)
            end = quantity.end


def is_of_another(found: Participant, trigger: Trigger, quantities: Sequence[Quantity]) -> bool:
    """ "31 dead, 3 injured and 1 missing": a number alone belongs to the state right behind it, whatever list the parse
    makes of the numbers.
    """
    number, doc = found.quantity, trigger.token.doc
    if found.head is not None or number is None or number.end >= len(doc):
        return False
    behind = doc[number.end]
    if behind.i in trigger.covers or behind.tag_ not in STATES or behind.lower_ in grammar().passed_over:
        return False
    later = any(number.end <= other.start < trigger.start for other in quantities)
    return later or (number.start >= trigger.end and doc[number.end - 1].dep_ == "conj")
