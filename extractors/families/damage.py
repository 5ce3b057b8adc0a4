"""Things damaged, destroyed, burned, looted, seized.

What is counted must be a thing (``lexicons/things.yaml``); one claim per thing. Two classes are grammar: ``named`` a place by name
("captured Goma"), ``held`` ground that somebody can hold.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.collectives import part_participants
from extractors.drafts import Draft
from extractors.families.people import actor_words
from extractors.frames import frame_of
from extractors.noun_phrases import coordinated, first_conjunct, items, participant, subject_words
from extractors.status import status_of
from extractors.subjects import children, is_passive
from extractors.things import classes_of, is_place_name
from extractors.triggers import find_triggers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from extractors.drafts import SentenceReading
    from extractors.frames import Frame
    from extractors.noun_phrases import Participant
    from extractors.records import Quantity
    from extractors.triggers import Trigger

THINGS = frozenset({"building", "vehicle", "infrastructure", "part", "site", "growing"})
HOLDABLE = frozenset({"building", "infrastructure", "site"})
STAND_INS = frozenset({"it", "them", "some", "they", "which", "that", "others", "many", "several", "two", "one"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
DISTRIBUTIVE = frozenset({"any", "every", "each", "no"})
PREPOSITIONS = frozenset({"to", "of", "through", "with"})
FIRE_SITES = frozenset({"at", "in", "inside", "aboard", "on"})
FIRE_STARTS = frozenset(
    {"break", "start", "erupt", "begin", "rage", "rip", "tear", "sweep", "burn", "ignite", "occur", "flare", "spark"}
)
STRENGTH = ("destroyed", "burned", "looted", "damaged")  # the stronger of "damaged or destroyed" first
OR_REACH = 4  # tokens within which "or" joins two kinds


def thing_classes(head: Token) -> frozenset[str]:
    found = classes_of(head, "things")
    if is_place_name(head):
        found |= {"named"}
    return found | {"held"} if "ground" in found and found & HOLDABLE else found


def fits(head: Token, trigger: Trigger) -> bool:
    """Is this a thing that the rule can be said of?"""
    return bool(thing_classes(head) & (frozenset(trigger.rule.takes) or THINGS))


def earlier_thing(stand_in: Token, trigger: Trigger) -> Token | None:
    """What "it" or "some" stands for: the nearest thing before it that the rule takes."""
    nouns = (token for token in reversed(stand_in.doc[: stand_in.i]) if token.pos_ in ("NOUN", "PROPN"))
    return next((noun for noun in nouns if fits(noun, trigger) and noun.dep_ not in ("compound", "nmod")), None)


def resolved(found: Participant, trigger: Trigger, quantities: Sequence[Quantity]) -> Participant:
    """The participant, or the thing that its pronoun stands for."""
    head = found.head
    if head is None or head.lower_ not in STAND_INS or fits(head, trigger):
        return found
    thing = earlier_thing(head, trigger)
    return found if thing is None else participant(thing, quantities)


def after_preposition(trigger: Trigger) -> Token | None:
    """The object of a phrase that ends in a preposition: "set fire to the hall", "took control of two towns"."""
    doc = trigger.token.doc
    last = max(trigger.covers)
    if doc[last].lower_ not in PREPOSITIONS or last + 1 >= len(doc):
        return None
    objects = [noun for noun in children(doc[last], {"pobj"}) if noun.i > last]
    return objects[0] if objects else next((t for t in doc[last + 1 : last + 7] if fits(t, trigger)), None)


def fire_sites(trigger: Trigger) -> Iterator[Token]:
    """Where a fire that is news burned: "a fire at a hotel", "the fire started at the depot"."""
    fire = trigger.token
    verb = fire.head if fire.dep_ in ("nsubj", "nsubjpass") else None
    started = verb is not None and verb.lemma_ in FIRE_STARTS
    is_new = any(child.lower_ in ("a", "an", "another") for child in fire.children)
    hosts = [fire, *([verb] if started and verb is not None else [])]
    if not started and not is_new:
        return
    for preposition in (child for host in hosts for child in host.rights if child.lower_ in FIRE_SITES):
        for noun in children(preposition, {"pobj"}):
            yield from sites_below(noun)


def sites_below(noun: Token) -> Iterator[Token]:
    """The site, also behind another phrase: "on Saturday at the depot" where the parse hangs the one on the other."""
    yield noun
    for preposition in noun.children:
        if preposition.lower_ in FIRE_SITES:
            yield from children(preposition, {"pobj"})


def things_of(trigger: Trigger, frame: Frame, quantities: Sequence[Quantity]) -> Iterator[Participant]:
    """What the trigger is said of, by the words of its phrase where they end in a preposition, else by its pattern."""
    governed = after_preposition(trigger)
    if trigger.rule.id == "burned.fire":
        yield from (participant(site, quantities) for site in list(fire_sites(trigger))[:2])
    elif governed is not None and not is_passive(trigger.token):
        for member in items(first_conjunct(governed), quantities):
            yield resolved(member, trigger, quantities)
    elif trigger.rule.pattern == "nominal":
        yield from damage_to(trigger, frame, quantities)
    else:
        yield from (resolved(found, trigger, quantities) for found in frame.participants)
    yield from (resolved(part, trigger, quantities) for part in part_participants(frame, quantities))


def damage_to(trigger: Trigger, frame: Frame, quantities: Sequence[Quantity]) -> Iterator[Participant]:
    """ "Damage to 40 homes", "the destruction of two bridges": never the noun's own number."""
    yield from (found for found in frame.participants if found.head is not None)
    for preposition in trigger.token.rights:
        if preposition.lower_ == "to":
            for noun in children(preposition, {"pobj"}):
                yield from items(noun, quantities)


def is_known_already(found: Participant, trigger: Trigger) -> bool:
    """ "The shops that were looted" tells of no new thing; "the airport, which was occupied," does."""
    head = found.head
    if head is None or found.quantity is not None:
        return False
    if any(child.lower_ in DISTRIBUTIVE for child in head.lefts):
        return True
    describes = trigger.token.dep_ in ("acl", "relcl", "amod") and trigger.token.head.i == head.i
    aside = any(token.text == "," for token in head.doc[head.i : trigger.token.i])
    return describes and not aside and any(child.lower_ in DEFINITE for child in head.lefts)


def status_of_damage(trigger: Trigger) -> str | None:
    """A rule's own status holds for what has happened; None leaves it to the clause."""
    return trigger.rule.status if status_of(trigger.token) != "planned" else "planned"


def draft(trigger: Trigger, found: Participant, actor: Token | None) -> Draft | None:
    """The claim about one thing, or None where it is no thing, none of it, or told of already."""
    head, quantity = found.head, found.quantity
    if head is None or not fits(head, trigger) or is_known_already(found, trigger):
        return None
    if quantity is None and not trigger.rule.bare and trigger.rule.pattern != "nominal":
        return None
    status = status_of_damage(trigger)
    if (quantity is not None and quantity.kind == "none") or (trigger.rule.status == "ended" and status == "planned"):
        return None
    return Draft(
        family="damage",
        kind=trigger.rule.kind,
        rule=trigger.rule.id,
        event=trigger.token,
        count=quantity.count if quantity else None,
        count_range=(quantity.char_start, quantity.char_end) if quantity else None,
        subject=subject_words(found, trigger.token.doc),
        actor=actor_words(actor),
        status=status,
    )


def uncounted(participants: Sequence[Participant]) -> Iterator[Participant]:
    """Each member of a list of things once."""
    seen: set[int] = set()
    for found in participants:
        if found.head is None or found.head.i not in seen:
            yield found
        if found.head is not None:
            seen.add(found.head.i)


def listed(found: Participant, quantities: Sequence[Quantity]) -> Iterator[Participant]:
    """A number over a list covers it; a list without number gives one per item."""
    if found.head is None or found.quantity is not None:
        yield found
        return
    yield found
    for member in list(coordinated(found.head))[1:]:
        if member.i > found.end:
            yield participant(member, quantities)


def joined_by_or(a: Draft, b: Draft) -> bool:
    low, high = sorted((a.event.i, b.event.i))
    between = {token.lower_ for token in a.event.doc[low + 1 : high]}
    return high - low <= OR_REACH and bool(between & {"or", "and/or"})


def is_weaker(draft_: Draft, others: Sequence[Draft]) -> bool:
    """ "Damaged or destroyed" under one number is the stronger of the two."""
    return any(
        joined_by_or(draft_, other) and STRENGTH.index(other.kind) < STRENGTH.index(draft_.kind)
        for other in others
        if other is not draft_ and {other.kind, draft_.kind} <= set(STRENGTH)
    )


def stronger(found: Sequence[Draft]) -> Iterator[Draft]:
    """Of kinds joined by "or" the strongest, with the number that either has."""
    for each in found:
        if is_weaker(each, found):
            continue
        weaker = [other for other in found if joined_by_or(each, other) and other.count is not None]
        if each.count is None and weaker:
            yield replace(each, count=weaker[0].count, count_range=weaker[0].count_range, subject=weaker[0].subject)
        else:
            yield each


def raw_drafts(reading: SentenceReading) -> Iterator[Draft]:
    """Every mention, a thing once per trigger."""
    for trigger in find_triggers(reading.doc, "damage"):
        frame = frame_of(trigger, reading.quantities)
        things = [each for found in things_of(trigger, frame, reading.quantities) for each in listed(found, reading.quantities)]
        for found in uncounted(things):
            made = draft(trigger, found, frame.actor)
            if made is not None:
                yield made


def drafts(reading: SentenceReading) -> Iterator[Draft]:
    """Every thing that one sentence says was damaged, destroyed, burned, looted or seized."""
    told: list[Draft] = []
    for each in stronger(tuple(raw_drafts(reading))):
        if not any((each.kind, each.subject, each.count, each.status) == (t.kind, t.subject, t.count, t.status) for t in told):
            told.append(each)
    yield from told
