"""`EventLog`: append what happened, read it back."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from duckdb import ColumnExpression, ConstantExpression

from event_log.chain import Commit, Head, commits_of
from event_log.database import Database, sql
from event_log.events import EVENT_TYPES
from event_log.evolution import EVOLUTION, Evolution
from event_log.rows import E, Recorded, recorded_rows
from event_log.session import Session, head_after, last_commit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from duckdb import DuckDBPyConnection

    from event_log.events import Event


class EventLog:
    """An append-only log in one DuckDB file, made on first use; ``patience``: seconds to wait for another process.

    Events of older versions are read as the newest; ``evolution`` knows how.
    """

    def __init__(self, path: Path, *, patience: float = 15.0, evolution: Evolution = EVOLUTION) -> None:
        self.path = path
        self.evolution = evolution
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
        says at which version the streams that would gain events must stand (0: empty), else `VersionConflict`. A stream
        that would gain nothing, because its events are held or none of these are its own, is not held against it, so
        that trying again after a crash is harmless; appending nothing is never a conflict.
        """
        if not events:
            return None
        with self.writing() as session:
            return session.append(
                events,
                run_id=run_id,
                producer=producer,
                recorded_at=recorded_at,
                expected_versions=expected_versions,
            )

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session for many commits on one connection, many times as fast as ``append`` for each.

        Each commit is whole and there for good when its ``append`` returns. Other processes wait for the file until the
        session ends, and so does this process's own reading: ask ``session.head()``, read before or after.
        """
        with self.database.writing() as connection:
            connection.execute(sql("write_steadily"))
            yield Session(connection, self.path)

    def read(self, event_type: type[E], *, since: int = 0, limit: int | None = None) -> list[E]:
        """Events of one type after position ``since``, oldest first."""
        return [recorded.event for recorded in self.read_recorded(event_type, since=since, limit=limit)]

    def read_recorded(self, event_type: type[E], *, since: int = 0, limit: int | None = None) -> list[Recorded[E]]:
        """As ``read``, with the envelopes."""
        with self.database.reading() as connection:
            return _recorded(connection, event_type, since, limit, self.evolution)

    def read_all(self, *, since: int = 0, limit: int | None = None) -> list[Recorded[Event]]:
        """Events of all types with their envelopes after position ``since``, in the order of the log."""
        with self.database.reading() as connection:
            found = [
                recorded
                for event_type in EVENT_TYPES
                for recorded in _recorded(connection, event_type, since, limit, self.evolution)
            ]
        return sorted(found, key=_position)[:limit]

    def commits(self) -> list[Commit]:
        """The chain, oldest first."""
        with self.database.reading() as connection:
            return commits_of(connection.table("commits").order("commit_id").to_arrow_table())

    def head(self) -> Head:
        """Where the log ends; position 0 and 64 zeros when it is empty."""
        with self.database.reading() as connection:
            return head_after(last_commit(connection))

    def query(self, name: str, **parameters: object) -> list[tuple[Any, ...]]:
        """Rows of the query kept in ``sql/<name>.sql``; see ``event_log.queries`` for the typed ones."""
        with self.database.reading() as connection:
            return connection.execute(sql(name), parameters or None).fetchall()


def _recorded(
    connection: DuckDBPyConnection, event_type: type[E], since: int, limit: int | None, evolution: Evolution
) -> list[Recorded[E]]:
    later = ColumnExpression("position") > ConstantExpression(since)
    relation = connection.table(event_type.event_type).filter(later).order("position")
    table = (relation if limit is None else relation.limit(limit)).to_arrow_table()
    return recorded_rows(event_type, table, evolution)


def _position(recorded: Recorded[Any]) -> int:
    return recorded.position
