"""What is damaged, seized or cut off: classes of nouns that name things, looked up by the longest phrase.

Damage reads ``lexicons/things.yaml``, disruption ``lexicons/services.yaml``. "Mobile network" is a phone
service although "network" alone is the internet: the longest phrase that ends in a noun decides.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from extractors.grammar.doc_words import QUOTES, text_of, words_of
from extractors.grammar.inflections import noun_forms
from extractors.grammar.noun_classes import LONGEST, NounClass, phrase_table
from extractors.grammar.subjects import children
from extractors.lexicon import load
from extractors.places.gazetteer import gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

OTHER = "other"  # the class of phrases that are none of the things
NO_CLASS: frozenset[str] = frozenset()


class ThingLexicon(BaseModel):
    """The classes, and the nouns that stand for what they are of ("part of the roof", "access to the web")."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    classes: tuple[NounClass, ...]
    through: tuple[str, ...]
    links: frozenset[str]  # prepositions by which such a noun names the thing
    adds_up: bool  # does a phrase ("government building") also have the classes of its last words ("building")?


@cache
def lexicon(name: str) -> ThingLexicon:
    return load(f"{name}.yaml", ThingLexicon)


@cache
def classes_by_phrase(name: str) -> Mapping[tuple[str, ...], frozenset[str]]:
    """The classes of every phrase, its last word in either number."""
    return phrase_table(lexicon(name).classes)


@cache
def last_words(name: str, classes: frozenset[str]) -> frozenset[str]:
    """The last words of all phrases of these classes: a noun is of a class by a phrase that ends in it."""
    return frozenset(phrase[-1] for phrase, found in classes_by_phrase(name).items() if found & classes)


@cache
def through(name: str) -> frozenset[str]:
    return frozenset(form for noun in lexicon(name).through for form in noun_forms(noun))


def words_before(head: Token) -> tuple[str, ...]:
    """The words up to a noun, quotation marks and hyphens taken away."""
    opening = words_of(head.doc)[max(0, head.i + 1 - 2 * LONGEST) : head.i + 1]
    return tuple(word for each in opening if (word := each.strip(QUOTES)) and word != "-")


def phrases_at(head: Token, name: str) -> tuple[tuple[str, ...], ...]:
    """The listed phrases that end in a noun, the longest first."""
    table, words = classes_by_phrase(name), words_before(head)
    spans = (words[-size:] for size in range(min(LONGEST, len(words)), 0, -1))
    return tuple(span for span in spans if span in table)


def own_classes(head: Token, name: str) -> frozenset[str]:
    """The classes of the longest phrase that ends in a noun, of shorter ones too where the lexicon adds them up."""
    table, found = classes_by_phrase(name), phrases_at(head, name)
    if not found or OTHER in table[found[0]] or not lexicon(name).adds_up:
        return table[found[0]] if found else NO_CLASS
    return frozenset().union(*(table[phrase] for phrase in found))


def inner(head: Token, name: str) -> Iterator[Token]:
    """What a noun is of, to, on: what it stands for where it is looked through."""
    for preposition in head.children:
        if preposition.dep_ == "prep" and preposition.lower_ in lexicon(name).links:
            yield from children(preposition, {"pobj"})


def classes_of(head: Token, name: str) -> frozenset[str]:
    """The classes of a noun phrase: of what it is looked through to, else its own."""
    if head.lower_ in through(name):
        found = frozenset().union(*(classes_of(noun, name) for noun in inner(head, name) if noun.i > head.i))
        if found:
            return found
    return own_classes(head, name)


def is_place_name(head: Token) -> bool:
    """Does the gazetteer know the whole run of capitalised words that ends in this token?"""
    if head.pos_ != "PROPN" or not head.text[0].isupper():
        return False
    start = head.i
    while start and head.doc[start - 1].pos_ == "PROPN" and head.doc[start - 1].text[0].isupper():
        start -= 1
    return bool(gazetteer().lookup(head.doc[start : head.i + 1].text))


def is_in_link(token: Token) -> bool:
    """Is the word part of a web address, whose words say nothing?"""
    text = text_of(token.doc)
    start = max(text.rfind(" ", 0, token.idx), text.rfind("\n", 0, token.idx)) + 1
    return "://" in text[start : text.find(" ", token.idx) if " " in text[token.idx :] else len(text)]


def classes_said(text: str, name: str) -> frozenset[str]:
    """The classes of the longest listed phrase that ends a subject's text."""
    table, words = classes_by_phrase(name), tuple(text.lower().split())
    return next(
        (table[words[-size:]] for size in range(min(LONGEST, len(words)), 0, -1) if words[-size:] in table), NO_CLASS
    )
