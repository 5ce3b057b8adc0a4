"""Finds the cues that take an event out of plain assertion, one function per place that a rule may name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from extractors.grammar.clauses import (
    HAVE,
    NOUNS,
    OBJECTS,
    auxiliaries,
    carriers,
    clause_around,
    group_before,
    has_to,
    links_of,
    names_of,
)
from extractors.grammar.doc_words import SENTENCES, words_of
from extractors.status.forms import is_inverted_condition, is_question, is_rule_for_all
from extractors.status.rules import StatusRule, rules_at, status_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

PRESENT = frozenset({"VBZ", "VBP"})
PAST = frozenset({"VBD", "VBN", "VBG"})
WOULD = frozenset({"would", "'d", "\u2019d"})
PERFECTS = tuple(f"{modal} have" for modal in ("may", "might", "could", "would", "should", "must", "can"))
NUMBERS = frozenset({"toll", "number", "tally", "count", "total"})  # "lifted the toll past 300" ends nothing
AFTER = 3  # tokens on either side of an event in which an adverb is taken for its own


@dataclass(frozen=True, slots=True)
class Modality:
    """What a cue makes of an event: a status or, for any other category, no claim at all.

    ``rule`` is the lexicon entry's id, ``cue`` the position of the (last) token that decided.
    """

    category: str
    rule: str
    cue: int


@lru_cache(maxsize=SENTENCES)
def findings(event: Token) -> tuple[Modality, ...]:
    """Everything that the sentence says of an event besides that it happened; asked for more than once of each."""
    return tuple(found_of(event))


def found_of(event: Token) -> Iterator[Modality]:
    if is_question(event):
        yield Modality("asked", "question", len(event.doc) - 1)
    if is_rule_for_all(event):
        yield Modality("generic", "whoever", event.i)
    if is_inverted_condition(event):
        yield Modality("hypothetical", "inversion", 0)
    for carrier in carriers(event):
        yield from in_group(carrier)
        yield from in_governor(carrier)
        yield from in_opener(carrier)
    yield from in_modifiers(event)
    yield from in_clause(event)
    yield from in_sentence(event)


def in_group(event: Token) -> Iterator[Modality]:
    group = auxiliaries(event)
    text = f" {' '.join(token.lower_ for token in group)} "
    for rule in rules_at("group") if group else ():
        fitting = any(word in text for word in rule.set_apart) and (not rule.events or event.lower_ in rule.events)
        if fitting and not is_excused(rule, event, text):
            category = "planned" if rule.id == "modal" and is_future_in_past(event, group) else rule.category
            yield Modality(category, rule.id, group[-1].i)


def is_future_in_past(event: Token, group: Sequence[Token]) -> bool:
    """ "would" after a past "said" is the future of what was said."""
    return group[0].lower_ in WOULD and is_reported(event)


def is_reported(event: Token) -> bool:
    said = status_lexicon().said
    return any(verb.lemma_ in said and verb.tag_ in PAST for verb in (*event.ancestors, *siblings(event)))


def siblings(event: Token) -> Iterator[Token]:
    """Saying verbs that the parse hangs below the event ("..., the ministry said")."""
    return (child for child in event.children if child.dep_ in {"parataxis", "ccomp", "conj"})


def is_excused(rule: StatusRule, event: Token, text: str) -> bool:
    """A weaker rule gives way to one that fits more of the group; "not only" denies nothing.

    What had to be done was.
    """
    if rule.id == "modal":
        if event.dep_ == "neg":  # "could not be found": they were not
            return " can " in text or " could " in text
        return any(f" {words} " in text for words in PERFECTS) or " had to " in text or is_guessed_state(event, text)
    if rule.id == "will":  # "men of good will protested"
        return event.tag_ in {"VBD", "VBN"} and text.rsplit(maxsplit=1)[-1] in {"will", "shall"}
    return rule.category == "negated" and (" not only " in text or " no longer " in text)


def is_guessed_state(event: Token, text: str) -> bool:
    """ "may be trapped": a guess about the present, which the rule for such states takes."""
    states = next(rule.events for rule in rules_at("group") if rule.id == "may_be")
    return event.lower_ in states and any(f" {modal} " in text for modal in ("may", "might", "could"))


def in_governor(event: Token) -> Iterator[Modality]:
    for label, head in links_of(event):
        names = names_of(head)
        for rule in rules_at("governor"):
            if label in rule.links and not rule.words.isdisjoint(names) and fits(rule, event, head, label):
                yield Modality(rule.category, rule.id, head.i)
        for rule in rules_at("report"):
            yield from in_report(rule, label, head)
        if is_purpose(event, label, head):
            yield Modality("purposed", "purpose", head.i)


def fits(rule: StatusRule, event: Token, head: Token, label: str) -> bool:
    """Does a governor mean what its rule says with the event hanging on it in this way?"""
    if rule.bare and any(child.dep_ in {"poss", "compound"} for child in head.children):
        return False
    if rule.events_are == "aspectual" and is_only_wanted(head):
        return False
    if rule.events_are == "aspectual":
        is_thing = event.pos_ in NOUNS and event.lemma_ not in NUMBERS
        return event.tag_ == "VBG" or (is_thing and (label != "nsubj" or is_intransitive_end(head)))
    if label in OBJECTS:
        return fits_as_object(rule, event, head, label)
    return fits_as_clause(rule, event, head, label)


def is_only_wanted(verb: Token) -> bool:
    """ "Should end the shutdown", "must lift the curfew": it goes on."""
    return any(child.dep_ == "aux" and child.lower_ in ("should", "must", "ought") for child in verb.children)


def fits_as_object(rule: StatusRule, event: Token, head: Token, label: str) -> bool:
    if head.lemma_ == "call" and head.pos_ == "VERB" and label in {"dobj", "nsubjpass"}:
        return rule.category == "planned"  # who calls a strike organises it; who calls for one asks for it
    if head.lemma_ in rule.unless or (rule.category == "averted" and label == "pobj" and head.pos_ not in NOUNS):
        return False
    return (
        event.pos_ in NOUNS if head.lemma_ == "announce" else not (rule.category == "planned" and head.lemma_ == "tell")
    )


def fits_as_clause(rule: StatusRule, event: Token, head: Token, label: str) -> bool:
    is_open = (
        has_to(event) or event.tag_ in {"VB", "VBG"} or any(token.tag_ in {"MD", "VB"} for token in auxiliaries(event))
    )
    if rule.category == "threatened" and label == "ccomp":
        return any(token.tag_ == "MD" for token in auxiliaries(event))
    if rule.category == "planned" and head.lemma_ in {"announce", "tell"}:
        return head.lemma_ == "tell" and has_to(event)
    if rule.category in {"planned", "urged", "attempted"} and label in {"ccomp", "advcl"}:
        return is_open
    if head.lower_ == "order" and head.i and head.nbor(-1).lower_ == "in":  # "in order to"
        return False
    return rule.category != "unconfirmed" or label != "advcl" or has_to(event)


def is_intransitive_end(verb: Token) -> bool:
    return verb.lemma_ in {"end", "cease", "stop", "conclude"} and not any(
        child.dep_ == "dobj" for child in verb.children
    )


def in_report(rule: StatusRule, label: str, head: Token) -> Iterator[Modality]:
    """A denial reaches the event as its clause, or through a word for hearsay."""
    lexicon = status_lexicon()
    if head.lemma_ in rule.words and label in {"ccomp", "xcomp"}:
        yield Modality(rule.category, rule.id, head.i)
    elif head.lemma_ in lexicon.hearsay and label in {"acl", "ccomp", "pobj", "pcomp"}:
        above = head.head
        beside = {child.lemma_ for child in (*head.children, *above.children)}
        if above.lemma_ in rule.words or not beside.isdisjoint(rule.words) or is_untrue(above):
            yield Modality(rule.category, rule.id, above.i)
    elif head.lemma_ in lexicon.giving and label in {"ccomp", "dobj"} and is_negated(head):
        yield Modality(rule.category, rule.id, head.i)


def is_negated(verb: Token) -> bool:
    """ "had never reported 164 *deaths*": who never gave a number disowns it."""
    return any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children)


def is_untrue(verb: Token) -> bool:
    """ "was not true", "is not accurate"."""
    true = any(child.lemma_ in {"true", "correct", "accurate"} for child in verb.children if child.dep_ == "acomp")
    return true and is_negated(verb)


def is_purpose(event: Token, label: str, head: Token) -> bool:
    """ "sent troops to *restore* order": meant, not done; "managed to *free* them" was done."""
    if event.tag_ != "VB" or not has_to(event) or label not in {"advcl", "acl", "xcomp"}:
        return False
    return head.lemma_ not in status_lexicon().implicative or label != "xcomp"


def in_opener(event: Token) -> Iterator[Modality]:
    """The word that opens the event's clause."""
    marks = {child.lower_ for child in event.children if child.dep_ in {"mark", "prep", "advmod"} and child.i < event.i}
    if event.dep_ == "pcomp":
        preposition = event.head
        before = preposition.nbor(-1).lower_ if preposition.i else ""
        marks |= {preposition.lower_, f"{before} {preposition.lower_}"}
    for rule in rules_at("opener"):
        if not marks.isdisjoint(rule.words) and in_told_tense(rule, event):
            yield Modality(rule.category, rule.id, event.i)


def in_told_tense(rule: StatusRule, event: Token) -> bool:
    """Headlines tell in the present what happened: there it is no general rule."""
    return rule.tense is None or (in_tense(rule, event) and event.doc[-1].is_punct)


def in_modifiers(event: Token) -> Iterator[Modality]:
    """Adverbs of the event's own clause and adjectives of its noun."""
    clause = clause_around(event)
    near = range(max(clause.start, event.i - AFTER), min(clause.stop, event.i + AFTER))
    adverbs = [token for i in near if (token := event.doc[i]).pos_ == "ADV"]
    for token in {token.i: token for token in (*event.children, *group_before(event), *adverbs)}.values():
        word = token.lower_
        for rule in rules_at("modifier"):
            if word in rule.words and token != event and (token.head == event or token.pos_ == "ADV"):
                yield Modality(rule.category, rule.id, token.i)


@lru_cache(maxsize=SENTENCES)
def rules_standing(doc: Doc) -> tuple[StatusRule, ...]:
    """The rules of phrases whose words stand anywhere in a sentence: most have none."""
    text = joined(words_of(doc))
    return tuple(rule for rule in rules_at("phrase") if any(words in text for words in rule.set_apart))


def in_clause(event: Token) -> Iterator[Modality]:
    if not rules_standing(event.doc):
        return
    clause, words = clause_around(event), words_of(event.doc)
    whole, before = joined(words[clause.start : clause.stop]), joined(words[clause.start : event.i])
    for rule in rules_standing(event.doc):
        text = before if rule.category == "threatened" else whole  # "convicted of plotting to bomb" were convicted
        if any(word in text for word in rule.set_apart) and in_tense(rule, event):
            yield Modality(rule.category, rule.id, event.i)


def joined(words: Sequence[str]) -> str:
    return " " + " ".join(words) + " "


def in_sentence(event: Token) -> Iterator[Modality]:
    """Phrases that tell of the whole sentence, unless the word before them names whose they are."""
    text = joined(words_of(event.doc))
    for rule in rules_at("sentence"):
        for phrase in rule.words:
            before, found, _ = text.partition(f" {phrase} ")
            if found and before.split()[-1:] not in [[word] for word in rule.unless]:
                yield Modality(rule.category, rule.id, len(before.split()))


def in_tense(rule: StatusRule, event: Token) -> bool:
    if rule.tense is None:
        return True
    group = auxiliaries(event)
    if rule.tense == "future":
        return any(token.tag_ == "MD" for token in group)
    first = [token.tag_ for token in (*group, event) if token.tag_.startswith("VB") or token.tag_ == "MD"]
    return bool(first) and first[0] in PRESENT and not any(token.lower_ in HAVE for token in group)
