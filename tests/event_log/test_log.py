"""What every event log keeps to, whatever it is stored in: a new backend joins by the fixture."""

from __future__ import annotations

import shutil
import threading
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from event_log.errors import LogLocked, LogUnreadable, SchemaTooNew, UnwritableEvent, VersionConflict
from event_log.events import ArticleIngested, ArticleRejected, ArticleRevised, CasualtyReported, ClaimReported
from event_log.log import EventLog
from tests.event_log.makers import article, claim, extraction, rejection, revision

if TYPE_CHECKING:
    from event_log.chain import Commit
    from event_log.events import Event


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Laying out the tables takes longer than most tests, so they copy an empty log."""
    path = tmp_path_factory.mktemp("empty") / "event_log.duckdb"
    EventLog(path).head()
    return path


@pytest.fixture
def log(empty: Path, tmp_path: Path) -> EventLog:
    return EventLog(Path(shutil.copy(empty, tmp_path)), patience=10)


def append(log: EventLog, *events: Event, **options: Any) -> Commit | None:
    return log.append(events, run_id="run 1", producer="test 1.0", **options)


def test_new_log_is_empty(log: EventLog) -> None:
    assert log.head().position == 0
    assert log.head().digest == "0" * 64
    assert log.read_all() == []


def test_append_keeps_order_over_all_types(log: EventLog) -> None:
    events: list[Event] = [claim("a"), article("a"), rejection("b"), revision("a"), extraction("a"), article("c")]
    append(log, *events)
    assert [recorded.event for recorded in log.read_all()] == events
    assert [recorded.position for recorded in log.read_all()] == [1, 2, 3, 4, 5, 6]


def test_append_tells_its_commit(log: EventLog) -> None:
    append(log, article("a"))
    commit = append(log, article("b"), article("c"))
    assert commit is not None
    assert (commit.commit_id, commit.first_position, commit.last_position, commit.event_count) == (2, 2, 3, 2)
    assert log.commits()[-1] == commit
    assert log.head().digest == commit.digest


def test_append_of_held_events_adds_nothing(log: EventLog) -> None:
    append(log, article("a"), claim("a"))
    before = log.head()
    assert append(log, article("a"), claim("a")) is None
    assert log.head() == before


def test_append_skips_held_events_among_new_ones(log: EventLog) -> None:
    append(log, article("a"))
    append(log, article("a"), article("b"), article("b"), article("a"))
    assert [held.article_id for held in log.read(ArticleIngested)] == ["a", "b"]


def test_append_of_nothing_is_no_commit(log: EventLog) -> None:
    assert append(log) is None
    assert log.commits() == []


def test_same_content_under_another_type_is_another_event(log: EventLog) -> None:
    append(log, rejection("a"), rejection("a", reason_code="binary"), article("a"), revision("a"))
    assert log.head().position == 4


def test_stream_versions_have_no_gaps(log: EventLog) -> None:
    append(log, article("a"), article("b"), claim("a"))
    append(log, article("a"), extraction("a"), rejection("a"))
    streams = [(recorded.stream, recorded.stream_version) for recorded in log.read_all()]
    assert streams == [("a", 1), ("b", 1), ("a", 2), ("a", 3), ("rejected:a", 1)]


def test_expected_version_lets_the_first_writer_through(log: EventLog) -> None:
    append(log, article("a"), expected_versions={"a": 0})
    append(log, revision("a"), expected_versions={"a": 1})
    assert len(log.read(ArticleRevised)) == 1


def test_expected_version_stops_the_second_writer(log: EventLog) -> None:
    append(log, article("a"), expected_versions={"a": 0})
    with pytest.raises(VersionConflict, match="stands at version 1, not at 0"):
        append(log, article("b"), revision("a"), expected_versions={"a": 0})
    assert log.head().position == 1


def test_expected_version_allows_trying_again(log: EventLog) -> None:
    append(log, article("a"), expected_versions={"a": 0})
    assert append(log, article("a"), expected_versions={"a": 0}) is None


def test_recorded_at_never_goes_back(log: EventLog) -> None:
    late = datetime(2026, 5, 1, tzinfo=UTC)
    append(log, article("a"), recorded_at=late)
    append(log, article("b"), recorded_at=late - timedelta(days=1))
    assert [recorded.recorded_at for recorded in log.read_all()] == [late, late]


def test_recorded_at_needs_a_time_zone(log: EventLog) -> None:
    with pytest.raises(UnwritableEvent, match="time zone"):
        append(log, article("a"), recorded_at=datetime(2026, 5, 1))  # noqa: DTZ001 - the point


def test_read_starts_after_a_position(log: EventLog) -> None:
    append(log, article("a"), claim("a"), article("b"), article("c"))
    assert [held.article_id for held in log.read(ArticleIngested, since=1)] == ["b", "c"]
    assert [held.article_id for held in log.read(ArticleIngested, since=1, limit=1)] == ["b"]
    assert [recorded.position for recorded in log.read_all(since=1, limit=2)] == [2, 3]


def test_read_tells_the_envelope(log: EventLog) -> None:
    append(log, claim("a"))
    (recorded,) = log.read_recorded(CasualtyReported)
    assert (recorded.run_id, recorded.producer, recorded.schema_version) == ("run 1", "test 1.0", 1)
    assert recorded.event == claim("a")


def test_counts_given_as_whole_numbers_are_the_same_event(log: EventLog) -> None:
    append(log, claim("a", count_low=26))
    assert append(log, claim("a", count_low=26.0)) is None


@pytest.mark.parametrize(
    ("event", "complaint"),
    [
        (article("a", text=None), "article_ingested.text is missing"),
        (article("a", outlet="\ud800"), "article_ingested.outlet holds a value"),
        (article("a", published_at=datetime(2022, 1, 1)), "published_at is a time without a time zone"),  # noqa: DTZ001
        (claim("a", latitude=float("nan")), "latitude is not a finite number"),
        (claim("a", geoname_id=2**70), "geoname_id holds a value"),
        (claim("a", place=7), "place holds a value"),
    ],
)
def test_append_refuses_what_it_could_not_give_back(log: EventLog, event: Event, complaint: str) -> None:
    with pytest.raises(UnwritableEvent, match=complaint):
        append(log, article("b"), event)
    assert log.head().position == 0


def test_append_refuses_a_type_without_a_table(log: EventLog) -> None:
    with pytest.raises(UnwritableEvent, match="ClaimReported is no event type"):
        append(log, ClaimReported(**asdict(claim("a"))))


def test_hostile_text_stays_text(log: EventLog) -> None:
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


def test_threads_appending_at_once_all_succeed(log: EventLog) -> None:
    log.head()
    workers = [threading.Thread(target=append, args=(log, article(str(number)))) for number in range(6)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(recorded.position for recorded in log.read_all()) == [1, 2, 3, 4, 5, 6]
    assert len(log.commits()) == 6


def test_a_file_in_use_is_told_after_a_while(tmp_path: Path) -> None:
    impatient = EventLog(tmp_path / "event_log.duckdb", patience=0.1)
    append(impatient, article("a"))
    with duckdb.connect(impatient.path, read_only=True), pytest.raises(LogLocked, match="in use"):
        append(impatient, article("b"))
