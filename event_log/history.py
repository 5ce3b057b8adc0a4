"""Looking at the log: the events that somebody asks for, and whether today's log goes on from one that was sealed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
from duckdb import ColumnExpression, ConstantExpression

from event_log.chain import Commit, commits_of
from event_log.database import sql
from event_log.events import EVENT_TYPES
from event_log.rows import recorded_rows
from event_log.session import last_commit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from duckdb import DuckDBPyConnection

    from event_log.events import Event
    from event_log.log import EventLog
    from event_log.rows import Recorded

EVERYTHING = 2**62  # more than any log holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which events; None lets all through. ``article``: id, at least 8 characters of it, address or file name.

    ``since`` and ``until`` are of the time of recording, the second exclusive; ``limit`` keeps the newest.
    """

    article: str | None = None
    event_type: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    limit: int | None = None


def history(log: EventLog, wanted: Wanted) -> list[Recorded[Event]]:
    """The events in the order of the log, with their envelopes."""
    asked = {
        "article": wanted.article,
        "event_type": wanted.event_type,
        "since": wanted.since,
        "until": wanted.until,
        "most": EVERYTHING if wanted.limit is None else wanted.limit,
    }
    places: dict[str, list[int]] = {}
    with log.database.reading() as connection:
        for position, event_type in connection.execute(sql("log_entries"), asked).fetchall():
            places.setdefault(event_type, []).append(position)
        found = [
            recorded
            for kind in EVENT_TYPES
            if kind.event_type in places
            for recorded in recorded_rows(kind, _rows_at(connection, kind, places[kind.event_type]), log.evolution)
        ]
    return sorted(found, key=_position)


def nearest_names(log: EventLog, name: str) -> tuple[str, ...]:
    """Up to three file names of articles and of what was refused that are spelled most like ``name``."""
    return tuple(row[0] for row in log.query("nearest_names", called=name))


def sealed_commit(log: EventLog, digest: str) -> Commit | None:
    """The commit with this digest: the log that ended in it is the beginning of today's, where today's verifies."""
    with log.database.reading() as connection:
        found = commits_of(connection.execute(sql("commit_with_digest"), {"digest": digest}).to_arrow_table())
    return found[0] if found else None


def newest_commit(log: EventLog) -> Commit | None:
    """The last commit; None where the log is empty."""
    with log.database.reading() as connection:
        return last_commit(connection)


def _rows_at(connection: DuckDBPyConnection, event_type: type[Any], positions: Sequence[int]) -> pa.Table:
    near = ColumnExpression("position").between(ConstantExpression(min(positions)), ConstantExpression(max(positions)))
    table = connection.table(event_type.event_type).filter(near).to_arrow_table()
    return table.filter(pc.is_in(table["position"], value_set=pa.array(positions, table.schema.field("position").type)))


def _position(recorded: Recorded[Event]) -> int:
    return recorded.position
