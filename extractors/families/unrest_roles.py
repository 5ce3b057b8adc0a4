"""Who does what where in unrest: doers of verbs and of action nouns, lists of places, and the words to name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.drafts import Draft, numbered
from extractors.grammar.noun_phrases import RELATIVE, coordinated, first_conjunct, items, left_edge, right_edge
from extractors.grammar.subjects import agents_of, children, is_passive, noun_before, subject_of
from extractors.things.of_unrest import classes_of, is_people, things
from extractors.times.words import time_lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Token

    from extractors.drafts import SentenceReading
    from extractors.grammar.noun_phrases import Participant
    from extractors.records import Quantity
    from extractors.triggers import Trigger

NOMINALS = ("NOUN", "PROPN")
PERIODS = frozenset({"yesterday", "today", "week", "month", "year", "weekend", "night", "morning", "afternoon", "day"})
BY = frozenset({"by", "from"})
DEFINING = frozenset({"nation", "militants", "security_forces", "worker", "protesters"})
WHERE = frozenset({"in", "near", "at", "across", "around"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "NNS"})
LOST = 14  # tokens before a verb in which its lost subject may stand
MANNERED = frozenset({"in", "under", "of"})


def objects_of(noun: Token, prepositions: frozenset[str]) -> list[Token]:
    """The nouns after any of some prepositions that hang on a word."""
    hung = [prep for prep in noun.children if prep.lower_ in prepositions and prep.dep_ in ("prep", "agent")]
    return [inner for prep in hung for inner in children(prep, {"pobj"})]


def doer_of_verb(verb: Token) -> Token | None:
    """Who does it: the agent of a passive, else the subject."""
    if agents := agents_of(verb):
        return agents[0]
    return None if is_passive(verb) else subject_of(verb)


def governor(noun: Token) -> Token | None:
    """The word that a noun is subject or object of, a list and a preposition looked through."""
    current = first_conjunct(noun)
    head = current.head
    if current.dep_ == "pobj" and head.head.pos_ in ("VERB", "AUX", "NOUN"):
        return head.head
    return head if head.pos_ in ("VERB", "AUX") and head != current else None


def names_a_day(token: Token) -> bool:
    """ "Friday's shootings", "last month's raids": when, not whose."""
    lexicon = time_lexicon()
    return token.lower_ in lexicon.weekdays or token.lower_ in lexicon.months or token.lower_ in PERIODS


def beside(noun: Token) -> Token | None:
    """Whose it is by what stands before it: "Israel's", "Israeli", "militant"."""
    owners = [c for c in noun.lefts if c.dep_ == "poss" and c.pos_ in NOMINALS and not names_a_day(c)]
    modifiers = [child for child in noun.lefts if child.dep_ in ("compound", "amod", "nmod")]
    telling = [
        child for child in modifiers if is_people(child) or (classes_of(child) & DEFINING and child.tag_ != "JJ")
    ]
    return next(iter([*owners, *telling]), None)


def doer_of_noun(noun: Token) -> Token | None:
    """Whose attack, protest or strike it is: "by rebels", "Israeli", "rebels launched an ..."."""
    by = objects_of(noun, BY)
    if by:
        return by[0]
    if (named := beside(noun)) is not None:
        return named
    verb = governor(noun)
    if verb is None or verb.pos_ != "VERB" or verb.lemma_.lower() not in things().doing or noun.dep_ == "nsubj":
        return None
    found = doer_of_verb(verb)
    return None if found == noun else found


def phrase(noun: Token) -> str:
    """A noun with its modifiers, as the article has it."""
    return noun.doc[left_edge(noun, None) : right_edge(noun)].text


def first_of(head: Token, quantities: Sequence[Quantity]) -> Participant:
    """The first participant of a list, with its number ("hundreds of protesters")."""
    return items(first_conjunct(head), quantities)[0]


def takes(trigger: Trigger, head: Token | None) -> bool:
    return head is not None and (not trigger.rule.takes or bool(classes_of(head).intersection(trigger.rule.takes)))


def doing_people(trigger: Trigger, reading: SentenceReading) -> Participant | None:
    """The subject of a trigger's verb that is one of those its rule takes; a number alone stands for people."""
    verb = trigger.token
    if is_passive(verb) and not agents_of(verb):
        return None
    head = doer_of_verb(verb) or outer_subject(verb) or noun_before(verb, reading.quantities)
    if head is None or not (takes(trigger, first_of(head, reading.quantities).head) or head.pos_ in ("PRON", "NUM")):
        head = near_subject(verb, lambda noun: takes(trigger, noun)) or head
    if head is None or head.lower_ in RELATIVE:
        return None
    found = first_of(head, reading.quantities)
    if found.head is None:
        return found if found.quantity is not None and {"crowd", "worker"} & set(trigger.rule.takes) else None
    return found if takes(trigger, found.head) else None


def near_subject(verb: Token, fits: Callable[[Token], bool]) -> Token | None:
    """The nearest fitting noun before a finite verb whose subject the parse has lost: "workers at
    the plant in Zhodzina and at Azot downed tools".
    """
    if verb.tag_ not in FINITE or children(verb, {"nsubj", "nsubjpass", "auxpass"}):
        return None
    for token in reversed(verb.doc[max(0, verb.i - LOST) : verb.i]):
        if token.pos_ in ("VERB", "SCONJ") or token.text in ";:—–" or token.lower_ in RELATIVE:
            return None
        if token.pos_ == "NOUN" and fits(token):
            return token
    return None


def outer_subject(verb: Token) -> Token | None:
    """ "Thousands shouting slogans marched": the parse hangs the sentence's verb below the participle."""
    above = verb.head
    is_lost = verb.dep_ == "ccomp" and verb.tag_ == "VBD" and above.tag_ == "VBG" and above.i < verb.i
    return subject_of(above) if is_lost else None


def sites_of(event: Token) -> list[Token]:
    """The names in a list of places ("in Homs and Hama"), by the event's phrase or its verb's; none for one place."""
    verb = governor(event)
    words = [event, verb] if verb is not None and verb.pos_ == "VERB" else [event]
    heads = [noun for word in words for noun in objects_of(word, WHERE)]
    listed = ([each for each in coordinated(noun) if each.pos_ == "PROPN"] for noun in heads if is_joined(noun))
    return next((names for names in listed if len(names) > 1), [])


def is_joined(noun: Token) -> bool:
    """Does an "and" close the list? "Seoul, South Korea" is one place."""
    return any(child.dep_ == "cc" for each in coordinated(noun) for child in each.children)


def is_modifier(noun: Token) -> bool:
    """ "Protest leader", "riot police", "strike vote": the noun only says which."""
    doc = noun.doc
    hyphen = noun.i + 1 < len(doc) and doc[noun.i + 1].text in ("-", "–") and not noun.whitespace_
    joined = noun.dep_ in ("compound", "amod", "nmod") and noun.head.i > noun.i and noun.head.pos_ in NOMINALS
    return hyphen or (joined and not any(token.lower_ == "and" for token in doc[noun.i : noun.head.i]))


def is_manner(noun: Token) -> bool:
    """ "In protest", "under attack": a way of doing, no event."""
    straight = noun.dep_ == "pobj" and noun.head.lower_ in MANNERED and noun.i == noun.head.i + 1
    return straight and noun.tag_ == "NN"


def draft(
    trigger: Trigger,
    found: Participant | None,
    *,
    subject: str | None,
    group: str | None,
    event: Token | None = None,
    actor: str | None = None,
) -> Draft:
    """A claim in the making, with the number of those who take part."""
    quantity = found.quantity if found is not None else None
    return numbered(
        Draft(
            family="unrest",
            kind=trigger.rule.kind,
            rule=trigger.rule.id,
            event=event if event is not None else trigger.token,
            subject=subject,
            group=group,
            actor=actor,
            status=trigger.rule.status,
        ),
        quantity,
    )
