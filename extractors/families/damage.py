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
from extractors.groups import group_of
from extractors.noun_phrases import coordinated, first_conjunct, items, participant, subject_words
from extractors.status import status_of
from extractors.subjects import children, is_passive, stands_before, subject_of
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
VERBS = frozenset({"VERB", "AUX"})
DISTRIBUTIVE = frozenset({"any", "every", "each", "no"})
PREPOSITIONS = frozenset({"to", "of", "through", "with"})
FIRE_SITES = frozenset({"at", "in", "inside", "aboard", "on"})
FIRE_STARTS = frozenset(
    {"break", "start", "erupt", "begin", "rage", "rip", "tear", "sweep", "burn", "ignite", "occur", "flare", "spark"}
)
STRENGTH = ("destroyed", "burned", "looted", "damaged")  # the stronger of "damaged or destroyed" first
FIRE_REACH = 16  # tokens between a fire and its site
BREAKS = frozenset({",", ";", ":", "—", "–"})
CLOSERS = frozenset({"and", ",", "or"})
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
    if head is None and found.quantity is not None:  # "torched 15 factories and looted hundreds more"
        return replace(found, head=earlier_thing(trigger.token, trigger))
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
    elif stands_before(trigger.token):
        yield from items(trigger.token.head, quantities)
    elif trigger.rule.pattern == "nominal":
        yield from damage_to(trigger, frame, quantities)
    else:
        yield from by_pattern(trigger, frame, quantities)
    yield from (resolved(part, trigger, quantities) for part in part_participants(frame, quantities))


def by_pattern(trigger: Trigger, frame: Frame, quantities: Sequence[Quantity]) -> Iterator[Participant]:
    """The frame's things; where the parse has lost them, the nearest thing before a passive or "set fire there"."""
    found = [resolved(each, trigger, quantities) for each in frame.participants]
    lost = not any(each.head is not None and fits(each.head, trigger) for each in found)
    doc = trigger.token.doc
    if lost and "fire" in {doc[i].lower_ for i in trigger.covers} and children(trigger.token, {"dobj"}):
        thing = earlier_thing(trigger.token, trigger)
    else:
        thing = thing_in_clause(trigger) if lost and is_of_place(trigger.token) else None
    yield from found if thing is None else (participant(thing, quantities),)


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
    if trigger.rule.pattern != "state" and stands_before(trigger.token) and doer(trigger, None) is None:
        return True  # "collapsed blocks" are told of in passing
    describes = trigger.token.dep_ in ("acl", "relcl", "amod") and trigger.token.head.i == head.i
    if describes and trigger.token.dep_ == "relcl" and not any(token.dep_ == "ROOT" and token.pos_ in VERBS for token in head.doc):
        return True  # a caption without a verb of its own
    aside = any(token.text == "," for token in head.doc[head.i : trigger.token.i])
    return describes and not aside and any(child.lower_ in DEFINITE for child in head.lefts)


def status_of_damage(trigger: Trigger, actor: Token | None) -> str | None:
    """A rule's own status holds for what has happened; None leaves it to the clause. What rebels retake is seized anew."""
    if status_of(trigger.token) == "planned":
        return "planned"
    anew = actor is not None and group_of(actor) in ("militants", "protesters")
    return None if anew else trigger.rule.status


def thing_words(found: Participant, trigger: Trigger) -> str | None:
    """The thing as the article has it, without a trigger that stands before it ("damaged police vehicles")."""
    begins = found.start <= trigger.token.i < (found.head.i if found.head is not None else 0)
    plain = replace(found, quantity=None, start=trigger.token.i + 1) if begins else found
    return subject_words(plain, trigger.token.doc)


def doer(trigger: Trigger, actor: Token | None) -> Token | None:
    """Who did it; of a verb that the parse takes for an adjective in a list of deeds, who did the first of them."""
    verb = trigger.token
    if actor is not None or not (stands_before(verb) and verb.i and verb.doc[verb.i - 1].lower_ in CLOSERS):
        return actor
    above = next((token for token in verb.ancestors if token.pos_ == "VERB"), None)
    return subject_of(above) if above is not None and not is_passive(above) else None


def is_quoted(trigger: Trigger) -> bool:
    """ "Shot down" between quotation marks of its own is a manner of speaking; what is "liberated" is so called."""
    doc = trigger.token.doc
    last = max(trigger.covers) + 1
    return trigger.rule.status is None and trigger.start > 0 and last < len(doc) and doc[trigger.start - 1].is_quote and doc[last].is_quote


def is_told(verb: Token) -> bool:
    """ "Smash a bar of chocolate": an imperative."""
    has_help = any(child.dep_ in ("aux", "nsubj", "nsubjpass", "auxpass") for child in verb.children)
    return verb.tag_ == "VB" and verb.dep_ == "ROOT" and not has_help


def draft(trigger: Trigger, found: Participant, actor: Token | None) -> Draft | None:
    """The claim about one thing, or None where it is no thing, none of it, or told of already."""
    head, quantity = found.head, found.quantity
    if is_quoted(trigger) or is_told(trigger.token):
        return None
    if head is None or not fits(head, trigger) or is_known_already(found, trigger):
        return None
    if quantity is None and not trigger.rule.bare and trigger.rule.pattern != "nominal":
        return None
    status = status_of_damage(trigger, actor)
    if (quantity is not None and quantity.kind == "none") or (trigger.rule.status == "ended" and status == "planned"):
        return None
    return Draft(
        family="damage",
        kind=trigger.rule.kind,
        rule=trigger.rule.id,
        event=trigger.token,
        count=quantity.count if quantity else None,
        count_range=(quantity.char_start, quantity.char_end) if quantity else None,
        subject=thing_words(found, trigger),
        actor=actor_words(actor),
        status=status,
    )


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
    if found.head is None or found.quantity is not None:
        yield found
        return
    yield found
    for member in list(coordinated(found.head))[1:]:
        if member.i > found.end:
            yield participant(member, quantities)


def lost_before(found: Participant, trigger: Trigger, quantities: Sequence[Quantity]) -> Iterator[Participant]:
    """The first item of "2,000 huts and 4,000 shacks were damaged", where the parse takes it for a clause."""
    doc = trigger.token.doc
    if found.head is None or found.start < 3 or doc[found.start - 1].lower_ not in CLOSERS:  # noqa: PLR2004 - number, noun, "and"
        return
    noun = doc[found.start - 2]
    lost = noun.i < found.start and noun.dep_ not in ("pobj", "dobj") and not any(t.pos_ in VERBS for t in doc[: noun.i])
    if lost and found.start <= trigger.start and fits(noun, trigger):
        yield participant(noun, quantities)


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
        things = [each for found in things_of(trigger, frame, reading.quantities) for each in listed(found, trigger, reading.quantities)]
        for found in each_once(things):
            made = draft(trigger, found, doer(trigger, frame.actor))
            if made is not None:
                yield made


def drafts(reading: SentenceReading) -> Iterator[Draft]:
    """Every thing that one sentence says was damaged, destroyed, burned, looted or seized."""
    told: list[Draft] = []
    found = tuple(raw_drafts(reading))
    over = {each.event.i for each in found if each.status == "ended"}
    for each in stronger([each for each in found if each.status == "ended" or each.event.i not in over]):
        if not any((each.kind, each.subject, each.count, each.status) == (t.kind, t.subject, t.count, t.status) for t in told):
            told.append(each)
    yield from told
