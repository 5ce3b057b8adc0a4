from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.baseline import baseline_extractor
from evaluation.gold import bundled_sets
from evaluation.request import EXTRACTORS
from evaluation.runner import measure
from extractors.extraction import stands_in
from extractors.extractor import rule_extractor
from extractors.records import ArticleText


def found(text: str) -> list[tuple[str, float | None]]:
    claims = baseline_extractor().extract(ArticleText("a", "v", text))
    return [(claim.kind, claim.count.value if claim.count else None) for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said 26 people were killed and 1,200 were detained.", [("killed", 26), ("detained", 1200)]),
        ("Twelve soldiers died.", [("killed", 12)]),
        ("The match ended after 90 minutes.", []),
        ("In 26 of the towns that we saw last week, nobody was killed.", []),
    ],
)
def test_baseline_takes_numbers_beside_verbs(text: str, expected: list[tuple[str, float]]) -> None:
    assert found(text) == expected


@given(text=st.text(max_size=200))
def test_baseline_survives_any_text_and_points_into_it(text: str) -> None:
    article = ArticleText("a", "v", text)
    assert all(stands_in(claim, article) for claim in baseline_extractor().extract(article))


def test_baseline_is_an_extractor_of_its_own() -> None:
    ours, theirs = rule_extractor(), baseline_extractor()
    assert ours.name != theirs.name
    assert ours.version != theirs.version
    assert set(EXTRACTORS) == {ours.name, theirs.name}


def test_rules_are_far_ahead_of_the_baseline() -> None:
    (kazakhstan,) = (gold for gold in bundled_sets() if gold.name == "kazakhstan_2022")
    rules, baseline = (measure(extractor, kazakhstan) for extractor in (rule_extractor(), baseline_extractor()))
    assert rules.scores.counted.f1 > baseline.scores.counted.f1 + 0.3
    assert rules.scores.whole.f1 > baseline.scores.whole.f1 + 0.5
