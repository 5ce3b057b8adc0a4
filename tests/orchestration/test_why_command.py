from __future__ import annotations

import csv
import io
import json
import shutil
from typing import TYPE_CHECKING

import duckdb
import pytest
from typer.testing import CliRunner

from orchestration.cli import app
from orchestration.guard import WRONG_USE
from orchestration.settings import Settings
from orchestration.summary import show_summary
from tests.report.test_explanation import fact_id, facts

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = "So many\x1b[31m were\r\nkilled\u202e, it said."


@pytest.fixture
def home(tmp_path: Path) -> Path:
    shutil.copy(facts(), tmp_path / "facts.duckdb")
    with duckdb.connect(str(tmp_path / "facts.duckdb")) as connection:
        connection.execute("update fct_claims set evidence = $text, source = $text", {"text": HOSTILE})
    return tmp_path


@pytest.fixture
def injured() -> str:
    return fact_id("kind = 'injured'")


@pytest.mark.parametrize("form", ["text", "table"])
def test_sentences_reach_the_terminal_as_plain_text(form: str, home: Path, injured: str) -> None:
    shown = CliRunner().invoke(app, ["why", injured[:8], "--format", form, "--home", str(home)])
    assert shown.exit_code == 0
    assert "killed" in shown.stdout
    assert not {"\x1b", "\r", "\u202e"} & set(shown.stdout)


def test_rows_are_for_programs(home: Path, injured: str) -> None:
    asked = ["why", injured, "--home", str(home), "--format"]
    rows = json.loads(CliRunner().invoke(app, [*asked, "json"]).stdout)
    lines = list(csv.DictReader(io.StringIO(CliRunner().invoke(app, [*asked, "csv"]).stdout, newline="")))
    assert [(row["role"], row["value"], row["evidence"]) for row in rows] == [("decides", 1000.0, HOSTILE)]
    assert [line["claim_id"] for line in lines] == [row["claim_id"] for row in rows]


@pytest.mark.parametrize(("asked", "said"), [("6bd1", "too short"), ("zzzzzzzz", "No published figure")])
def test_wrong_ids_are_wrong_use(asked: str, said: str, home: Path) -> None:
    shown = CliRunner().invoke(app, ["why", asked, "--home", str(home)])
    assert shown.exit_code == WRONG_USE
    assert said in shown.stderr
    assert shown.stdout == ""


def test_the_run_ends_in_tolls_and_an_id_to_ask_about(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = Settings.at(home)
    show_summary(settings)
    said = capsys.readouterr().err
    assert "225" in said
    asked = next(line.split() for line in said.splitlines() if " why " in line)
    shown = CliRunner().invoke(app, ["why", asked[asked.index("why") + 1], "--home", str(home)])
    assert shown.exit_code == 0
