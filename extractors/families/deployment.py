"""Forces sent, arriving, present, pulled out.

What moves must be a force (troops, police, peacekeepers, rescuers and firefighters too) or a ship, aircraft or
vehicle; nothing else is deployed in the guide's sense.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from extractors.drafts import Draft, numbered
from extractors.families.forces_told import force_there, forces_told
from extractors.families.strengths import with_strength
from extractors.grammar.doc_words import words_of
from extractors.grammar.frames import frame_of
from extractors.grammar.inflections import noun_forms
from extractors.grammar.noun_phrases import COUNTING, Participant, quantity_of, subject_words
from extractors.grammar.subjects import agents_of, is_passive, subject_of
from extractors.lexicon import load
from extractors.people.groups import TROOPS, group_of
from extractors.things.of_unrest import classes_of
from extractors.triggers import find_triggers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from extractors.drafts import SentenceReading
    from extractors.grammar.frames import Frame
    from extractors.records import Quantity
    from extractors.triggers import Trigger

FORCES = frozenset({"security_forces", "peacekeepers", "aid_workers", "militants"})

# whoever is so called is not sent by anybody, or no longer able to be
UNSENT = frozenset({"mutinous", "renegade", "retired", "former", "wounded", "injured", "dead", "captured", "fallen"})
MEN = frozenset({"men", "personnel"})  # a state's soldiers, where it is a state that sends them
OFFERING = frozenset({"ready", "willing", "prepared", "offer", "able"})
HARMED = frozenset({"dead", "wounded", "injured", "hurt", "homeless", "missing", "behind", "stranded", "trapped"})
HARM_REACH = 9  # tokens behind "leaving" in which the harm stands
TALLIES = frozenset({"number", "toll", "total", "count"})
CARERS = frozenset({"doctor", "nurse", "surgeon", "physician", "midwife", "volunteer"})  # sent, but no force


class Vehicles(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    about: str
    nouns: tuple[str, ...]
    matches: tuple[str, ...]
    rejects: tuple[str, ...]


@cache
def vehicles() -> frozenset[str]:
    listed = load("vehicles.yaml", Vehicles)
    return frozenset(form for noun in listed.nouns for form in noun_forms(noun))


def classes(head: Token) -> tuple[str | None, str | None]:
    """(class, group): ``force`` with its group, ``vehicle`` without one, or nothing."""
    if head.lemma_.lower() in CARERS:
        return None, None
    if head.lower_ in vehicles():
        return "vehicle", None
    group = group_of(head)
    return ("force", group) if group in FORCES else (None, None)


def men(found: Participant, actor: Token | None) -> tuple[str, str] | None:
    """ "Chad sent 2,000 men": men with a number whom a state, an army or its aircraft bring are its soldiers."""
    named = found.head is not None and found.head.lower_ in MEN
    carried = actor is not None and actor.lower_ in vehicles()
    by_force = carried or (actor is not None and {"nation", "state"} & classes_of(actor))
    return ("force", "security_forces") if named and by_force and found.quantity is not None else None


def sender(trigger: Trigger, actor: Token | None) -> str | None:
    """The state or alliance that sends: the subject of an active verb, the agent of a passive."""
    found = actor if actor is not None else None
    if found is None and trigger.rule.pattern == "nominal":
        found = next(
            (c for by in trigger.token.children if by.lower_ == "by" for c in by.children if c.dep_ == "pobj"), None
        )
    if found is None or found.pos_ == "PRON":
        return None
    return found.doc[found.left_edge.i : found.i + 1].text


def draft(trigger: Trigger, found: Participant, actor: Token | None) -> Draft | None:
    if found.head is None:
        return None
    kind_of_force, group = men(found, actor) or classes(found.head)
    if kind_of_force is None or (trigger.rule.takes and kind_of_force not in trigger.rule.takes):
        return None
    if any(child.lower_ in UNSENT for child in found.head.lefts) or is_rescued(trigger, group):
        return None
    quantity = found.quantity
    if is_no_move(trigger, found, kind_of_force):
        return None
    is_had = trigger.rule.id.endswith(".have") and group not in TROOPS
    is_had = is_had or (trigger.rule.id.endswith(".active") and group == "militants")  # who fights is sent by nobody
    if is_had or (quantity is None and not trigger.rule.bare):
        return None
    return numbered(
        Draft(
            family="deployment",
            kind=trigger.rule.kind,
            rule=trigger.rule.id,
            event=trigger.token,
            subject=subject_words(found, trigger.token.doc),
            group=group,
            actor=sender(trigger, actor),
            status=trigger.rule.status,
        ),
        quantity,
    )


def is_rescued(trigger: Trigger, group: str | None) -> bool:
    """ "Six firefighters were pulled out unhurt": nobody ended their mission."""
    return trigger.rule.kind == "withdrawn" and group == "aid_workers" and is_passive(trigger.token)


def is_told_to(trigger: Trigger) -> bool:
    """ "Police were ordered to hold their fire": an order to do something, not to go somewhere."""
    last = trigger.token.doc[max(trigger.covers)]
    return last.lower_ == "to" and last.dep_ == "aux"


def is_no_move(trigger: Trigger, found: Participant, kind_of_force: str) -> bool:
    """ "Stood ready to send troops" offers them; "a bus left the road" and "brought to 12 the number of dead soldiers"
    move no force.
    """
    offered = trigger.token.head.lemma_.lower() in OFFERING and trigger.token.dep_ in ("xcomp", "acl", "advcl", "ccomp")
    tallied = trigger.rule.pattern != "toll" and found.head is not None and found.head.lower_ in TALLIES
    if leaves_harm(trigger):
        return True
    drove = trigger.rule.kind == "withdrawn" and kind_of_force == "vehicle" and found.quantity is None
    return offered or tallied or drove


def leaves_harm(trigger: Trigger) -> bool:
    """ "Leaving 11 people dead": nobody goes anywhere."""
    verb = trigger.token
    behind = {token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 1 + HARM_REACH]}
    return verb.lemma_ == "leave" and not HARMED.isdisjoint(behind)


def followers(frame: Frame, quantities: Sequence[Quantity]) -> Iterator[tuple[Participant, Token]]:
    """ "Chad sent two helicopters and Niger a further 200 soldiers": the verb said once, with each later sender."""
    counted = [p for p in frame.participants if p.quantity is not None and p.head is not None]
    doc = frame.trigger.token.doc
    for quantity in quantities if counted and frame.actor is not None else ():
        name = quantity.start - 1
        while name > counted[0].end and doc[name].lower_ in ("a", "an", "another", "further", "additional"):
            name -= 1
        begins = doc[name].pos_ == "PROPN" and doc[name - 1].lower_ in ("and", ",", ";")
        if name > counted[0].end and begins and quantity.kind in COUNTING:
            last = doc[quantity.end - 1]
            noun = last.head if last.dep_ == "nummod" and last.head.i >= quantity.end else counted[0].head
            yield Participant(noun, quantity, quantity.start, quantity.end), doc[name]


def strengths(frame: Frame, quantities: Sequence[Quantity]) -> Iterator[Participant]:
    """ "The force will number about 2,500", "numbers 2,030 troops", "is 2,030 strong": the number after the verb is
    the subject's.
    """
    if not frame.trigger.rule.id.endswith(".number"):
        yield from (with_strength(found, frame.trigger, quantities) for found in frame.participants)
        return
    after = [q for q in quantities if q.kind in COUNTING and frame.trigger.end <= q.start <= frame.trigger.end + 3]
    if after:
        following = frame.trigger.token.doc[after[0].end : after[0].end + 1]
        named = next((noun for noun in following if group_of(noun) in TROOPS), None)  # "made up of 2,500 peacekeepers"
        for found in frame.participants[:1]:
            yield replace(found, quantity=after[0], head=named or found.head)


def has_mover(trigger: Trigger) -> bool:
    """ "Were left wounded": who bears a passive does not move; what a force is made up of is its own."""
    verb = trigger.token
    agent = agents_of(verb) if trigger.rule.kind == "deployed" else []
    moved = is_passive(verb) and not agent and not trigger.rule.id.endswith(".number")
    return subject_of(verb) is not None and not moved


def present(reading: SentenceReading) -> Iterator[Draft]:
    """ "There are 4,500 peacekeepers in the country": a counted force that is there."""
    if "there" not in words_of(reading.doc):
        return
    for verb in reading.doc:
        if verb.lemma_ != "be" or not any(child.dep_ == "expl" and child.lower_ == "there" for child in verb.children):
            continue
        for noun in (child for child in verb.children if child.dep_ == "attr"):
            quantity = quantity_of(noun, reading.quantities)
            group = group_of(noun)
            placed = any(child.dep_ == "prep" for part in (verb, noun) for child in part.children)
            if group in TROOPS and quantity is not None and quantity.kind != "none" and placed:
                yield force_there(Participant(noun, quantity, quantity.start, noun.i + 1), verb, "deployed.there")


def drafts(reading: SentenceReading) -> Iterator[Draft]:
    """Every force that one sentence tells of, once for each verb that moves it."""
    told: set[tuple[int, str, str | None, tuple[int, int] | None]] = set()
    for each in found_forces(reading):
        key = (each.event.i, each.kind, each.subject, each.count_range)
        if key not in told:
            told.add(key)
            yield each
    taken = frozenset(span for *_, span in told if span is not None)
    yield from forces_told(reading, taken)


def found_forces(reading: SentenceReading) -> Iterator[Draft]:
    yield from present(reading)
    for trigger in find_triggers(reading.doc, "deployment"):
        if (trigger.rule.pattern == "subject" and not has_mover(trigger)) or is_told_to(trigger):
            continue
        frame = frame_of(trigger, reading.quantities)
        for found in strengths(frame, reading.quantities):
            made = draft(trigger, found, frame.actor)
            if made is not None:
                yield made
        yield from filter(None, (draft(trigger, found, actor) for found, actor in followers(frame, reading.quantities)))
