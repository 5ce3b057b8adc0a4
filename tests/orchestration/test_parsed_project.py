"""The project as dbt read it once serves every home; where it cannot, dbt reads it again and says nothing of it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from orchestration import dbt, parsed_project, steps
from orchestration.crises import write_crises
from orchestration.dbt_child import PARTIAL_PARSE
from orchestration.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache that is this test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


def new_home(folder: Path) -> Settings:
    settings = Settings.at(folder)
    steps.init(settings)
    return settings


def reads_the_project(settings: Settings) -> bool:
    write_crises(settings)
    assert dbt.build(settings, anew=True).success
    return (dbt.target_path(settings) / PARTIAL_PARSE).exists()


@pytest.mark.skipif("sys.platform != 'linux'", reason="elsewhere the cache is not where XDG_CACHE_HOME says")
def test_a_second_home_does_not_read_what_the_first_did(tmp_path: Path, cache: Path) -> None:
    assert reads_the_project(new_home(tmp_path / "first"))
    assert not reads_the_project(new_home(tmp_path / "second"))
    (kept,) = cache.rglob("*.msgpack")
    assert parsed_project.recall(kept) is not None
    kept.write_bytes(kept.read_bytes()[:-9])
    assert parsed_project.recall(kept) is None


def test_what_dbt_would_not_write_is_not_recalled(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"\x81\xa1a")
    assert parsed_project.recall(tmp_path / "other") is None
    assert parsed_project.recall(tmp_path / "absent") is None


def test_the_newest_state_of_a_clone_is_the_only_one_kept(tmp_path: Path) -> None:
    written = tmp_path / PARTIAL_PARSE
    for digest in ("a", "b"):
        written.write_bytes(digest.encode())
        parsed_project.keep(written, parsed_project.kept_path(digest))
    assert not parsed_project.kept_path("a").exists()
    assert parsed_project.kept_path("b").read_bytes() == b"b"
    assert len(list(parsed_project.kept_path("b").parent.iterdir())) == 1


def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path, cache: Path) -> None:
    shutil.rmtree(cache, ignore_errors=True)
    cache.write_text("no folder", encoding="utf-8")
    written = tmp_path / PARTIAL_PARSE
    written.write_bytes(b"a")
    parsed_project.keep(written, parsed_project.kept_path("a"))
    assert cache.read_text(encoding="utf-8") == "no folder"
