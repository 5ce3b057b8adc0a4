"""The gate: what it turns away, no family would have drafted."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.drafts import SentenceReading
from extractors.gate import candidates, families_in
from extractors.lexicon import family_lexicons
from extractors.records import Sentence
from extractors.rules import FAMILIES, language
from extractors.times.expressions import find_times

PUBLISHED = date(2024, 5, 16)
EXAMPLES = tuple(
    sentence
    for lexicon in family_lexicons().values()
    for rule in lexicon.rules
    for sentence in (*rule.matches, *rule.rejects)
)
WORDS = tuple(
    dict.fromkeys(
        word
        for lexicon in family_lexicons().values()
        for rule in lexicon.rules
        for entry in rule.words
        for word in entry.split()
        if word != "~"
    )
)
AROUND = (
    "the", "of", "in", "were", "was", "there", "are", "have", "12", "dozens of", "soldiers", "“police”", "ex-soldiers",
    "people", "protesters", "internet", "power", "houses", "bridge", "Almaty", "by", "and", ",", "to", "ships", "men",
)  # fmt: skip


def words_of(text: str) -> tuple[str, ...]:
    return tuple(token.lower_ for token in language().make_doc(text))


def drafted(text: str) -> set[str]:
    """The families that make anything of a sentence."""
    doc = language()(text)
    sentence = Sentence(0, 0, len(text), text, 0, is_headline=False)
    reading = SentenceReading(sentence, doc, find_times(text, PUBLISHED))
    return {family for family, drafts in FAMILIES.items() if any(True for _ in drafts(reading))}


def test_every_example_of_a_family_passes_for_each_family_that_drafts_it() -> None:
    lost = {text: found for text in EXAMPLES if not (found := drafted(text)) <= families_in(words_of(text))}
    assert lost == {}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS) | st.sampled_from(AROUND), min_size=1, max_size=14).map(" ".join))
def test_nothing_that_a_family_drafts_is_turned_away(text: str) -> None:
    assert drafted(text) <= families_in(words_of(text))


@pytest.mark.parametrize(
    ("sentence", "family", "asked"),
    [
        ("The minister has three daughters.", "deployment", False),
        ("The alliance has 3,700 troops there.", "deployment", True),
        ("There were hundreds of police in the square.", "deployment", True),
        ("The minister cut a ribbon.", "disruption", False),
        ("The minister cut the internet.", "disruption", True),
        ("The storm damaged his reputation.", "damage", False),
        ("The storm damaged nine houses.", "damage", True),
        ("The row exploded in parliament.", "unrest", False),
        ("A car bomb exploded near parliament.", "unrest", True),
        ("The hall was seen from the road.", "unrest", False),
        ("Demonstrators were seen on the road.", "unrest", True),
        ("The players rallied to a win.", "unrest", False),
        ("The students rallied in Quito.", "unrest", True),
        ("The judge took a break; into custody went the clerk.", "detention", False),
        ("The judge took the clerk into custody.", "detention", True),
        ("The weather was fine on Sunday.", "casualty", False),
    ],
)
def test_a_family_is_asked_where_its_words_stand_with_their_company(sentence: str, family: str, *, asked: bool) -> None:
    assert (family in families_in(words_of(sentence))) is asked


def test_only_sentences_that_may_have_a_claim_are_candidates() -> None:
    sentences = [words_of(text) for text in ("The sun rose.", "A bomb killed nine people.", "It was cold.")]
    assert list(candidates(sentences)) == [1]
