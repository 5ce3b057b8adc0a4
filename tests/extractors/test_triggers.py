"""Phrases of several parts: what may stand in their gaps, and which forms their words take."""

from __future__ import annotations

import pytest

from extractors.grammar.inflections import noun_forms, verb_forms
from extractors.rules import language
from extractors.triggers import find_triggers


def found(sentence: str, family: str) -> set[str]:
    return {trigger.rule.id for trigger in find_triggers(language()(sentence), family)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine miners were taken to hospital.",
        "Nine miners were taken to the main military hospital.",
        "An ambulance took nine miners to a hospital in the capital.",
    ],
)
def test_a_second_gap_names_where_they_were_taken(sentence: str) -> None:
    assert "hospitalised.verb" in found(sentence, "casualty")


def test_a_gap_does_not_reach_into_another_clause() -> None:
    assert "killed.toll" not in found("A number of marchers and officers were killed.", "casualty")
    assert "killed.toll" in found("The number of marchers killed rose to nine.", "casualty")


@pytest.mark.parametrize(
    ("base", "form"),
    [
        ("begin", "began"),
        ("bleed", "bled"),
        ("shake", "shook"),
        ("have", "has"),
        ("be", "were"),
        ("acquit", "acquitted"),
    ],
)
def test_forms_that_no_rule_of_spelling_gives(base: str, form: str) -> None:
    assert form in verb_forms(base).every


def test_to_be_has_all_its_presents() -> None:
    assert {"be", "am", "are", "is", "was", "were", "been", "being"} <= verb_forms("be").every
    assert "strike.verb" in found("Four thousand dockers are on strike.", "unrest")


def test_nouns_in_o_take_both_plurals() -> None:
    assert noun_forms("studio") == {"studio", "studios", "studioes"}
