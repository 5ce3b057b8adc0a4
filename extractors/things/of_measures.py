"""What measures are taken on: noun classes (``lexicons/measure_things.yaml``) and the grammar of naming an office.

A class is named in a rule's ``takes``. Two classes are grammar: ``name``, a person by name, and ``titled``, somebody
with whom an office is named ("named Ana Lungu as minister").
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from extractors.grammar.noun_classes import ByLastWord, NounClass, by_last_word, classes_ending_at, phrase_table
from extractors.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

TITLE_REACH = 9  # tokens after a name within which its office stands
NAMES = frozenset({"PROPN"})
BREAKS = frozenset({";", ":", "—", "–", "(", "but", "who", "which", "after"})


class Things(BaseModel):
    """The classes, and the verbs and nouns that decide whether a mention of a measure is the measure."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    classes: tuple[NounClass, ...]
    opening: frozenset[str]
    underway: frozenset[str]
    topics: frozenset[str]
    deciding: frozenset[str]
    demanding: frozenset[str]
    commenting: frozenset[str]
    wishing: frozenset[str]


@cache
def things() -> Things:
    return load("measure_things.yaml", Things)


@cache
def classes_by_phrase() -> Mapping[tuple[str, ...], frozenset[str]]:
    return phrase_table(things().classes)


@cache
def classes_by_last_word() -> ByLastWord:
    return by_last_word(classes_by_phrase())


def word_classes(token: Token) -> frozenset[str]:
    """The classes of all phrases that end in a token."""
    return classes_ending_at(token, classes_by_last_word())


def complements(head: Token) -> Iterator[Token]:
    """What a noun is of: the cabinet in "members of the cabinet"."""
    for preposition in head.children:
        if preposition.dep_ == "prep" and preposition.lower_ == "of":
            yield from (child for child in preposition.children if child.dep_ == "pobj")


def is_named(head: Token) -> bool:
    """A name that no article opens: "Osman", "Ana Lungu"."""
    if head.pos_ not in NAMES or head.tag_ == "NNPS":
        return False
    opening = head.doc[head.left_edge.i]
    return opening.lower_ not in ("the", "a", "an", "this", "that")


def bears_name(head: Token) -> bool:
    """ "Named Femi Okoro interior minister": the name stands inside the office's phrase."""
    return any(
        child.pos_ in NAMES and child.dep_ in ("nmod", "compound") and not word_classes(child) for child in head.lefts
    )


def is_titled(head: Token) -> bool:
    """Does an office stand behind a name, before the clause breaks off?"""
    for token in head.doc[head.i + 1 : head.i + 1 + TITLE_REACH]:
        if token.lower_ in BREAKS:
            return False
        if "office" in word_classes(token):
            return True
    return False


def classes_of(head: Token) -> frozenset[str]:
    """Every class that a noun phrase belongs to, by its head, by what that is of, and as a name."""
    found = set(word_classes(head))
    for inner in complements(head):
        found |= word_classes(inner)
    if is_named(head):
        found.add("name")
        found |= {
            name
            for child in head.children
            if child.dep_ in ("compound", "nmod", "appos")
            for name in word_classes(child)
        }
    if (head.pos_ in NAMES and is_titled(head)) or ("office" in found and bears_name(head)):
        found.add("titled")
    return frozenset(found)


def is_private(token: Token) -> bool:
    """Does the sentence speak of a club, a company, a school? Their coaches and managers hold no office."""
    return any("private" in word_classes(word) for word in token.doc)
