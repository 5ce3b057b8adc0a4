"""The same thing counted again by somebody else."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.records import ArticleText
from extractors.rules import extract


def told(sentence: str) -> set[tuple[str, str, str | None, str]]:
    claims = extract(ArticleText("a", "v", sentence, date(2024, 5, 16)))
    return {(c.kind, c.count.text, c.group, c.status) for c in claims if c.count is not None and c.family != "unrest"}


SECOND = [
    (
        "The ministry said 46 rioters had been shot dead; opposition groups put the figure at more than 80.",
        ("killed", "more than 80", "protesters", "asserted"),
    ),
    (
        "Police said 40 students were arrested, while activists put the number at 300.",
        ("detained", "300", "civilians", "asserted"),
    ),
    (
        "The Red Cross counted 1,400 displaced families; the true number may have passed 2,000.",
        ("displaced", "2,000", "civilians", "unconfirmed"),
    ),
    ("The city says 187 people died; survivors speak of 500.", ("killed", "500", "people", "asserted")),
]

FIRST_ONLY = [
    "The ministry said 46 people had been shot dead, and put the damage at 300 million dollars.",
    "At least 46 people were killed, and police set a guard at 12 shops.",
    "Police held 46 people and put up 12 tents.",
]


@pytest.mark.parametrize(("sentence", "second"), SECOND, ids=[s for s, _ in SECOND])
def test_a_second_figure_counts_the_same_people(sentence: str, second: tuple[str, str, str | None, str]) -> None:
    assert second in told(sentence)


@pytest.mark.parametrize("sentence", FIRST_ONLY)
def test_what_is_no_second_figure_of_people_is_none(sentence: str) -> None:
    assert len(told(sentence)) == 1
