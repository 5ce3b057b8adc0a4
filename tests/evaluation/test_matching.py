from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from evaluation.agreement import agrees, may_match, overlap
from evaluation.matching import compare, pairs
from extractors.records import Count, When
from tests.evaluation.coders import DAY, claim, claim_lists, exactly

if TYPE_CHECKING:
    from evaluation.claims import CodedClaim


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        (Count(26, 26, None, "at least 26"), Count(26, 26, None, "26 or more"), True),
        (Count(26, 26, None, "at least 26"), exactly(26), False),
        (Count(None, None, None, "dozens"), Count(None, None, None, "dozens of"), True),
        (Count(None, None, None, "dozens"), Count(None, None, None, "scores"), False),
        (exactly(1, "a"), None, True),
        (exactly(2), None, False),
        (exactly(0, "no"), exactly(0, "none"), True),
    ],
)
def test_counts_decide_whether_claims_match(gold: Count | None, predicted: Count | None, expected: bool) -> None:  # noqa: FBT001
    assert may_match(claim(count=gold), claim(count=predicted)) is expected


def test_measure_may_lack_its_length_but_not_have_a_wrong_one() -> None:
    curfew = claim(family="measure", kind="curfew", count=exactly(14, "two weeks"))
    assert may_match(curfew, replace(curfew, count=None))
    assert not may_match(curfew, replace(curfew, count=exactly(7, "a week")))


def test_claims_without_number_need_the_sentence_or_the_place() -> None:
    elsewhere = "Nothing alike stands here."
    gold = claim(place="Almaty")
    assert may_match(gold, claim(place=None))
    assert may_match(gold, claim(place="Almaty", evidence=elsewhere))
    assert not may_match(gold, claim(place="Astana", evidence=elsewhere))
    assert not may_match(claim(), claim(evidence=elsewhere))


@pytest.mark.parametrize("changed", [{"kind": "injured"}, {"family": "detention"}, {"status": "ended"}])
def test_other_kinds_never_match(changed: dict[str, str]) -> None:
    assert not may_match(claim(count=exactly(26)), claim(count=exactly(26), **changed))


def test_nearest_claim_wins_the_pair() -> None:
    police, protesters = claim(count=exactly(8), group="security_forces"), claim(count=exactly(8), group="protesters")
    assert pairs([police, protesters], [protesters, police]) == {0: 1, 1: 0}


def test_required_gold_is_served_before_optional() -> None:
    optional = claim(count=exactly(8), subject="officers", optional=True)
    required = claim(count=exactly(8), evidence="Eight died.")
    found = replace(optional, optional=False)
    assert pairs([optional, required], [found]) == {1: 0}


def test_optional_gold_counts_neither_way() -> None:
    optional = claim(optional=True)
    assert compare([optional], []) == compare([], [])
    assert compare([optional], [claim()]).spurious == ()


@given(gold=claim_lists, predicted=claim_lists)
def test_compare_puts_every_claim_in_one_place(gold: list[CodedClaim], predicted: list[CodedClaim]) -> None:
    found = compare(gold, predicted)
    assert len(found.matches) + len(found.optional) + len(found.spurious) == len(predicted)
    assert len(found.matches) + len(found.missed) == sum(not each.optional for each in gold)
    assert all(not match.gold.optional for match in found.matches)


@given(claims=claim_lists)
def test_claims_match_themselves(claims: list[CodedClaim]) -> None:
    required = [replace(each, optional=False, place="Almaty") for each in claims]
    found = compare(required, required)
    assert (found.missed, found.spurious) == ((), ())


def test_overlap_is_of_the_smaller_set_without_dull_words() -> None:
    assert overlap("the police", "Kazakhstan's police") == 1.0
    assert overlap("police and army", "the army of Chad") == 0.5
    assert overlap("", "of the") == 1.0
    assert overlap("police", "of the") == 0.0


@pytest.mark.parametrize(
    ("field", "gold", "predicted", "expected"),
    [
        ("group", None, None, True),
        ("group", "people", None, False),
        ("source", "the Interior Ministry", "Interior Ministry spokesman", True),
        ("source", "the Interior Ministry", "the army", False),
        ("source", None, "the army", False),
        ("place", "New York City", "City of New York", True),
        ("when", When("Friday", DAY, DAY), When("on Friday", DAY, DAY), True),
        ("when", When("Friday", DAY, DAY), When("Friday", None, DAY), False),
        ("when", When("recently", None, None), None, True),
    ],
)
def test_fields_agree_as_the_guide_says(field: str, gold: object, predicted: object, expected: bool) -> None:  # noqa: FBT001
    assert agrees(field, claim(**{field: gold}), claim(**{field: predicted})) is expected
