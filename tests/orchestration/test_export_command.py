from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from orchestration.cli import app
from orchestration.export_command import Codebook, ExportForm
from orchestration.guard import WRONG_USE
from report.exports import CODEBOOKS, EXPORTS
from tests.report.published import unrest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> Path:
    unrest().write(tmp_path / "facts.duckdb")
    return tmp_path


def test_the_command_knows_every_export_and_codebook() -> None:
    assert {form.value for form in ExportForm} == set(EXPORTS)
    assert {book.value for book in Codebook} == set(CODEBOOKS)


def test_data_goes_to_stdout_and_notes_to_stderr(home: Path) -> None:
    shown = CliRunner().invoke(app, ["export", "--as", "ucdp", "--home", str(home)])
    assert shown.exit_code == 0
    assert shown.stdout.startswith("id,relid,year")
    assert "19 of 49 columns are empty" in shown.stderr


def test_a_time_and_a_codebook_are_heeded(home: Path) -> None:
    asked = ["--at", "2022-01-06 19:00+06", "--codebook", "acled"]
    shown = CliRunner().invoke(app, ["export", "--as", "geojson", *asked, "--home", str(home)])
    told = [feature["properties"] for feature in json.loads(shown.stdout)["features"]]
    assert [(each["best"], each["codebook"]) for each in told] == [(26, "acled")]


def test_a_file_is_named_when_it_is_there(home: Path, tmp_path: Path) -> None:
    target = tmp_path / "facts.xlsx"
    shown = CliRunner().invoke(app, ["export", "--as", "xlsx", str(target), "--home", str(home)])
    assert shown.exit_code == 0
    assert target.is_file()
    assert "facts.xlsx" in shown.stderr
    assert shown.stdout == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--as", "xlsx"], "name a file for it"),
        (["--as", "csv", "--at", "noon"], "no time"),
        (["--as", "csv", "a.txt"], ".csv"),
    ],
)
def test_wrong_use_is_told(words: list[str], said: str, home: Path) -> None:
    shown = CliRunner().invoke(app, ["export", *words, "--home", str(home)])
    assert shown.exit_code == WRONG_USE
    assert said in shown.stderr
    assert shown.stdout == ""
