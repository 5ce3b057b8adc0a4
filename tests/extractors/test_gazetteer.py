from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.places.gazetteer import Entry, Gazetteer, fold, gazetteer
from extractors.places.sources import bare_division_name, is_usable_alias


def entry(name: str, **more: object) -> Entry:
    known = {
        "prec": 1,
        "country": "KZ",
        "admin1": None,
        "geoname_id": 1,
        "latitude": None,
        "longitude": None,
        "rank": 1,
    }
    return Entry(name, **{**known, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Nur-Sultan", "nur sultan"), ("Sana'a", "Sanaa"), ("C\u00f3rdoba", "cordoba"), ("St. Louis", "st louis")],
)
def test_fold_makes_spellings_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_fold_twice_is_fold_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_lookup_gives_every_namesake() -> None:
    index = Gazetteer([("homs", entry("Homs")), ("homs", entry("Al Khums", country="LY"))])
    assert {found.country for found in index.lookup("Homs")} == {"KZ", "LY"}


def test_lookup_takes_initials_letter_for_letter() -> None:
    index = Gazetteer([], exact={"US": entry("United States")})
    assert index.lookup("US")
    assert not index.lookup("us")


def test_longest_from_counts_words() -> None:
    index = Gazetteer([("dar es salaam", entry("Dar es Salaam")), ("dar", entry("Dar"))])
    assert index.longest_from("Dar") == 3
    assert index.longest_from("Es") == 0


@pytest.mark.parametrize(("code", "capital"), [("KZ", "Astana"), ("PE", "Lima"), ("UA", "Kyiv"), ("MM", "Nay Pyi Taw")])
def test_gazetteer_knows_capitals(code: str, capital: str) -> None:
    found = gazetteer().capital(code)
    assert found is not None
    assert found.name == capital


@pytest.mark.parametrize("name", ["Nur-Sultan", "Astana"])
def test_gazetteer_gives_one_place_for_old_and_new_names(name: str) -> None:
    assert {found.geoname_id for found in gazetteer().lookup(name) if found.own} == {1526273}


def test_gazetteer_places_divisions_at_their_largest_town() -> None:
    (texas,) = [found for found in gazetteer().lookup("Texas") if found.prec == 4]
    assert texas.latitude is not None
    assert 25 < texas.latitude < 37


def test_gazetteer_is_built_once() -> None:
    gazetteer()
    start = time.perf_counter()
    assert gazetteer() is gazetteer()
    assert time.perf_counter() - start < 0.1


@pytest.mark.parametrize(
    ("name", "bare"), [("Mangistau Oblast", "Mangistau"), ("Province of Aleppo", "Aleppo"), ("Homs", "Homs")]
)
def test_bare_division_name_drops_the_type(name: str, bare: str) -> None:
    assert bare_division_name(name) == bare


@pytest.mark.parametrize(("alias", "usable"), [("Bombay", True), ("BOM", False), ("bombay", False), ("NEWYORK", False)])
def test_is_usable_alias_wants_names_not_codes(alias: str, usable: bool) -> None:  # noqa: FBT001
    assert is_usable_alias(alias) is usable
