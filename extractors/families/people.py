"""Casualties, detentions, displacements: people to whom something was done.

Whoever is counted must be somebody: a noun of one of the guide's groups, a name, or a number that stands alone
after a trigger that only people can
bear ("81 wounded"). A single person said with "a" counts one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.collectives import collective_participants, part_participants
from extractors.coreference import in_sentence
from extractors.drafts import Draft
from extractors.frames import frame_of
from extractors.gapping import gapped
from extractors.groups import forms_of, group_of, is_nobody, names_a_group
from extractors.noun_phrases import RELATIVE, is_word, left_edge, right_edge, subject_words
from extractors.quantities import article_count
from extractors.records import Count
from extractors.source_types import source_type_of
from extractors.subjects import grammar
from extractors.things import own_classes
from extractors.triggers import find_triggers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from extractors.drafts import SentenceReading
    from extractors.noun_phrases import Participant
    from extractors.triggers import Trigger

PRONOUNS = (
    frozenset(
        {
            "he",
            "she",
            "they",
            "them",
            "him",
            "her",
            "it",
            "we",
            "us",
            "i",
            "you",
            "this",
            "that",
            "these",
            "those",
            "which",
            "what",
            "himself",
            "themselves",
            "itself",
        }
    )
    | RELATIVE
)
DETERMINERS = frozenset({"the", "his", "her", "their", "its", "this", "that", "my", "our"})
DISTRIBUTIVE = frozenset({"each", "every", "any", "which", "whose", "no"})
MORE = frozenset({"another", "further"})


def person_group(head: Token | None) -> str | None:
    """The group of whoever is counted; ``people`` for a number alone and for a name; None where it is nobody."""
    if head is None:
        return "people"
    if is_nobody(head):
        return None
    return group_of(head) or ("people" if head.pos_ == "PROPN" and is_person_name(head) else None)


def is_person_name(head: Token) -> bool:
    """A run of two or more capitalised words without an article is taken for a person's name."""
    start = head.i
    while start and head.doc[start - 1].pos_ == "PROPN" and head.doc[start - 1].head.i <= head.i:
        start -= 1
    before = head.doc[start - 1] if start else None
    return head.i - start >= 1 and (before is None or before.lower_ not in ("the", "of", "in", "at"))


def name_count(found: Participant) -> tuple[Count, tuple[int, int]] | None:
    """One person by name: the name is the quantity's text."""
    head = found.head
    if head is None or head.pos_ != "PROPN" or head.tag_ == "NNPS" or names_a_group(head):
        return None
    start = head.i
    while start and head.doc[start - 1].pos_ == "PROPN":
        start -= 1
    span = head.doc[start : head.i + 1]
    return Count(1, 1, 1, span.text), (span.start_char, span.end_char)


def count_of(found: Participant) -> tuple[Count, tuple[int, int]] | None:
    """How many, with the characters that say so: the quantity's, an article's, a name's."""
    quantity = found.quantity
    if quantity is None and found.head is not None:
        quantity = article_count(found.head)
    if quantity is not None:
        return quantity.count, (quantity.char_start, quantity.char_end)
    return name_count(found) or singular_count(found)


def singular_count(found: Participant) -> tuple[Count, tuple[int, int]] | None:
    """One person in the singular ("the pilot", "his father") counts one, with that determiner as the text."""
    head = found.head
    if head is None or head.tag_ != "NN" or head.lower_ in grammar().collectives or is_nobody(head):
        return None
    marks = [child for child in head.lefts if child.lower_ in DETERMINERS or child.dep_ == "poss"]
    if not marks:
        return None
    span = head.doc[marks[0].left_edge.i : marks[0].i + 1]
    return Count(1, 1, 1, span.text), (span.start_char, span.end_char)


def takes(trigger: Trigger, group: str, found: Participant) -> bool:
    wanted = trigger.rule.takes
    return not wanted or group in wanted or ("name" in wanted and found.head is not None and found.head.pos_ == "PROPN")


def counted(found: Participant, trigger: Trigger, group: str | None) -> bool:
    """May this participant stand as what the trigger counts?"""
    if found.head is not None and found.head.lower_ in PRONOUNS:
        return found.quantity is not None and trigger.rule.pattern != "nominal"
    if is_known_already(found, trigger):
        return False
    if group is None:
        return found.head is not None and unlisted_persons(found, trigger)
    return takes(trigger, group, found) and (count_of(found) is not None or may_be_bare(found, trigger))


def is_known_already(found: Participant, trigger: Trigger) -> bool:
    """ "The dead man", "one of the wounded boys": the attribute picks out somebody whom the article has told of."""
    head = found.head
    if head is None or trigger.token.dep_ != "amod" or trigger.token.head.i != head.i:
        return False
    definite = [child for child in head.lefts if child.lower_ in ("the", "these", "those")]
    return bool(definite) and (found.quantity is None or found.quantity.end <= definite[0].i)


def may_be_bare(found: Participant, trigger: Trigger) -> bool:
    """Without a number, only what is told stands: "protesters were killed", but not "the workers who died" or "each
    injured worker", which tell of no one new.
    """
    head = found.head
    if not trigger.rule.bare or head is None:
        return False
    identifies = trigger.token.dep_ in ("relcl", "acl") and trigger.token.head.i == head.i
    return not identifies and not any(child.lower_ in DISTRIBUTIVE for child in head.lefts)


def unlisted_persons(found: Participant, trigger: Trigger) -> bool:
    """A noun that no list knows is a person where only persons have the thing done to them, or by its form."""
    head = found.head
    if head is None or is_nobody(head) or head.pos_ != "NOUN" or trigger.rule.takes or own_classes(head, "things"):
        return False
    return count_of(found) is not None and (
        trigger.rule.persons or (found.quantity is not None and plausible_persons(head))
    )


def plausible_persons(head: Token) -> bool:
    """A counted plural that no list knows ("15 weightlifters") is people, unless it is known to be nobody or is no
    common noun.
    """
    return (
        head.tag_ == "NNS"
        and not is_nobody(head)
        and head.lower_.endswith(("ers", "ors", "ists", "ians", "ants", "ees", "men", "ists", "ents", "mates", "goers"))
    )


def draft(family: str, trigger: Trigger, found: Participant, actor: Token | None) -> Draft | None:
    group = person_group(found.head)
    if not counted(found, trigger, group):
        return None
    count = count_of(found)
    if trigger.rule.count == 0 and trigger.rule.pattern == "state":
        count = unhurt(trigger)
    doc = trigger.token.doc
    return Draft(
        family=family,
        kind=kind_of(trigger, actor),
        rule=trigger.rule.id,
        event=trigger.token,
        count=count[0] if count else None,
        count_range=count[1] if count else None,
        subject=subject_words(found, doc),
        group=group or "people",
        actor=actor_words(actor),
        status=trigger.rule.status,
    )


def kind_of(trigger: Trigger, actor: Token | None) -> str:
    """Whom militants take, they abduct: "gunmen seized 317 schoolgirls"."""
    taken = trigger.rule.kind == "detained" and actor is not None and group_of(actor) == "militants"
    return "abducted" if taken else trigger.rule.kind


def unhurt(trigger: Trigger) -> tuple[Count, tuple[int, int]]:
    span = trigger.token.doc[trigger.start : trigger.end]
    return Count(0, 0, 0, span.text), (span.start_char, span.end_char)


def actor_words(actor: Token | None) -> str | None:
    """Who did it, as the article has it; blasts and fires act on nobody's behalf."""
    if actor is None or actor.lower_ in PRONOUNS:
        return None
    stands_for_more = actor.lower_ in forms_of("transparent")  # "hundreds of protesters"
    end = right_edge(actor) if stands_for_more else actor.i + 1
    words = actor.doc[left_edge(actor, None) : end].text
    return words if group_of(actor) or actor.pos_ == "PROPN" or source_type_of(words) != "other" else None


def antecedents(found: Participant, trigger: Trigger, earlier: tuple[Participant, ...]) -> Participant:
    """A number alone, or "of them", counts the noun that was counted before in the same sentence: "12 officers died
    and another 317 were hurt".
    """
    if found.quantity is None or is_word(found.quantity):
        return found
    if found.head is not None:
        return replace(found, head=in_sentence(found.head) or found.head) if found.head.lower_ in PRONOUNS else found
    named = [
        p.head
        for p in earlier
        if p.head is not None and p.head.lower_ not in PRONOUNS and person_group(p.head) not in (None, "people")
    ]
    before = trigger.token.doc[found.quantity.start - 1].lower_ if found.quantity.start else ""
    goes_on = trigger.token.dep_ == "conj" or before in MORE
    return replace(found, head=named[-1]) if named and goes_on else found


def drafts(family: str, reading: SentenceReading) -> Iterator[Draft]:
    """Every mention of the family in one sentence."""
    earlier: tuple[Participant, ...] = ()
    for trigger in find_triggers(reading.doc, family):
        frame = frame_of(trigger, reading.quantities)
        collective = collective_participants(trigger, reading.quantities)
        if collective is not None or trigger.rule.collective:
            frame = replace(frame, participants=collective or ())
        wholes = tuple(antecedents(found, trigger, earlier) for found in frame.participants)
        earlier += wholes
        series = gapped(replace(frame, participants=wholes), reading.quantities)
        for found in (*wholes, *part_participants(frame, reading.quantities), *series):
            made = draft(family, trigger, found, frame.actor)
            if made is not None:
                yield made
