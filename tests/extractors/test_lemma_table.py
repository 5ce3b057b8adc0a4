"""The lemmatizer, looked up: the same lemmas as its own, sentence by sentence."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
import spacy

from extractors.grammar.lemma_table import LEMMATIZER, NAME
from extractors.rules import MODEL, language

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def plain() -> Language:
    return spacy.load(MODEL, exclude=["ner"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels shot at the soldiers; the shots were heard, and a soldier's shot rang out.",
        "Having been shelled, the Shelled House burned down. He's burning; it burns.",
        "They ain't gonna leave, and she had better men than those.",
        "Let's go: c'mon, y'all, nothin' is worse than worst.",
        "Two  blanks\tand a tab\nand a line.",
        "",
    ],
)
def test_the_table_gives_the_lemmatizers_lemmas_at_first_and_again(sentence: str) -> None:
    expected = [token.lemma_ for token in plain()(sentence)]
    for _ in range(2):  # the first time it may ask the lemmatizer, the second time it looks up
        assert [token.lemma_ for token in language()(sentence)] == expected


def test_the_table_stands_in_the_lemmatizers_place() -> None:
    assert language().pipe_names[-1] == NAME
    assert LEMMATIZER not in language().pipe_names
