"""What every event log keeps to, whatever it is stored in: a new backend joins by a subclass with a ``log``."""

from __future__ import annotations

import threading
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from event_log.chain import commit_digest
from event_log.errors import UnwritableEvent, VersionConflict
from event_log.events import ArticleIngested, ArticleRejected, ArticleRevised, CasualtyReported, ClaimReported
from tests.event_log.makers import article, claim, extraction, rejection, revision

if TYPE_CHECKING:
    from event_log.chain import Commit
    from event_log.events import Event
    from event_log.log import EventLog
    from tests.event_log.model import LogInMemory

    AnyLog = EventLog | LogInMemory


def append(log: AnyLog, *events: Event, **options: Any) -> Commit | None:
    return log.append(events, run_id="run 1", producer="test 1.0", **options)


class EventLogContract:
    """Tests take the fixture ``log``: an empty log of the backend."""

    def test_new_log_is_empty(self, log: AnyLog) -> None:
        assert log.head().position == 0
        assert log.head().digest == "0" * 64
        assert log.read_all() == []

    def test_append_keeps_order_over_all_types(self, log: AnyLog) -> None:
        events: list[Event] = [claim("a"), article("a"), rejection("b"), revision("a"), extraction("a"), article("c")]
        append(log, *events)
        assert [recorded.event for recorded in log.read_all()] == events
        assert [recorded.position for recorded in log.read_all()] == [1, 2, 3, 4, 5, 6]

    def test_append_tells_its_commit(self, log: AnyLog) -> None:
        append(log, article("a"))
        commit = append(log, article("b"), article("c"))
        assert commit is not None
        assert (commit.commit_id, commit.first_position, commit.last_position, commit.event_count) == (2, 2, 3, 2)
        assert log.commits()[-1] == commit
        assert log.head().digest == commit.digest

    def test_append_of_held_events_adds_nothing(self, log: AnyLog) -> None:
        append(log, article("a"), claim("a"))
        before = log.head()
        assert append(log, article("a"), claim("a")) is None
        assert log.head() == before

    def test_append_skips_held_events_among_new_ones(self, log: AnyLog) -> None:
        append(log, article("a"))
        append(log, article("a"), article("b"), article("b"), article("a"))
        assert [held.article_id for held in log.read(ArticleIngested)] == ["a", "b"]

    def test_append_of_nothing_is_no_commit(self, log: AnyLog) -> None:
        assert append(log) is None
        assert log.commits() == []

    def test_same_content_under_another_type_is_another_event(self, log: AnyLog) -> None:
        append(log, rejection("a"), rejection("a", reason_code="binary"), article("a"), revision("a"))
        assert log.head().position == 4

    def test_stream_versions_have_no_gaps(self, log: AnyLog) -> None:
        append(log, article("a"), article("b"), claim("a"))
        append(log, article("a"), extraction("a"), rejection("a"))
        streams = [(recorded.stream, recorded.stream_version) for recorded in log.read_all()]
        assert streams == [("a", 1), ("b", 1), ("a", 2), ("a", 3), ("rejected:a", 1)]

    def test_expected_version_lets_the_first_writer_through(self, log: AnyLog) -> None:
        append(log, article("a"), expected_versions={"a": 0})
        append(log, revision("a"), expected_versions={"a": 1})
        assert len(log.read(ArticleRevised)) == 1

    def test_expected_version_stops_the_second_writer(self, log: AnyLog) -> None:
        append(log, article("a"), expected_versions={"a": 0})
        with pytest.raises(VersionConflict, match="stands at version 1, not at 0"):
            append(log, article("b"), revision("a"), expected_versions={"a": 0})
        assert log.head().position == 1

    def test_expected_version_allows_trying_again(self, log: AnyLog) -> None:
        append(log, article("a"), expected_versions={"a": 0})
        assert append(log, article("a"), expected_versions={"a": 0}) is None

    def test_expected_version_is_not_held_against_an_append_of_nothing(self, log: AnyLog) -> None:
        append(log, article("a"))
        assert append(log, expected_versions={"a": 0}) is None
        with log.writing() as session:
            assert session.append([], run_id="r", producer="p", expected_versions={"a": 0}) is None

    def test_expected_version_is_not_held_against_streams_that_gain_nothing(self, log: AnyLog) -> None:
        append(log, article("a"))
        append(log, article("a"), article("b"), expected_versions={"a": 0, "b": 0, "c": 7})
        with log.writing() as session:
            session.append([revision("b")], run_id="r", producer="p", expected_versions={"a": 9, "b": 1})
        assert [(one.stream, one.stream_version) for one in log.read_all()] == [("a", 1), ("b", 1), ("b", 2)]

    def test_expected_version_is_held_where_only_some_events_of_a_stream_are_new(self, log: AnyLog) -> None:
        append(log, article("a"))
        with pytest.raises(VersionConflict, match="stands at version 1, not at 0"):
            append(log, article("a"), revision("a"), expected_versions={"a": 0})
        assert log.head().position == 1

    def test_recorded_at_never_goes_back(self, log: AnyLog) -> None:
        late = datetime(2026, 5, 1, tzinfo=UTC)
        append(log, article("a"), recorded_at=late)
        append(log, article("b"), recorded_at=late - timedelta(days=1))
        assert [recorded.recorded_at for recorded in log.read_all()] == [late, late]

    def test_recorded_at_needs_a_time_zone(self, log: AnyLog) -> None:
        with pytest.raises(UnwritableEvent, match="time zone"):
            append(log, article("a"), recorded_at=datetime(2026, 5, 1))  # noqa: DTZ001 - the point

    def test_read_starts_after_a_position(self, log: AnyLog) -> None:
        append(log, article("a"), claim("a"), article("b"), article("c"))
        assert [held.article_id for held in log.read(ArticleIngested, since=1)] == ["b", "c"]
        assert [held.article_id for held in log.read(ArticleIngested, since=1, limit=1)] == ["b"]
        assert [recorded.position for recorded in log.read_all(since=1, limit=2)] == [2, 3]

    def test_read_tells_the_envelope(self, log: AnyLog) -> None:
        append(log, claim("a"))
        (recorded,) = log.read_recorded(CasualtyReported)
        assert (recorded.run_id, recorded.producer, recorded.schema_version) == ("run 1", "test 1.0", 1)
        assert recorded.event == claim("a")

    def test_counts_given_as_whole_numbers_are_the_same_event(self, log: AnyLog) -> None:
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
    def test_append_refuses_what_it_could_not_give_back(self, log: AnyLog, event: Event, complaint: str) -> None:
        with pytest.raises(UnwritableEvent, match=complaint):
            append(log, article("b"), event)
        assert log.head().position == 0

    def test_append_refuses_a_type_without_a_table(self, log: AnyLog) -> None:
        with pytest.raises(UnwritableEvent, match="ClaimReported is no event type"):
            append(log, ClaimReported(**asdict(claim("a"))))

    def test_threads_appending_at_once_all_succeed(self, log: AnyLog) -> None:
        log.head()
        workers = [threading.Thread(target=append, args=(log, article(str(number)))) for number in range(6)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        assert sorted(recorded.position for recorded in log.read_all()) == [1, 2, 3, 4, 5, 6]
        assert len(log.commits()) == 6

    def test_hostile_text_stays_text(self, log: AnyLog) -> None:
        hostile = "'; DROP TABLE commits; -- $stream {x} \x00 \x1b[31m =cmd()"
        append(log, rejection(hostile, reason=hostile))
        assert log.read(ArticleRejected) == [rejection(hostile, reason=hostile)]

    def test_commits_name_the_one_before(self, log: AnyLog) -> None:
        for name in "abc":
            append(log, article(name))
        chain = log.commits()
        assert [commit.previous_digest for commit in chain[1:]] == [commit.digest for commit in chain[:-1]]
        assert all(commit.digest == commit_digest(commit) for commit in chain)
        assert [commit.first_position for commit in chain] == [1, 2, 3]

    def test_head_digest_follows_from_what_was_appended(self, log: AnyLog) -> None:
        """The same events in the same commits give the same seal in every backend and on every machine."""
        moment = datetime(2026, 5, 1, tzinfo=UTC)
        append(log, article("a"), rejection("b"), recorded_at=moment)
        append(log, claim("a"), extraction("a"), recorded_at=moment)
        assert log.head().digest == "57236108ce3f3d97f80c4a5cb3e7eaf0d5f68f465d84701a20c87931b24bd562"

    def test_failed_append_leaves_nothing_and_the_next_one_goes_on(self, log: AnyLog) -> None:
        append(log, article("a"))
        with pytest.raises(VersionConflict):
            append(log, article("b"), claim("a"), expected_versions={"a": 7})
        append(log, article("c"))
        assert [recorded.position for recorded in log.read_all()] == [1, 2]

    def test_session_appends_as_many_single_appends_would(self, log: AnyLog) -> None:
        lots: list[list[Event]] = [[article("a"), claim("a")], [article("a")], [claim("a"), claim("b"), article("b")]]
        lots += [[extraction("a", claim_count=number), rejection(str(number))] for number in range(4)]
        lots += [[extraction("a", claim_count=2), revision("a"), revision("a"), extraction("a", claim_count=9)]]
        with log.writing() as session:
            commits = [session.append(lot, run_id="r", producer="p") for lot in lots]
            assert session.head().position == 14
        assert [commit.event_count if commit else 0 for commit in commits] == [2, 0, 2, 2, 2, 2, 2, 2]
        assert [recorded.position for recorded in log.read_all()] == list(range(1, 15))
        of_a = [recorded.stream_version for recorded in log.read_all() if recorded.stream == "a"]
        assert of_a == list(range(1, 9))
        assert log.commits() == [commit for commit in commits if commit]

    def test_session_holds_streams_against_their_expected_versions(self, log: AnyLog) -> None:
        with log.writing() as session:
            for number in range(4):
                event = extraction("a", claim_count=number)
                session.append([event], run_id="r", producer="p", expected_versions={"a": number})
            with pytest.raises(VersionConflict, match="stands at version 4, not at 3"):
                session.append([article("a")], run_id="r", producer="p", expected_versions={"a": 3})
            session.append([article("a")], run_id="r", producer="p", expected_versions={"a": 4})
        assert [recorded.stream_version for recorded in log.read_all()] == [1, 2, 3, 4, 5]

    def test_session_gives_out_each_commit_of_many(self, log: AnyLog) -> None:
        lots = [[extraction("a", claim_count=number // 2)] for number in range(8)]
        with log.writing() as session:
            commits = list(session.append_each(lots, run_id="r", producer="p"))
        assert [commit.last_position for commit in commits] == [1, 2, 3, 4]
        assert log.commits() == commits

    def test_session_keeps_what_was_whole_when_something_fails(self, log: AnyLog) -> None:
        lots = [[article("a")], [article("b")], [article("c", text=None)], [article("d")]]
        with log.writing() as session, pytest.raises(UnwritableEvent):
            list(session.append_each(lots, run_id="r", producer="p"))
        assert [held.article_id for held in log.read(ArticleIngested)] == ["a", "b"]
