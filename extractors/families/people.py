"""Casualties, detentions, displacements: people to whom something was done.

Whoever is counted must be somebody: a noun of one of the guide's groups, a name, or a number that stands alone after
a trigger that only people can bear ("81 wounded"). A single person said with "a" counts one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.attribution.source_types import source_type_of
from extractors.drafts import Draft
from extractors.families.figures import second_figures
from extractors.grammar.coreference import in_sentence
from extractors.grammar.frames import frame_of
from extractors.grammar.gapping import gapped
from extractors.grammar.noun_phrases import RELATIVE, is_word, left_edge, right_edge, subject_words
from extractors.people.collectives import collective_participants, companions, part_participants
from extractors.people.groups import forms_of, group_of, is_nobody
from extractors.people.mere_mentions import is_known_already, is_no_happening, picks_out
from extractors.people.persons import count_of, is_person_name, ordinals
from extractors.people.unlisted import is_kind_of_people, is_named_plural, plausible_persons
from extractors.quantities.finding import article_count
from extractors.records import Count
from extractors.things.classes import own_classes
from extractors.triggers import VERBAL, find_triggers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from extractors.drafts import SentenceReading
    from extractors.grammar.frames import Frame
    from extractors.grammar.noun_phrases import Participant
    from extractors.records import Quantity
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
DISTRIBUTIVE = frozenset({"each", "every", "any", "which", "whose", "no"})
FAMILIES = ("casualty", "detention", "displacement")
CAPTORS = frozenset({"militants", "prisoners"})
COURTS = frozenset({"court", "courts", "judge", "judges", "tribunal", "jury"})
MEN = frozenset({"men", "members", "personnel", "comrades", "colleagues"})
ARMED = frozenset({"security_forces", "peacekeepers", "militants", "aid_workers"})
SEIZING = "detained.hold"  # what police and gunmen do alike: "held", "seized", "captured"
JOINING = frozenset({"and", "while", ";"})
MORE = frozenset({"another", "further"})
SURE_ENDINGS = ("ists", "ians", "men", "goers")  # of plurals that are nothing but people


def person_group(head: Token | None) -> str | None:
    """The group of whoever is counted; ``people`` for a number alone and for a name; None where it is nobody."""
    if head is None:
        return "people"
    if is_nobody(head):
        return None
    return owners_group(head) or group_of(head) or ("people" if head.pos_ == "PROPN" and is_person_name(head) else None)


def owners_group(head: Token) -> str | None:
    """ "Police said 72 of their men were hurt": the men are the force's that owns them."""
    if head.lower_ not in MEN or not any(child.dep_ == "poss" for child in head.lefts):
        return None
    nouns = (token for token in reversed(head.doc[: head.i]) if token.pos_ in ("NOUN", "PROPN"))
    return next((group for noun in nouns if (group := group_of(noun)) in ARMED), None)


def takes(trigger: Trigger, group: str, found: Participant) -> bool:
    wanted = trigger.rule.takes
    return not wanted or group in wanted or ("name" in wanted and found.head is not None and found.head.pos_ == "PROPN")


def counted(found: Participant, trigger: Trigger, group: str | None, *, part: bool = False) -> bool:
    """May this participant stand as what the trigger counts? A part of those counted may be of any group."""
    if picks_out(trigger) and not part:
        return False
    if found.head is not None and found.head.lower_ in PRONOUNS:
        return found.quantity is not None and trigger.rule.pattern != "nominal"
    if is_known_already(found, trigger) or is_no_happening(trigger):
        return False
    if part and group is not None and trigger.rule.takes == ("prisoners",):
        return count_of(found) is not None
    if group is None:
        return found.head is not None and (unlisted_persons(found, trigger) or (part and is_kind_of_people(found)))
    return takes(trigger, group, found) and (count_of(found) is not None or may_be_bare(found, trigger))


def may_be_bare(found: Participant, trigger: Trigger) -> bool:
    """Without a number, only what is told stands: "protesters were killed", but not "the workers who died" or "each
    injured worker", which tell of no one new.
    """
    head = found.head
    if not trigger.rule.bare or head is None:
        return False
    identifies = trigger.token.dep_ in ("relcl", "acl", "amod") and trigger.token.head.i == head.i
    return not identifies and not any(child.lower_ in DISTRIBUTIVE for child in head.lefts)


def unlisted_persons(found: Participant, trigger: Trigger) -> bool:
    """A noun that no list knows is a person where only persons have the thing done to them, or by its form."""
    head = found.head
    if head is not None and is_named_plural(found):
        return not trigger.rule.takes or "people" in trigger.rule.takes
    if head is None or is_nobody(head) or head.pos_ != "NOUN" or own_classes(head, "things"):
        return False
    if trigger.rule.takes:
        sure = "people" in trigger.rule.takes and head.tag_ == "NNS" and head.lower_.endswith(SURE_ENDINGS)
        return sure and found.quantity is not None
    return count_of(found) is not None and (
        trigger.rule.persons or (found.quantity is not None and plausible_persons(head))
    )


def draft(
    family: str, trigger: Trigger, found: Participant, actor: Token | None, *, part: bool = False
) -> Draft | None:
    group = person_group(found.head)
    if not counted(found, trigger, group, part=part):
        return None
    count = count_of(found)
    if trigger.rule.count == 0 and trigger.rule.pattern == "state":
        count = unhurt(trigger)
    doc = trigger.token.doc
    actor = None if actor == found.head else actor
    return Draft(
        family=family,
        kind=kind_of(trigger, actor, found.head),
        rule=trigger.rule.id,
        event=trigger.token,
        count=count[0] if count else None,
        count_range=count[1] if count else None,
        subject=subject_words(found, doc),
        group=group or "people",
        actor=actor_words(actor),
        status=trigger.rule.status,
    )


def kind_of(trigger: Trigger, actor: Token | None, held: Token | None) -> str:
    """Whom militants or rioting prisoners take, they abduct: "gunmen seized 317 schoolgirls"; whom a court jails, it
    has convicted.
    """
    if trigger.rule.kind != "detained":
        return trigger.rule.kind
    if actor is None:
        by_gunmen = trigger.rule.id == SEIZING and only_militants(trigger.token.doc, held)
        return "abducted" if by_gunmen else "detained"
    if actor.lower_ in COURTS and trigger.token.lemma_.lower() in ("jail", "imprison"):
        return "convicted"
    captors = CAPTORS | {"protesters"} if trigger.rule.id == SEIZING else CAPTORS
    of_state = held is not None and group_of(held) in ("security_forces", "officials", "peacekeepers")
    if trigger.rule.id == SEIZING and of_state:
        captors = captors | {"civilians", "people"}  # "villagers were holding 47 soldiers"
    return "abducted" if group_of(actor) in captors else "detained"


def only_militants(doc: Doc, held: Token | None) -> bool:
    """Does the sentence name militants besides those held, and no police or court that could hold anybody?"""
    others = (token for token in doc if token.pos_ in ("NOUN", "PROPN") and held not in (token, token.head))
    groups = {group_of(token) for token in others}
    return "militants" in groups and not groups & {"security_forces", "officials"}


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
    and another 317 were hurt", "and a third was wounded".
    """
    found = yet_another(found)
    if found.quantity is None or is_word(found.quantity):
        return found
    if found.head is not None:
        return replace(found, head=in_sentence(found.head) or found.head) if found.head.lower_ in PRONOUNS else found
    before = trigger.token.doc[found.quantity.start - 1].lower_ if found.quantity.start else ""
    goes_on = trigger.token.dep_ == "conj" or before in MORE or before in JOINING
    last = counted_last(earlier, found.quantity)
    return replace(found, head=last) if last is not None and goes_on else found


def counted_last(earlier: tuple[Participant, ...], quantity: Quantity) -> Token | None:
    """Whom the sentence counted last, where that says who they are: the 193 of "four dead and 193 wounded" are nobody
    in particular, and nine who were hurt are not the "policeman" who was killed before them.
    """
    told = [each for each in earlier if each.head is None or each.head.lower_ not in PRONOUNS]
    if not told or told[-1].head is None or person_group(told[-1].head) in (None, "people"):
        return None
    many = quantity.count.value is None or quantity.count.value > 1
    return None if many and told[-1].head.tag_ in ("NN", "NNP") and told[-1].quantity is None else told[-1].head


def yet_another(found: Participant) -> Participant:
    """ "A fourth" is one more of those told of."""
    head = found.head
    if head is None or head.lower_ not in ordinals() or found.quantity is not None:
        return found
    one = article_count(head)
    return found if one is None else replace(found, head=None, quantity=one)


def read_frame(trigger: Trigger, reading: SentenceReading) -> Frame:
    """The trigger with whom it counts; a collective ("among the dead") counts whom the sentence names with it."""
    frame = frame_of(trigger, reading.quantities)
    collective = collective_participants(trigger, reading.quantities)
    if collective is not None or trigger.rule.collective:
        return replace(frame, participants=collective or ())
    return frame


def drafts(family: str, reading: SentenceReading) -> Iterator[Draft]:
    """Every mention of the family in one sentence, and the figures that others give of the same."""
    told = told_once(tuple(mentions(family, reading)))
    yield from told
    yield from second_figures(reading, told)


def told_once(found: Sequence[Draft]) -> tuple[Draft, ...]:
    """ "Treated 74 of the wounded", "three of the injured died": the number is the verb's, and the noun only says of
    whom.
    """
    borne = {each.count_range for each in found if each.kind in ("hospitalised", "killed") and each.count_range}
    return tuple(each for each in found if not (each.kind == "injured" and each.count_range in borne and is_noun(each)))


def is_noun(draft: Draft) -> bool:
    event = draft.event
    after_article = event.i > 0 and event.nbor(-1).lower_ in ("the", "those", "their", "its")
    return after_article or event.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass") or draft.rule.endswith(".number")


def mentions(family: str, reading: SentenceReading) -> Iterator[Draft]:
    """Every draft that a trigger of the family makes."""
    earlier: tuple[Participant, ...] = ()
    for trigger in find_triggers(reading.doc, family):
        frame = read_frame(trigger, reading)
        wholes = tuple(antecedents(found, trigger, earlier) for found in frame.participants)
        earlier += wholes
        series = gapped(replace(frame, participants=wholes), reading.quantities)
        parts = part_participants(frame, reading.quantities, until=next_happening(frame, reading))
        beside = companions(trigger, reading.quantities) if trigger.rule.pattern in VERBAL else ()
        for found in (*wholes, *parts, *series, *beside):
            made = draft(family, trigger, found, frame.actor, part=found in parts)
            if made is not None:
                yield made


def next_happening(frame: Frame, reading: SentenceReading) -> int:
    """Where the next happening of another kind begins behind those counted: parts told later are parts of that."""
    own = frame.trigger
    start = max([own.end, *(found.end for found in frame.participants)])
    triggers = (other for family in FAMILIES for other in find_triggers(reading.doc, family))
    later = (other.start for other in triggers if other.start >= start and other.rule.kind != own.rule.kind)
    return min(later, default=len(reading.doc))
