"""Appending: one connection, as many commits as come."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from event_log.batches import NUMBERING_SCHEMA, batches_of, incoming_of, rows_to_insert
from event_log.chain import GENESIS, Commit, Head, commits_of, next_commit, values_of
from event_log.database import sql, transaction
from event_log.errors import LogCollision, UnwritableEvent, VersionConflict
from event_log.standings import Standings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    import pyarrow as pa
    from duckdb import DuckDBPyConnection

    from event_log.batches import Batch
    from event_log.events import Event

_COLLISIONS = 50  # of threads that append at once; each time one of them gets through
_FIRST_APPENDS = 2  # that search the log; from then on it pays to have read it through once


def last_commit(connection: DuckDBPyConnection) -> Commit | None:
    commits = commits_of(connection.execute(sql("last_commit")).to_arrow_table())
    return commits[0] if commits else None


def head_after(last: Commit | None) -> Head:
    return Head(position=last.last_position, digest=last.digest) if last else Head(position=0, digest=GENESIS)


class Session:
    """Appends over one connection. Not for several threads at once; each may have a session of its own."""

    def __init__(self, connection: DuckDBPyConnection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._stored = 0
        self._last: Commit | None = None
        self._standings: Standings | None = None

    def append(
        self,
        events: Sequence[Event],
        *,
        run_id: str,
        producer: str,
        recorded_at: datetime | None = None,
        expected_versions: Mapping[str, int] | None = None,
    ) -> Commit | None:
        """As `EventLog.append`."""
        if not events:
            return None
        moment = _aware(recorded_at or datetime.now(UTC))
        return self._store(batches_of(events), run_id, producer, moment, expected_versions or {})

    def append_each(self, lots: Iterable[Sequence[Event]], *, run_id: str, producer: str) -> Iterator[Commit]:
        """One commit for each lot, given out once it is whole; the next lot is made ready while one is stored."""
        with ThreadPoolExecutor(max_workers=1) as writer:
            storing: Future[Commit | None] | None = None
            for events in lots:
                ready, moment = batches_of(events), datetime.now(UTC)
                stored = storing and storing.result()
                storing = writer.submit(self._store, ready, run_id, producer, moment, {})
                if stored:
                    yield stored
            if storing and (stored := storing.result()):
                yield stored

    def head(self) -> Head:
        """Where the log ends; a log that this process has open for writing must be asked here."""
        return head_after(last_commit(self._connection))

    def _store(
        self,
        batches: Sequence[Batch],
        run_id: str,
        producer: str,
        moment: datetime,
        expected_versions: Mapping[str, int],
    ) -> Commit | None:
        if not batches:
            return None
        for _ in range(_COLLISIONS):
            with suppress(LogCollision):
                return self._try(batches, run_id, producer, moment, expected_versions)
        return self._try(batches, run_id, producer, moment, expected_versions)

    def _try(
        self,
        batches: Sequence[Batch],
        run_id: str,
        producer: str,
        moment: datetime,
        expected_versions: Mapping[str, int],
    ) -> Commit | None:
        try:
            with transaction(self._connection, self._path):
                last = self._latest()
                numbering = self._numbering(incoming_of(batches), head_after(last).position)
                self._require_versions(numbering, expected_versions)
                if numbering.num_rows == 0:
                    return None
                moment = max(moment, last.recorded_at) if last else moment
                commit = next_commit(last, numbering, recorded_at=moment, run_id=run_id, producer=producer)
                self._insert(batches, numbering, commit)
        except BaseException:
            self._forget()  # whoever else wrote, or whatever went wrong: the log itself is asked again
            raise
        self._remember(commit, numbering)
        return commit

    def _latest(self) -> Commit | None:
        """The last commit. Where another thread has made one since, the primary key of ``commits`` refuses ours."""
        return self._last or last_commit(self._connection)

    def _numbering(self, incoming: pa.Table, last_position: int) -> pa.Table:
        if self._standings is None and self._stored >= _FIRST_APPENDS:
            self._standings = Standings(self._connection)
        quick = self._standings.numbering(incoming, last_position) if self._standings else None
        return _new_events(self._connection, incoming, last_position) if quick is None else quick

    def _require_versions(self, numbering: pa.Table, expected_versions: Mapping[str, int]) -> None:
        if not expected_versions:
            return
        gaining = set(numbering["stream"].to_pylist())
        for stream, expected in expected_versions.items():
            if stream in gaining and (actual := self._version(stream)) != expected:
                raise VersionConflict(
                    f"Stream {stream} stands at version {actual}, not at {expected} as expected: "
                    "somebody else appended to it. Nothing was written. Read the stream again and decide anew."
                )

    def _version(self, stream: str) -> int:
        if self._standings:
            return self._standings.version(stream)
        row = self._connection.execute(sql("stream_version"), {"stream": stream}).fetchone()
        return int(row[0]) if row else 0

    def _insert(self, batches: Sequence[Batch], numbering: pa.Table, commit: Commit) -> None:
        for batch in batches:
            rows = rows_to_insert(batch, numbering, commit)
            if rows.num_rows:
                self._connection.from_arrow(rows).insert_into(batch.event_type.event_type)
        self._connection.execute(sql("insert_commit"), values_of(commit))

    def _remember(self, commit: Commit, numbering: pa.Table) -> None:
        self._last = commit
        self._stored += 1
        if self._standings:
            self._standings.remember(numbering)

    def _forget(self) -> None:
        self._last = None
        self._standings = None


def _new_events(connection: DuckDBPyConnection, incoming: pa.Table, last_position: int) -> pa.Table:
    connection.register("incoming", incoming)
    found = connection.execute(sql("new_events"), {"last_position": last_position}).to_arrow_table()
    connection.unregister("incoming")
    return found.cast(NUMBERING_SCHEMA)


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise UnwritableEvent("recorded_at has no time zone. Give it in UTC.")
    return moment.astimezone(UTC)
