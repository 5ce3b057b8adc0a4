"""People displaced and evacuated: counted like all people, and orders to leave that name nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.drafts import Draft, numbered
from extractors.families import people
from extractors.grammar.noun_phrases import participant, subject_words
from extractors.grammar.subjects import agents_of, children, is_passive, subject_of
from extractors.triggers import find_triggers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from extractors.drafts import SentenceReading
    from extractors.grammar.noun_phrases import Participant
    from extractors.triggers import Trigger

ORDER = "evacuated.order"
REFUGEES = frozenset({"displaced.refugees", "displaced.counted"})
REACH = 8  # tokens from an order to the word that says whom it covers, and from there to whom
COVERING = frozenset({"for", "cover", "covers", "covered", "covering", "affect", "affects", "affected", "affecting"})


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


def is_witness(made: Draft) -> bool:
    """ "A refugee who reached the border said": one of many, who is asked and not counted."""
    return made.rule in REFUGEES and made.count is not None and made.count.value == 1


def covered_by(trigger: Trigger, reading: SentenceReading) -> Participant | None:
    """ "An evacuation order for 30,000 people", "orders cover 35,000 residents": those counted right behind it."""
    doc = reading.doc
    reach = doc[trigger.end : trigger.end + REACH]
    links = [token.i for token in reach if token.lower_ in COVERING]
    if not links:
        return None
    nouns = (token for token in doc[links[0] + 1 : links[0] + REACH] if token.pos_ == "NOUN")
    near = (participant(noun, reading.quantities) for noun in nouns)
    found = next((each for each in near if each.quantity is not None), None)
    return found if found is not None and people.person_group(found.head) in ("people", "civilians") else None


def told_to_leave(trigger: Trigger, found: Participant) -> Draft:
    quantity = found.quantity
    return numbered(
        Draft(
            family="displacement",
            kind=trigger.rule.kind,
            rule=trigger.rule.id,
            event=trigger.token,
            subject=subject_words(found, trigger.token.doc),
            group=people.person_group(found.head),
            status=trigger.rule.status,
        ),
        quantity,
    )


def ordered(reading: SentenceReading) -> Iterator[Draft]:
    """Orders to leave, their own number (of orders) left aside."""
    for trigger in find_triggers(reading.doc, "displacement"):
        is_given = not any(child.lower_ == "no" for child in trigger.token.children)
        if trigger.rule.id != ORDER or not is_given:
            continue
        covered = covered_by(trigger, reading)
        if covered is not None:
            yield told_to_leave(trigger, covered)
            return
        if not names_people(trigger, reading):
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
    yield from (made for made in people.drafts("displacement", reading) if not is_witness(made))
    yield from ordered(reading)
