from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from evaluation import floors
from orchestration.cli import app

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Police in Almaty said on Friday that 26 protesters had been killed in the unrest of the week.\n"
CLAIM = {
    "family": "casualty",
    "kind": "killed",
    "count": {"value": 26, "low": 26, "high": 26, "text": "26"},
    "status": "asserted",
    "evidence": TEXT.strip(),
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    document: dict[str, Any] = {"article": "a.txt", "published": "2022-01-07", "claims": [CLAIM]}
    (folder / "a.json").write_text(json.dumps(document), encoding="utf-8")
    return folder


def run(*words: object) -> Any:
    return CliRunner().invoke(app, ["evaluate", *map(str, words)])


def test_evaluate_prints_json_figures_of_each_extractor(gold: Path) -> None:
    shown = run(gold, gold, "--extractor", "baseline", "--extractor", "rules", "--json")
    figures = json.loads(shown.stdout)["gold"]
    assert shown.exit_code == 0
    assert list(figures) == ["baseline", "rules"]
    assert figures["baseline"]["casualty"]["f1"] == 1.0


def test_evaluate_writes_a_page(gold: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run(gold, gold, "--extractor", "baseline", "--html", page).exit_code == 0
    assert "protesters had been killed" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        ["only_one_folder"],
        ["absent", "absent"],
        ["--extractor", "nobody"],
        ["--family", "sport"],
        ["--lower"],
        ["--pin", "--lower"],
        ["--pin", "--reason", "because I say so"],
        ["--pin", "--family", "casualty"],
        ["--pin", "--extractor", "baseline"],
    ],
)
def test_evaluate_asked_for_what_is_not_there_is_wrong_use(words: list[str]) -> None:
    before = floors.FLOORS.read_bytes()
    shown = run(*words)
    assert shown.exit_code == 2
    assert "--help" in shown.stderr
    assert floors.FLOORS.read_bytes() == before


def test_evaluate_names_file_line_and_field_of_bad_gold(gold: Path) -> None:
    (gold / "a.json").write_text('{"article": "a.txt",\n"claims": [{"family": "sport"}]}', encoding="utf-8")
    shown = run(gold, gold)
    assert shown.exit_code == 2
    assert "a.json:2: claims.0.family" in shown.stderr


def test_evaluate_that_cannot_write_its_page_says_so(gold: Path, tmp_path: Path) -> None:
    shown = run(gold, gold, "--extractor", "baseline", "--html", tmp_path / "absent" / "page.html")
    assert shown.exit_code == 2
    assert "cannot be written" in shown.stderr
