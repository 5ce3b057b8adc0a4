from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from orchestration.codebook_page import MARKED, PAGE, read_marts, renewed
from orchestration.settings import DBT_PROJECT

if TYPE_CHECKING:
    from pathlib import Path


def test_the_page_says_what_the_models_say() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert renewed(page) == page, "renew it with: .venv/bin/python -m orchestration.codebook_page"


def test_every_part_is_on_the_page() -> None:
    parts = {found["part"] for found in MARKED.finditer(PAGE.read_text(encoding="utf-8"))}
    assert parts == {"codebooks", "phrases", "phrase_patterns", "groups", "source_types", "settings", "marts"}


def part(name: str, project: Path) -> str:
    return renewed(f"<!-- begin: {name} -->\n<!-- end: {name} -->\n", project)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("seeds", "models/marts"):
        shutil.copytree(DBT_PROJECT / folder, tmp_path / folder)
    for file in ("dbt_project.yml", "models/columns.md"):
        shutil.copy(DBT_PROJECT / file, tmp_path / file)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "file", "old", "new"),
    [
        ("phrases", "seeds/codebook_phrases.csv", "ucdp,dozens,24,", "ucdp,dozens,25,"),
        ("codebooks", "seeds/codebooks.csv", "acled,1,", "acled,2,"),
        ("settings", "dbt_project.yml", "rival_days: 1", "rival_days: 2"),
        ("settings", "dbt_project.yml", "agree by chance", "meet by chance"),
        ("marts", "models/columns.md", "The best estimate", "The better estimate"),
        ("marts", "models/marts/fct_casualties.yml", "The killed", "The slain"),
    ],
)
def test_a_change_of_the_models_shows(name: str, file: str, old: str, new: str, project: Path) -> None:
    before, text = part(name, project), (project / file).read_text(encoding="utf-8")
    (project / file).write_text(text.replace(old, new), encoding="utf-8")
    assert part(name, project) != before


def test_settings_come_with_their_reasons() -> None:
    lines = part("settings", DBT_PROJECT).splitlines()
    (line,) = [line for line in lines if line.startswith("| `rival_days`")]
    assert line.startswith("| `rival_days` | 1 | Tolls run:")


def test_a_pipe_in_a_pattern_does_not_end_its_cell() -> None:
    assert r"\b(tens\|dozens) of thousands\b" in part("phrase_patterns", DBT_PROJECT)


def test_every_column_has_a_meaning() -> None:
    assert [
        column for mart in read_marts() for column in mart.columns if not column.meaning or "{{" in column.meaning
    ] == []
