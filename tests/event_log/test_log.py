"""The contract held against every backend, and what is the DuckDB file's own."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from event_log.errors import LogLocked, LogUnreadable, SchemaTooNew
from event_log.events import ArticleIngested, ArticleRejected
from event_log.log import EventLog
from tests.event_log.contract import EventLogContract, append
from tests.event_log.makers import article, rejection
from tests.event_log.model import LogInMemory


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Laying out the tables takes longer than most tests, so they copy an empty log."""
    path = tmp_path_factory.mktemp("empty") / "event_log.duckdb"
    EventLog(path).head()
    return path


@pytest.fixture
def log(empty: Path, tmp_path: Path) -> EventLog:
    return EventLog(Path(shutil.copy(empty, tmp_path)), patience=10)


class TestLogInDuckDB(EventLogContract):
    """The module's fixture ``log``."""


class TestLogInMemory(EventLogContract):
    @pytest.fixture
    def log(self) -> LogInMemory:
        return LogInMemory()


def test_hostile_text_stays_text_in_queries(log: EventLog) -> None:
    hostile = "'; DROP TABLE commits; -- $stream {x} \x00 \x1b[31m =cmd()"
    append(log, rejection(hostile, reason=hostile))
    assert log.read(ArticleRejected) == [rejection(hostile, reason=hostile)]
    assert log.query("stream_version", stream=f"rejected:{hostile}") == [(1,)]


def test_newer_event_stops_reading(log: EventLog) -> None:
    append(log, article("a"), rejection("b"))
    with duckdb.connect(log.path) as connection:
        connection.execute("UPDATE article_ingested SET schema_version = 99")
    with pytest.raises(SchemaTooNew, match="position 1 has schema version 99"):
        log.read_all()
    assert log.read(ArticleRejected) == [rejection("b")]


def test_newer_tables_stop_reading_and_writing(log: EventLog) -> None:
    append(log, article("a"))
    with duckdb.connect(log.path) as connection:
        connection.execute("INSERT INTO schema_versions VALUES (99)")
    with pytest.raises(SchemaTooNew, match="Update newsledger"):
        log.read(ArticleIngested)
    with pytest.raises(SchemaTooNew, match="Nothing was read or written"):
        append(log, article("b"))


def test_other_databases_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(path) as connection:
        connection.execute("CREATE TABLE t AS SELECT 1")
    with pytest.raises(LogUnreadable, match="no event log"):
        append(EventLog(path), article("a"))


@pytest.mark.parametrize("content", [b"", b"no database", b"x" * 20_000])
def test_a_file_that_is_no_database_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "event_log.duckdb"
    path.write_bytes(content)
    with pytest.raises(LogUnreadable, match="cannot be used as an event log"):
        EventLog(path).read_all()
    assert path.read_bytes() == content


def test_a_file_in_use_is_told_after_a_while(tmp_path: Path) -> None:
    impatient = EventLog(tmp_path / "event_log.duckdb", patience=0.1)
    append(impatient, article("a"))
    with duckdb.connect(impatient.path, read_only=True), pytest.raises(LogLocked, match="in use"):
        append(impatient, article("b"))
