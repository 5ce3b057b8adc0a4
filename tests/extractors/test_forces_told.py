"""Counted forces without a rule's verb: there, unless something befell them or they only belong to somebody."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.records import ArticleText
from extractors.rules import extract

PRESENT = [
    ("Some 300 gendarmes looked on from the bridge.", "Some 300", "security_forces"),
    ("Security was tight, with 7,000 police on duty.", "7,000", "security_forces"),
    ("Riot trucks and some 7,000 officers kept the two groups apart.", "some 7,000", "security_forces"),
    ("A contingent of 60 Fijian peacekeepers handed out water.", "60", "peacekeepers"),
]

ABSENT = [
    "The ambush killed 30 soldiers.",
    "The army has 40,000 soldiers.",
    "The academy trains 300 officers a year.",
    "The rebels said they had captured 40 soldiers.",
    "Some 200 soldiers deserted last month.",
    "The union of 900 officers called for higher pay.",
    "The force could need 900 officers.",
    "Two soldiers watched from the bridge.",
]

# sentences without a verb, as headlines and captions are
FRAGMENTS = [
    "Over 3,000 troops in the region",
    "Orsha: 450 soldiers, 12 tanks",
    "Some 900 officers and their dogs",
]


def deployed(sentence: str) -> list[tuple[str | None, str | None]]:
    claims = extract(ArticleText("a", "v", sentence, date(2024, 5, 16)))
    return [(c.count.text if c.count else None, c.group) for c in claims if c.family == "deployment"]


@pytest.mark.parametrize(("sentence", "count", "group"), PRESENT, ids=[s for s, *_ in PRESENT])
def test_a_counted_force_is_there(sentence: str, count: str, group: str) -> None:
    assert deployed(sentence) == [(count, group)]


@pytest.mark.parametrize("sentence", ABSENT)
def test_a_force_that_is_lost_owned_or_wanted_is_not_there(sentence: str) -> None:
    assert deployed(sentence) == []


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_a_force_that_hangs_on_no_verb_is_not_there(fragment: str) -> None:
    assert deployed(fragment) == []
