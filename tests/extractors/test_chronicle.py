"""Days that stand over paragraphs."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.grammar.sentences import split
from extractors.records import ArticleText
from extractors.rules import extract
from extractors.times.chronicle import headed_days

PUBLISHED = date(2024, 7, 24)


def starts(text: str) -> dict[int, date | None]:
    return {number: day.start for number, day in headed_days(split(text), PUBLISHED).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thursday, July 18. A bank burned.\n\nA dam broke.", {0: date(2024, 7, 18)}),
        ("July 18\n\nA bank burned.\n\nJuly 19\n\nIt rained.",
         {0: date(2024, 7, 18), 1: date(2024, 7, 18), 2: date(2024, 7, 19), 3: date(2024, 7, 19)}),
        ("On Thursday a bank burned.\n\nA dam broke.", {}),
        ("9 a.m.\n\nA bank burned.", {}),
        ("2019\n\nA bank burned.", {}),
    ],
    ids=["opens a paragraph", "heads a section", "part of a sentence", "an hour of a live report", "a year"],
)  # fmt: skip
def test_a_day_alone_stands_over_what_follows(text: str, expected: dict[int, date]) -> None:
    assert starts(text) == expected


def test_what_happened_is_dated_by_the_day_that_it_stands_under() -> None:
    text = "Tuesday, July 16. Crowds filled the port of Chattogram. At 7 p.m. police shot dead five students."
    (killed,) = [c for c in extract(ArticleText("a", "v", text, PUBLISHED)) if c.kind == "killed"]
    assert killed.when is not None
    assert killed.when.start == date(2024, 7, 16)
