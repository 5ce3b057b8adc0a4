"""The attribute ruler, looked up: the same annotations as the ruler's own, sentence by sentence."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
import spacy

from extractors.grammar.tag_table import NAME, RULER, names
from extractors.rules import MODEL, language

if TYPE_CHECKING:
    from spacy.language import Language

ANNOTATIONS = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD"]


@cache
def plain() -> Language:
    return spacy.load(MODEL, exclude=["ner"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Police said that 12 people had been killed because the bridge collapsed.",
        "There were 40 soldiers in the square, and there are none now.",
        "She did not say whether he'd had the means to do it.",
        "They're gonna leave, ain't they? Let's go, c'mon, y'all.",
        "But the mayor got nothing, and neither did we, nothin' at all.",
        "Two  blanks\tand a tab\nand a line.",
        "Which of those that died was it?",
        "",
    ],
)
def test_the_table_annotates_as_the_ruler_does_at_first_and_again(sentence: str) -> None:
    expected = plain()(sentence).to_array(ANNOTATIONS).tolist()
    for _ in range(2):  # the first time it may ask the ruler, the second time it looks up
        assert language()(sentence).to_array(ANNOTATIONS).tolist() == expected


def test_the_table_stands_in_the_rulers_place() -> None:
    assert NAME in language().pipe_names
    assert RULER not in language().pipe_names


@pytest.mark.parametrize(
    ("wanted", "word", "expected"),
    [
        ("there", "there", True),
        ("there", "here", False),
        ({"IN": ["is", "are"]}, "are", True),
        ({"REGEX": "^n[ou]thin'$"}, "nuthin'", True),
        ({"REGEX": "^n[ou]thin'$"}, "thin", False),
        ({"NOT_IN": ["is"]}, "are", True),
        ({"FUZZY": "is"}, "anything", True),
    ],
)
def test_a_pattern_names_the_words_that_it_may_match(wanted: object, word: str, *, expected: bool) -> None:
    assert names(wanted, word) is expected
