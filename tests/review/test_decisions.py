from __future__ import annotations

from dataclasses import fields

import pytest

from event_log.events import ClaimReviewed
from review import CORRECTABLE, InvalidDecision, corrected, decided, read_correction
from tests.review.claims import VOCABULARY, claim

SIGNED = {"reviewed_by": "Ada", "reason": "misread"}


def test_correctable_fields_are_those_of_the_event() -> None:
    names = [field.name for field in fields(ClaimReviewed)]
    assert names[names.index("kind") :] == list(CORRECTABLE)


def test_corrected_number_brings_its_bounds_along() -> None:
    decision = corrected(claim(), {"count_value": 62.0}, **SIGNED, vocabulary=VOCABULARY)
    assert dict(decision.corrections) == {"count_value": 62.0, "count_low": 62.0, "count_high": 62.0}


def test_corrected_place_leaves_its_exactness_open() -> None:
    decision = corrected(claim(), {"place": "Astana"}, **SIGNED, vocabulary=VOCABULARY)
    assert dict(decision.corrections) == {"place": "Astana", "where_prec": None}


@pytest.mark.parametrize(
    ("corrections", "words"),
    [
        ({}, "nothing is different"),
        ({"place": "Almaty"}, "nothing is different"),
        ({"kind": "evicted"}, "injured, killed"),
        ({"kind": None}, "cannot be empty"),
        ({"country_code": "Kazakhstan"}, "KZ"),
        ({"where_prec": 9}, "UCDP"),
        ({"place": "two\nlines"}, "one line"),
        ({"count_low": 30.0}, "set both"),
        ({"count_high": 2.0}, "set both"),
    ],
)
def test_corrections_that_cannot_be_are_refused_with_what_can(corrections: dict[str, object], words: str) -> None:
    with pytest.raises(InvalidDecision, match=words):
        corrected(claim(), corrections, **SIGNED, vocabulary=VOCABULARY)


def test_whoever_rejects_says_why_and_signs() -> None:
    with pytest.raises(InvalidDecision, match="say why"):
        decided(claim(), "rejected", reviewed_by="Ada")
    with pytest.raises(InvalidDecision, match="who reviews"):
        decided(claim(), "accepted", reviewed_by=" ")


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [("count_value", "1,200", 1200.0), ("where_prec", "6", 6), ("place", " Astana ", "Astana"), ("scope", " ", None)],
)
def test_read_correction_reads_what_people_type(name: str, text: str, value: object) -> None:
    assert read_correction(name, text) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [("count_value", "many"), ("count_value", "nan"), ("count_low", "-1"), ("when_end", "Friday"), ("evidence", "x")],
)
def test_read_correction_refuses_what_is_none(name: str, text: str) -> None:
    with pytest.raises(InvalidDecision):
        read_correction(name, text)


def test_highlight_is_where_the_number_stands_in_the_sentence() -> None:
    start, end = claim().highlight or (0, 0)
    assert claim().evidence[start:end] == "At least 26"
    assert claim(count_start=None).highlight is None
    assert claim(count_start=90).highlight is None
