"""Sentences are slices of the text, cut where a reader would cut them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.grammar.sentences import split, unfinished_paragraphs

CASES: list[tuple[str, str, list[str]]] = [
    ("two plain sentences", "Police arrived. Nobody was hurt.", ["Police arrived.", "Nobody was hurt."]),
    ("a title", "Gen. Osman spoke to Mr. Lee. He left.", ["Gen. Osman spoke to Mr. Lee.", "He left."]),
    ("a month", "It began on Jan. 5 in the north.", ["It began on Jan. 5 in the north."]),
    ("a country in letters", "The U.S. Army left. It took ships.", ["The U.S. Army left.", "It took ships."]),
    ("a country at the end", "They fled to the U.S. The rest stayed.", ["They fled to the U.S.", "The rest stayed."]),
    ("an initial", "Mary J. Okoro was held.", ["Mary J. Okoro was held."]),
    ("a closing quotation", "“Nobody died.” He sat down.", ["“Nobody died.”", "He sat down."]),
    ("a glued caption", "They met on Friday.Crowds gathered.", ["They met on Friday.", "Crowds gathered."]),
    ("decimals", "It fell by 2.5 percent. Trading stopped.", ["It fell by 2.5 percent.", "Trading stopped."]),
    ("a dateline", "KABUL, Afghanistan (AP) — Gunmen fired. Two died.", ["Gunmen fired.", "Two died."]),
    ("paragraphs without full stops", "Storm hits coast\n\nTwo died.", ["Storm hits coast", "Two died."]),
]  # fmt: skip


@pytest.mark.parametrize(("description", "text", "expected"), CASES, ids=[d for d, _, _ in CASES])
def test_split_cuts_where_a_reader_would(description: str, text: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in split(text)] == expected


def test_split_joins_lines_that_were_wrapped_by_width() -> None:
    line = "The ministry said that the roads to the north had been closed since the early"
    wrapped = "\n".join([line] * 9 + ["morning."])
    assert len(split(wrapped)) == 1


def test_split_marks_headlines_but_not_the_text_below() -> None:
    first, second = split("Storm hits coast\n\nTwo people died in the storm.")
    assert (first.is_headline, second.is_headline) == (True, False)


def test_captions_and_headings_end_without_a_full_stop() -> None:
    text = "Port burns\n\nTroops in a street on May 3, 2020. Ana Ruiz/Agency\n\nA ship burned.\n\n“We ran,” she said."
    assert unfinished_paragraphs(split(text)) == {0, 1}


@given(st.text())
def test_sentences_are_slices_in_order_of_any_text(text: str) -> None:
    sentences = split(text)
    assert all(text[s.start : s.end] == s.text for s in sentences)
    assert all(a.end <= b.start for a, b in pairwise(sentences))
    assert [s.index for s in sentences] == list(range(len(sentences)))
