from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.guide import COUNTED, FAMILIES, FIELDS
from evaluation.matching import compare
from evaluation.scores import PRFScore, Scores, figures, scores
from tests.evaluation.coders import claim, claim_lists, exactly

if TYPE_CHECKING:
    from evaluation.claims import CodedClaim

numbers = st.integers(0, 50)
counts = st.builds(PRFScore, numbers, numbers, numbers)


def test_prf_is_the_textbooks() -> None:
    score = PRFScore(matched=6, predicted=8, gold=12)
    assert (score.precision, score.recall) == (0.75, 0.5)
    assert score.f1 == pytest.approx(0.6)


def test_prf_of_nothing_is_zero() -> None:
    assert (PRFScore().precision, PRFScore().recall, PRFScore().f1) == (0.0, 0.0, 0.0)


@given(one=counts, other=counts, third=counts)
def test_prf_adds_up_in_any_order(one: PRFScore, other: PRFScore, third: PRFScore) -> None:
    assert one + other == other + one
    assert (one + other) + third == one + (other + third)
    assert one + PRFScore() == one


def test_scores_count_families_fields_and_whole_claims() -> None:
    gold = [claim(count=exactly(26), group="protesters"), claim(kind="injured", count=exactly(3))]
    found = [claim(count=exactly(26), group="people"), claim(family="detention", kind="detained", count=exactly(3))]
    measured = scores(compare(gold, found))
    assert measured.family("casualty") == PRFScore(1, 1, 2)
    assert measured.family("detention") == PRFScore(0, 1, 0)
    assert measured.counted == measured.all == PRFScore(1, 2, 2)
    assert (measured.agreement("group"), measured.agreement("place")) == (0.0, 1.0)
    assert measured.whole == PRFScore(0, 2, 2)


@given(gold=claim_lists, predicted=claim_lists)
def test_scores_of_two_articles_are_their_sum(gold: list[CodedClaim], predicted: list[CodedClaim]) -> None:
    one, other = scores(compare(gold, predicted)), scores(compare(predicted, gold))
    both = one + other
    assert both.articles == 2
    assert both.all == one.all + other.all
    assert all(both.agreed[name] == one.agreed[name] + other.agreed[name] for name in FIELDS)
    assert both + Scores() == both


def test_figures_name_every_row_and_field() -> None:
    told = figures(Scores())
    assert set(told) == {*FAMILIES, "counted", "all", "fields", "whole_claim_f1", "articles"}
    assert set(told["fields"]) == set(FIELDS)
    assert set(COUNTED) < set(FAMILIES)
