"""Responses: what named speakers say to the events - condemning, urging, accusing, denying.

A response is a verb or a state with its speaker for a subject, a noun with its speaker behind it, or words that stand
in what a speaker says. Who the speaker is, ``attribution.responders`` finds out; here stands which noun it is by
grammar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.attribution.responders import FIRST_PERSON, MANY, PERSONS, THINGS, names_somebody, response_words
from extractors.attribution.speakers import owner_of, phrase_of
from extractors.drafts import Draft
from extractors.grammar.noun_phrases import coordinated, left_edge, right_edge
from extractors.grammar.subjects import children, is_passive, subject_of
from extractors.status.reading import status_of
from extractors.triggers import find_triggers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from extractors.drafts import SentenceReading
    from extractors.triggers import Trigger

PRONOUNS = FIRST_PERSON | PERSONS | THINGS | MANY
SELF = frozenset({"world", "country", "nation", "community", "everyone"})  # whom a speaker speaks for
CALLING = frozenset({"on", "for", "upon", "in", "off"})  # "called on": no name is given to anything
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
COPULAS = frozenset({"be", "feel", "remain", "become", "get", "seem"})
NEAR = 28  # tokens behind a verb within which the words stand that give it its sense
ABOUT = frozenset({"for", "on", "of", "about", "over", "against", "at", "by", "to", "in"})


def sayer(token: Token) -> Token | None:
    """The saying verb whose content a token belongs to."""
    below = token
    for ancestor in token.ancestors:
        if says(ancestor) and below.dep_ not in ("nsubj", "nsubjpass"):
            return ancestor
        below = ancestor
    return next((child for child in below.children if child.dep_ in ("parataxis", "ccomp") and says(child)), None)


def says(token: Token) -> bool:
    return token.pos_ == "VERB" and token.lemma_.lower() in response_words().saying


def is_document(noun: Token) -> bool:
    return noun.lemma_.lower() in response_words().documents


def real_speaker(noun: Token | None) -> Token | None:
    """Whoever issued it, where a statement speaks."""
    if noun is None or not is_document(noun):
        return noun
    owner = owner_of(noun)
    if owner is not None:
        return owner
    return subject_of(noun.head) if noun.dep_ in ("dobj", "pobj") and subject_of(noun.head) != noun else None


def verb_speaker(verb: Token) -> Token | None:
    """The subject of an active verb, the agent of a passive."""
    if is_passive(verb) or is_bare_participle(verb):
        return next((noun for by in verb.children if by.lower_ == "by" for noun in children(by, {"pobj"})), None)
    found = real_speaker(main_subject(verb) or subject_of(verb) or subject_before(verb))
    return lost_subject(verb, found) or antecedent(found)


def is_bare_participle(verb: Token) -> bool:
    """ "The minister, criticised for the delay": he bears it."""
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and not children(verb, {"dobj", "aux", "nsubj", "ccomp"})


def lost_subject(verb: Token, found: Token | None) -> Token | None:
    """ "Said that ten had died, and denied that ...": the parse hangs the verb below what was said, whose subject is
    nobody who speaks.
    """
    if verb.tag_ not in FINITE or children(verb, {"nsubj"}) or (found is not None and is_somebody(found)):
        return None
    above = (noun for each in verb.ancestors if each.pos_ == "VERB" for noun in children(each, {"nsubj"}))
    return next((noun for noun in above if is_somebody(noun)), None)


def is_somebody(noun: Token) -> bool:
    return noun.lower_ in PRONOUNS or names_somebody(noun)


def antecedent(noun: Token | None) -> Token | None:
    """ "France and Algeria said they would help": whoever says it, each of them."""
    if noun is None or noun.lower_ not in THINGS | MANY:
        return noun
    saying = next((verb for verb in noun.head.ancestors if says(verb)), None)
    subject = subject_of(saying) if saying is not None and saying.i < noun.i else None
    return subject if subject is not None and subject.pos_ in ("NOUN", "PROPN") else noun


def main_subject(verb: Token) -> Token | None:
    """ "..., while condemning the violence": the sentence's own subject, wherever the parse hangs the clause."""
    marked = verb.i > 0 and verb.nbor(-1).lower_ in ("while", "whilst")
    return subject_of(verb.sent.root) if verb.tag_ == "VBG" and marked else None


def subject_before(verb: Token) -> Token | None:
    """A headline's subject that the parse has lost: the name right before the verb."""
    before = verb.doc[verb.i - 1] if verb.i else None
    return before if before is not None and before.pos_ == "PROPN" else None


def state_speaker(word: Token) -> Token | None:
    governor = word.head if word.head.lemma_ in COPULAS else word if is_passive(word) or has_copula(word) else None
    if governor is None:
        return None
    own = children(governor, {"nsubj", "nsubjpass"})
    return antecedent(own[0] if own else subject_of(governor))


def has_copula(word: Token) -> bool:
    return any(child.lemma_ in COPULAS for child in word.children)


def noun_speaker(noun: Token) -> Token | None:
    """ "Condemnation from the UN", "the UN's condemnation"."""
    behind = [c for p in noun.rights if p.lower_ in ("from", "by") for c in children(p, {"pobj"})]
    deeper = [c for p in noun.subtree if p.lower_ in ("from", "by") and p.i > noun.i for c in children(p, {"pobj"})]
    return next(iter([*behind, *children(noun, {"poss"}), *deeper]), None)


def speakers(trigger: Trigger) -> tuple[Token, Token | None]:
    """(the token that carries the response, the speaker's noun; None where it is whoever is quoted)."""
    token = trigger.token
    pattern = trigger.rule.pattern
    if pattern == "subject":
        found = verb_speaker(token)
        return by_sayer(token) if found is not None and found.lower_ in SELF else (carrier(token), found)
    if pattern == "nominal":
        return token, noun_speaker(token)
    found = state_speaker(token) if pattern == "state" else None
    if found is not None and found.lower_ not in FIRST_PERSON | SELF:
        return token, found
    return by_sayer(token)


def carrier(verb: Token) -> Token:
    """ "Went on television to denounce it": what is done in order to speak was done, and so was the speaking."""
    return (
        verb.head
        if verb.tag_ == "VB" and verb.dep_ in ("advcl", "xcomp") and verb.head.lemma_ in response_words().appearing
        else verb
    )


def by_sayer(token: Token) -> tuple[Token, Token | None]:
    """The saying verb over a token and its subject; the token alone where it stands in direct speech."""
    saying = sayer(token)
    return (token, None) if saying is None else (saying, verb_speaker(saying))


def means_it(trigger: Trigger) -> bool:
    """Do the words that give the verb its sense stand behind it?"""
    rule = trigger.rule
    if "ongoing" in rule.takes and not is_ongoing(trigger.token):
        return False
    if "coming" in rule.takes and status_of(trigger.token) != "planned":
        return False  # what was sent is told by other rules; "will send" is a promise
    doc = trigger.token.doc
    if (
        len(trigger.covers) == 1
        and trigger.token.lemma_ == "call"
        and doc[trigger.end : trigger.end + 1].text.lower() in CALLING
    ):
        return False
    if not rule.needs or (rule.pattern == "nominal" and any(token.lower_ in rule.needs for token in doc)):
        return True
    return any(token.lower_ in rule.needs for token in doc[max(0, trigger.start - 1) : sense_ends(trigger)])


def sense_ends(trigger: Trigger) -> int:
    """How far the words reach that give a verb its sense: to a semicolon or to the next verb beside it."""
    verb, doc = trigger.token, trigger.token.doc
    last = min(len(doc), trigger.end + NEAR)
    beside = [joined.i for joined in children(verb, {"conj"}) if joined.pos_ == "VERB" and joined.i >= trigger.end]
    return min([last, *beside, *(token.i for token in doc[trigger.end : last] if token.text == ";")])


def is_ongoing(verb: Token) -> bool:
    """ "Is monitoring": what a body always does ("which monitors the war") is no response."""
    return verb.tag_ == "VBG" and any(child.dep_ in ("aux", "nsubj") for child in (*verb.children, *verb.head.children))


def actors(speaker: Token | None) -> Iterator[str | None]:
    """The speaker's words; two named speakers respond each for himself."""
    if speaker is None:
        yield None
        return
    if speaker.lower_ in PRONOUNS:
        yield speaker.text
        return
    joined = [noun for noun in coordinated(speaker) if names_somebody(noun)]
    for noun in joined if len(joined) > 1 else [speaker]:
        if names_somebody(noun):
            yield own_phrase(noun) if len(joined) > 1 else phrase_of(noun, stop_of(noun)).text


def own_phrase(noun: Token) -> str:
    """One of several speakers, without those listed with him."""
    return noun.doc[left_edge(noun, None) : noun.i + 1].text


def stop_of(noun: Token) -> int:
    """Where the speaker's phrase ends: before the next verb; behind "from" before the comma too."""
    behind = noun.dep_ == "pobj"
    doc = noun.doc
    stops = (
        t.i for t in doc[noun.i + 1 :] if t == noun.head or t.pos_ in ("VERB", "AUX") or (behind and t.text == ",")
    )
    return next(stops, len(doc))


def about(trigger: Trigger) -> str | None:
    """What or whom it is about: the object, or what stands behind the preposition."""
    token = trigger.token
    found = [c for c in children(token, {"dobj", "attr"}) if c.i not in trigger.covers]
    behind = [
        c
        for p in token.subtree
        if p.lower_ in ABOUT and p.dep_ in ("prep", "agent") and p.i > token.i
        for c in children(p, {"pobj", "pcomp"})
    ]
    noun = next(iter([*found, *behind]), None)
    return what_is_said(trigger) if noun is None else noun.doc[left_edge(noun, None) : right_edge(noun)].text


def what_is_said(trigger: Trigger) -> str | None:
    """The clause of "denied that officers had fired", the words themselves of "said it was ready to assist"."""
    doc = trigger.token.doc
    if trigger.rule.pattern in ("head", "state"):
        return doc[min(trigger.covers) : max(trigger.covers) + 1].text
    clause = next(iter(children(trigger.token, {"ccomp", "xcomp"})), None)
    if clause is None or clause.i < trigger.token.i:
        return None
    opening = [child.i for child in clause.children if child.dep_ == "mark" and child.i < clause.i]
    return doc[max([clause.left_edge.i, *(i + 1 for i in opening)]) : clause.right_edge.i + 1].text


def drafts(reading: SentenceReading) -> Iterator[Draft]:
    """The responses that one sentence tells of; what is merely said gives way to a verb of the same kind."""
    found = [trigger for trigger in find_triggers(reading.doc, "response") if means_it(trigger)]
    plain = {trigger.rule.kind for trigger in found if trigger.rule.pattern != "head"}
    for trigger in found:
        if trigger.rule.pattern != "head" or trigger.rule.kind not in plain:
            yield from drafts_of(trigger)


def drafts_of(trigger: Trigger) -> Iterator[Draft]:
    event, speaker = speakers(trigger)
    if speaker is None and not says(event) and trigger.rule.pattern in ("subject", "nominal"):
        return
    for actor in actors(speaker):
        yield Draft(
            family="response",
            kind=trigger.rule.kind,
            rule=trigger.rule.id,
            event=event,
            subject=about(trigger),
            actor=actor,
            status="asserted",
            source_is_actor=True,
        )
