from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from collections.abc import Iterator

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


@dataclass(frozen=True)
class Standing:
    """The model's idea of one recorded event."""

    event: Event
    stream: str
    stream_version: int


class LogAgainstModel(RuleBasedStateMachine):
    """Whatever is appended in whatever order, the log stands as a plain list would, and verifies."""

    streams = st.sampled_from(["a", "b", "c"])
    few_events = st.lists(
        st.one_of(
            streams.map(article),
            st.builds(lambda name, number: claim(name, rule=f"rule {number}"), streams, st.integers(0, 3)),
            st.builds(lambda name, number: extraction(name, claim_count=number), streams, st.integers(0, 2)),
        ),
        max_size=5,
    )

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.log = EventLog(self.folder / "event_log.duckdb")
        self.archive = Archive(self.folder / "archive")
        archived(self.archive, article())
        self.log.append([article(name) for name in "abc"], run_id="r", producer="p")
        self.model = [Standing(article(name), name, 1) for name in "abc"]
        self.commits = 1

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)

    def fresh(self, events: list[Event]) -> Iterator[Standing]:
        held = [standing.event for standing in self.model]
        for event in events:
            if event not in held:
                held.append(event)
                stream = str(getattr(event, "article_id", ""))
                yield Standing(event, stream, sum(getattr(e, "article_id", "") == stream for e in held))

    @rule(events=few_events)
    def append(self, events: list[Event]) -> None:
        expected = list(self.fresh(events))
        commit = self.log.append(events, run_id="r", producer="p")
        assert (commit.event_count if commit else 0) == len(expected)
        self.model += expected
        self.commits += bool(expected)

    @rule(name=streams, expected=st.integers(0, 6))
    def append_expecting_a_version(self, name: str, expected: int) -> None:
        event = replace(claim(name), rule=f"expecting {len(self.model)}")
        actual = sum(standing.stream == name for standing in self.model)
        if actual != expected:
            with pytest.raises(VersionConflict):
                self.log.append([event], run_id="r", producer="p", expected_versions={name: expected})
        else:
            self.log.append([event], run_id="r", producer="p", expected_versions={name: expected})
            self.model.append(Standing(event, name, actual + 1))
            self.commits += 1

    @invariant()
    def stands_as_the_model(self) -> None:
        if hasattr(self, "model"):
            found = [Standing(held.event, held.stream, held.stream_version) for held in self.log.read_all()]
            assert found == self.model
            assert len(self.log.commits()) == self.commits

    @rule()
    def verifies(self) -> None:
        assert verify(self.log, self.archive) == ()


TestLogAgainstModel = LogAgainstModel.TestCase
TestLogAgainstModel.settings = settings(max_examples=6, stateful_step_count=8, deadline=None)


def test_makers_keep_law_two() -> None:
    made = claim()
    assert made.evidence == TEXT[made.evidence_start : made.evidence_end]
