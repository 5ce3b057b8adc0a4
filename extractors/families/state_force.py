"""Force that a state uses against people: its means in one phrase, and whoever uses them.

The guide: one claim per actor and occasion, all means together. In war and against armed men it is no such use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.families.assaults import AT, attacked
from extractors.families.unrest_roles import (
    NOMINALS,
    doer_of_noun,
    doer_of_verb,
    draft,
    governor,
    is_modifier,
    objects_of,
    phrase,
)
from extractors.grammar.noun_phrases import coordinated, first_conjunct, left_edge
from extractors.grammar.subjects import children, is_passive, noun_before
from extractors.things.of_unrest import classes_of, is_state, things, word_classes
from extractors.triggers import find_triggers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from extractors.drafts import Draft, SentenceReading
    from extractors.triggers import Trigger

BORNE = frozenset({"force.beat", "force.shoot"})  # said of protesters, they tell of force whoever used it
REACH = 12  # tokens over which the means of one use are listed


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
            if doer is not None and (is_state(doer) or "arm" in classes_of(doer)):
                return doer
    doer = doer_of_verb(current) if current.pos_ in ("VERB", "AUX") else None
    return doer if doer is not None and is_state(doer) else None


def actor_words(doer: Token) -> str:
    """Who uses force, without the article."""
    start = left_edge(doer, None)
    return doer.doc[start : doer.i + 1].text


def faces_people(trigger: Trigger) -> bool:
    """Does the sentence have protesters whom force is used against?"""
    doc = trigger.token.doc
    named = any(classes_of(token) & {"protesters", "gathering"} for token in doc if token.pos_ in NOMINALS)
    return named or any(other.rule.kind == "protest" for other in find_triggers(doc, "unrest"))


def means_used(trigger: Trigger) -> Iterator[Draft]:
    """Tear gas and the like, all means of a sentence together, where forces use them or a crowd bears them."""
    noun = trigger.token
    if not is_first(trigger) or (is_modifier(noun) and is_plain_shot(noun)):
        return
    doer = state_doer(noun) or by_force(noun)
    verb = governor(noun)
    faced = faces_people(trigger)
    borne = faced and (verb is None or verb.lemma_ not in things().idle)
    if (doer is None and not borne) or (is_plain_shot(noun) and (doer is None or not faced)):
        return
    yield draft(
        trigger, None, subject=means_text(noun), group=None, actor=actor_words(doer) if doer else None, event=user(noun)
    )


def is_plain_shot(noun: Token) -> bool:
    """Gunfire and bullets are of any war; rubber bullets are for crowds alone."""
    found = word_classes(noun)
    return "shots" in found and "means" not in found


def by_force(noun: Token) -> Token | None:
    """ "Gunfire from soldiers", "tear gas fired by police", "police firing"."""
    found = [
        *children(noun, {"compound"}),
        *objects_of(noun, frozenset({"from", "by"})),
        *(d for v in children(noun, {"acl"}) if (d := doer_of_verb(v))),
    ]
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
