"""Numbers that go on from what was counted: parts, series, second figures - and shares, which are no number at all."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.records import ArticleText
from extractors.rules import extract

Told = tuple[str, str | None, str | None]


def told(sentence: str, family: str) -> set[Told]:
    claims = extract(ArticleText("a", "v", sentence, date(2024, 5, 16)))
    return {(c.kind, c.count.text if c.count else None, c.group) for c in claims if c.family == family}


SERIES: list[tuple[str, str, set[Told]]] = [
    (
        "Police said they had arrested 1,200 people in the capital and 3,400 nationwide.",
        "detention",
        {("detained", "1,200", "people"), ("detained", "3,400", "people")},
    ),
    (
        "The ministry reported 300 arrests for Sunday, more than 200 for Monday and a further 70 for Tuesday.",
        "detention",
        {("detained", "300", "people"), ("detained", "more than 200", "people"), ("detained", "70", "people")},
    ),
    (
        "At least 19 marchers were shot dead, 17 of them outside the palace and two in the port of Massawa.",
        "casualty",
        {("killed", "At least 19", "protesters"), ("killed", "17", "protesters"), ("killed", "two", "protesters")},
    ),
    (
        "Of the 97 dead, 20 were children.",
        "casualty",
        {("killed", "97", "people"), ("killed", "20", "civilians")},
    ),
    (
        "Floods have now killed 306 people, up from 259 earlier in the day.",
        "casualty",
        {("killed", "306", "people"), ("killed", "259", "people")},
    ),
    (
        "Some 1,860 persons were rounded up, including 75 rowdy-sheeters.",
        "detention",
        {("detained", "Some 1,860", "people"), ("detained", "75", "people")},
    ),
    (
        "His son Omar and six advisers were arrested.",
        "detention",
        {("detained", "His", "civilians"), ("detained", "six", "officials")},
    ),
    (
        "Reported casualties: 31 dead, 3 injured and 1 missing.",
        "casualty",
        {("killed", "31", "people"), ("injured", "3", "people"), ("missing", "1", "people")},
    ),
    (
        "Some 31 civilians have been killed and 168 wounded.",
        "casualty",
        {("killed", "Some 31", "civilians"), ("injured", "168", "civilians")},
    ),
    (
        "Two blasts killed a policeman and wounded nine.",
        "casualty",
        {("killed", "a", "security_forces"), ("injured", "nine", "people")},
    ),
]

WHOLES: list[tuple[str, str, set[Told]]] = [
    ("The hospital treated 74 of the wounded.", "casualty", {("hospitalised", "74", "people")}),
    ("Three of the wounded died in hospital.", "casualty", {("killed", "Three", "people")}),
    ("Hundreds were hurt, many of them seriously.", "casualty", {("injured", "Hundreds", "people")}),
    (
        "More than 100 people were detained, all but six of whom were later freed.",
        "detention",
        {("detained", "More than 100", "people")},
    ),
    ("Some of the 33 miners died.", "casualty", {("killed", None, "civilians")}),
    ("More than half of the city's 300,000 inhabitants have fled.", "displacement", {("displaced", None, "civilians")}),
    ("The navy killed at least 40 Tamil Tigers.", "casualty", {("killed", "at least 40", "people")}),
]


@pytest.mark.parametrize(("sentence", "family", "expected"), SERIES, ids=[s for s, *_ in SERIES])
def test_a_number_goes_on_from_what_was_counted(sentence: str, family: str, expected: set[Told]) -> None:
    assert told(sentence, family) == expected


@pytest.mark.parametrize(("sentence", "family", "expected"), WHOLES, ids=[s for s, *_ in WHOLES])
def test_a_number_is_said_once_and_a_share_is_none(sentence: str, family: str, expected: set[Told]) -> None:
    assert told(sentence, family) == expected
