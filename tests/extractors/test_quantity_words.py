"""The words of quantity: each matches and rejects its own examples."""

from __future__ import annotations

import re

import pytest

from extractors.quantities.words import quantity_lexicon
from tests.extractors.quantified import counts, kinds, quantities

LEXICON = quantity_lexicon()
MODIFIERS = [*LEXICON.before, *LEXICON.after]


def phrase_found(sentence: str, phrases: tuple[str, ...]) -> bool:
    texts = [q.count.text.lower().replace("-", " ") for q in quantities(sentence)]
    return any(re.search(rf"(?<!\w){re.escape(p.lower())}(?!\w)", text) for p in phrases for text in texts)


@pytest.mark.parametrize("sentence", [(m.phrases, s) for m in MODIFIERS for s in m.matches], ids=str)
def test_lexicon_modifier_matches_its_examples(sentence: tuple[tuple[str, ...], str]) -> None:
    assert phrase_found(sentence[1], sentence[0])


@pytest.mark.parametrize("sentence", [(m.phrases, s) for m in MODIFIERS for s in m.rejects], ids=str)
def test_lexicon_modifier_rejects_its_examples(sentence: tuple[tuple[str, ...], str]) -> None:
    assert not phrase_found(sentence[1], sentence[0])


@pytest.mark.parametrize("sentence", [s for g in LEXICON.vague for s in g.matches])
def test_lexicon_vague_word_matches_its_examples(sentence: str) -> None:
    assert any(value is low is high is None for _, value, low, high in counts(sentence))


@pytest.mark.parametrize("sentence", [s for g in LEXICON.vague for s in g.rejects])
def test_lexicon_vague_word_rejects_its_examples(sentence: str) -> None:
    assert not any(value is low is high is None for _, value, low, high in counts(sentence))


@pytest.mark.parametrize("sentence", [s for g in LEXICON.none for s in g.matches])
def test_lexicon_none_word_matches_its_examples(sentence: str) -> None:
    assert any(value == 0 for _, value, _, _ in counts(sentence))


@pytest.mark.parametrize("sentence", [s for g in LEXICON.none for s in g.rejects])
def test_lexicon_none_word_rejects_its_examples(sentence: str) -> None:
    assert not any(value == 0 for _, value, _, _ in counts(sentence))


@pytest.mark.parametrize("example", [(u.kind, s) for u in LEXICON.units for s in u.matches], ids=str)
def test_lexicon_unit_matches_its_examples(example: tuple[str, str]) -> None:
    assert example[0] in {kind for kind, _ in kinds(example[1])}


@pytest.mark.parametrize("example", [(u.kind, s) for u in LEXICON.units for s in u.rejects], ids=str)
def test_lexicon_unit_rejects_its_examples(example: tuple[str, str]) -> None:
    assert example[0] not in {kind for kind, _ in kinds(example[1])}
