"""The whole extractor: laws that hold for any text, and what it takes from a whole article."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.records import ArticleText, Claim
from extractors.rules import extract

SHARED = Path(__file__).parents[3] / "shared" / "articles"
EXAMPLES = Path(__file__).parents[2] / "examples" / "kazakhstan-2022"
PUBLISHED = date(2024, 5, 16)
WORDS = st.sampled_from(
    ["killed", "12", "people", "were", "police", "arrested", "said", "the", "ministry", "in", "Almaty", "on", "Friday",
     ",", ".", "\n\n", "“", "”", "at least", "dozens of", "troops", "deployed", "and", "injured", "no", "curfew"]
)  # fmt: skip

STORY = """Blast kills 14 at market in Quetta

QUETTA, Pakistan (Harbour Wire) — A bomb tore through a crowded market on Tuesday, killing 14 people and wounding 31.

Police said nine of the wounded were in critical condition. Three soldiers were among the dead, the army said.

Officials had earlier put the toll at 11. Prime Minister Aslam Dar condemned the attack."""


def story() -> tuple[Claim, ...]:
    return extract(ArticleText("a", "v", STORY, PUBLISHED))


def test_headline_and_body_make_one_claim_with_the_bodys_sentence() -> None:
    (killed,) = [c for c in story() if c.kind == "killed" and c.count and c.count.value == 14]
    assert killed.evidence.startswith("A bomb tore through")


def test_the_day_of_the_event_carries_over_to_its_tolls() -> None:
    soldiers = next(c for c in story() if c.group == "security_forces" and c.kind == "killed")
    assert soldiers.when is not None
    assert soldiers.when.start == date(2024, 5, 14)
    assert soldiers.speaker is not None
    assert soldiers.speaker.source_type == "military"


def test_the_day_of_a_picture_is_not_the_day_of_the_story() -> None:
    text = (
        "Crowds filled the streets.\n\nThe president in Bonn on August 21, 2021. Ana Ruiz/Agency\n\n"
        "The violence went on the following day, when 12 people were killed."
    )
    (killed,) = [c for c in extract(ArticleText("a", "v", text, PUBLISHED)) if c.kind == "killed"]
    assert killed.when is not None
    assert killed.when.start is None


def test_every_casualty_is_in_the_town_that_the_story_is_about() -> None:
    places = {c.place.name for c in story() if c.family == "casualty" and c.place}
    assert places == {"Quetta"}


def test_claims_are_the_same_each_time() -> None:
    assert story() == story()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200))
def test_evidence_and_number_stand_where_the_claim_says(text: str) -> None:
    for claim in extract(ArticleText("a", "v", text, PUBLISHED)):
        assert text[claim.start : claim.end] == claim.evidence
        if claim.count is not None and claim.count_start is not None:
            assert text[claim.count_start : claim.count_end] == claim.count.text


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=[p.name for p in sorted(EXAMPLES.glob("*.txt"))])
def test_the_gate_costs_no_claim_of_the_examples(path: Path) -> None:
    article = ArticleText("a", "v", path.read_text(encoding="utf-8"), date(2022, 1, 10))
    assert extract(article, gated=True) == extract(article, gated=False)


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the shared articles beside the project")
def test_the_gate_costs_no_claim_of_the_shared_articles() -> None:
    for path in sorted(SHARED.glob("*.txt")):
        article = ArticleText("a", "v", path.read_text(encoding="utf-8"), date(2022, 1, 10))
        assert extract(article, gated=True) == extract(article, gated=False), path.name
