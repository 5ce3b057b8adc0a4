"""The grammar of triggers: where in a sentence the things stand that a trigger counts.

One function per pattern that a lexicon rule may name. Each reads the parse first and the order of words where the
small model's parse is known to fail (headlines, lists, ellipsis).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractors.families.labels import labelled
from extractors.families.own_numbers import bodies_of, own_number
from extractors.grammar.gapping import is_of_another
from extractors.grammar.noun_phrases import (
    COUNTING,
    NOMINAL,
    RELATIVE,
    Participant,
    first_conjunct,
    is_bare_number,
    items,
    phrase_head,
    quantity_over,
)
from extractors.grammar.subjects import (
    SUBJECTS,
    agents_of,
    antecedent,
    beside,
    children,
    governed_by_particle,
    is_active_perfect,
    is_passive,
    joined_passives,
    noun_before,
    number_before,
    stands_before,
    subject_of,
    told_by,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from spacy.tokens import Token

    from extractors.records import Quantity
    from extractors.triggers import Trigger


@dataclass(frozen=True, slots=True)
class Frame:
    """A trigger with what it counts and who did it."""

    trigger: Trigger
    participants: tuple[Participant, ...]
    actor: Token | None = None


def passive_heads(verb: Token, quantities: Sequence[Quantity]) -> Iterator[Token]:
    """What a participle or past form says was done to: the passive subject in all its disguises."""
    helpers = children(verb, {"auxpass", "aux"})  # under which the parse may have left the subject
    subject = children(verb, {"nsubjpass"}) or children(verb, {"nsubj"})
    subject = subject or [each for helper in helpers for each in children(helper, {"nsubj", "nsubjpass"})]
    if subject:
        yield from (antecedent(each, verb) for each in joined_subjects(subject))
    elif verb.dep_ in ("acl", "amod", "relcl") and verb.head.pos_ in NOMINAL:
        yield verb.head
    elif verb.dep_ == "conj" and verb.head.dep_ in ("acl", "amod", "relcl") and verb.head.head.pos_ in NOMINAL:
        yield verb.head.head
    elif is_passive(verb) or (verb.dep_ in ("conj", "advcl", "dep") and is_passive(verb.head)):
        shared = subject_of(verb)
        yield from (shared,) if shared is not None else ()
    elif verb.dep_ == "acomp" and (bearer := subject_of(verb.head)) is not None:
        yield bearer  # "three of its soldiers were slain", the participle taken for an adjective
    elif (near := noun_before(verb, quantities)) is not None:
        yield near


def joined_subjects(subjects: Sequence[Token]) -> Sequence[Token]:
    """ "The chief, Omar Bah, and three guards were shot": two subjects where the parse has lost the "and" of a list."""
    *others, last = subjects
    between = {token.lower_ for token in last.doc[others[-1].i : last.i]} if others else set()
    return subjects if "and" in between else [last]


def object_heads(trigger: Trigger, quantities: Sequence[Quantity]) -> Iterator[Token]:
    """The objects of an active verb, the subject of its passive."""
    verb = trigger.token
    held = [token for token in children(verb, {"dobj"}) if token.i not in trigger.covers]
    alone = number_before(verb, quantities) if trigger.may_be_passive else None
    own = [token for token in children(verb, {"dobj", "nsubjpass"}) if token.i in trigger.covers]
    told = list(told_by(own[0], quantities)) if own else []
    bearer = {"nsubjpass", "nsubj"} if is_passive(verb) else {"nsubjpass"}
    recipient = children(verb, bearer) if own and own[0].dep_ == "dobj" else []
    given = [each for each in children(verb, {"dative"}) if each.pos_ in NOMINAL] if own else []
    recipient = recipient or given  # "gave the blogger three years in jail"
    if recipient:  # "three men were given prison terms"
        yield from recipient
    elif told:
        yield from told
    elif own and (after := noun_after(trigger, quantities)) is not None:
        yield after
    elif stands_before(verb):
        yield verb.head
    elif behind := right_behind(trigger, quantities):
        yield from behind
    elif alone is not None:
        yield alone
    elif held and not is_passive(verb):
        yield from held
    elif trigger.may_be_passive and not is_active_perfect(verb):
        yield from passive_heads(verb, quantities)
    elif (after := noun_after(trigger, quantities)) is not None:
        yield after


def right_behind(trigger: Trigger, quantities: Sequence[Quantity]) -> list[Token]:
    """What stands right behind an active verb where the parse has not seen it for an object."""
    counted = number_after(trigger, quantities)
    return governed_by_particle(trigger.token, trigger.end) or ([counted] if counted is not None else [])


def number_after(trigger: Trigger, quantities: Sequence[Quantity]) -> Token | None:
    """A participle with a number right after it is no passive, whatever the parse says: "A blast injured 30
    shoppers".
    """
    quantity = next((q for q in quantities if q.start == trigger.end and q.kind in COUNTING), None)
    if quantity is None or is_passive(trigger.token) or trigger.end >= len(trigger.token.doc):
        return None
    last = trigger.token.doc[quantity.end - 1]
    noun = last.head
    return noun if last.dep_ == "nummod" and noun.i > last.i and noun.pos_ in NOMINAL else last


def noun_after(trigger: Trigger, quantities: Sequence[Quantity]) -> Token | None:
    """The phrase right after a verb whose object the parse has lost."""
    for token in trigger.token.doc[trigger.end : trigger.end + 6]:
        if token.i in trigger.covers:
            return None  # what stands behind "moved to" is where to, not who
        if token.pos_ in ("NOUN", "PROPN") or is_bare_number(token, quantities):
            return phrase_head(token)
        if (
            token.pos_ not in ("DET", "ADJ", "NUM", "ADV", "PART")
            and not token.is_quote
            and token.lower_ not in ("of", "than", "to")
        ):
            return None
    return None


def subject_heads(trigger: Trigger, quantities: Sequence[Quantity]) -> Iterator[Token]:
    """Who dies, flees, arrives."""
    verb = trigger.token
    alone = number_before(verb, quantities)
    subject = subject_of(verb)
    if is_passive(verb) and (agents := agents_of(verb)):
        yield from agents
    elif alone is not None:
        yield alone
    elif len(own := children(verb, {"nsubj"})) > 1:
        yield from (token for token in own if token.lower_ not in RELATIVE)
    elif subject is not None:
        yield subject
    elif (near := noun_before(verb, quantities)) is not None:
        yield near


def recipient_heads(trigger: Trigger, _quantities: Sequence[Quantity]) -> Iterator[Token]:
    """ "Handed down life sentences to 14 officers": whoever stands behind the preposition that ends the phrase."""
    yield from children(trigger.token.doc[max(trigger.covers)], {"pobj"})


def state_heads(trigger: Trigger, quantities: Sequence[Quantity]) -> Iterator[Token]:
    """The bearer of a state: "56 dead", "dozens of dead protesters", "was found dead", "62 in intensive care"."""
    word = trigger.token
    if stands_before(word):
        yield word.head
        return
    near = noun_before(word, quantities)
    own = children(word, {"nsubjpass"})
    if own and word.tag_ == "VBN" and (near is None or not is_bare_number(near, quantities)):
        yield antecedent(own[-1], word)
        return
    governor = word.head
    bearer = children(governor, {"nsubj"}) if word.dep_ in ("acomp", "attr") and governor.pos_ == "AUX" else []
    if bearer and (near is None or not is_bare_number(near, quantities)):
        yield antecedent(bearer[-1], governor)  # "the girls who were taken from a school are missing"
        return
    if near is not None:
        yield phrase_head(near)
        return
    held = [token for token in children(governor, {"dobj"}) if token.i < word.i]
    if held:
        yield from held
    elif (subject := subject_of(governor)) is not None and governor.pos_ in ("VERB", "AUX"):
        yield subject


def nominal_heads(trigger: Trigger, _quantities: Sequence[Quantity]) -> Iterator[Token]:
    """Whom an action noun is about: "the death of 12 miners", "death sentences against five men"."""
    linking = ("against", "for", "on", "of") if trigger.rule.kind == "convicted" else ("of", "among")
    for preposition in beside(trigger.token):
        if preposition.lower_ in linking and preposition.dep_ == "prep":
            yield from children(preposition, {"pobj"})


def toll_heads(trigger: Trigger, quantities: Sequence[Quantity]) -> Iterator[Token]:
    """The number that a toll rose to, stood at, was put at: the first one that it did not rise from."""
    last: Token | None = None
    for token in trigger.token.doc[trigger.end : trigger.end + 16]:
        if (
            token.text in ";:"
            or (token.lower_ in ("but", "while", "though") and last is None)
            or (token.lower_ == "and" and token.head.pos_ in ("VERB", "AUX") and last is None)
            or (token.dep_ in SUBJECTS and last is not None)
        ):
            break
        quantity = quantity_over(token, quantities)
        if quantity is not None and token.i == quantity.end - 1:
            before = token.doc[quantity.start - 1].lower_
            if before != "from" and (last is None or before == "to"):
                last = token
    if last is not None:
        noun = last.head
        yield noun if last.dep_ == "nummod" and noun.pos_ in NOMINAL and noun.i > last.i else last


HEADS: Mapping[str, Callable[[Trigger, Sequence[Quantity]], Iterator[Token]]] = {
    "object": object_heads,
    "subject": subject_heads,
    "recipient": recipient_heads,
    "state": state_heads,
    "nominal": nominal_heads,
    "toll": toll_heads,
}


def participants_of(trigger: Trigger, quantities: Sequence[Quantity]) -> Iterator[Participant]:
    """What the trigger counts, by its rule's pattern."""
    pattern = trigger.rule.pattern
    if pattern == "head":
        yield from bodies_of(trigger.token, quantities)
        return
    counted = list(own_number(trigger, quantities)) if pattern == "nominal" else []
    yield from counted
    if (not counted and trigger.rule.count is None) or pattern == "state":
        for head in HEADS[pattern](trigger, quantities):
            first = first_conjunct(head)
            earlier = listed_before(first, quantities)
            yield from items(earlier, quantities) if earlier is not None else ()
            yield from items(first, quantities)


def actor_of(trigger: Trigger) -> Token | None:
    """Who did it: the agent of a passive, the subject of an active verb with an object."""
    verb = trigger.token
    if trigger.rule.pattern != "object":
        return None
    agents = agents_of(verb) or [agent for each in joined_passives(verb) for agent in agents_of(each)]
    if agents:
        return agents[0]
    if is_passive(verb) or not children(verb, {"dobj"}):
        return None
    return subject_of(verb)


def listed_before(head: Token, quantities: Sequence[Quantity]) -> Token | None:
    """In a headline's list the parse keeps only the last item: "Dozens of protesters, police killed"."""
    comma = head.left_edge.i - 1
    doc = head.doc
    opening = doc[: max(comma, 0)]
    if (
        comma < 1
        or doc[comma].text != ","
        or any(token.pos_ in ("VERB", "AUX") for token in opening)
        or doc[-1].is_punct
    ):
        return None
    last = doc[comma - 1]
    return phrase_head(last) if last.pos_ in NOMINAL or is_bare_number(last, quantities) else None


def without_trigger(found: Participant, trigger: Trigger) -> Participant:
    """ "More than 600 hurt" counts nobody by name: the trigger is not the noun of its own number."""
    own = found.head is not None and found.head.i in trigger.covers and trigger.rule.pattern != "head"
    return replace(found, head=None) if own else found


def frame_of(trigger: Trigger, quantities: Sequence[Quantity]) -> Frame:
    report = labelled(trigger, quantities)
    if report is not None:
        return Frame(trigger, (report,))
    own = (each for each in participants_of(trigger, quantities) if not is_of_another(each, trigger, quantities))
    return Frame(trigger, tuple(without_trigger(found, trigger) for found in own), actor_of(trigger))
