"""An event log in plain Python: lists and a lock. What it does is what every backend must do."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Lock
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from event_log.batches import batches_of
from event_log.chain import GENESIS, Commit, Head, next_commit
from event_log.errors import UnwritableEvent, VersionConflict
from event_log.rows import E, Recorded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from event_log.events import Event


class LogInMemory:
    """Everything in two lists; ids, streams and the chain are the house's own, order and numbering are done by hand."""

    def __init__(self) -> None:
        self._events: list[Recorded[Event]] = []
        self._commits: list[Commit] = []
        self._one_at_a_time = Lock()

    def append(
        self,
        events: Sequence[Event],
        *,
        run_id: str,
        producer: str,
        recorded_at: datetime | None = None,
        expected_versions: Mapping[str, int] | None = None,
    ) -> Commit | None:
        if not events:
            return None
        moment = recorded_at or datetime.now(UTC)
        if moment.tzinfo is None:
            raise UnwritableEvent("recorded_at has no time zone.")
        with self._one_at_a_time:
            return self._append(events, moment, run_id, producer, expected_versions or {})

    def _append(
        self, events: Sequence[Event], moment: datetime, run_id: str, producer: str, expected: Mapping[str, int]
    ) -> Commit | None:
        fresh = list(self._fresh(events))
        self._require(fresh, expected)
        if not fresh:
            return None
        last = self._commits[-1] if self._commits else None
        moment = max(moment, last.recorded_at) if last else moment
        numbered = [self._numbered(fresh, place, moment, run_id, producer) for place in range(len(fresh))]
        columns = ("position", "event_id", "stream_version", "stream")
        numbering = pa.table({name: [getattr(one, name) for one in numbered] for name in columns})
        commit = next_commit(last, numbering, recorded_at=moment, run_id=run_id, producer=producer)
        self._events += numbered
        self._commits.append(commit)
        return commit

    @contextmanager
    def writing(self) -> Iterator[LogInMemory]:
        yield self

    def append_each(self, lots: Iterable[Sequence[Event]], *, run_id: str, producer: str) -> Iterator[Commit]:
        for events in lots:
            if commit := self.append(events, run_id=run_id, producer=producer):
                yield commit

    def read(self, event_type: type[E], *, since: int = 0, limit: int | None = None) -> list[E]:
        return [recorded.event for recorded in self.read_recorded(event_type, since=since, limit=limit)]

    def read_recorded(self, event_type: type[E], *, since: int = 0, limit: int | None = None) -> list[Recorded[E]]:
        found: list[Any] = [one for one in self._events if type(one.event) is event_type and one.position > since]
        return found[:limit]

    def read_all(self, *, since: int = 0, limit: int | None = None) -> list[Recorded[Event]]:
        return self._events[since:][:limit]

    def commits(self) -> list[Commit]:
        return list(self._commits)

    def head(self) -> Head:
        last = self._commits[-1] if self._commits else None
        return Head(position=last.last_position, digest=last.digest) if last else Head(position=0, digest=GENESIS)

    def _fresh(self, events: Sequence[Event]) -> Iterator[tuple[str, str, Event]]:
        held = {one.event_id for one in self._events}
        for event in events:
            (batch,) = batches_of([event])
            event_id, stream = batch.incoming["event_id"][0].as_py(), batch.incoming["stream"][0].as_py()
            if event_id not in held:
                held.add(event_id)
                yield event_id, stream, event

    def _require(self, fresh: list[tuple[str, str, Event]], expected: Mapping[str, int]) -> None:
        gaining = {stream for _, stream, _ in fresh}
        for stream in gaining & expected.keys():
            actual = sum(one.stream == stream for one in self._events)
            if actual != expected[stream]:
                raise VersionConflict(f"Stream {stream} stands at version {actual}, not at {expected[stream]}.")

    def _numbered(
        self, fresh: list[tuple[str, str, Event]], place: int, moment: datetime, run_id: str, producer: str
    ) -> Recorded[Event]:
        event_id, stream, event = fresh[place]
        before = [one.stream for one in self._events] + [one[1] for one in fresh[: place + 1]]
        return Recorded(
            position=len(self._events) + place + 1,
            event_id=event_id,
            stream=stream,
            stream_version=before.count(stream),
            recorded_at=moment,
            run_id=run_id,
            producer=producer,
            schema_version=1,
            event=event,
        )
