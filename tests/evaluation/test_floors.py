from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.floors import (
    Floors,
    LoweringError,
    check_floors,
    pin,
    pinned_figures,
    read_floors,
    rounded_down,
    write_floors,
)
from evaluation.gold import bundled_sets
from evaluation.gold_files import GoldError
from evaluation.runner import Measurement, measure
from extractors.extractor import rule_extractor
from tests.evaluation.coders import DAY, SENTENCE, article, claim, exactly, extracted, extractor, gold_set

if TYPE_CHECKING:
    from pathlib import Path

    from extractors.records import ArticleText, Claim

REASON = "the guide changed its mind"


def finds_both(text: ArticleText) -> tuple[Claim, ...]:
    return tuple(extracted(text.text, kind=kind, count=exactly(26)) for kind in ("killed", "injured"))


def finds_one(text: ArticleText) -> tuple[Claim, ...]:
    return finds_both(text)[:1]


GOLD = gold_set(article(SENTENCE, claim(count=exactly(26)), claim(kind="injured", count=exactly(26))))
GOOD = measure(extractor(finds_both), GOLD)
WORSE = measure(extractor(finds_one), GOLD)
PINNED = pin(Floors(), [GOOD], today=DAY)


def test_floors_hold_for_what_they_were_pinned_on() -> None:
    assert check_floors(PINNED, [GOOD]) == ()


def test_going_below_a_floor_is_found_and_named() -> None:
    found = check_floors(PINNED, [WORSE])
    assert {finding.measure for finding in found} == {"casualty.f1", "counted.f1", "all.f1", "whole_claims.f1"}
    assert "0.6667 is below its floor of 1.00" in str(found[0])


def test_other_gold_than_was_pinned_is_found() -> None:
    moved = replace(GOOD, gold_set=replace(GOLD, digest="b" * 64))
    assert [finding.measure for finding in check_floors(PINNED, [moved])] == ["digest"]


def test_gold_that_was_never_pinned_is_found() -> None:
    assert [finding.measure for finding in check_floors(Floors(), [GOOD])] == ["digest"]


def test_pin_raises_without_a_word() -> None:
    raised = pin(pin(Floors(), [WORSE], today=DAY), [GOOD], today=DAY)
    assert raised.sets == PINNED.sets
    assert raised.lowerings == ()


@pytest.mark.parametrize("asked", [{}, {"lower": True}, {"lower": True, "reason": "  "}, {"reason": REASON}])
def test_pin_never_lowers_without_being_asked_and_told_why(asked: dict[str, object]) -> None:
    with pytest.raises(LoweringError, match=r"casualty\.f1 1\.00 to 0\.66"):
        pin(PINNED, [WORSE], today=DAY, **asked)  # type: ignore[arg-type]


def test_lowering_keeps_its_reason_and_those_before() -> None:
    once = pin(PINNED, [WORSE], today=DAY, lower=True, reason=REASON)
    again = pin(pin(once, [GOOD], today=DAY), [WORSE], today=DAY, lower=True, reason="and once more")
    assert check_floors(again, [WORSE]) == ()
    assert [change.reason for change in again.lowerings] == [REASON, "and once more"]
    assert again.lowerings[0].lowered["casualty.f1"] == (1.0, 0.66)
    assert again.lowerings[0].date == DAY.isoformat()


def test_families_without_gold_have_no_floor() -> None:
    assert "unrest.f1" not in pinned_figures(GOOD.scores)


def test_floor_whose_gold_is_gone_is_found() -> None:
    empty = measure(extractor(finds_both), gold_set(article("Nothing happened.")))
    assert "casualty.f1" in {finding.measure for finding in check_floors(PINNED, [empty])}


@given(share=st.floats(0, 1))
def test_rounding_down_loses_less_than_a_hundredth(share: float) -> None:
    assert share - 0.01 - 1e-8 <= rounded_down(share) <= share + 1e-8


@given(hundredths=st.integers(0, 100))
def test_rounding_down_keeps_hundredths(hundredths: int) -> None:
    assert rounded_down(hundredths / 100) == hundredths / 100


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "floors.yaml"
    lowered = pin(PINNED, [WORSE], today=DAY, lower=True, reason=REASON)
    write_floors(lowered, path)
    assert read_floors(path) == lowered
    assert path.read_text(encoding="utf-8").startswith("# ")
    assert read_floors(tmp_path / "absent.yaml") == Floors()


@pytest.mark.parametrize("text", ["sets:\n  short:\n    digest: x\n", "sets: [", "heights: {}\n"])
def test_floors_that_mean_nothing_are_refused_with_their_place(text: str, tmp_path: Path) -> None:
    path = tmp_path / "floors.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match=r"floors\.yaml:"):
        read_floors(path)


@pytest.mark.parametrize("gold", bundled_sets(), ids=lambda gold: gold.name)
def test_rule_extractor_stays_above_its_floors(gold: object) -> None:
    measured: Measurement = measure(rule_extractor(), gold)  # type: ignore[arg-type]
    assert not measured.failures
    assert not list(map(str, check_floors(read_floors(), [measured])))
