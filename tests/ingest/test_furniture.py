"""The furniture rules against their own examples, and the sweep."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.furniture.rules import FurnitureRule, furniture_rules
from ingest.furniture.sweep import swept

MATCHES = [(rule.id, line) for rule in furniture_rules() for line in rule.matches]
REJECTS = [line for rule in furniture_rules() for line in rule.rejects]
PROSE = "Some 300 dockers walked out on Monday, and the cranes stood still for the rest of the day, the union said."
MORE_PROSE = "The harbour police cleared both gates by noon, and nobody was hurt, a spokeswoman told the radio."


def rule_named(name: str) -> FurnitureRule:
    return next(rule for rule in furniture_rules() if rule.id == name)


@pytest.mark.parametrize(("name", "line"), MATCHES)
def test_rule_matches_its_examples(name: str, line: str) -> None:
    assert rule_named(name).takes(line)


@pytest.mark.parametrize("line", REJECTS)
def test_no_rule_takes_what_any_rule_rejects(line: str) -> None:
    assert [rule.id for rule in furniture_rules() if rule.takes(line)] == []


def test_rule_with_a_broken_pattern_is_refused() -> None:
    with pytest.raises(ValueError, match="rule x"):
        FurnitureRule(id="x", reach="line", pattern="(", matches=("a",), rejects=("b",))


@pytest.mark.parametrize(
    ("description", "lines", "kept"),
    [
        (
            "a label between paragraphs",
            [PROSE, "", "RELATED Ferry sinks off Crete", "", MORE_PROSE],
            [PROSE, "", MORE_PROSE],
        ),
        (
            "a list below its head",
            [PROSE, "MOST READ", "1. Bus falls, 19 dead", "2. Quiz of the week?", "", MORE_PROSE],
            [PROSE, "", MORE_PROSE],
        ),
        (
            "a list that stops at a sentence",
            [PROSE, "Read more:", "", "Ten die in fire", "", MORE_PROSE],
            [PROSE, "", MORE_PROSE],
        ),
        (
            "a comment form and all below it",
            [PROSE, MORE_PROSE, "Leave a Reply", "I heard 40 died."],
            [PROSE, MORE_PROSE],
        ),
        (
            "a comment form's head early on",
            [PROSE, "Leave a Reply", MORE_PROSE, PROSE[:-1] + " again."],
            [PROSE, MORE_PROSE, PROSE[:-1] + " again."],
        ),
        ("headlines among furniture at the end", [PROSE, "", "Cabinet falls in Lima", "", "Source link"], [PROSE]),
        ("keywords at the end", [PROSE, "Kenya", "Harbours", "Trade unions"], [PROSE]),
        ("a caption printed twice", [MORE_PROSE, PROSE, "", PROSE], [MORE_PROSE, PROSE]),
        ("lines without a word", [PROSE, "___", "* * *", "."], [PROSE]),
        ("a subheading", [PROSE, "", "Second day", "", MORE_PROSE], [PROSE, "", "Second day", "", MORE_PROSE]),
        ("a last quotation", [PROSE, "", '"Where are they?"', "Share"], [PROSE, "", '"Where are they?"']),
    ],
)
def test_swept_takes_furniture_and_leaves_sentences(description: str, lines: list[str], kept: list[str]) -> None:
    assert swept("\n".join(lines)) == "\n".join(kept), description


def test_swept_leaves_a_text_that_is_furniture_only() -> None:
    assert swept("Read more:\nTen die in fire") == "Read more:\nTen die in fire"


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=80), max_size=12))
def test_swept_invents_nothing(lines: list[str]) -> None:
    kept = swept("\n".join(lines))
    whole = ["".join(line.split()) for line in lines]
    assert all("".join(line.split()) in whole or not line for line in kept.split("\n"))
