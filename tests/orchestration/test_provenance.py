from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from event_log import EventLog
from event_log.events import ArticleRejected
from orchestration import provenance
from orchestration.code_version import PRODUCTS, SOURCES, digest_of
from orchestration.errors import WrongUseError
from orchestration.settings import DBT_PROJECT, Settings

if TYPE_CHECKING:
    from pathlib import Path


def rejected(address: str) -> ArticleRejected:
    return ArticleRejected(
        address=address,
        file_name=address,
        reason_code="empty",
        reason="It is empty.",
        remedy="Fill it.",
        raw_digest=None,
        byte_count=None,
    )


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.at(tmp_path)


def publish(settings: Settings) -> None:
    provenance.end_build(settings, provenance.begin_build(settings))
    settings.facts.touch()
    provenance.note_publication(settings)


def test_published_facts_are_current_until_the_log_moves(settings: Settings) -> None:
    publish(settings)
    assert provenance.is_published(settings)
    EventLog(settings.event_log).append([rejected("a.txt")], run_id="r", producer="test")
    assert not provenance.is_published(settings)


def test_log_that_moves_during_a_build_is_not_taken_for_built(settings: Settings) -> None:
    built_on = provenance.begin_build(settings)
    EventLog(settings.event_log).append([rejected("a.txt")], run_id="r", producer="test")
    provenance.end_build(settings, built_on)
    settings.facts.touch()
    provenance.note_publication(settings)
    assert not provenance.is_published(settings)


def test_facts_that_are_gone_are_not_current(settings: Settings) -> None:
    publish(settings)
    settings.facts.unlink()
    assert not provenance.is_published(settings)


def test_build_that_was_broken_off_is_not_published(settings: Settings) -> None:
    publish(settings)
    provenance.begin_build(settings)
    with pytest.raises(WrongUseError, match="newsledger build"):
        provenance.require_finished_build(settings)


def test_damaged_note_counts_as_none(settings: Settings) -> None:
    publish(settings)
    settings.facts.with_suffix(".provenance.json").write_text("{", encoding="utf-8")
    assert not provenance.is_published(settings)


def test_digest_moves_with_names_and_bytes_of_sources_only(tmp_path: Path) -> None:
    model = tmp_path / "a.sql"
    model.write_text("select 1", encoding="utf-8")
    first = digest_of(tmp_path)
    (tmp_path / "target").mkdir()
    (tmp_path / "target" / "compiled.sql").write_text("select 1", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("a note", encoding="utf-8")
    assert digest_of(tmp_path) == first
    model.write_text("select 2", encoding="utf-8")
    second = digest_of(tmp_path)
    model.rename(tmp_path / "b.sql")
    assert len({first, second, digest_of(tmp_path)}) == 3


def test_facts_are_not_current_when_other_crises_are_declared(settings: Settings) -> None:
    publish(settings)
    settings.crises.write_text("- {id: a, title: A, countries: [KZ], from: 2022-01-01}\n", encoding="utf-8")
    assert not provenance.is_published(settings)
    publish(settings)
    assert provenance.is_published(settings)


def test_a_build_on_faulty_crises_is_not_begun(settings: Settings) -> None:
    publish(settings)
    settings.crises.write_text("- a\n", encoding="utf-8")
    with pytest.raises(WrongUseError):
        provenance.begin_build(settings)
    provenance.require_finished_build(settings)


def build(settings: Settings) -> None:
    provenance.end_build(settings, provenance.begin_build(settings))
    settings.warehouse.touch()


def test_a_build_keeps_only_what_a_sound_one_left(settings: Settings) -> None:
    assert not provenance.may_keep(settings)
    build(settings)
    EventLog(settings.event_log).append([rejected("a.txt")], run_id="r", producer="test")
    build(settings)
    EventLog(settings.event_log).append([rejected("b.txt")], run_id="r", producer="test")
    assert provenance.may_keep(settings)
    provenance.begin_build(settings)
    assert not provenance.may_keep(settings)


def test_a_build_keeps_nothing_of_another_log(settings: Settings) -> None:
    EventLog(settings.event_log).append([rejected("a.txt")], run_id="r", producer="test")
    build(settings)
    settings.event_log.unlink()
    EventLog(settings.event_log).append([rejected("b.txt")], run_id="r", producer="test")
    assert not provenance.may_keep(settings)


def test_a_build_keeps_nothing_under_other_crises(settings: Settings) -> None:
    EventLog(settings.event_log).append([rejected("a.txt")], run_id="r", producer="test")
    build(settings)
    settings.crises.write_text(
        "- {id: kz, title: Unrest, countries: [KZ], from: 2022-01-01, to: 2022-01-31}\n", encoding="utf-8"
    )
    assert not provenance.may_keep(settings)


def test_no_file_of_the_project_is_beyond_the_digest() -> None:
    """Else dbt's reading of it would be recalled as it was before the file changed."""
    files = (path for path in DBT_PROJECT.rglob("*") if path.is_file())
    read = {path.suffix for path in files if PRODUCTS.isdisjoint(path.relative_to(DBT_PROJECT).parts)}
    assert read <= SOURCES
