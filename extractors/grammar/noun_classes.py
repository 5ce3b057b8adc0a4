"""Classes of nouns as data: which phrases belong to which class, and which classes end in a word.

Measures, unrest, damage and disruption each have classes in a lexicon of their own; how a class is written and looked
up is the same for all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from extractors.grammar.doc_words import words_of
from extractors.grammar.inflections import noun_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spacy.tokens import Token

LONGEST = 5  # words in the longest phrase of a class, a hyphen being one
NO_CLASS: frozenset[str] = frozenset()

ByLastWord: TypeAlias = "Mapping[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]"


class NounClass(BaseModel):
    """A class that rules name in ``takes``; the last word of a phrase stands for both its numbers."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(alias="class")
    nouns: tuple[str, ...]
    matches: tuple[str, ...] = Field(min_length=1)
    rejects: tuple[str, ...] = Field(min_length=1)


def phrase_table(classes: Iterable[NounClass]) -> Mapping[tuple[str, ...], frozenset[str]]:
    """The classes of every phrase, its last word in either number."""
    found: dict[tuple[str, ...], set[str]] = {}
    for one in classes:
        for entry in one.nouns:
            *first, last = entry.split()
            for form in noun_forms(last):
                found.setdefault((*first, form), set()).add(one.name)
    return {phrase: frozenset(names) for phrase, names in found.items()}


def by_last_word(table: Mapping[tuple[str, ...], frozenset[str]]) -> ByLastWord:
    """A table's phrases and their classes by the word that they end in."""
    found: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for phrase, classes in table.items():
        found.setdefault(phrase[-1], []).append((phrase, classes))
    return {word: tuple(entries) for word, entries in found.items()}


def classes_ending_at(token: Token, table: ByLastWord) -> frozenset[str]:
    """The classes of all phrases that end in a token."""
    words, end = words_of(token.doc), token.i + 1
    entries = table.get(words[token.i], ())
    return NO_CLASS.union(*(classes for phrase, classes in entries if words[max(0, end - len(phrase)) : end] == phrase))
