"""One claim per thing said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from extractors.article.consolidation import consolidate
from extractors.records import Claim, Count, Place, Sentence, Speaker, When

CAIRO = Place("Cairo", "EG", None, None, None, None, 1)
EGYPT = Place("Egypt", "EG", None, None, None, None, 6)
GIZA = Place("Giza", "EG", None, None, None, None, 1)
DAY = When("on Friday", date(2024, 5, 10), date(2024, 5, 10))
NEXT_DAY = When("on Saturday", date(2024, 5, 11), date(2024, 5, 11))
SENTENCES = (
    Sentence(0, 0, 20, "Nine killed in Cairo", 0, is_headline=True),
    Sentence(1, 22, 80, "Nine people were killed in Cairo on Friday, police said.", 1),
    Sentence(2, 81, 120, "Protesters were killed, a witness said.", 1),
)


def killed(number: float | None, start: int, **other: object) -> Claim:
    count = None if number is None else Count(number, number, number, str(number))
    claim = Claim(
        "casualty", "killed", count, "people", "people", None, CAIRO, None, "incident", None, "asserted",
        "x", start, start + 1, "killed.verb",
    )  # fmt: skip
    return replace(claim, **other)  # type: ignore[arg-type]


def test_said_twice_is_one_claim_with_the_fuller_telling() -> None:
    headline = killed(9, 0, place=EGYPT)
    body = killed(9, 22, when=DAY, speaker=Speaker("police", "police"))
    assert consolidate([headline, body], SENTENCES) == (body,)


def test_another_number_is_another_claim() -> None:
    assert len(consolidate([killed(9, 22), killed(11, 81)], SENTENCES)) == 2


def test_two_cities_are_two_claims() -> None:
    assert len(consolidate([killed(9, 22), killed(9, 81, place=GIZA)], SENTENCES)) == 2


def test_two_days_are_two_claims() -> None:
    assert len(consolidate([killed(9, 22, when=DAY), killed(9, 81, when=NEXT_DAY)], SENTENCES)) == 2


def test_a_mention_without_number_is_absorbed_by_one_with() -> None:
    counted, bare = killed(9, 22, group="protesters"), killed(None, 81, group="protesters")
    assert consolidate([counted, bare], SENTENCES) == (counted,)


def test_a_mention_without_number_of_another_place_stands() -> None:
    assert len(consolidate([killed(9, 22), killed(None, 81, place=GIZA)], SENTENCES)) == 2


def test_a_countrys_total_leaves_what_is_told_of_one_site() -> None:
    total = killed(30, 22, place=EGYPT, scope="total")
    assert len(consolidate([total, killed(None, 81, place=GIZA)], SENTENCES)) == 2
    assert consolidate([total, killed(None, 81, place=EGYPT)], SENTENCES) == (total,)


def test_a_headline_rounds_what_the_body_bounds() -> None:
    body = killed(9, 22, count=Count(9, 9, None, "at least nine"))
    assert consolidate([killed(9, 0), body], SENTENCES) == (body,)


def test_two_single_victims_are_two_claims() -> None:
    one = Count(1, 1, 1, "a")
    driver = killed(1, 22, count=one, subject="driver", group="civilians")
    teacher = killed(1, 22, count=one, subject="teacher", group="civilians")
    assert len(consolidate([driver, teacher], SENTENCES)) == 2


def test_what_is_over_is_not_what_goes_on() -> None:
    seized = Claim(
        "damage", "seized", None, "airport", None, None, CAIRO, None, "incident", None, "asserted", "x", 22, 23, "r"
    )
    assert len(consolidate([seized, replace(seized, status="ended", start=81)], SENTENCES)) == 2
