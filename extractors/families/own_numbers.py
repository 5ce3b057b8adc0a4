"""The number that a noun of harm has itself: "30 arrests", "149 civilian deaths", "12 bodies"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.grammar.noun_phrases import NOMINAL, Participant, items, quantity_of
from extractors.grammar.subjects import children
from extractors.people.groups import group_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from extractors.records import Quantity
    from extractors.triggers import Trigger


def own_number(trigger: Trigger, quantities: Sequence[Quantity]) -> Iterator[Participant]:
    """ "30 arrests", "at least 149 deaths": the action noun's number is the number of people."""
    noun = trigger.token
    quantity = None if describes_another(noun) else quantity_of(noun, quantities)
    if quantity is not None and (trigger.rule.count is None or quantity.kind == "none"):
        yield Participant(whose(noun), quantity, quantity.start, quantity.end)


def describes_another(noun: Token) -> bool:
    """ "14 evacuation centres", "five evacuation flights": what is counted is the next noun."""
    return noun.dep_ in ("compound", "nmod", "amod") and noun.head.i > noun.i and noun.head.pos_ in NOMINAL


def whose(noun: Token) -> Token | None:
    """Who bears what is counted: "50 deaths among its own troops", "10,946 civilian deaths"."""
    among = (child for child in noun.rights if child.lower_ == "among" and child.dep_ == "prep")
    found = next((pobj for each in among for pobj in children(each, {"pobj"})), None)
    kinds = (child for child in noun.lefts if child.dep_ in ("compound", "amod", "nmod"))
    return found or next((child for child in kinds if group_of(child) not in (None, "people")), None)


def bodies_of(noun: Token, quantities: Sequence[Quantity]) -> tuple[Participant, ...]:
    """ "12 bodies", or "the bodies of 12 miners": whoever the noun belongs to where it has no number of its own."""
    own = items(noun, quantities)[:1]
    owners = [pobj for of in noun.children if of.lower_ == "of" for pobj in children(of, {"pobj"})]
    if own[0].quantity is None and owners:
        return items(owners[0], quantities)
    return own
