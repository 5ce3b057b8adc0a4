"""`EventLog`: append what happened, read it back."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
from duckdb import ColumnExpression, ConstantExpression

from event_log.canonical import event_ids
from event_log.chain import GENESIS, Commit, Head, commits_of, next_commit, table_of
from event_log.database import Database, sql
from event_log.errors import LogCollision, SchemaTooNew, UnwritableEvent, VersionConflict
from event_log.events import EVENT_TYPES
from event_log.rows import (
    ENVELOPE_SCHEMA,
    SCHEMA_VERSION,
    E,
    Recorded,
    payload_of,
    payload_schema,
    recorded_of,
    streams_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from duckdb import DuckDBPyConnection

    from event_log.events import Event

_COLLISIONS = 50  # of threads that append at once; each time one of them gets through
_NUMBERING_SCHEMA = pa.schema(
    [
        ("ordinal", pa.int64()),
        ("position", pa.int64()),
        ("event_id", pa.string()),
        ("stream", pa.string()),
        ("stream_version", pa.int32()),
    ]
)


@dataclass(frozen=True, slots=True)
class _Batch:
    """Incoming events of one type: ``incoming`` (ordinal, event_id, stream) and ``payload``, row by row the same."""

    event_type: type[Any]
    incoming: pa.Table
    payload: pa.Table


class EventLog:
    """An append-only log in one DuckDB file, made on first use; ``patience``: seconds to wait for another process."""

    def __init__(self, path: Path, *, patience: float = 15.0) -> None:
        self.path = path
        self.database = Database(path=path, patience=patience)

    def append(
        self,
        events: Sequence[Event],
        *,
        run_id: str,
        producer: str,
        recorded_at: datetime | None = None,
        expected_versions: Mapping[str, int] | None = None,
    ) -> Commit | None:
        """Append the events that the log does not hold yet, in their order, as one commit; None where all are held.

        ``recorded_at`` (default: now, with a time zone) never goes back behind the last commit. ``expected_versions``
        says at which version streams must stand (0: empty), else `VersionConflict`; a stream that would gain nothing is
        not held against it, so that trying again after a crash is harmless.
        """
        batches = _batches(events)
        if not batches:
            return None
        moment = _aware(recorded_at or datetime.now(UTC))
        write = partial(self._write, batches, run_id, producer, moment, expected_versions or {})
        for _ in range(_COLLISIONS):
            with suppress(LogCollision):
                return write()
        return write()

    def _write(
        self,
        batches: Sequence[_Batch],
        run_id: str,
        producer: str,
        moment: datetime,
        expected_versions: Mapping[str, int],
    ) -> Commit | None:
        with self.database.writing() as connection:
            last = _last_commit(connection)
            numbering = _new_events(connection, batches, last)
            _require_versions(connection, numbering, batches, expected_versions)
            if numbering.num_rows == 0:
                return None
            moment = max(moment, last.recorded_at) if last else moment
            commit = next_commit(last, numbering, recorded_at=moment, run_id=run_id, producer=producer)
            for batch in batches:
                _insert(connection, batch, numbering, commit)
            connection.from_arrow(table_of(commit)).insert_into("commits")
        return commit

    def read(self, event_type: type[E], *, since: int = 0, limit: int | None = None) -> list[E]:
        """Events of one type after position ``since``, oldest first."""
        return [recorded.event for recorded in self.read_recorded(event_type, since=since, limit=limit)]

    def read_recorded(self, event_type: type[E], *, since: int = 0, limit: int | None = None) -> list[Recorded[E]]:
        """As ``read``, with the envelopes."""
        with self.database.reading() as connection:
            return _recorded(connection, event_type, since, limit)

    def read_all(self, *, since: int = 0, limit: int | None = None) -> list[Recorded[Event]]:
        """Events of all types with their envelopes after position ``since``, in the order of the log."""
        with self.database.reading() as connection:
            found = [
                recorded for event_type in EVENT_TYPES for recorded in _recorded(connection, event_type, since, limit)
            ]
        return sorted(found, key=_position)[:limit]

    def commits(self) -> list[Commit]:
        """The chain, oldest first."""
        with self.database.reading() as connection:
            return commits_of(connection.table("commits").order("commit_id").to_arrow_table())

    def head(self) -> Head:
        """Where the log ends; position 0 and 64 zeros when it is empty."""
        with self.database.reading() as connection:
            last = _last_commit(connection)
        return Head(position=last.last_position, digest=last.digest) if last else Head(position=0, digest=GENESIS)

    def query(self, name: str, **parameters: object) -> list[tuple[Any, ...]]:
        """Rows of the query kept in ``sql/<name>.sql``; see ``event_log.queries`` for the typed ones."""
        with self.database.reading() as connection:
            return connection.execute(sql(name), parameters or None).fetchall()


def _batches(events: Sequence[Event]) -> list[_Batch]:
    ordinals: dict[type[Any], list[int]] = {}
    for ordinal, event in enumerate(events):
        ordinals.setdefault(type(event), []).append(ordinal)
    return [_batch(event_type, events, chosen) for event_type, chosen in ordinals.items()]


def _batch(event_type: type[Any], events: Sequence[Event], ordinals: list[int]) -> _Batch:
    if event_type not in EVENT_TYPES:
        raise UnwritableEvent(f"{event_type.__name__} is no event type of the log. Append one of events.EVENT_TYPES.")
    payload = payload_of(event_type, [events[ordinal] for ordinal in ordinals])
    incoming = pa.table(
        {
            "ordinal": pa.array(ordinals, pa.int64()),
            "event_id": pa.array(event_ids(event_type.event_type, str(SCHEMA_VERSION), payload), pa.string()),
            "stream": streams_of(event_type, payload),
        }
    )
    return _Batch(event_type, incoming, payload)


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise UnwritableEvent("recorded_at has no time zone. Give it in UTC.")
    return moment.astimezone(UTC)


def _last_commit(connection: DuckDBPyConnection) -> Commit | None:
    commits = commits_of(connection.execute(sql("last_commit")).to_arrow_table())
    return commits[0] if commits else None


def _new_events(connection: DuckDBPyConnection, batches: Sequence[_Batch], last: Commit | None) -> pa.Table:
    connection.register("incoming", pa.concat_tables([batch.incoming for batch in batches]))
    last_position = last.last_position if last else 0
    found = connection.execute(sql("new_events"), {"last_position": last_position}).to_arrow_table()
    connection.unregister("incoming")
    return found.cast(_NUMBERING_SCHEMA)


def _require_versions(
    connection: DuckDBPyConnection, numbering: pa.Table, batches: Sequence[_Batch], expected_versions: Mapping[str, int]
) -> None:
    if not expected_versions:
        return
    gaining = set(numbering["stream"].to_pylist())
    only_held = {stream for batch in batches for stream in batch.incoming["stream"].to_pylist()} - gaining
    for stream, expected in expected_versions.items():
        row = connection.execute(sql("stream_version"), {"stream": stream}).fetchone()
        actual = row[0] if row else 0
        if actual != expected and stream not in only_held:
            raise VersionConflict(
                f"Stream {stream} stands at version {actual}, not at {expected} as expected: "
                "somebody else appended to it. Nothing was written. Read the stream again and decide anew."
            )


def _insert(connection: DuckDBPyConnection, batch: _Batch, numbering: pa.Table, commit: Commit) -> None:
    row_of = {ordinal: row for row, ordinal in enumerate(batch.incoming["ordinal"].to_pylist())}
    mine = numbering.filter(pc.is_in(numbering["ordinal"], value_set=batch.incoming["ordinal"].combine_chunks()))
    if mine.num_rows == 0:
        return
    payload = batch.payload.take(pa.array([row_of[ordinal] for ordinal in mine["ordinal"].to_pylist()], pa.int64()))
    columns = _envelope(mine, commit) | {name: payload[name] for name in payload.column_names}
    connection.from_arrow(pa.table(columns)).insert_into(batch.event_type.event_type)


def _envelope(numbering: pa.Table, commit: Commit) -> dict[str, Any]:
    same = {
        "recorded_at": commit.recorded_at,
        "run_id": commit.run_id,
        "producer": commit.producer,
        "schema_version": SCHEMA_VERSION,
    }
    return {
        field.name: pa.repeat(pa.scalar(same[field.name], field.type), numbering.num_rows)
        if field.name in same
        else numbering[field.name]
        for field in ENVELOPE_SCHEMA
    }


def _recorded(connection: DuckDBPyConnection, event_type: type[E], since: int, limit: int | None) -> list[Recorded[E]]:
    later = ColumnExpression("position") > ConstantExpression(since)
    relation = connection.table(event_type.event_type).filter(later).order("position")
    table = (relation if limit is None else relation.limit(limit)).to_arrow_table()
    _require_known_versions(event_type, table)
    return recorded_of(event_type, table.select([*ENVELOPE_SCHEMA.names, *payload_schema(event_type).names]))


def _require_known_versions(event_type: type[Any], table: pa.Table) -> None:
    for position, version in zip(table["position"].to_pylist(), table["schema_version"].to_pylist(), strict=True):
        if version > SCHEMA_VERSION:
            raise SchemaTooNew(
                f"The {event_type.event_type} at position {position} has schema version {version}; "
                f"this newsledger knows versions up to {SCHEMA_VERSION}. Nothing was read. Update newsledger."
            )


def _position(recorded: Recorded[Any]) -> int:
    return recorded.position
