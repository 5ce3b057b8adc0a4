from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from event_log.archive import Archive
from event_log.errors import VersionConflict
from event_log.events import ArticleRejected, CasualtyReported, Event
from event_log.log import EventLog
from event_log.verification import verify
from tests.event_log.makers import TEXT, archived, article, claim, extraction, rejection
from tests.event_log.model import LogInMemory

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
slowly = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> EventLog:
    return EventLog(tmp_path_factory.mktemp("properties") / "event_log.duckdb")


@slowly
@given(reasons=st.lists(texts, min_size=1, max_size=8), address=texts)
def test_append_twice_is_append_once(log: EventLog, reasons: list[str], address: str) -> None:
    events = [rejection(address, reason=reason) for reason in reasons]
    log.append(events, run_id="r", producer="p")
    before = (log.head(), len(log.read(ArticleRejected)))
    assert log.append(list(reversed(events)), run_id="another", producer="p") is None
    assert (log.head(), len(log.read(ArticleRejected))) == before


@slowly
@given(
    data=st.lists(
        st.fixed_dictionaries(
            {
                "claim_id": texts,
                "place": st.none() | texts,
                "evidence": texts,
                "latitude": st.none() | st.floats(allow_nan=False, allow_infinity=False),
                "geoname_id": st.none() | st.integers(-(2**63), 2**63 - 1),
                "when_start": st.none() | st.dates(),
            }
        ),
        min_size=1,
        max_size=6,
        unique_by=str,
    )
)
def test_events_read_back_as_written(log: EventLog, data: list[dict[str, Any]]) -> None:
    since = log.head().position
    written = [claim(f"article {since}", **fields) for fields in data]
    log.append(written, run_id="r", producer="p")
    assert log.read(CasualtyReported, since=since) == written


class LogAgainstModel(RuleBasedStateMachine):
    """Whatever is appended in whatever order, the file stands as lists in memory do, to the last digest."""

    streams = st.sampled_from(["a", "b", "c"])
    few_events = st.lists(
        st.one_of(
            streams.map(article),
            st.builds(lambda name, number: claim(name, rule=f"rule {number}"), streams, st.integers(0, 3)),
            st.builds(lambda name, number: extraction(name, claim_count=number), streams, st.integers(0, 2)),
            st.builds(lambda name, number: rejection(name, reason=f"reason {number}"), streams, st.integers(0, 1)),
        ),
        max_size=5,
    )
    expectations = st.dictionaries(
        st.sampled_from(["a", "b", "c", "rejected:a", "nobody"]), st.integers(0, 6), max_size=3
    )
    moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 1, 2), timezones=st.just(UTC))  # noqa: DTZ001 - strategy's

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.log, self.model = EventLog(self.folder / "event_log.duckdb"), LogInMemory()
        self.archive = Archive(self.folder / "archive")
        archived(self.archive, article())
        self.both([article(name) for name in "abc"], recorded_at=datetime(2026, 1, 1, tzinfo=UTC))

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)

    def both(self, events: list[Any], **options: Any) -> None:
        outcomes = [_outcome(log, events, options) for log in (self.log, self.model)]
        assert outcomes[0] == outcomes[1]

    @rule(events=few_events, moment=moments)
    def append(self, events: list[Event], moment: datetime) -> None:
        self.both(events, recorded_at=moment)

    @rule(expected=expectations, events=few_events, moment=moments)
    def append_expecting_versions(self, expected: dict[str, int], events: list[Event], moment: datetime) -> None:
        self.both(events, recorded_at=moment, expected_versions=expected)

    @rule(lots=st.lists(st.tuples(few_events, expectations), max_size=6), moment=moments)
    def append_in_a_session(self, lots: list[tuple[list[Event], dict[str, int]]], moment: datetime) -> None:
        options = [{"recorded_at": moment, "expected_versions": expected} for _, expected in lots]
        events = [lot for lot, _ in lots]
        with self.log.writing() as session:
            outcomes = [_outcome(session, *asked) for asked in zip(events, options, strict=True)]
        assert outcomes == [_outcome(self.model, *asked) for asked in zip(events, options, strict=True)]

    @rule(since=st.integers(0, 30), limit=st.none() | st.integers(0, 9))
    def reads_from_a_position(self, since: int, limit: int | None) -> None:
        asked = {"since": since, "limit": limit}
        assert self.log.read_all(**asked) == self.model.read_all(**asked)
        assert self.log.read(CasualtyReported, **asked) == self.model.read(CasualtyReported, **asked)

    @invariant()
    def stands_as_the_model(self) -> None:
        if hasattr(self, "model"):
            assert self.log.read_all() == self.model.read_all()
            assert self.log.commits() == self.model.commits()

    @rule()
    def verifies(self) -> None:
        assert verify(self.log, self.archive) == ()


def _outcome(log: Any, events: list[Event], options: dict[str, Any]) -> Any:
    """The commit, or the type of what was refused."""
    try:
        return log.append(events, run_id="r", producer="p", **options)
    except VersionConflict as error:
        return type(error)


TestLogAgainstModel = LogAgainstModel.TestCase
TestLogAgainstModel.settings = settings(max_examples=6, stateful_step_count=8, deadline=None)


def test_makers_keep_law_two() -> None:
    made = claim()
    assert made.evidence == TEXT[made.evidence_start : made.evidence_end]
