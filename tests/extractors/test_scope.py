"""A running total or one occasion, sentence by sentence."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.records import ArticleText
from extractors.rules import extract

UNREST = "Protests spread to a dozen towns. "

SCOPES = [
    ("Forty people have died since Monday.", "total"),
    ("Police caught 22 looters, and nine have since been injured.", "incident"),
    ("In the worst violence since the war, 19 people died.", "incident"),
    ("Last year 172 miners were killed in the region.", "total"),
    (UNREST + "A rights group gave 2,003 dead.", "total"),
    (UNREST + "In the port three people were shot dead.", "incident"),
    ("The quake killed 1,200 people.", "incident"),
]


@pytest.mark.parametrize(("text", "scope"), SCOPES, ids=[text for text, _ in SCOPES])
def test_scope_is_read_off_the_words_and_the_number(text: str, scope: str) -> None:
    claims = extract(ArticleText("a", "v", text, date(2024, 5, 16)))
    assert {claim.scope for claim in claims if claim.family == "casualty"} == {scope}
