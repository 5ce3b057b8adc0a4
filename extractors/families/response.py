"""Responses: what named speakers say to the events - condemning, urging, accusing, denying.

A response is a verb or a state with its speaker for a subject, a noun with its speaker behind it, or words that stand
in what a speaker says. Who the speaker is, ``responders`` finds out; here stands which noun it is by grammar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.drafts import Draft
from extractors.noun_phrases import coordinated, left_edge, right_edge
from extractors.responders import FIRST_PERSON, MANY, PERSONS, THINGS, names_somebody, response_words
from extractors.speakers import owner_of, phrase_of
from extractors.subjects import children, is_passive, subject_of
from extractors.triggers import find_triggers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from extractors.drafts import SentenceReading
    from extractors.triggers import Trigger

PRONOUNS = FIRST_PERSON | PERSONS | THINGS | MANY
SELF = frozenset({"world", "country", "nation", "community", "everyone"})  # whom a speaker speaks for
CALLING = frozenset({"on", "for", "upon", "in", "off"})  # "called on": no name is given to anything
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
    if is_passive(verb):
        return next((noun for by in verb.children if by.lower_ == "by" for noun in children(by, {"pobj"})), None)
    return real_speaker(main_subject(verb) or subject_of(verb) or subject_before(verb))


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
    return own[0] if own else subject_of(governor)


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
    doc = trigger.token.doc
    if (
        len(trigger.covers) == 1
        and trigger.token.lemma_ == "call"
        and doc[trigger.end : trigger.end + 1].text.lower() in CALLING
    ):
        return False
    if not rule.needs or (rule.pattern == "nominal" and any(token.lower_ in rule.needs for token in doc)):
        return True
    return any(token.lower_ in rule.needs for token in doc[max(0, trigger.start - 1) : trigger.end + NEAR])


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
    joined = [noun for noun in coordinated(speaker) if noun.pos_ == "PROPN"]
    for noun in joined if len(joined) > 1 else [speaker]:
        if names_somebody(noun):
            yield noun.text if len(joined) > 1 else phrase_of(noun, stop_of(noun)).text


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
    return None if noun is None else noun.doc[left_edge(noun, None) : right_edge(noun)].text


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
