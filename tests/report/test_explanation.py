from __future__ import annotations

import functools
import re
from dataclasses import replace
from pathlib import Path

import pytest

import report.explanation
from report import explain, explanation_rows, publish, run_query, told
from report.database import sql
from report.errors import NoSuchFact
from report.explanation import Bearing, Explanation, Fact
from report.wording import GRADES, REASONS, RULES
from tests.dbt_project.kazakhstan import kazakhstan, new_home
from tests.report.published import day

MODELS = Path(__file__).resolve().parents[2] / "dbt_project" / "models"


@functools.cache
def facts() -> Path:
    home = kazakhstan()
    return publish(home / "event_log.duckdb", home / "warehouse.duckdb", new_home() / "facts.duckdb").path


def fact_id(where: str, moment: str = "2022-01-15 23:59+06") -> str:
    ((found,),) = run_query(facts(), f"select fact_id from toll_as_of('{moment}') where {where}").rows
    return str(found)


def told_of(where: str, moment: str = "2022-01-15 23:59+06") -> str:
    return "\n".join(told(explain(facts(), fact_id(where, moment))))


def test_the_figure_is_told_with_its_rule_its_word_and_what_else_it_would_be() -> None:
    shown = told_of("kind = 'killed' and \"group\" = 'people' and place = 'Kazakhstan'")
    assert shown.startswith("People killed, Kazakhstan (running total): 225 (low 225, high 225). Crisis: Kazakhstan, ")
    assert "known from 2022-01-15 05:00 UTC until now" in shown
    assert "latest report of the most reliable voice. Without its strongest voice it would be 44." in shown
    decided = shown.partition("Decided by:\n")[2].partition("\n\n")[0]
    assert decided.splitlines() == [
        "  225 (people, Kazakhstan): the Prosecutor General’s Office, in US, 2022-01-15",
        "    “So many, the office said.”",
    ]


def test_losing_claims_stand_under_their_reason() -> None:
    shown = told_of("kind = 'killed' and \"group\" = 'people' and place = 'Kazakhstan'")
    by_reason = dict(part.split(":\n", 1) for part in shown.split("\n\n")[2:])
    assert (
        "164 (people, Kazakhstan): the Health Ministry, in US"
        in by_reason["Did not decide, as " + REASONS["repeats_retracted"]]
    )
    assert "the Information Ministry, in Minsk" in by_reason["Did not decide, as " + REASONS["denied"]]
    assert "103 (people, Almaty)" in by_reason["Did not decide, as " + REASONS["retracted"]]


def test_what_came_later_is_no_part_of_it() -> None:
    shown = told_of("kind = 'killed' and \"group\" = 'people' and place = 'Kazakhstan'", "2022-01-07 23:59+06")
    assert "44 (low 44, high 44)" in shown
    assert "until 2022-01-09 04:00 UTC" in shown
    assert RULES["sum_of_parts"] in shown
    assert "225" not in shown


def test_a_retracted_figure_is_none() -> None:
    shown = told_of("grade = 'retracted' and place = 'Almaty'")
    assert "no figure stands" in shown
    assert "What was taken back:\n  103 (people, Almaty)" in shown
    assert "Without" not in shown


def test_eight_characters_of_an_id_suffice() -> None:
    whole = fact_id("kind = 'injured'")
    assert explain(facts(), whole[:8]).fact.fact_id == whole
    assert {row[0] for row in explanation_rows(facts(), whole[:8]).rows} == {"decides"}


@pytest.mark.parametrize(
    ("asked", "said"), [("6bd1", "too short"), ("zzzzzzzz", "No published figure"), ("%%%%%%%%", "No")]
)
def test_an_id_that_nothing_has_is_told(asked: str, said: str) -> None:
    with pytest.raises(NoSuchFact, match=said):
        explain(facts(), asked)


def test_an_id_that_several_begin_with_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report.explanation, "SHORTEST_PREFIX", 0)
    with pytest.raises(NoSuchFact, match="More than one figure"):
        explain(facts(), "")


FACT = Fact(
    fact_id="f" * 32,
    crisis="The unrest",
    kind="killed",
    group_name="security_forces",
    place="Almaty",
    scope="incident",
    codebook="acled",
    best=1200,
    low=12,
    high=3000,
    rule="lower_of_rivals",
    grade="contested",
    n_voices=1,
    n_outlets=2,
    n_articles=30,
    best_without_strongest=None,
    known_from=day(5),
    known_to=day(6),
)
CLAIM = Bearing("loses", "denied", None, "people", "Almaty", "The ministry", None, None, "a.txt", day(5), "No.", "c")


def test_the_wording_follows_the_figure() -> None:
    first, second = list(told(Explanation(FACT, ())))[:2]
    assert first.startswith("Security forces killed, Almaty (of one occasion): 1,200 (low 12, high 3,000).")
    assert f"contested ({GRADES['contested']}); 1 voice, 2 outlets, 30 articles;" in first
    assert second == f"{RULES['lower_of_rivals']} Without its strongest voice nothing would be left."


def test_a_claim_without_number_source_or_outlet_is_told_by_its_voice_and_file() -> None:
    assert "  no number (people, Almaty): The ministry, in a.txt, 2022-01-05" in list(told(Explanation(FACT, (CLAIM,))))


def test_long_lists_are_cut_and_say_so() -> None:
    deciding = replace(CLAIM, role="decides", reason="said")
    lines = list(told(Explanation(FACT, (deciding,) * 15 + (CLAIM,) * 8)))
    assert [line for line in lines if "more" in line] == [
        "  and 3 more (all with --format table)",
        "  and 2 more (all with --format table)",
    ]


def codes(text: str) -> set[str]:
    return set(re.findall(r"(?:then|else) '([a-z_]+)'", text))


def test_every_reason_and_rule_has_its_words() -> None:
    given = codes(sql("macros/why").partition(" as role")[2]) | codes(
        (MODELS / "marts" / "fct_measurements.sql").read_text()
    )
    judged = codes((MODELS / "intermediate" / "int_claims_judged.sql").read_text())
    assert given | judged | {"planned", "denied", "ended", "repeats_retracted", "stale_repeat"} <= {*REASONS, "said"}
    rules = codes((MODELS / "intermediate" / "int_figures_decided.sql").read_text())
    assert rules | {"lower_of_rivals", "retracted"} == set(RULES)
    assert codes((MODELS / "intermediate" / "int_figures_bounded.sql").read_text()) - set(RULES) | {"retracted"} == set(
        GRADES
    )
