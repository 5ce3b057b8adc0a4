"""Attacks, and force that a state uses against people.

An attack is told where a place or somebody is attacked, or where the noun's attackers or its victims are named; blame, grief and
inquiry speak of one that is told elsewhere. Force is a state's: its means in one phrase, and whoever uses them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.frames import noun_after
from extractors.groups import group_of
from extractors.noun_phrases import coordinated, first_conjunct, left_edge, phrase_head, subject_words
from extractors.subjects import children, is_passive, noun_before
from extractors.unrest_roles import (
    NOMINALS,
    doer_of_noun,
    doer_of_verb,
    doing_people,
    draft,
    first_of,
    governor,
    is_manner,
    is_modifier,
    objects_of,
    phrase,
)
from extractors.unrest_things import classes_of, group_for, things, word_classes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from extractors.drafts import Draft, SentenceReading
    from extractors.noun_phrases import Participant
    from extractors.triggers import Trigger

AT = frozenset({"on", "against", "at", "upon", "into", "targeting", "of", "in", "near", "across", "outside", "inside"})
BARE_PLACE = frozenset({"in", "near", "across"})
TRYING = frozenset({"try", "attempt", "seek"})
HARMED = frozenset({"kill", "wound", "injure", "die", "hurt", "hit", "destroy", "damage", "perish"})
JUDGING = frozenset({"condemn", "denounce", "deplore", "criticize", "criticise", "suspect", "accuse", "charge", "fear", "decry", "crime", "charges", "praise"})
IDLE = frozenset({"make", "sell", "buy", "supply", "export", "import", "ban", "order", "carry", "hold", "throw", "hurl", "show", "burn", "store"})
BORNE = frozenset({"force.beat", "force.shoot"})  # said of protesters, they tell of force whoever used it
REACH = 12  # tokens over which the means of one use are listed


# --- attacks


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
    if victim is None or is_spoken(verb, victim):
        return
    doer = nearest_doer(verb)
    if doer is None and not is_passive(verb) and verb.dep_ not in ("acl", "amod", "ROOT"):
        return
    if doer is not None and is_state(doer) and "protesters" in classes_of(victim):
        return  # a state's forces against a crowd: use of force
    found = first_of(doer, reading.quantities) if doer is not None else None
    if found is not None and found.head is not None and not can_attack(found.head):
        return
    yield attack(trigger, found, reading, event=attempt_of(verb))


def nearest_doer(verb: Token) -> Token | None:
    """The doer by the parse; where that one can attack nobody, the nearest subject before that can."""
    doer = doer_of_verb(verb)
    if doer is None or can_attack(doer):
        return doer
    subjects = [token for token in verb.doc[: verb.i] if token.dep_ == "nsubj" and token.pos_ in NOMINALS]
    return next((token for token in reversed(subjects) if can_attack(token) and token.pos_ == "NOUN"), doer)


def attacked(trigger: Trigger, reading: SentenceReading) -> Iterator[Token]:
    """What a verb says was attacked: its object, its passive's subject, or the noun right behind it."""
    verb = trigger.token
    held = children(verb, {"nsubjpass"}) if is_passive(verb) else children(verb, {"dobj"})
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
    return bool(found & {"crowd", "armed", "state", "militants", "organisation", "weapon", "aerial", "terror", "name"}) or (
        head.pos_ == "PRON"
    )


def attack(trigger: Trigger, found: Participant | None, reading: SentenceReading, *, event: Token | None = None) -> Draft:
    head = found.head if found is not None else None
    named = head if head is not None and head.pos_ != "PRON" else None
    subject = subject_words(found, reading.doc) if found is not None and named is not None else None
    group = group_for(named) if named is not None else "people"
    return draft(trigger, found, subject=subject, group=group, event=event)


def shooters(trigger: Trigger, reading: SentenceReading) -> Iterator[Draft]:
    """Somebody other than a state's forces who opens fire, blows himself up, tries to seize a place."""
    found = doing_people(trigger, reading)
    if found is None or (found.head is not None and "authority" in classes_of(found.head)):
        return
    if trigger.rule.id != "attack.attempt" and found.head is not None and group_of(found.head) == "security_forces":
        return
    yield attack(trigger, found, reading)


def attack_nouns(trigger: Trigger, reading: SentenceReading) -> Iterator[Draft]:
    noun = trigger.token
    if is_modifier(noun) or is_manner(noun) or noun.pos_ == "VERB" or is_judged(noun):
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
    return any(above.lemma_ in JUDGING for above in noun.ancestors if above.i < noun.i)


def is_named_people(token: Token) -> bool:
    return group_for(token) != "people"


def is_told(trigger: Trigger, doer: Token | None, aims: list[Token]) -> bool:
    """Does the sentence tell of the attack, by who made it, what it aimed at or whom it harmed?"""
    noun = trigger.token
    firm = [aim for aim in aims if aim.head.lower_ not in BARE_PLACE or aim.pos_ == "PROPN"]
    fitting = [aim for aim in firm if classes_of(aim) & {"target", "crowd", "armed", "officials", "name"}]
    if firm and not fitting:
        return False
    by_forces = doer is not None and is_state(doer)
    if by_forces and any("protesters" in classes_of(aim) for aim in aims):
        return False
    warlike = trigger.rule.id != "attack.strike" or doer is not None or bool(fitting)
    return warlike and (bool(fitting) or harms(noun) or is_made(noun, doer))


def is_made(noun: Token, doer: Token | None) -> bool:
    """Its maker is named, not only whence it came."""
    return doer is not None and doer.head.lower_ != "from"




def harms(noun: Token) -> bool:
    """The noun is the subject of a verb of harm, or somebody comes to harm in it."""
    verb = governor(noun)
    if verb is None or verb.pos_ == "NOUN":
        return False
    lemma = verb.lemma_.lower()
    if noun.dep_ == "pobj":
        return lemma in HARMED
    return (noun.dep_ in ("nsubj", "nsubjpass") and lemma in things().harming) or (lemma in things().doing)


def group_of_noun(noun: Token) -> str:
    """Air strikes and shelling are a force's, suicide bombings militants'."""
    found = word_classes(noun)
    if "terror" in found:
        return "militants"
    return "security_forces" if "aerial" in found else "people"


# --- force


def uses_of_force(trigger: Trigger, reading: SentenceReading) -> Iterator[Draft]:
    pattern = trigger.rule.pattern
    if pattern == "head":
        yield from means_used(trigger)
    elif pattern == "object":
        yield from forced(trigger, reading)
    elif pattern == "nominal":
        yield from cracked(trigger)
    else:
        yield from fired(trigger, reading)


def state_doer(token: Token) -> Token | None:
    """The nearest state's forces that the verbs above a word have for doers."""
    current = token
    while current.head != current:
        current = current.head
        if current.pos_ in ("VERB", "AUX"):
            doer = doer_of_verb(current)
            if doer is not None and is_state(doer):
                return doer
    doer = doer_of_verb(current) if current.pos_ in ("VERB", "AUX") else None
    return doer if doer is not None and is_state(doer) else None


def is_state(token: Token) -> bool:
    found = classes_of(token)
    official = any("state" in classes_of(child) for child in token.lefts if child.dep_ in ("amod", "compound"))
    return (official and "militants" in found) or ("state" in found and not found & {"militants", "nation"})


def actor_words(doer: Token) -> str:
    """Who uses force, without the article."""
    start = left_edge(doer, None)
    return doer.doc[start : doer.i + 1].text


def faces_people(trigger: Trigger) -> bool:
    """Does the sentence have protesters whom force is used against?"""
    doc = trigger.token.doc
    return any(classes_of(token) & {"protesters", "gathering"} for token in doc if token.pos_ in NOMINALS)


def means_used(trigger: Trigger) -> Iterator[Draft]:
    """Tear gas and the like, all means of a sentence together, where forces use them or a crowd bears them."""
    noun = trigger.token
    if not is_first(trigger) or (is_modifier(noun) and "shots" in word_classes(noun)):
        return
    doer = state_doer(noun) or by_force(noun)
    verb = governor(noun)
    faced = faces_people(trigger)
    borne = faced and (verb is None or verb.lemma_ not in IDLE)
    if (doer is None and not borne) or ("shots" in word_classes(noun) and (doer is None or not faced)):
        return
    yield draft(trigger, None, subject=means_text(noun), group=None, actor=actor_words(doer) if doer else None, event=user(noun))


def by_force(noun: Token) -> Token | None:
    """ "Gunfire from soldiers", "tear gas fired by police"."""
    found = [*objects_of(noun, frozenset({"from", "by"})), *(d for v in children(noun, {"acl"}) if (d := doer_of_verb(v)))]
    return next((each for each in found if is_state(each)), None)


def user(noun: Token) -> Token:
    """The verb that says that the means were used, else the noun itself."""
    verb = governor(noun)
    return verb if verb is not None and verb.pos_ == "VERB" else noun


def all_means(noun: Token) -> list[Token]:
    return [token for token in noun.doc if word_classes(token) & {"means"}]


def is_first(trigger: Trigger) -> bool:
    """Is it the first of a sentence's means? It speaks for all."""
    listed = all_means(trigger.token)
    return not listed or listed[0].i >= trigger.start


def means_text(noun: Token) -> str:
    """The phrase of the means, with what is listed between and around them."""
    listed = [noun, *(token for token in all_means(noun) if noun.i < token.i <= noun.i + REACH)]
    start = first_conjunct(noun)
    opening = start if start.i < noun.i and not any(t.pos_ == "VERB" for t in noun.doc[start.i : noun.i]) else noun
    return noun.doc[left_edge(opening, None) : listed[-1].i + 1].text


def force_at(verb: Token, reading: SentenceReading) -> Token | None:
    """The forces that a verb has for doer, or right before it where the parse has lost its subject."""
    doer = doer_of_verb(verb)
    if (doer is None or not is_state(doer)) and not is_passive(verb):
        doer = noun_before(verb, reading.quantities)
    return doer if doer is not None and is_state(doer) else None


def cracked(trigger: Trigger) -> Iterator[Draft]:
    """ "A crackdown on protesters": whoever cracks down, it is a state."""
    noun = trigger.token
    aims = [each for head in objects_of(noun, AT) for each in coordinated(head)]
    if not any(classes_of(aim) & {"crowd", "gathering"} for aim in aims):
        return
    doer = doer_of_noun(noun)
    actor = actor_words(doer) if doer is not None and is_state(doer) else None
    if noun.lower_ in ("violence", "brutality") and actor is None:
        return
    yield draft(trigger, None, subject=phrase(noun), group=None, actor=actor)


def forced(trigger: Trigger, reading: SentenceReading) -> Iterator[Draft]:
    """ "Used force against", "beat demonstrators": by forces only."""
    verb = trigger.token
    doer = force_at(verb, reading)
    fitting = [head for head in attacked(trigger, reading) if classes_of(head).intersection(trigger.rule.takes)]
    unnamed = is_passive(verb) and doer_of_verb(verb) is None and trigger.rule.id in BORNE
    if not fitting or (doer is None and not (unnamed and "protesters" in classes_of(fitting[0]))):
        return
    means = trigger.rule.id == "force.use"
    low, high = sorted((verb.i, fitting[0].i))
    subject = phrase(fitting[0]) if means else verb.doc[low : high + 1].text
    yield draft(trigger, None, subject=subject, group=None, actor=actor_words(doer) if doer is not None else None)


def fired(trigger: Trigger, reading: SentenceReading) -> Iterator[Draft]:
    """Forces open fire on people; on each other or in war it is no such use."""
    doer = force_at(trigger.token, reading)
    if doer is None:
        return
    subject = trigger.token.doc[trigger.start : max(trigger.covers) + 1].text
    yield draft(trigger, None, subject=subject, group=None, actor=actor_words(doer))
