"""Mentions of people to whom nothing was done, or of whom the article has told already."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.records import ArticleText
from extractors.rules import extract


def kinds(sentence: str) -> set[str]:
    claims = extract(ArticleText("a", "v", sentence, date(2024, 5, 16)))
    return {claim.kind for claim in claims if claim.family in ("casualty", "detention")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Police count dead of riots",
        "Prosecutors counted the dead of the landslide.",
        "Officials named the dead.",
        "The mayor promised a free doctor for every village.",
        "The party wants free teachers.",
        "Rescuers free trapped miners.",
    ],
)
def test_whoever_reckons_is_not_who_suffered(sentence: str) -> None:
    assert kinds(sentence) == set()


def test_part_of_those_arrested_is_released_and_not_arrested_anew() -> None:
    assert kinds("Of those arrested, 35 have been let go.") == {"released"}
    assert kinds("Lawyers say 35 of those arrested have been let go.") == {"released"}


def test_the_dead_are_told_where_somebody_is_left_or_found_dead() -> None:
    assert kinds("The bombing left 12 dead.") == {"killed"}
    assert kinds("Three hikers were found dead.") == {"killed"}
