"""Services cut, blocked, halted - and restored: internet, phones, media, transport, banks, power, output.

What is cut decides (``lexicons/services.yaml``): a rule takes the things of its own kind alone. Only a stated share of
normal that is left is a count.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.drafts import Draft, numbered
from extractors.families.measure import is_conditional
from extractors.families.people import actor_words
from extractors.families.unrest_roles import sites_of
from extractors.grammar.doc_words import bare_words_of
from extractors.grammar.frames import frame_of
from extractors.grammar.noun_phrases import Participant, coordinated, left_edge, quantity_of, subject_words
from extractors.grammar.subjects import agents_of, children, is_active_perfect, is_passive, subject_of
from extractors.status.reading import status_of
from extractors.things.classes import is_in_link, phrases_at
from extractors.things.of_services import SERVICES, company, service_classes
from extractors.triggers import find_triggers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from extractors.drafts import SentenceReading
    from extractors.records import Quantity
    from extractors.triggers import Trigger

COMPLEMENTS = frozenset({"of", "to", "on", "in", "with", "at"})
STAND_INS = frozenset({"it", "them"})
NORMAL = frozenset({"normal", "ordinary", "usual", "capacity", "pre-war", "prewar", "typical", "average", "regular"})
NORMAL_REACH = 4  # tokens after a percentage in which "normal" stands
YET = 5  # tokens before a verb in which "yet to" stands
COMPOUND_REACH = 8  # tokens before an action noun in which what is cut stands: "internet and mobile network outages"
LEVEL = ".level"  # a rule that tells of a share of normal, and of nothing without one
LEFT = frozenset({"at", "to"})
INSERTED = frozenset({"about", "around", "just", "only", "some", "roughly", "nearly", "below", "under", "less", "than"})
LISTED = ("NOUN", "PROPN", "ADJ", "CCONJ")


def has_company(trigger: Trigger) -> bool:
    """Can its sentence have anything that the rule takes? A verb has rules for every kind of service."""
    return not bare_words_of(trigger.token.doc).isdisjoint(company(trigger.rule.takes))


def fits(head: Token, trigger: Trigger) -> bool:
    if any(child.lower_ == "no" for child in head.lefts):
        return False  # "no train was delayed"
    return bool(service_classes(head) & frozenset(trigger.rule.takes)) and not is_in_link(head)


def compounds(trigger: Trigger) -> Iterator[Token]:
    """What stands before an action noun: internet and network in "internet and mobile phone network outages"."""
    doc = trigger.token.doc
    passed: set[int] = set()
    for token in reversed(doc[max(0, trigger.start - COMPOUND_REACH) : trigger.start]):
        if token.pos_ not in LISTED and token.tag_ not in ("HYPH", "POS"):
            return
        if token.i not in passed and (found := phrases_at(token, SERVICES)):
            passed |= set(range(token.i + 1 - len(found[0]), token.i + 1))
            yield token


def complements(noun: Token) -> Iterator[Token]:
    """What an action noun is of: "the closure of two airports", "blocks on traffic"."""
    for preposition in noun.rights:
        if preposition.lower_ in COMPLEMENTS and preposition.dep_ == "prep":
            for inner in children(preposition, {"pobj"}):
                yield from coordinated(inner)
    yield from nouns_behind(noun)


def nouns_behind(noun: Token) -> Iterator[Token]:
    """ "Blocks on traffic to some sites": the nouns after a preposition, wherever the parse hangs them."""
    doc = noun.doc
    if noun.i + 1 >= len(doc) or doc[noun.i + 1].lower_ not in COMPLEMENTS:
        return
    for token in doc[noun.i + 2 : noun.i + 2 + COMPOUND_REACH]:
        if token.pos_ in ("VERB", "AUX", "PUNCT") and token.dep_ != "amod":
            return
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ != "compound":
            yield token


def verb_heads(trigger: Trigger, quantities: Sequence[Quantity]) -> Iterator[Token]:
    """What a verb or state is said of, every member of a list; the subject of "services have disrupted" too."""
    frame = frame_of(trigger, quantities)
    heads = [found.head for found in frame.participants if found.head is not None]
    governor = trigger.token.head
    if (
        trigger.rule.pattern == "state"
        and governor.pos_ in ("AUX", "VERB")
        and (subject := subject_of(governor)) is not None
    ):
        heads = [subject]  # "the network in the metropolis was dead": not the noun right before
    if not any(fits(head, trigger) for head in heads) and is_active_perfect(trigger.token):
        subject = subject_of(trigger.token)
        heads = [subject] if subject is not None else heads
    for head in heads:
        yield from coordinated(meant(head, trigger))
        yield from listed_modifiers(head)


def meant(head: Token, trigger: Trigger) -> Token:
    """What "it" stands for: the nearest thing before it that the rule takes."""
    if head.lower_ not in STAND_INS:
        return head
    nouns = (token for token in reversed(head.doc[: head.i]) if token.pos_ in ("NOUN", "PROPN"))
    return next((noun for noun in nouns if fits(noun, trigger)), head)


def listed_modifiers(head: Token) -> Iterator[Token]:
    """Internet and phone in "phone and internet links were cut": two things though one noun."""
    for child in head.children:
        if child.dep_ in ("nmod", "compound", "amod") and any(c.dep_ == "conj" for c in child.children):
            yield from coordinated(child)


def heads_of(trigger: Trigger, quantities: Sequence[Quantity]) -> Iterator[Token]:
    """The things that a trigger may be said of, each once."""
    if trigger.rule.pattern == "nominal":
        found = [*compounds(trigger), *complements(trigger.token)]
    else:
        found = list(verb_heads(trigger, quantities))
    fitting = [head for head in found if fits(head, trigger)]
    yield from dict.fromkeys(fitting or own_things(trigger))


def own_things(trigger: Trigger) -> Iterator[Token]:
    """ "The strike halted production": the phrase of a verb that has what is cut within it."""
    verb = trigger.token
    held = children(verb, {"dobj"}) if trigger.rule.pattern == "subject" else []
    yield from (noun for noun in held if noun.i in trigger.covers and fits(noun, trigger))


def says_share(quantity: Quantity, trigger: Trigger) -> bool:
    """ "At about five percent of normal levels", "fell to 2%": a share of what there was before, not a change."""
    doc = trigger.token.doc
    after = {token.lower_ for token in doc[quantity.end : quantity.end + NORMAL_REACH]}
    if after & NORMAL:
        return True
    start = quantity.start
    while start and doc[start - 1].lower_ in INSERTED:
        start -= 1
    is_level = trigger.rule.kind == "internet" or trigger.rule.status == "ended"
    return is_level and start > 0 and doc[start - 1].lower_ in LEFT


def share_left(trigger: Trigger, quantities: Sequence[Quantity]) -> Quantity | None:
    return next((q for q in quantities if q.kind == "percent" and says_share(q, trigger)), None)


def what(head: Token, trigger: Trigger, quantities: Sequence[Quantity]) -> str | None:
    """The thing as the article has it, without what the trigger adds."""
    if head.i < trigger.start and trigger.rule.pattern == "nominal":
        size = len(next(iter(phrases_at(head, SERVICES)), ("",)))
        return head.doc[max(0, head.i + 1 - size) : head.i + 1].text
    quantity = quantity_of(head, quantities)
    return subject_words(Participant(head, quantity, left_edge(head, quantity), head.i + 1), head.doc)


def cutter(trigger: Trigger) -> Token | None:
    """Who cut it: the agent, or the subject of an active verb with an object."""
    verb = trigger.token
    if trigger.rule.pattern != "object":
        return None
    agents = agents_of(verb)
    if agents:
        return agents[0]
    return None if is_passive(verb) or not children(verb, {"dobj"}) else subject_of(verb)


def is_off(trigger: Trigger) -> bool:
    """The end of a cut that is only planned, or a thing told of in passing ("the closed border"), is no claim."""
    token = trigger.token
    planned_end = trigger.rule.status == "ended" and status_of(token) == "planned"
    goes_on = token.tag_ == "VBG" and token.i > 0 and token.doc[token.i - 1].text == ","  # "..., halting trains"
    in_passing = trigger.rule.pattern != "nominal" and token.dep_ == "amod" and token.head.i > token.i and not goes_on
    moves_on = trigger.rule.pattern == "subject" and any(
        child.dep_ == "prep" and child.lower_ in ("at", "to", "for", "outside", "near") and is_single(trigger)
        for child in token.children
    )
    return planned_end or in_passing or moves_on or acts(trigger) or is_conditional(token)


def acts(trigger: Trigger) -> bool:
    """ "The bank closed his account", "the bus stopped": what a service does is not done to it."""
    verb = trigger.token
    if trigger.rule.pattern in ("subject", "state"):
        return any(noun.i not in trigger.covers for noun in children(verb, {"dobj"}))
    subject = children(verb, {"nsubj"})
    is_told_of = bool(subject) and any(child.dep_ in ("det", "poss") for child in subject[0].children)
    stands_alone = not children(verb, {"dobj", "auxpass"}) and not any(c.dep_ == "aux" for c in verb.children)
    return verb.tag_ == "VBD" and is_told_of and stands_alone and trigger.end <= verb.i + 1


def is_single(trigger: Trigger) -> bool:
    """ "The train stopped at the station": one vehicle of many moves about."""
    subject = subject_of(trigger.token)
    return subject is not None and subject.lower_ in ("train", "bus", "flight", "tram", "ferry", "subway")


def draft(trigger: Trigger, head: Token | None, quantities: Sequence[Quantity]) -> Draft:
    share = share_left(trigger, quantities)
    planned = status_of(trigger.token) == "planned"
    if head is not None and trigger.rule.status == "ended" and is_not_back(trigger.token):
        return not_back(trigger, head, quantities)
    return numbered(
        Draft(
            family="disruption",
            kind=trigger.rule.kind,
            rule=trigger.rule.id,
            event=trigger.token,
            subject=what(head, trigger, quantities) if head is not None else trigger.token.text,
            actor=actor_words(cutter(trigger)),
            status=None if planned else trigger.rule.status,
        ),
        share,
    )


def is_not_back(verb: Token) -> bool:
    """ "Have not been restored", "has yet to reopen"."""
    before = {token.lower_ for token in verb.doc[max(0, verb.i - YET) : verb.i] if token.head in (verb, verb.head)}
    return any(child.dep_ == "neg" for child in verb.children) or {"yet", "to"} <= before


def not_back(trigger: Trigger, head: Token, quantities: Sequence[Quantity]) -> Draft:
    """What has not been restored is off: the claim is of the service, and the verb denies only its return."""
    return Draft(
        family="disruption",
        kind=trigger.rule.kind,
        rule=trigger.rule.id,
        event=head,
        subject=what(head, trigger, quantities),
        status="asserted",
    )


def raw_drafts(reading: SentenceReading) -> Iterator[Draft]:
    for trigger in find_triggers(reading.doc, "disruption"):
        if trigger.rule.pattern == "head":
            if not trigger.rule.id.endswith(LEVEL) or share_left(trigger, reading.quantities) is not None:
                yield draft(trigger, None, reading.quantities)
        elif has_company(trigger) and not is_off(trigger):
            # what one verb cuts is one thing of its kind: "main roads and thoroughfares", "Twitter and Telegram"
            yield from (
                draft(trigger, head, reading.quantities) for head in list(heads_of(trigger, reading.quantities))[:1]
            )


def drafts(reading: SentenceReading) -> Iterator[Draft]:
    """What one sentence says is cut or back, each thing once."""
    told: set[tuple[str, str | None, str | None]] = set()
    for each in raw_drafts(reading):
        key = (each.kind, each.subject, each.status)
        if key not in told:
            told.add(key)
            yield from at_each_site(each)


def at_each_site(made: Draft) -> Iterator[Draft]:
    """ "Off in Bolan, Kalat and Mastung": each named place is a claim."""
    sites = sites_of(made.event) if made.count is None else []
    yield from (replace(made, site=site) for site in sites)
    if not sites:
        yield made
