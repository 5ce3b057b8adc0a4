"""Word vectors by the shorter way: spaCy's own, but for rounding."""

from __future__ import annotations

import numpy as np
import pytest
import spacy

from extractors.grammar.word_vectors import kinds
from extractors.rules import MODEL, language

SENTENCES = (
    "The police said that the police had shot nine of the nine men.",
    "A",
    "Two  blanks\tand a tab: the blanks, the tab.",
)


@pytest.mark.parametrize("texts", [SENTENCES, SENTENCES[:1], ("",), ("", *SENTENCES)])
def test_the_vectors_are_spacys_but_for_rounding(texts: tuple[str, ...]) -> None:
    plain = spacy.load(MODEL, exclude=["ner"])
    for mine, its in zip(language().pipe(texts), plain.pipe(texts), strict=True):
        assert np.allclose(mine.tensor, its.tensor, atol=1e-4)


def test_both_layers_have_been_put_in() -> None:
    model = language().get_pipe("tok2vec").model  # type: ignore[attr-defined]
    names = [node.name for node in model.walk()]
    assert names.count("once_each") == 1
    assert "scaled_maxout" in names
    assert ("maxout", "layernorm") not in map(kinds, model.walk())
