"""Things damaged, destroyed, burned, looted, seized.

What is counted must be a thing (``lexicons/things.yaml``); one claim per thing, the stronger kind
where two share a number.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.drafts import Draft, numbered
from extractors.families.measure import is_conditional
from extractors.families.people import actor_words
from extractors.grammar.frames import frame_of
from extractors.grammar.noun_phrases import subject_words
from extractors.grammar.subjects import children, is_passive, stands_before, subject_of
from extractors.people.groups import group_of
from extractors.status.reading import status_of
from extractors.triggers import find_triggers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from extractors.drafts import SentenceReading
    from extractors.grammar.noun_phrases import Participant
    from extractors.triggers import Trigger

from extractors.things.damaged import CLOSERS, OR_REACH, VERBS, each_once, fits, listed, things_of, within_reach

DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
DISTRIBUTIVE = frozenset({"any", "every", "each", "no"})
LOST = "destroyed.lost"  # said of things in the passive alone: who loses a house may have sold it
HELD = "seized.take"  # hold, control: as said of a place, no event
STRENGTH = ("destroyed", "burned", "looted", "damaged")  # the stronger of "damaged or destroyed" first


def is_known_already(found: Participant, trigger: Trigger) -> bool:
    """ "The shops that were looted" tells of no new thing; "the airport, which was occupied," does."""
    head = found.head
    if head is None or found.quantity is not None:
        return False
    if any(child.lower_ in DISTRIBUTIVE for child in head.lefts):
        return not (trigger.token.dep_ == "ROOT" and is_passive(trigger.token))  # "every house was burned" is news
    if trigger.rule.pattern != "state" and stands_before(trigger.token) and doer(trigger, None) is None:
        return True  # "collapsed blocks" are told of in passing
    describes = trigger.token.dep_ in ("acl", "relcl", "amod") and trigger.token.head.i == head.i
    if (
        describes
        and trigger.token.dep_ == "relcl"
        and not any(token.dep_ == "ROOT" and token.pos_ in VERBS for token in head.doc)
    ):
        return True  # a caption without a verb of its own
    aside = any(token.text == "," for token in head.doc[head.i : trigger.token.i])
    if describes and not aside and trigger.rule.id == HELD:
        return True  # "areas held by the rebels"
    return describes and not aside and any(child.lower_ in DEFINITE for child in head.lefts)


def status_of_damage(trigger: Trigger, actor: Token | None) -> str | None:
    """A rule's own status holds for what has happened; None leaves it to the clause.

    What rebels retake is seized anew.
    """
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
    if actor is not None and fits(actor, trigger):
        return None  # "cars were overturned and set alight": the parse has the thing for the doer
    if actor is not None or not (stands_before(verb) and verb.i and verb.doc[verb.i - 1].lower_ in CLOSERS):
        return actor
    above = next((token for token in verb.ancestors if token.pos_ == "VERB"), None)
    return subject_of(above) if above is not None and not is_passive(above) else None


def is_quoted(trigger: Trigger) -> bool:
    """ "Shot down" between quotation marks of its own is a manner of speaking; what is "liberated" is so called."""
    doc = trigger.token.doc
    last = max(trigger.covers) + 1
    if trigger.rule.status is not None or not trigger.start or last >= len(doc):
        return False
    return doc[trigger.start - 1].is_quote and doc[last].is_quote


def is_half_word(trigger: Trigger) -> bool:
    """ "Burnt" in "burnt-out"."""
    doc = trigger.token.doc
    return trigger.rule.pattern == "object" and trigger.end < len(doc) and doc[trigger.end].text == "-"


def is_scenario(trigger: Trigger) -> bool:
    """ "A helicopter crashes into a bridge." is a film's or a drill's; a headline has no stop."""
    return trigger.rule.pattern == "subject" and trigger.token.tag_ == "VBZ" and trigger.token.doc[-1].text == "."


def is_told(verb: Token) -> bool:
    """ "Smash a bar of chocolate": an imperative."""
    has_help = any(child.dep_ in ("aux", "nsubj", "nsubjpass", "auxpass") for child in verb.children)
    return verb.tag_ == "VB" and verb.dep_ == "ROOT" and not has_help


def is_no_deed(trigger: Trigger) -> bool:
    """A manner of speaking, an order, half a word, a condition; a house that is lost in the active voice; a state that
    the sentence tells as a deed ("a wave that flooded the town").
    """
    verb = trigger.token
    if is_quoted(trigger) or is_scenario(trigger) or is_told(verb) or is_half_word(trigger) or is_conditional(verb):
        return True
    if trigger.rule.id == LOST:
        return not is_passive(verb)
    return trigger.rule.pattern == "state" and bool(children(verb, {"dobj"}))


def draft(trigger: Trigger, found: Participant, actor: Token | None) -> Draft | None:
    """The claim about one thing, or None where it is no thing, none of it, or told of already."""
    head, quantity = found.head, found.quantity
    if is_no_deed(trigger) or head is None or not fits(head, trigger) or is_known_already(found, trigger):
        return None
    if quantity is None and not trigger.rule.bare and trigger.rule.pattern != "nominal":
        return None
    status = status_of_damage(trigger, actor)
    if status_of(trigger.token) == "ended" and trigger.rule.status is None:
        return None  # "to stop the looting"
    if (quantity is not None and quantity.kind == "none") or (trigger.rule.status == "ended" and status == "planned"):
        return None
    return numbered(
        Draft(
            family="damage",
            kind=trigger.rule.kind,
            rule=trigger.rule.id,
            event=trigger.token,
            subject=thing_words(found, trigger),
            actor=actor_words(actor),
            status=status,
        ),
        quantity,
    )


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
        found_here = things_of(trigger, frame, reading.quantities)
        things = [each for found in found_here for each in listed(found, trigger, reading.quantities)]
        for found in each_once(within_reach(things, trigger)):
            made = draft(trigger, found, doer(trigger, frame.actor))
            if made is not None:
                yield made


def drafts(reading: SentenceReading) -> Iterator[Draft]:
    """Every thing that one sentence says was damaged, destroyed, burned, looted or seized."""
    found = tuple(raw_drafts(reading))
    over = {each.event.i for each in found if each.status == "ended"}
    told = {
        (each.kind, each.subject, each.count, each.status): each
        for each in reversed(
            [*stronger([each for each in found if each.status == "ended" or each.event.i not in over])]
        )
    }
    yield from reversed(told.values())
