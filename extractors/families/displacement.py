"""People displaced and evacuated: counted like all people, and orders to leave that name nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.drafts import Draft
from extractors.families import people
from extractors.subjects import agents_of, children, is_passive, subject_of
from extractors.triggers import find_triggers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from extractors.drafts import SentenceReading
    from extractors.triggers import Trigger

ORDER = "evacuated.order"


def issuer(order: Token) -> Token | None:
    """Who gives the order: "Israel issued evacuation orders", "orders issued by the governor"."""
    verb = order.head
    if agents := [agent for token in (order, verb, *children(order, {"acl"})) for agent in agents_of(token)]:
        return agents[0]
    return subject_of(verb) if order.dep_ == "dobj" and not is_passive(verb) else None


def names_people(trigger: Trigger, reading: SentenceReading) -> bool:
    """ "8,000 people were under evacuation orders": the people are the claim's, if anyone counts them."""
    nouns = (token for token in reading.doc if token.dep_ in ("nsubj", "nsubjpass", "pobj") and token != trigger.token)
    return any(people.person_group(noun) in ("people", "civilians") and noun.pos_ == "NOUN" for noun in nouns)


def ordered(reading: SentenceReading) -> Iterator[Draft]:
    """Orders to leave, their own number (of orders) left aside."""
    for trigger in find_triggers(reading.doc, "displacement"):
        is_given = not any(child.lower_ == "no" for child in trigger.token.children)
        if trigger.rule.id == ORDER and is_given and not names_people(trigger, reading):
            yield Draft(
                family="displacement",
                kind=trigger.rule.kind,
                rule=trigger.rule.id,
                event=trigger.token,
                group="people",
                actor=people.actor_words(issuer(trigger.token)),
                status=trigger.rule.status,
            )
            return


def drafts(reading: SentenceReading) -> Iterator[Draft]:
    yield from people.drafts("displacement", reading)
    yield from ordered(reading)
