"""Classes of nouns as data: which phrases belong to which class, and which classes end in a word.

Measures, unrest, damage and disruption each have classes in a lexicon of their own; how a class is written and looked
up is the same for all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from extractors.doc_words import words_of
from extractors.inflections import noun_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spacy.tokens import Token

LONGEST = 5  # words in the longest phrase of a class, a hyphen being one


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


def classes_ending_at(token: Token, table: Mapping[tuple[str, ...], frozenset[str]]) -> frozenset[str]:
    """The classes of all phrases that end in a token."""
    words, end = words_of(token.doc), token.i + 1
    phrases = (words[max(0, end - size) : end] for size in range(1, LONGEST + 1))
    return frozenset().union(*(table.get(phrase, frozenset()) for phrase in phrases))
