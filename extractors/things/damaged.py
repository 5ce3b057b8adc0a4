"""What a word of damage is said of: the things around it, where the grammar of its rule or the order of words has them.

Things are in ``lexicons/things.yaml``. Two classes are grammar: ``named`` a place by name ("captured Goma"), ``held``
ground that somebody can hold.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.grammar.noun_phrases import coordinated, first_conjunct, items, participant
from extractors.grammar.subjects import children, is_passive, stands_before, subject_of
from extractors.people.collectives import part_participants
from extractors.people.persons import is_told_apart
from extractors.things.classes import classes_of, is_place_name
from extractors.things.lists import list_behind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from extractors.grammar.frames import Frame
    from extractors.grammar.noun_phrases import Participant
    from extractors.records import Quantity
    from extractors.triggers import Trigger

THINGS = frozenset({"building", "vehicle", "infrastructure", "part", "site", "growing"})
MOVABLE = frozenset({"vehicle", "goods"})
STAND_INS = frozenset({"it", "them", "some", "they", "which", "that", "others", "many", "several", "two", "one"})
VERBS = frozenset({"VERB", "AUX"})
PREPOSITIONS = frozenset({"to", "of", "through", "with"})
FIRE_SITES = frozenset({"at", "in", "inside", "aboard", "on"})
FIRE_STARTS = frozenset(
    {"break", "start", "erupt", "begin", "rage", "rip", "tear", "sweep", "burn", "ignite", "occur", "flare", "spark"}
)
FIRE_REACH = 16  # tokens between a fire and its site
BREAKS = frozenset({",", ";", ":", "—", "–"})
CLOSERS = frozenset({"and", ",", "or"})
OR_REACH = 4  # tokens within which "or" joins two kinds


def thing_classes(head: Token) -> frozenset[str]:
    found = classes_of(head, "things")
    if is_place_name(head):
        found |= {"named"}
    return found | {"held"} if "ground" in found and not found & MOVABLE else found


def fits(head: Token, trigger: Trigger) -> bool:
    """Is this a thing that the rule can be said of?"""
    return bool(thing_classes(head) & (frozenset(trigger.rule.takes) or THINGS))


def earlier_thing(stand_in: Token, trigger: Trigger) -> Token | None:
    """What "it" or "some" stands for: the nearest thing before it that the rule takes."""
    nouns = (token for token in reversed(stand_in.doc[: stand_in.i]) if token.pos_ in ("NOUN", "PROPN"))
    apart = (noun for noun in nouns if noun.dep_ not in ("compound", "nmod") and agrees(noun, stand_in))
    return next((noun for noun in apart if fits(noun, trigger)), None)


def agrees(noun: Token, stand_in: Token) -> bool:
    """ "It" stands for one thing, "them" for several."""
    several = noun.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in noun.children)
    if stand_in.lower_ in ("them", "they"):
        return several or noun.dep_ == "conj"
    return stand_in.lower_ != "it" or noun.tag_ not in ("NNS", "NNPS")


def resolved(found: Participant, trigger: Trigger, quantities: Sequence[Quantity]) -> Participant:
    """The participant, or the thing that its pronoun stands for."""
    head = found.head
    if head is None and found.quantity is not None:
        return elliptical(found, trigger, quantities)
    if head is None or head.lower_ not in STAND_INS or fits(head, trigger):
        return found
    if any(child.lower_ == "of" for child in head.rights):
        return found  # "one of the strongest" stands for nothing before it
    thing = earlier_thing(head, trigger)
    return found if thing is None else participant(thing, quantities)


def elliptical(found: Participant, trigger: Trigger, quantities: Sequence[Quantity]) -> Participant:
    """ "Torched 15 mills and looted hundreds more": a number of the things counted before."""
    thing = earlier_thing(trigger.token, trigger)
    if thing is None or is_place_name(thing):
        return found
    before = participant(thing, quantities)
    return replace(before, quantity=found.quantity, start=before.quantity.end if before.quantity else before.start)


def after_preposition(trigger: Trigger) -> Token | None:
    """The object of a phrase that ends in a preposition: "set fire to the hall", "took control of two towns"."""
    doc = trigger.token.doc
    last = max(trigger.covers)
    if trigger.rule.pattern != "object" or doc[last].lower_ not in PREPOSITIONS or last + 1 >= len(doc):
        return None
    objects = [noun for noun in children(doc[last], {"pobj"}) if noun.i > last]
    return objects[0] if objects else next((t for t in doc[last + 1 : last + 7] if fits(t, trigger)), None)


def fire_sites(trigger: Trigger) -> Iterator[Token]:
    """Where a fire that is news burned: "a fire at a hotel", "the fire started on Friday at the depot"."""
    fire = trigger.token
    started = fire.dep_ in ("nsubj", "nsubjpass") and fire.head.lemma_ in FIRE_STARTS
    if not started and not any(child.lower_ in ("a", "an", "another") for child in fire.children):
        return
    for token in fire.doc[trigger.end : trigger.end + FIRE_REACH]:
        if token.text in BREAKS or (token.pos_ == "VERB" and token != fire.head):
            return
        if token.lower_ in FIRE_SITES:
            yield from (noun for noun in children(token, {"pobj"}) if fits(noun, trigger))


def things_of(trigger: Trigger, frame: Frame, quantities: Sequence[Quantity]) -> Iterator[Participant]:
    """What the trigger is said of, by the words of its phrase where they end in a preposition, else by its pattern."""
    governed = after_preposition(trigger)
    if trigger.rule.id == "burned.fire":
        yield from (participant(site, quantities) for site in list(fire_sites(trigger))[:1])
    elif governed is not None and not is_passive(trigger.token):
        yield from (resolved(member, trigger, quantities) for member in items(first_conjunct(governed), quantities))
    elif stands_before(trigger.token) or is_compound_state(trigger):
        yield from items(trigger.token.head, quantities)
    elif trigger.rule.pattern == "nominal":
        yield from damage_to(trigger, frame, quantities)
    else:
        yield from by_pattern(trigger, frame, quantities)
    yield from (resolved(part, trigger, quantities) for part in part_participants(frame, quantities))


def is_compound_state(trigger: Trigger) -> bool:
    """ "Burnt-out buses": the parse sees the hyphen between."""
    word = trigger.token
    return trigger.rule.pattern == "state" and word.dep_ == "amod" and word.head.i > max(trigger.covers)


def by_pattern(trigger: Trigger, frame: Frame, quantities: Sequence[Quantity]) -> Iterator[Participant]:
    """The frame's things; where the parse has lost them, the nearest thing before a passive or "set fire there"."""
    bearer = subject_of(trigger.token.head) if trigger.rule.pattern == "state" else None
    if bearer is not None and trigger.token.head.pos_ == "AUX" and bearer.i < trigger.start:
        yield from items(first_conjunct(bearer), quantities)  # "the fire at the airport was under control"
        return
    found = [resolved(each, trigger, quantities) for each in frame.participants]
    lost = not any(each.head is not None and fits(each.head, trigger) for each in found)
    doc = trigger.token.doc
    if lost and "fire" in {doc[i].lower_ for i in trigger.covers} and children(trigger.token, {"dobj"}):
        thing = earlier_thing(trigger.token, trigger)
    elif lost and (inside := thing_inside(trigger)) is not None:
        thing = inside
    else:
        thing = shared_object(trigger.token) if lost else None
        thing = thing_in_clause(trigger) if lost and is_of_place(trigger.token) else thing
    yield from found if thing is None else (participant(thing, quantities),)


def thing_inside(trigger: Trigger) -> Token | None:
    """ "Set a vehicle alight" with "alight" taken for the noun."""
    own = (trigger.token.doc[i] for i in trigger.covers)
    return next((noun for word in own for noun in children(word, {"compound"}) if fits(noun, trigger)), None)


def shared_object(verb: Token) -> Token | None:
    """ "Destroyed or damaged 400 homes": the object that the parse gives to the second verb alone."""
    if children(verb, {"dobj", "nsubjpass", "auxpass"}):
        return None
    joined = (child for child in verb.children if child.dep_ == "conj" and child.i <= verb.i + OR_REACH)
    return next((noun for second in joined for noun in children(second, {"dobj"})), None)


def is_of_place(verb: Token) -> bool:
    """Is a passive said of a mere place, which the parse has taken from what stands in it?"""
    return is_passive(verb) and any(is_place_name(noun) for noun in children(verb, {"nsubjpass", "nsubj"}))


def thing_in_clause(trigger: Trigger) -> Token | None:
    """ "The hall in the capital, Osh, was set afire": the nearest thing before the verb and after any other verb."""
    for token in reversed(trigger.token.doc[: trigger.start]):
        if token.pos_ == "VERB":
            return None
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "nmod", "poss") and fits(token, trigger):
            return token
    return None


def damage_to(trigger: Trigger, frame: Frame, quantities: Sequence[Quantity]) -> Iterator[Participant]:
    """ "Damage to 40 homes", "the destruction of two bridges": never the noun's own number."""
    yield from (found for found in frame.participants if found.head is not None)
    behind = trigger.token.doc[trigger.end : trigger.end + 1]
    for preposition in {*trigger.token.rights, *behind}:
        if preposition.lower_ == "to":
            for noun in children(preposition, {"pobj"}):
                yield from items(noun, quantities)


def within_reach(participants: Sequence[Participant], trigger: Trigger) -> list[Participant]:
    """Without the next clause's things in "shops looted and offices stormed"; a counted part may follow."""
    heads = [found.head for found in participants if found.head is not None]
    is_after_things = any(head.i < trigger.start for head in heads)
    return [
        found
        for found in participants
        if found.head is None or found.quantity is not None or found.head.i < trigger.start or not is_after_things
    ]


def each_once(participants: Sequence[Participant]) -> Iterator[Participant]:
    """Each member of a list of things once; "glass" in "glass windows" is none of its own."""
    heads = {found.head.i for found in participants if found.head is not None}
    seen: set[int] = set()
    for found in participants:
        if found.head is None or found.head.i in seen or found.head.i + 1 in heads or found.end in heads:
            continue
        seen.add(found.head.i)
        yield found


def listed(found: Participant, trigger: Trigger, quantities: Sequence[Quantity]) -> Iterator[Participant]:
    """A number over a list covers it; a list without number gives one per item; an item that the parse has lost."""
    yield from lost_before(found, trigger, quantities)
    yield found
    if found.head is None:
        return
    torn_off = (participant(noun, quantities) for noun in list_behind(found, trigger.token) if fits(noun, trigger))
    if found.quantity is not None:
        yield from (member for member in torn_off if is_told_apart(member))
        return
    for member in list(coordinated(found.head))[1:]:
        if member.i > found.end:
            yield participant(member, quantities)
    yield from torn_off


def lost_before(found: Participant, trigger: Trigger, quantities: Sequence[Quantity]) -> Iterator[Participant]:
    """The first item of "2,000 huts and 4,000 shacks were damaged", where the parse takes it for a clause."""
    doc = trigger.token.doc
    if found.head is None or found.start < 3 or doc[found.start - 1].lower_ not in CLOSERS:  # noqa: PLR2004 - number, noun, "and"
        return
    noun = doc[found.start - 2]
    lost = (
        noun.i < found.start and noun.dep_ not in ("pobj", "dobj") and not any(t.pos_ in VERBS for t in doc[: noun.i])
    )
    if lost and found.start <= trigger.start and fits(noun, trigger):
        yield participant(noun, quantities)
