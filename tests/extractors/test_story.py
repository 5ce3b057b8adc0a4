"""What carries over from one sentence to the next: days, places, speakers."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.records import ArticleText, Claim
from extractors.rules import extract

PUBLISHED = date(2024, 5, 7)


def one(text: str, kind: str, evidence: str) -> Claim:
    found = extract(ArticleText("a", "v", text, PUBLISHED))
    (claim,) = [c for c in found if c.kind == kind and c.evidence.startswith(evidence)]
    return claim


def test_a_happening_told_right_behind_a_dated_one_has_its_day() -> None:
    claim = one("Rioters fought in Lyon on Sunday. Police fired tear gas at the crowd.", "use_of_force", "Police")
    assert claim.when is not None
    assert claim.when.start == date(2024, 5, 5)


def test_the_next_paragraph_has_no_part_in_that_day() -> None:
    claim = one("Rioters fought in Lyon on Sunday.\n\nPolice arrested 12 students.", "detained", "Police")
    assert claim.when is None


def test_days_without_capitals_are_days() -> None:
    claim = one("police arrested 12 students in lyon on sunday.", "detained", "police")
    assert claim.when is not None
    assert claim.when.start == date(2024, 5, 5)
    assert claim.when.text == "on sunday"


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Gunmen in Kosovo blocked the road to Prizren and shot two men dead.", "killed", "Kosovo"),
        ("A blast killed three in Pristina; seven children were flown to Texas.", "killed", "Pristina"),
        ("A refugee who reached Albania said that 14 people had died near Prizren.", "killed", "Prizren"),
        ("Some 3,000 people were moved out of the Batken region of Kyrgyzstan.", "evacuated", "Batken"),
        ("A boat sank off the island of Zubrowka on Thursday, killing 40 people.", "killed", "Zubrowka"),
        ("Protests spread to some 100 Iranian towns on Saturday.", "protest", "Iran"),
    ],
)
def test_place_is_where_it_happened(text: str, kind: str, place: str) -> None:
    found = [c for c in extract(ArticleText("a", "v", text, PUBLISHED)) if c.kind == kind]
    assert [c.place.name for c in found if c.place] == [place]


def test_what_is_added_behind_a_semicolon_stands_on_the_same_word() -> None:
    text = "Some 600 people were injured, the health ministry said on Saturday; 17 are in intensive care."
    claim = one(text, "hospitalised", "Some 600")
    assert claim.speaker is not None
    assert claim.speaker.source == "the health ministry"


def test_a_happening_has_the_day_of_its_sentence_before_that_of_the_story() -> None:
    text = "A bomb killed nine people in Lyon on Sunday.\n\nOn Monday fighting raged: four soldiers were killed."
    claim = one(text, "killed", "On Monday")
    assert claim.when is not None
    assert claim.when.start == date(2024, 5, 6)


def test_a_day_two_sentences_back_still_holds() -> None:
    text = "Rioters fought in Lyon on Sunday. The mayor was abroad. Police fired tear gas at the crowd."
    claim = one(text, "use_of_force", "Police")
    assert claim.when is not None
    assert claim.when.start == date(2024, 5, 5)
