"""Attacks: armed or violent assaults on people or a place, attempts too.

An attack is told where a place or somebody is attacked, or where the noun's attackers or its victims are named; blame,
grief and inquiry speak of one that is told elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.families.unrest_roles import (
    NOMINALS,
    doer_of_noun,
    doer_of_verb,
    doing_people,
    draft,
    first_of,
    governor,
    is_manner,
    is_modifier,
    near_subject,
    objects_of,
    phrase,
)
from extractors.grammar.frames import noun_after
from extractors.grammar.noun_phrases import coordinated, phrase_head, subject_words
from extractors.grammar.subjects import children, is_passive, names_a_deed
from extractors.people.groups import group_of
from extractors.things.of_unrest import classes_of, group_for, is_state, speaks_of, things, word_classes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from extractors.drafts import Draft, SentenceReading
    from extractors.grammar.noun_phrases import Participant
    from extractors.triggers import Trigger

AT = frozenset({"on", "against", "at", "upon", "into", "targeting", "of", "in", "near", "across", "outside", "inside"})
BARE_PLACE = frozenset({"in", "near", "across"})
TRYING = frozenset({"try", "attempt", "seek"})
KILLINGS = frozenset({"attack.armed", "attack.murder"})
IMPERSONAL = frozenset({"attack.blast", "attack.under", "attack.vehicle"})


def attacks(trigger: Trigger, reading: SentenceReading) -> Iterator[Draft]:
    if trigger.rule.pattern == "nominal":
        yield from attack_nouns(trigger, reading)
    elif trigger.rule.pattern == "object":
        yield from attack_verbs(trigger, reading)
    else:
        yield from shooters(trigger, reading)


def attempt_of(verb: Token) -> Token:
    """An attempt is an attack: its own verb is what happened."""
    tried = verb.dep_ == "xcomp" and verb.head.lemma_ in TRYING
    return verb.head if tried else verb


def attack_verbs(trigger: Trigger, reading: SentenceReading) -> Iterator[Draft]:
    verb = trigger.token
    victim = next((head for head in attacked(trigger, reading) if is_attackable(head, trigger)), None)
    tested = trigger.rule.id == "attack.weapon" and speaks_of("testing", verb.doc)
    if victim is None or tested or is_spoken(verb, victim) or "means" in word_classes(victim):
        return
    doer = nearest_doer(verb)
    if doer is None and not is_passive(verb) and verb.dep_ not in ("acl", "ROOT"):
        return
    if doer is not None and is_state(doer) and "protesters" in classes_of(victim):
        return  # a state's forces against a crowd: use of force
    found = first_of(doer, reading.quantities) if doer is not None else None
    if found is not None and found.head is not None and not can_attack(found.head):
        return
    if trigger.rule.id == "attack.shoot" and (doer is None or "militants" not in classes_of(doer)):
        return  # whoever else kills is a murderer or a soldier
    if trigger.rule.id in KILLINGS and doer is None:
        return  # nobody's deed is told
    yield attack(trigger, found, reading, event=attempt_of(verb))


def nearest_doer(verb: Token) -> Token | None:
    """The doer by the parse; where that one can attack nobody, the nearest subject before that can."""
    doer = doer_of_verb(verb)
    if doer is None and not is_passive(verb):
        return near_subject(verb, lambda noun: "militants" in classes_of(noun))
    if doer is None or can_attack(doer):
        return doer
    subjects = [token for token in verb.doc[: verb.i] if token.dep_ == "nsubj" and token.pos_ in NOMINALS]
    return next((token for token in reversed(subjects) if can_attack(token) and token.pos_ == "NOUN"), doer)


def attacked(trigger: Trigger, reading: SentenceReading) -> Iterator[Token]:
    """What a verb says was attacked: its object, its passive's subject, or the noun right behind it."""
    verb = trigger.token
    found = children(verb, {"nsubjpass"}) if is_passive(verb) else children(verb, {"dobj"})
    held = [head for head in found if head.i not in trigger.covers]  # not the way in "forced their way into the palace"
    for head in held:
        yield from coordinated(head)
    if held:
        return
    for joined in children(verb, {"conj"}):
        yield from children(joined, {"dobj"})  # "stormed and torched public buildings"
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.pos_ in NOMINALS:
        yield verb.head
    after = noun_after(trigger, reading.quantities)
    if after is not None and not is_passive(verb):
        yield phrase_head(after)


def is_attackable(head: Token, trigger: Trigger) -> bool:
    return bool(classes_of(head).intersection(trigger.rule.takes))


def is_spoken(verb: Token, victim: Token) -> bool:
    """ "Attacked the minister over taxes": with words, where one politician does it to another."""
    doer = doer_of_verb(verb)
    return doer is not None and group_of(doer) == "officials" and "target" not in word_classes(victim)


def can_attack(head: Token) -> bool:
    found = classes_of(head)
    return bool(
        found & {"crowd", "armed", "state", "militants", "organisation", "weapon", "aerial", "terror", "name"}
    ) or (head.pos_ == "PRON")


def attack(
    trigger: Trigger, found: Participant | None, reading: SentenceReading, *, event: Token | None = None
) -> Draft:
    head = found.head if found is not None else None
    named = head if head is not None and head.pos_ != "PRON" else None
    subject = subject_words(found, reading.doc) if found is not None and named is not None else None
    group = group_for(named) if named is not None else "people"
    counted = None if named is not None and (is_weapon(named) or named.lower_ in ("other", "others")) else found
    return draft(trigger, counted, subject=subject, group=group, event=event)


def is_weapon(head: Token) -> bool:
    """A number of blasts, missiles or raids is no number of attackers."""
    return bool(word_classes(head) & {"weapon", "aerial", "bomb", "arm", "terror"}) and not group_of(head)


def shooters(trigger: Trigger, reading: SentenceReading) -> Iterator[Draft]:
    """Somebody other than a state's forces who opens fire, blows himself up, tries to seize a place."""
    found = doing_people(trigger, reading)
    if found is None or (found.head is not None and "authority" in classes_of(found.head)):
        return
    if trigger.rule.id in IMPERSONAL:  # what explodes, or comes under fire, is no attacker
        yield draft(trigger, None, subject=None, group="people")
        return
    if trigger.rule.id != "attack.attempt" and found.head is not None and group_of(found.head) == "security_forces":
        return
    yield attack(trigger, found, reading)


def attack_nouns(trigger: Trigger, reading: SentenceReading) -> Iterator[Draft]:
    noun = trigger.token
    if is_modifier(noun) or is_manner(noun) or not names_a_deed(noun) or is_judged(noun):
        return
    doer = doer_of_noun(noun)
    if doer is not None and not can_attack(doer) and not is_named_people(doer):
        doer = None
    aims = [each for head in objects_of(noun, AT) for each in coordinated(head)]
    if not is_told(trigger, doer, aims):
        return
    if doer is None:
        yield draft(trigger, None, subject=phrase(noun), group=group_of_noun(noun))
        return
    found = first_of(doer, reading.quantities) if doer.dep_ in ("pobj", "nsubj") else None
    words = subject_words(found, reading.doc) if found is not None else phrase(doer)
    yield draft(trigger, found, subject=words, group=group_for(doer))


def is_judged(noun: Token) -> bool:
    """Condemned, or a crime that somebody is accused of: an attack told elsewhere, or a word of the law."""
    return any(above.lemma_ in things().judging for above in noun.ancestors if above.i < noun.i)


def is_named_people(token: Token) -> bool:
    return group_for(token) != "people"


def is_told(trigger: Trigger, doer: Token | None, aims: list[Token]) -> bool:
    """Does the sentence tell of the attack, by who made it, what it aimed at or whom it harmed?"""
    noun = trigger.token
    firm = [aim for aim in aims if aim.head.lower_ not in BARE_PLACE or aim.pos_ == "PROPN"]
    fitting = [aim for aim in firm if classes_of(aim) & {"target", "crowd", "armed", "officials", "name"}]
    if firm and not fitting and not kills(noun):
        return False
    by_forces = doer is not None and is_state(doer)
    if by_forces and any("protesters" in classes_of(aim) for aim in aims):
        return False
    by_workers = doer is not None and "worker" in classes_of(doer) and not classes_of(doer) & {"armed", "militants"}
    if by_workers and trigger.rule.id == "attack.strike":
        return False
    warlike = trigger.rule.id != "attack.strike" or doer is not None or bool(fitting)
    return warlike and (bool(fitting) or harms(noun) or is_made(doer))


def is_made(doer: Token | None) -> bool:
    """Its maker is named, not only whence it came."""
    return doer is not None and doer.head.lower_ != "from"


def kills(noun: Token) -> bool:
    """Is the noun the subject of a verb for what happens to people? Then it is no attack with words."""
    verb = governor(noun)
    return verb is not None and noun.dep_ == "nsubj" and verb.lemma_.lower() in things().harmed


def harms(noun: Token) -> bool:
    """The noun is the subject of a verb of harm, or somebody comes to harm in it."""
    verb = governor(noun)
    if verb is None or verb.pos_ == "NOUN":
        return verb is not None and noun.dep_ == "pobj" and verb.lemma_.lower() in things().losses
    lemma = verb.lemma_.lower()
    if noun.dep_ == "pobj":
        return lemma in things().harmed
    return (noun.dep_ in ("nsubj", "nsubjpass") and lemma in things().harming) or (lemma in things().doing)


def group_of_noun(noun: Token) -> str:
    """Air strikes and shelling are a force's, suicide bombings militants'."""
    found = word_classes(noun)
    if "terror" in found:
        return "militants"
    return "security_forces" if "aerial" in found else "people"
