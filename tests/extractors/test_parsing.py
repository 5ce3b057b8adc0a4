"""Parses on demand: the same parse, whoever asks for it and when."""

from __future__ import annotations

import pytest

from extractors.grammar.sentences import split
from extractors.parsing import Parses, language

TEXT = "Police said nine men had died. The bridge was closed on Monday. Three soldiers were hurt, the army said."
ANNOTATIONS = ["TAG", "POS", "LEMMA", "DEP", "HEAD"]


def parses() -> Parses:
    return Parses(split(TEXT))


def test_a_sentence_is_parsed_when_it_is_asked_for() -> None:
    docs = parses()
    alone = docs[1].to_array(ANNOTATIONS).tolist()
    together = parses()
    together.parse({0, 1, 2})
    assert (
        alone == together[1].to_array(ANNOTATIONS).tolist() == language()(docs[1].text).to_array(ANNOTATIONS).tolist()
    )


def test_words_are_those_of_the_parse() -> None:
    docs = parses()
    assert docs.words()[0] == tuple(token.lower_ for token in docs[0])


def test_sentences_that_nobody_asks_for_stay_unparsed() -> None:
    docs = parses()
    docs.parse({0})
    assert docs[0].has_annotation("DEP")
    assert not docs.docs[2].has_annotation("DEP")


def test_there_are_as_many_as_sentences_and_no_others() -> None:
    docs = parses()
    assert list(docs) == [0, 1, 2]
    assert len(docs) == 3
    assert 2 in docs
    assert -1 not in docs
    with pytest.raises(KeyError):
        docs[3]
