"""Whose country a number belongs to: the sentence's own, the authority's own, then the article's."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.places.authorities import country_named
from extractors.records import ArticleText
from extractors.rules import extract

LEAD = """Fires on two coasts

Fires have killed 57 people in Greece so far, the Greek Interior Ministry said on Sunday.

"""


def place_of(sentence: str, value: float) -> str | None:
    claims = extract(ArticleText("a", "v", LEAD + sentence, date(2007, 8, 26)))
    (claim,) = [c for c in claims if c.count is not None and c.count.value == value]
    return claim.place.name if claim.place else None


@pytest.mark.parametrize(
    ("sentence", "value", "place"),
    [
        (
            "Fires have killed 11 people in Croatia so far, the Croatian Interior Ministry said on Sunday.",
            11,
            "Croatia",
        ),
        ("The Albanian health ministry said four people had been hurt.", 4, "Albania"),
        ("Neighbouring Bulgaria said 560 refugees had crossed into its territory.", 560, "Bulgaria"),
        ("Turkey reported 50 deaths among its own troops.", 50, "Turkey"),
        ("The interior ministry said 63 people had died so far.", 63, "Greece"),
        ("The US military said 12 fighters were killed.", 12, "Greece"),
    ],
)
def test_number_goes_to_the_country_it_is_counted_for(sentence: str, value: float, place: str) -> None:
    assert place_of(sentence, value) == place


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("the Croatian interior ministry", "Croatia"),
        ("the foreign ministry in Dushanbe", "Tajikistan"),
        ("the interior ministry", None),
        ("Belgrade's emergency service", None),
        ("officials of Chad and Niger", None),
    ],
)
def test_country_named_is_the_only_one(phrase: str, country: str | None) -> None:
    found = country_named(phrase)
    assert (found.name if found else None) == country


WAR = """Fighting spreads in Sudan

Shells hit a market in Nyala on Friday. Fighting has gone on for a year.

"""


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Doctors in El Fasher said 14 people were hurt.", "El Fasher"),
        ("More than 3,000 people have been killed since the war began.", "Sudan"),
        ("The local governor said 14 people were hurt.", "Nyala"),
    ],
)
def test_place_of_a_number_that_its_speaker_or_its_war_tells(sentence: str, place: str) -> None:
    claims = extract(ArticleText("a", "v", WAR + sentence, date(2024, 5, 12)))
    (claim,) = [c for c in claims if c.count is not None]
    assert claim.place is not None
    assert claim.place.name == place


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("Police in Nyala arrested 130 people.", "incident"),
        ("Police arrested 130 people.", "total"),
        ("Another 130 people have been arrested, the interior ministry said.", "total"),
    ],
)
def test_arrests_told_of_one_town_are_one_occasion(sentence: str, scope: str) -> None:
    claims = extract(ArticleText("a", "v", WAR + sentence, date(2024, 5, 12)))
    (claim,) = [c for c in claims if c.count is not None]
    assert claim.scope == scope
