"""How strong a force is, where the number stands beside its name: "the army, with 27,000 soldiers", "a battalion, some
150 men", "the strength of the force rose to 2,000".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.grammar.noun_phrases import COUNTING, quantity_of, quantity_over
from extractors.grammar.subjects import children
from extractors.people.groups import TROOPS, forms_of, group_of
from extractors.records import Count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from extractors.grammar.noun_phrases import Participant
    from extractors.records import Quantity
    from extractors.triggers import Trigger

MEN = frozenset({"men", "women", "personnel", "strong", "in", "all", "members"})
ALTOGETHER = frozenset({"in all", "in total", "all told"})
JOINED_MEN = frozenset({"-member", "-man", "-person", "-strong", "-woman", "-soldier"})
NEAR = 6  # tokens from the number to the force
SENT = TROOPS | {"aid_workers"}
BRACKETS = frozenset({",", "(", "–", "—"})


def with_strength(found: Participant, trigger: Trigger, quantities: Sequence[Quantity]) -> Participant:
    """The participant with the number that stands beside it; as it is where it has one, or none stands there."""
    if trigger.rule.pattern == "toll":
        return of_force(found, trigger)
    if found.head is None and found.quantity is not None:
        return replace(found, head=gathered_before(trigger.token.doc, found.quantity))
    if found.head is None or found.quantity is not None or group_of(found.head) not in SENT:
        return found
    beside = (
        by_members(found.head, quantities)
        or in_apposition(found, trigger, quantities)
        or brought_along(found, trigger, quantities)
    )
    return replace(found, quantity=beside) if beside is not None else found


def by_members(head: Token, quantities: Sequence[Quantity]) -> Quantity | None:
    """ "A 22-member medical team", "a 50-man unit": the number of the hyphen is the number of people."""
    for quantity in quantities:
        near = quantity.kind == "measure" and quantity.count.value is not None and 0 < head.i - quantity.end <= NEAR
        joined = near and head.doc[quantity.end : quantity.end + 2].text.lower() in JOINED_MEN
        if joined:
            return replace(quantity, kind="number")
    return None


def gathered_before(doc: Doc, quantity: Quantity) -> Token | None:
    """ "A rescue team of 40": the noun that gathers them says who they are."""
    if quantity.start < 2 or doc[quantity.start - 1].lower_ != "of":  # noqa: PLR2004 - a noun and its "of"
        return None
    noun = doc[quantity.start - 2]
    return noun if noun.lower_ in forms_of("gathering") else None


def of_force(found: Participant, trigger: Trigger) -> Participant:
    """A strength counts the force that it is the strength of."""
    found = replace(found, quantity=raised_to(found.quantity))
    if found.head is not None and group_of(found.head) in TROOPS:
        return found
    own = (trigger.token.doc[index] for index in sorted(trigger.covers))
    return replace(found, head=next((token for token in own if group_of(token) in TROOPS), found.head))


def raised_to(quantity: Quantity | None) -> Quantity | None:
    """ "Raised the strength from 1,000 to 2,000": no span, but what it was and what it is."""
    if quantity is None or quantity.count.high is None or not quantity.count.text.lower().startswith("from "):
        return quantity
    now = quantity.count.text.rpartition(" to ")[2]
    start = quantity.char_end - len(now)
    return replace(
        quantity, char_start=start, count=Count(quantity.count.high, quantity.count.high, quantity.count.high, now)
    )


def in_apposition(found: Participant, trigger: Trigger, quantities: Sequence[Quantity]) -> Quantity | None:
    """ "A battalion of paratroopers, some 150 men,", "more officers, 1,200 in all"."""
    doc = trigger.token.doc
    told = [child for child in found.head.rights if child.dep_ == "appos"] if found.head is not None else []
    apart = next(filter(None, (quantity_over(child, quantities) for child in told)), None)
    if apart is not None and doc[apart.end : apart.end + 2].text.lower() in ALTOGETHER:
        return apart
    if found.end + 1 >= len(doc) or doc[found.end].text not in BRACKETS:
        return None
    number = next((q for q in quantities if q.start == found.end + 1 and q.kind in COUNTING), None)
    if number is None or number.end >= len(doc):
        return None
    noun = doc[number.end]
    if doc[number.end : number.end + 2].text.lower() == "of them":  # "troops, 5,000 of them flown from Texas"
        return number
    return number if noun.lower_ in MEN or group_of(noun) in TROOPS else None


def brought_along(found: Participant, trigger: Trigger, quantities: Sequence[Quantity]) -> Quantity | None:
    """ "Sent in the army with 27,000 soldiers"."""
    assert found.head is not None
    numbers = (quantity_of(man, quantities) for man in men_with(found.head, trigger))
    return next(filter(None, numbers), None)


def men_with(head: Token, trigger: Trigger) -> Iterator[Token]:
    for governor in (head, trigger.token):
        for preposition in governor.rights:
            if preposition.lower_ == "with":
                yield from (
                    noun for noun in children(preposition, {"pobj"}) if noun.lower_ in MEN or group_of(noun) in TROOPS
                )
