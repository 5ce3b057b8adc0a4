"""Protests, riots, clashes, attacks, force used against people, strikes.

A kind's maker decides what around a trigger makes the kind: who protests must be a crowd, who clashes able to fight,
who strikes a worker. Nothing is counted but those who take part. Attacks are in ``assaults``, force in
``state_force``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.families.assaults import attacked, attacks
from extractors.families.state_force import uses_of_force
from extractors.families.unrest_roles import (
    BY,
    doer_of_noun,
    doing_people,
    draft,
    first_of,
    governor,
    is_manner,
    is_modifier,
    objects_of,
    phrase,
    sites_of,
    takes,
)
from extractors.grammar.frames import frame_of
from extractors.grammar.noun_phrases import coordinated, subject_words
from extractors.grammar.subjects import children, names_a_deed, subject_of
from extractors.people.groups import group_of
from extractors.things.of_unrest import classes_of, is_people, speaks_of, things, word_classes
from extractors.triggers import find_triggers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from spacy.tokens import Token

    from extractors.drafts import Draft, SentenceReading
    from extractors.grammar.noun_phrases import Participant
    from extractors.triggers import Trigger

OF = frozenset({"of"})
SIDES = frozenset({"with", "between", "among", "against", "involving", "of"})
BETWEEN = frozenset({"between", "among"})
ATTRACTING = frozenset({"draw", "attract", "gather", "bring", "involve", "number"})
CHARGING = frozenset(
    {"charge", "charged", "accuse", "accused", "convict", "convicted", "suspect", "guilty", "acquit", "count"}
)
LULLS = frozenset({"pause", "halt", "end", "lull", "cessation", "respite", "risk", "threat", "stop"})
AT_WHAT = frozenset({"on", "against"})
BYGONE = frozenset({"recent", "previous", "past", "earlier", "future", "further", "possible", "potential", "any", "no"})
MET = "protest.met"
SINGLE = frozenset({"clash", "confrontation", "brawl"})
TALKING = frozenset({"over", "about"})
SPEAKING = frozenset({"demonstrate", "rally"})  # with an object they are about something else: "demonstrated a link"


def protests(trigger: Trigger, reading: SentenceReading) -> Iterator[Draft]:
    """Crowds that protest, protests spoken of, protesters in a caption."""
    if trigger.rule.pattern == "nominal":
        yield from gatherings(trigger, reading)
    elif trigger.rule.pattern == "toll":
        yield from turnouts(trigger, reading)
    elif trigger.rule.id == MET:
        yield from met(trigger, reading)
    elif trigger.rule.pattern == "object":
        yield from seen(trigger, reading)
    elif not is_other_verb(trigger):
        yield from by_people(trigger, reading, "protesters")


def turnouts(trigger: Trigger, reading: SentenceReading) -> Iterator[Draft]:
    """ "Police put the crowd at 12,000": how many came to what is told of elsewhere."""
    for found in frame_of(trigger, reading.quantities).participants[:1]:
        if found.quantity is not None:
            yield draft(trigger, found, subject=None, group="protesters")


def by_people(trigger: Trigger, reading: SentenceReading, group: str) -> Iterator[Draft]:
    found = doing_people(trigger, reading)
    if trigger.rule.kind == "protest" and found is not None and is_armed(found):
        return  # "rebels marched into the city"
    if found is not None:
        yield draft(trigger, found, subject=subject_words(found, reading.doc), group=group)


def is_armed(found: Participant) -> bool:
    return found.head is not None and group_of(found.head) in ("militants", "security_forces", "peacekeepers")


def is_other_verb(trigger: Trigger) -> bool:
    """ "Demonstrated a link", "protested that": no protest."""
    verb = trigger.token
    said = any(child.dep_ == "ccomp" for child in verb.children)
    shown = verb.lemma_ in SPEAKING and len(trigger.covers) == 1 and bool(children(verb, {"dobj"}))
    return said or shown


def seen(trigger: Trigger, reading: SentenceReading) -> Iterator[Draft]:
    for head in children(trigger.token, {"nsubjpass"}):
        found = first_of(head, reading.quantities)
        if takes(trigger, found.head):
            yield draft(trigger, found, subject=subject_words(found, reading.doc), group="protesters")


def met(trigger: Trigger, reading: SentenceReading) -> Iterator[Draft]:
    """Demonstrators driven off, shot at, arrested: there was a protest. How many of them were is not how many came."""
    if any(takes(trigger, first_of(head, reading.quantities).head) for head in attacked(trigger, reading)):
        yield draft(trigger, None, subject=None, group="protesters")


def gatherings(trigger: Trigger, reading: SentenceReading) -> Iterator[Draft]:
    """A protest spoken of by its noun; those who take part where they are named."""
    noun = trigger.token
    if is_modifier(noun) or is_manner(noun) or is_month(noun) or (noun.lower_.startswith("rall") and is_market(noun)):
        return
    if any(child.lower_ in BYGONE for child in noun.lefts) or is_feared(noun) or is_progress(noun):
        return
    found = attendance(noun, reading)
    named = subject_words(found, reading.doc) if found is not None else None
    yield draft(trigger, found, subject=named or phrase(noun), group="protesters")


def attendance(noun: Token, reading: SentenceReading) -> Participant | None:
    """Who came: "a rally of 5,000 people", "a march by teachers", "drew 10,000 people"."""
    for head in [*objects_of(noun, BY | OF), *attracted(noun), *holders(noun)]:
        found = first_of(head, reading.quantities)
        if found.head is None or classes_of(found.head) & {"crowd", "organisation"}:
            return found
    return None


def attracted(noun: Token) -> list[Token]:
    verb = governor(noun)
    if verb is None or verb.lemma_.lower() not in ATTRACTING or noun.dep_ != "nsubj":
        return []
    return children(verb, {"dobj"})


def holders(noun: Token) -> list[Token]:
    verb = governor(noun)
    if verb is None or verb.lemma_.lower() not in things().doing or noun.dep_ != "dobj":
        return []
    subject = subject_of(verb)
    return [subject] if subject is not None else []


def is_charge(noun: Token) -> bool:
    """ "Charged with rioting", "convicted of riot": a word of the law."""
    return noun.dep_ in ("pobj", "pcomp") and noun.head.head.lemma_.lower() in CHARGING


def is_feared(noun: Token) -> bool:
    verb = governor(noun)
    return verb is not None and verb.lemma_ in ("fear", "fears")


def is_progress(noun: Token) -> bool:
    """ "On the march", "the march of time": nobody walks."""
    if not noun.lower_.startswith("march"):
        return False
    marchers = objects_of(noun, OF)
    nobody = bool(marchers) and not any(classes_of(each) & {"crowd", "organisation"} for each in marchers)
    return nobody or (noun.dep_ == "pobj" and noun.head.lower_ == "on")


def is_month(noun: Token) -> bool:
    return noun.text == "March" and noun.i > 0


def is_market(noun: Token) -> bool:
    return speaks_of("business", noun.doc)


def riots(trigger: Trigger, reading: SentenceReading) -> Iterator[Draft]:
    if trigger.rule.pattern != "nominal":
        yield from by_people(trigger, reading, "protesters")
    elif not is_modifier(trigger.token) and not is_feared(trigger.token) and not is_charge(trigger.token):
        riot = draft(trigger, None, subject=phrase(trigger.token), group="protesters")
        yield riot
        if "gathering" in word_classes(trigger.token):
            yield replace(riot, kind="protest")  # "violent protests" are both


def clashes(trigger: Trigger, reading: SentenceReading) -> Iterator[Draft]:
    """Two sides fight; one of them at least must be able to."""
    if trigger.rule.pattern == "nominal":
        yield from clash_nouns(trigger, reading)
    elif trigger.rule.pattern == "object":
        yield from battles(trigger, reading)
    elif not argues(trigger.token):
        yield from by_people(trigger, reading, "people")


def argues(verb: Token) -> bool:
    """ "Clashed over the budget": with words."""
    return any(child.lower_ in TALKING for child in verb.children) and not speaks_of("means", verb.doc)


def battles(trigger: Trigger, reading: SentenceReading) -> Iterator[Draft]:
    subject = subject_of(trigger.token)
    fought = children(trigger.token, {"dobj"})
    if subject is None or not any(takes(trigger, head) for head in fought):
        return
    found = first_of(subject, reading.quantities)
    if trigger.rule.id == "clash.throw" and found.head is not None and "state" in classes_of(found.head):
        return
    if found.head is None or classes_of(found.head) & {"crowd", "armed"}:
        yield draft(trigger, found, subject=subject_words(found, reading.doc), group="people")


def clash_nouns(trigger: Trigger, reading: SentenceReading) -> Iterator[Draft]:
    noun = trigger.token
    if is_modifier(noun) or not names_a_deed(noun):
        return
    if noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in LULLS:
        return  # "a pause in fighting"
    verb = governor(noun)
    hung = objects_of(noun, SIDES) or (objects_of(verb, BETWEEN) if verb is not None else [])
    sides = [each for head in hung for each in coordinated(head)]
    able = [each for each in sides if classes_of(each) & {"crowd", "armed"} or is_people(each)]
    if sides and not able and all(each.pos_ in ("NOUN", "PROPN") for each in sides):
        return
    if not able and noun.tag_ == "NN" and noun.lower_ in SINGLE and not (set(words_before(noun)) & things().warring):
        return  # one clash of nobody in particular is any quarrel
    subject = noun.doc[able[0].left_edge.i : able[-1].i + 1].text if able else None
    found = first_of(able[0], reading.quantities) if able else None
    yield draft(trigger, found, subject=subject, group="people")


def words_before(noun: Token) -> Iterator[str]:
    return (child.lower_ for child in noun.lefts)


def strikes(trigger: Trigger, reading: SentenceReading) -> Iterator[Draft]:
    """Workers down tools."""
    if trigger.rule.pattern != "nominal":
        yield from by_people(trigger, reading, "protesters")
        return
    noun = trigger.token
    if is_modifier(noun) or not takes_part(noun) or hits(noun):
        return
    found = attendance(noun, reading) or on_strike(noun, reading)
    doer = doer_of_noun(noun)
    named = subject_words(found, reading.doc) if found is not None else None
    yield draft(trigger, found, subject=named or phrase(doer if doer is not None else noun), group="protesters")


def on_strike(noun: Token, reading: SentenceReading) -> Participant | None:
    """ "Doctors are on strike"."""
    verb = governor(noun)
    subject = subject_of(verb) if verb is not None and noun.head.lower_ == "on" else None
    return first_of(subject, reading.quantities) if subject is not None else None


def hits(noun: Token) -> bool:
    """ "Strikes on a convoy", "a strike against the port": arms strike it."""
    return any("target" in word_classes(aim) for aim in objects_of(noun, AT_WHAT))


def takes_part(noun: Token) -> bool:
    """Is the strike of workers and not of arms?"""
    around = noun.doc[max(0, noun.i - 3) : noun.i]
    return not any("warlike" in word_classes(token) for token in around)


MAKERS: Mapping[str, Callable[[Trigger, SentenceReading], Iterator[Draft]]] = {
    "protest": protests,
    "riot": riots,
    "clash": clashes,
    "attack": attacks,
    "use_of_force": uses_of_force,
    "strike": strikes,
}


def is_game(trigger: Trigger) -> bool:
    """Sport borrows the words; where police or troops stand in the sentence too, it is no game."""
    doc = trigger.token.doc
    return speaks_of("sport", doc) and not any("state" in classes_of(token) for token in doc if token.pos_ == "NOUN")


def drafts(reading: SentenceReading) -> Iterator[Draft]:
    """The unrest that one sentence tells of."""
    for trigger in find_triggers(reading.doc, "unrest"):
        if not is_game(trigger):
            for made in MAKERS[trigger.rule.kind](trigger, reading):
                yield from at_each_site(made)


def at_each_site(made: Draft) -> Iterator[Draft]:
    """Two named cities are two claims; a number over several places is one, of the first."""
    sites = sites_of(made.event) if made.count is None else []
    yield from (replace(made, site=site) for site in sites)
    if not sites:
        yield made
