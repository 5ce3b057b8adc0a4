"""The project as dbt read it once serves every home; where it cannot, dbt reads it again and says nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from dbt.constants import PARTIAL_PARSE_FILE_NAME

from orchestration import dbt, parsed_project, steps
from orchestration.crises import write_crises
from orchestration.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


def new_home(folder: Path) -> Settings:
    settings = Settings.at(folder)
    steps.init(settings)
    return settings


def reads_the_project(settings: Settings) -> bool:
    write_crises(settings)
    assert dbt.build(settings, anew=True).success
    return (dbt.target_path(settings) / PARTIAL_PARSE_FILE_NAME).exists()


@pytest.mark.skipif("sys.platform != 'linux'", reason="elsewhere the cache is not where XDG_CACHE_HOME says")
def test_a_second_home_does_not_read_what_the_first_did(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert reads_the_project(new_home(tmp_path / "first"))
    assert not reads_the_project(new_home(tmp_path / "second"))
    (kept,) = (tmp_path / "cache").rglob("*.msgpack")
    assert parsed_project.recall(kept) is not None
    kept.write_bytes(kept.read_bytes()[:-9])
    assert parsed_project.recall(kept) is None


def test_what_dbt_would_not_write_is_not_recalled(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"\x81\xa1a")
    assert parsed_project.recall(tmp_path / "other") is None
    assert parsed_project.recall(tmp_path / "absent") is None


def test_the_newest_state_of_a_clone_is_the_only_one_kept(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    for state in ("a", "b"):
        (tmp_path / PARTIAL_PARSE_FILE_NAME).write_text(state, encoding="utf-8")
        parsed_project.keep(tmp_path, cache / f"{state}.msgpack")
    assert [(kept.name, kept.read_text(encoding="utf-8")) for kept in cache.iterdir()] == [("b.msgpack", "b")]


def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.write_text("no folder", encoding="utf-8")
    (tmp_path / PARTIAL_PARSE_FILE_NAME).write_text("a", encoding="utf-8")
    parsed_project.keep(tmp_path, cache / "a.msgpack")
    assert cache.read_text(encoding="utf-8") == "no folder"


def test_each_state_of_the_project_is_kept_apart() -> None:
    assert parsed_project.kept_path("a") != parsed_project.kept_path("b")
