"""Clauses: subjects, passives, and the words right before a trigger.

The parse is read first; where it is known to fail (headlines, lists, ellipsis) the order of words decides.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from extractors.grammar.doc_words import SENTENCES
from extractors.grammar.noun_phrases import NOMINAL, RELATIVE, is_bare_number, quantity_of
from extractors.lexicon import load
from extractors.people.groups import forms_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from extractors.records import Quantity

PARTICLES = frozenset({"in", "out", "off"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


class GrammarLexicon(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    passed_over: frozenset[str]
    collectives: frozenset[str]
    manners: frozenset[str]
    moments: frozenset[str]


@cache
def grammar() -> GrammarLexicon:
    return load("grammar.yaml", GrammarLexicon)


def children(token: Token, labels: frozenset[str] | set[str]) -> list[Token]:
    return [child for label, child in labelled_children(token) if label in labels]


@lru_cache(maxsize=SENTENCES)
def labelled_children(token: Token) -> tuple[tuple[str, Token], ...]:
    """What hangs on a token, and how: asked for again and again of a sentence's verbs."""
    return tuple((child.dep_, child) for child in token.children)


def antecedent(token: Token, verb: Token) -> Token:
    """A relative pronoun stands for the noun that its clause modifies."""
    return verb.head if token.lower_ in RELATIVE and verb.dep_ == "relcl" else token


def is_passive(verb: Token) -> bool:
    return any(label in ("auxpass", "nsubjpass") for label, _ in labelled_children(verb))


def is_active_perfect(verb: Token) -> bool:
    """ "Who has held on": a perfect without "been" tells what the subject did."""
    marks = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return bool(marks & {"have", "has", "had", "having"}) and not marks & {"been", "being"}


def subject_of(verb: Token) -> Token | None:
    """The subject, taken from the governing clause where the verb shares or lacks its own ("..., killing 32"; "was
    held and charged").
    """
    current = verb
    for _ in range(4):
        own = children(current, SUBJECTS)
        if own:
            return antecedent(own[-1], current)
        if current.dep_ in ("acl", "relcl") and current.head.pos_ in NOMINAL:
            return current.head
        if current.dep_ not in ("conj", "advcl", "xcomp", "pcomp", "prep", "dep") or current.head == current:
            return None
        current = current.head
    return None


def noun_before(token: Token, quantities: Sequence[Quantity]) -> Token | None:
    """The noun or number right before a trigger, auxiliaries and adverbs passed over."""
    for candidate in reversed(token.doc[max(0, token.i - 8) : token.i]):
        if candidate.lower_ in grammar().passed_over and not is_bare_number(candidate, quantities):
            continue
        if says_when(candidate, token) and not is_bare_number(candidate, quantities):
            continue
        return candidate if candidate.pos_ in NOMINAL or is_bare_number(candidate, quantities) else None
    return None


def says_when(word: Token, before: Token) -> bool:
    """ "Was last night in intensive care": a noun that stands as an adverb, or its attribute."""
    return any(noun.dep_ == "npadvmod" and noun.i < before.i for noun in (word, word.head))


def number_before(token: Token, quantities: Sequence[Quantity]) -> Token | None:
    """A number that stands alone right before a trigger: "and 81 wounded"; not that of "a father of three"."""
    candidate = noun_before(token, quantities)
    if candidate is None or not is_bare_number(candidate, quantities) or is_told_of_one(candidate):
        return None
    return candidate.head if ends_a_list(candidate) else candidate


def ends_a_list(number: Token) -> bool:
    """ "An editor and eleven others were held": the number is the last item's of a list, and the list is meant."""
    noun = number.head
    return number.dep_ == "nummod" and noun.dep_ == "conj" and noun.head.pos_ in NOMINAL and noun.head.i < number.i


def is_told_of_one(number: Token) -> bool:
    """ "A mother of two was killed": the number is not that of the killed."""
    owner = number.head.head
    if number.dep_ != "pobj" or number.head.lower_ != "of" or owner.tag_ != "NN":
        return False
    return names_one(owner) or is_part_of(owner)


def is_part_of(noun: Token) -> bool:
    """ "Five of its crew of six": the crew is only what the five are of."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NUM"


def names_one(noun: Token) -> bool:
    return any(child.lower_ in ("a", "an", "the") for child in noun.lefts) and noun.lower_ not in forms_of("gathering")


def stands_before(word: Token) -> bool:
    """Is the trigger an adjective right before its noun: "12 wounded soldiers"?"""
    between = word.doc[word.i + 1 : word.head.i]
    return (
        word.dep_ == "amod"
        and word.head.pos_ in NOMINAL
        and word.head.i > word.i
        and not any(t.is_punct or t.pos_ in ("ADP", "VERB") for t in between)
    )


def agents_of(verb: Token) -> list[Token]:
    """Who does it by a passive; "by boat", "by force" and "by sea" say how."""
    nouns = (noun for by in verb.children if by.lower_ == "by" for noun in children(by, {"pobj"}))
    doers = (noun for noun in nouns if noun.lower_ not in grammar().moments)
    return [noun for noun in doers if noun.lower_ not in grammar().manners or any(noun.lefts)]


def governed_by_particle(verb: Token, end: int) -> list[Token]:
    """ "Sent in the army", with the particle before token ``end`` taken for a preposition."""
    if is_passive(verb) or children(verb, {"dobj"}):
        return []
    near = (token for token in verb.doc[verb.i + 1 : end] if token.lower_ in PARTICLES and token.dep_ == "prep")
    return [noun for particle in near for noun in children(particle, {"pobj"})]


def joined_passives(verb: Token) -> Iterator[Token]:
    """ "Were captured and shot by rebels": the participles right behind it that share its agent."""
    if is_passive(verb):
        yield from (c for c in verb.rights if c.dep_ == "conj" and c.tag_ == "VBN" and not children(c, SUBJECTS))


def told_by(noun: Token, quantities: Sequence[Quantity]) -> Iterator[Token]:
    """Who is meant by a phrase whose noun is the trigger's: "claimed 26 lives", "lives of 26", "a family hostage"."""
    quantity = quantity_of(noun, quantities)
    if quantity is not None:
        yield noun.doc[quantity.end - 1]
        return
    yield from (pobj for of in noun.children if of.lower_ == "of" for pobj in children(of, {"pobj"}))
    yield from [child for child in noun.lefts if child.dep_ == "compound" and child.pos_ == "NOUN"][-1:]


def beside(noun: Token) -> Iterator[Token]:
    """What hangs on a noun, or stands right behind it, where the parse hangs it on the noun above."""
    yield from noun.children
    if noun.i + 1 < len(noun.doc) and noun.nbor().head == noun.head.head and noun.dep_ == "pobj":
        yield noun.nbor()


def names_a_deed(token: Token) -> bool:
    """A noun, or an "-ing" form that stands as one: "*fighting* along the road killed eight", not "fighting crime"."""
    if token.pos_ in ("NOUN", "PROPN", "NUM", "ADJ"):
        return True
    is_noun = token.tag_ == "VBG" and token.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj")
    return is_noun and not children(token, {"dobj", "ccomp", "xcomp"})
