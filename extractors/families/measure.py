"""Measures: what authorities decide, from curfews to sanctions.

A measure is a noun of its own ("curfew"), a noun with what it is laid on ("a ban on rallies"), or a verb with it
("dismissed the government"). Only what is in force, decided or ended counts: a topic of talks ("ceasefire proposal") or
an inquiry that nobody opens is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.drafts import Draft, numbered
from extractors.families.measure_lengths import length_of
from extractors.grammar.frames import noun_after, object_heads, subject_heads
from extractors.grammar.noun_phrases import coordinated, first_conjunct, left_edge, phrase_head, right_edge
from extractors.grammar.subjects import children, is_passive, noun_before, stands_before, subject_of
from extractors.people.groups import group_of
from extractors.status.reading import modality_of
from extractors.things.of_measures import classes_of, is_private, things, word_classes
from extractors.triggers import find_triggers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from extractors.drafts import SentenceReading
    from extractors.records import Quantity
    from extractors.triggers import Trigger

OFFICIAL = frozenset({"dismissal", "appointment"})
TERRITORIAL = frozenset({"state_of_emergency", "curfew", "gathering_ban", "movement_restriction"})
RULED = frozenset({"civilians", "protesters", "people", "prisoners"})
LAID_ON = frozenset({"on", "of", "against", "over", "for", "to", "into"})
WHERE = frozenset({"in", "for", "across", "over", "throughout", "to", "at"})
PERSONAL = frozenset({"he", "she", "his", "her"})
AIMED = frozenset({"at", "on", "into", "upon", "from", "back", "towards", "toward"})  # "fired at": no dismissal
BACKGROUND = frozenset(
    {"since", "before", "over", "about", "for", "in"}
)  # "since the ouster of": told of, not reported
PARTS = ("compound", "poss", "nmod", "amod")


def event_of(trigger: Trigger) -> Token:
    """The token that carries the measure: for "state of emergency" the state."""
    token = trigger.token
    if trigger.rule.pattern == "head":
        while token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.i >= trigger.start:
            token = token.head.head
        while token.dep_ == "compound" and token.head.i in trigger.covers:
            token = token.head
    return token


def governors(noun: Token) -> Iterator[Token]:
    """The verbs that a noun is the object or subject of, a list looked through."""
    current = noun
    while current.dep_ in ("conj", "compound", "nmod") and current.head != current:
        current = current.head
    if current.head.pos_ in ("VERB", "AUX", "ADJ"):
        yield current.head
    if current.dep_ == "pobj" and current.head.head.pos_ in ("VERB", "AUX"):
        yield current.head.head


def is_opened(noun: Token) -> bool:
    """Is an inquiry or its panel set up or going on, not merely spoken of?"""
    words = things()
    for governor in governors(noun):
        after = {t.lower_ for t in governor.doc[governor.i : governor.i + 4]}
        if governor.lemma_.lower() in words.opening or (governor.lemma_ == "be" and after & words.underway):
            return True
        if governor.lemma_ == "be" and children(governor, {"expl"}):
            return True  # "there will be an investigation"
    following = noun.doc[noun.i + 1 : noun.i + 4]
    return any(token.lower_ in words.underway and token.pos_ in ("VERB", "ADJ", "NOUN") for token in following)


def is_topic(noun: Token) -> bool:
    """ "Ceasefire talks", "a sanctions threat": a measure spoken about."""
    head = noun.head
    topics = things().topics
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    follows = (
        after is not None
        and (after.lemma_.lower() in topics or after.lower_ in topics)
        and after.pos_ in ("NOUN", "PROPN")
    )
    above = head.head if noun.dep_ == "pobj" and head.lower_ in ("for", "of", "on", "about", "over") else None
    return follows or (above is not None and above.lemma_.lower() in topics)


def is_remark(noun: Token) -> bool:
    """ "Welcomed the truce", "no truce", "will respect the ceasefire": a measure told elsewhere, or none."""
    none = any(child.lower_ == "no" for child in noun.lefts)
    above = [*governors(noun), *([noun.head.head] if noun.dep_ == "pobj" else [])]
    known = any(child.lower_ in ("the", "this", "that", "its") for child in noun.lefts)
    wished = any(word.lemma_.lower() in things().wishing for word in above)
    return none or wished or (known and any(word.lemma_.lower() in things().commenting for word in above))


def laid_on(trigger: Trigger) -> Iterator[Token]:
    """What a ban, a cap, a dismissal is laid on: its complement, its possessor, the noun before it."""
    noun = trigger.token
    for preposition in noun.children:
        if preposition.dep_ == "prep" and preposition.lower_ in LAID_ON:
            for inner in children(preposition, {"pobj", "pcomp"}):
                yield from coordinated(inner)
    yield from (child for child in noun.children if child.dep_ in PARTS and child.i < noun.i)
    yield from nouns_behind(trigger)


def nouns_behind(trigger: Trigger) -> Iterator[Token]:
    """The noun after "bans on", where the parse hangs the preposition elsewhere."""
    behind = trigger.token.doc[trigger.end : trigger.end + 4]
    if len(behind) > 1 and behind[0].lower_ in LAID_ON and behind[0].head != trigger.token:
        yield from (phrase_head(token) for token in behind[1:] if token.pos_ in ("NOUN", "PROPN"))


def targets(trigger: Trigger, quantities: tuple[Quantity, ...]) -> Iterator[Token]:
    """The heads of what a measure is taken on, by the rule's pattern."""
    pattern = trigger.rule.pattern
    if pattern == "head":
        yield event_of(trigger)
    elif pattern == "nominal":
        yield from laid_on(trigger)
    elif not trigger.rule.takes:
        yield trigger.token
    else:
        yield from verb_targets(trigger, quantities)


def verb_targets(trigger: Trigger, quantities: tuple[Quantity, ...]) -> Iterator[Token]:
    """Who resigns; what is banned, by the parse and, where that has lost it, right after the verb."""
    verb = trigger.token
    if trigger.rule.pattern == "subject":
        found = list(subject_heads(trigger, quantities))
    else:
        found = [
            head
            for head in object_heads(trigger, quantities)
            if is_passive(verb) or head.i > verb.i or verb.dep_ in ("acl", "ROOT", "relcl")
        ]
        near = noun_before(verb, quantities) if is_passive(verb) else noun_after(trigger, quantities)
        found += [phrase_head(near)] if near is not None else []
    for head in found:
        yield from coordinated(first_conjunct(head))


def target_classes(head: Token, trigger: Trigger) -> frozenset[str]:
    found = classes_of(head)
    if head.lower_ in PERSONAL:
        found |= {"pronoun"}
    if is_opened(head):
        found |= {"opened"}
    if head.pos_ == "VERB" and trigger.rule.pattern == "nominal":
        found |= word_classes(head)
    return found


def is_demanded(event: Token) -> bool:
    """ "Demanded that he resign": the small model takes the bare verb for a noun, so its tense tells nothing."""
    return event.dep_ in ("ccomp", "xcomp") and event.lower_ == event.lemma_ and event.head.lemma_ in things().demanding


def is_background(trigger: Trigger) -> bool:
    """ "Since the ouster of the president": told of, not reported."""
    token = trigger.token
    is_told_of = token.dep_ == "pobj" and token.head.lower_ in BACKGROUND and token.head.dep_ != "prt"
    return trigger.rule.pattern == "nominal" and is_told_of


def is_conditional(event: Token) -> bool:
    """ "A curfew will be imposed if the river rises"."""
    clauses = (c for verb in (event, *governors(event)) for c in children(verb, {"advcl"}))
    return any(mark.lower_ in ("if", "unless") for clause in clauses for mark in children(clause, {"mark"}))


def is_other(trigger: Trigger) -> bool:
    """No dismissal or appointment: aimed shots, what is only demanded, what has long happened."""
    doc = trigger.token.doc
    aimed = trigger.token.lemma_ == "fire" and trigger.end < len(doc) and doc[trigger.end].lower_ in AIMED
    return aimed or is_demanded(trigger.token) or is_background(trigger)


def is_date(head: Token, reading: SentenceReading) -> bool:
    """ "July's ouster": the possessor is a time."""
    return any(time.char_start <= head.idx < time.char_end for time in reading.times)


def fits(head: Token, trigger: Trigger) -> bool:
    """Is this what the rule's measure is taken on?"""
    rule = trigger.rule
    if is_conditional(event_of(trigger)) or (rule.kind in OFFICIAL and is_other(trigger)):
        return False
    if rule.kind in OFFICIAL and (is_private(head) or (rule.pattern == "object" and stands_before(trigger.token))):
        return False
    if rule.pattern == "head" and (is_topic(trigger.token) or is_remark(event_of(trigger))):
        return False
    return not rule.takes or bool(target_classes(head, trigger).intersection(rule.takes))


def decider(event: Token, trigger: Trigger) -> str | None:
    """Who decided it: the agent, or the subject of the verb that lays it down; nobody where a pronoun stands."""
    verb = event if trigger.rule.pattern in ("object", "subject") else next(governors(event), None)
    if verb is None:
        return None
    agents = [noun for by in verb.children if by.lower_ == "by" for noun in children(by, {"pobj"})]
    found = agents[0] if agents else None if is_passive(verb) else subject_of(verb)
    if (
        found is None
        or found.pos_ not in ("NOUN", "PROPN")
        or (event.pos_ in ("NOUN", "PROPN") and found in event.subtree)
        or group_of(found) in RULED
    ):
        return None
    return found.doc[left_edge(found, None) : right_edge(found)].text


def where_laid(event: Token) -> tuple[Token, ...]:
    """The places that a curfew or an emergency is laid on: "in the capital and the port"."""
    verbs = [event, *children(event, {"acl"}), *governors(event)]
    found = [
        noun
        for verb in verbs
        for p in verb.rights
        if p.dep_ == "prep" and p.lower_ in WHERE
        for noun in children(p, {"pobj"})
    ]
    listed = (each for noun in found for each in coordinated(noun))
    return tuple(dict.fromkeys(site for noun in listed for site in names_of(noun)))


def names_of(place: Token) -> tuple[Token, ...]:
    """The name in a place phrase ("the capital city of Nur-Sultan", "its largest city, Almaty"), else its noun."""
    inner = [noun for child in place.children if child.lower_ == "of" for noun in children(child, {"pobj"})]
    named = [token for token in (place, *children(place, {"appos"}), *inner) if token.pos_ == "PROPN"]
    return tuple(named[:1]) or ((place,) if "settlement" in word_classes(place) else ())


def text_of(head: Token, trigger: Trigger) -> str:
    start = left_edge(head, None)
    return head.doc[max(start, trigger.end) if head.i >= trigger.end else start : right_edge(head)].text


def subject_text(head: Token, trigger: Trigger, site: Token | None) -> str | None:
    """What it is laid on, as the article has it; for a measure that is its own noun, where."""
    if head in (trigger.token, event_of(trigger)):
        return None if site is None else text_of(site, trigger)
    owner = subject_of(next(governors(trigger.token), trigger.token)) if head.lower_ in PERSONAL else None
    is_somebody = owner is not None and bool(classes_of(owner) & {"office", "name"})
    return text_of(owner if is_somebody and owner is not None else head, trigger)


def status_of_measure(event: Token, trigger: Trigger) -> str | None:
    """What an authority announces, orders or agrees on holds; None leaves the status to the clause."""
    found = modality_of(event)
    if found is None or found.category != "planned" or found.rule != "ordered":
        return trigger.rule.status
    return "asserted" if event.doc[found.cue].lemma_.lower() in things().deciding else trigger.rule.status


def draft(head: Token, trigger: Trigger, reading: SentenceReading, site: Token | None) -> Draft:
    event = event_of(trigger)
    length = length_of(trigger, reading.quantities)
    return numbered(
        Draft(
            family="measure",
            kind=trigger.rule.kind,
            rule=trigger.rule.id,
            event=event,
            subject=subject_text(head, trigger, site),
            actor=decider(event, trigger),
            status=status_of_measure(event, trigger),
            site=site,
        ),
        length,
    )


def drafts(reading: SentenceReading) -> Iterator[Draft]:
    """The measures that one sentence tells of."""
    for trigger in find_triggers(reading.doc, "measure"):
        fitting = [
            head for head in targets(trigger, reading.quantities) if fits(head, trigger) and not is_date(head, reading)
        ]
        listed = fitting if trigger.rule.kind in OFFICIAL else fitting[:1]
        for head in listed:
            sites = where_laid(event_of(trigger)) if trigger.rule.kind in TERRITORIAL else ()
            for site in sites or (None,):
                yield draft(head, trigger, reading, site)
