"""Forces that a sentence counts, whatever its verb: "some 300 gendarmes looked on", "with 7,000 police on duty".

Guide: plain presence is a deployment. A number of troops that nobody kills, takes or blames is one of troops that are
there; the words of rules are not asked for.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from extractors.drafts import Draft, numbered
from extractors.grammar.frames import frame_of
from extractors.grammar.noun_phrases import Participant, participant, subject_words
from extractors.lexicon import load
from extractors.people.groups import TROOPS, group_of
from extractors.triggers import find_triggers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from extractors.drafts import SentenceReading
    from extractors.records import Quantity

FEWEST = 10  # a smaller number is of those whom something befell
BEFALLING = ("casualty", "detention", "displacement", "unrest")


class ForceWords(BaseModel):
    """``undeployed``: verbs and nouns above a counted force that tell of something else than its being there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    undeployed: frozenset[str]
    qualities: frozenset[str]
    owning: frozenset[str]


@cache
def force_words() -> ForceWords:
    return load("force_words.yaml", ForceWords)


def forces_told(reading: SentenceReading, taken: frozenset[tuple[int, int]]) -> Iterator[Draft]:
    """A draft for each counted force whose number no rule has taken."""
    for quantity in reading.quantities:
        span = (quantity.char_start, quantity.char_end)
        count = quantity.count.value or quantity.count.low
        if quantity.kind != "number" or span in taken or count is None or count < FEWEST:
            continue
        found = participant(reading.doc[quantity.end - 1], reading.quantities)
        if found.head is None or group_of(found.head) not in TROOPS or befalls(reading, quantity):
            continue
        event = carrier(found.head)
        if event is not None and may_be_there(found, event):
            yield force_there(found, event, "deployed.told")


def carrier(noun: Token) -> Token | None:
    """The verb that the force's phrase hangs on, prepositions and lists looked through."""
    return next((token for token in (noun, *noun.ancestors) if token.pos_ in ("VERB", "AUX")), None)


def may_be_there(found: Participant, event: Token) -> bool:
    """No word above the force or before it says that it is lost, wanted, trained or to blame."""
    assert found.head is not None
    above = {event.lemma_.lower(), *(token.lemma_.lower() for token in found.head.ancestors)}
    beside = {child.lower_ for child in (*found.head.children, *event.children)}
    words = force_words()
    if event.lemma_.lower() in words.owning and found.head.dep_ == "dobj":
        return False
    return above.isdisjoint(words.undeployed) and beside.isdisjoint(words.qualities)


def befalls(reading: SentenceReading, quantity: Quantity) -> bool:
    """Does the number count whom something befell, or who fought?"""
    for family in BEFALLING:
        for trigger in find_triggers(reading.doc, family):
            if any(found.quantity == quantity for found in frame_of(trigger, reading.quantities).participants):
                return True
    return False


def force_there(found: Participant, event: Token, rule: str) -> Draft:
    """A force in its place, whoever sent it."""
    assert found.head is not None
    return numbered(
        Draft(
            family="deployment",
            kind="deployed",
            rule=rule,
            event=event,
            subject=subject_words(found, event.doc),
            group=group_of(found.head),
        ),
        found.quantity,
    )
