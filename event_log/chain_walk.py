"""Walks the commits from first to last and recomputes every digest of the chain, some tens of thousand rows at a time.

All that is asked of single rows is asked of whole columns: a log of a million events is walked in seconds.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from duckdb import ColumnExpression, ConstantExpression

from event_log.canonical import event_ids
from event_log.chain import COMMIT_SCHEMA, GENESIS, Commit, commit_digest, commits_of, digest_of_lines, row_lines
from event_log.database import sql
from event_log.events import EVENT_TYPES
from event_log.rows import ENVELOPE_SCHEMA, payload_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future

    from duckdb import DuckDBPyConnection
    from numpy.typing import NDArray

_STRIDE = 32_768  # positions looked at together: some tens of megabytes of claims
_WORKERS = 2  # that read and hash; a third would wait for the first two, which hold the interpreter a third of the time

Found = tuple[int | None, str, str]  # commit, where, what


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row whose content has another id than its ``event_id``."""

    commit_id: int
    event_type: str
    position: int
    content_id: str


def walk(connection: DuckDBPyConnection) -> Iterator[Found | ChangedRow]:
    """All that is wrong with commits, rows and streams, in no particular order."""
    commits = commits_of(connection.table("commits").order("commit_id").to_arrow_table().select(COMMIT_SCHEMA.names))
    yield from _broken_chain(commits)
    latest_versions: dict[str, int] = {}
    connection.execute(sql("one_thread"))
    for group, rows in _ahead(connection, commits):
        positions = rows["position"].to_numpy()
        yield from _changed_rows(group, rows, positions)
        yield from _broken_commits(group, rows, positions)
        yield from _broken_streams(group, rows, positions, latest_versions)
    connection.execute(sql("all_threads"))
    last_position = max((commit.last_position for commit in commits), default=0)
    for position, event_type in connection.execute(sql("rows_outside"), {"last_position": last_position}).fetchall():
        yield None, _row(event_type, position), "belongs to no commit"


def _broken_chain(commits: Sequence[Commit]) -> Iterator[Found]:
    before: Commit | None = None
    for commit in commits:
        for what in _broken_links(before, commit):
            yield commit.commit_id, "commits", what
        before = commit


def _broken_links(before: Commit | None, commit: Commit) -> Iterator[str]:
    if commit.commit_id != (before.commit_id if before else 0) + 1:
        yield "the commit before it is missing"
    if commit.first_position != (before.last_position if before else 0) + 1 or commit.event_count < 1:
        yield "its positions don't go on from the commit before"
    if commit.previous_digest != (before.digest if before else GENESIS):
        yield "it does not name the digest of the commit before"
    if before and commit.recorded_at < before.recorded_at:
        yield "it was recorded before the commit before it"
    if commit.digest != commit_digest(commit):
        yield "its row was changed: digest and content differ"


def _ahead(connection: DuckDBPyConnection, commits: Sequence[Commit]) -> Iterator[tuple[Sequence[Commit], pa.Table]]:
    """Strides of commits with their rows; the next ones are read and hashed while one is looked at."""
    with ThreadPoolExecutor(max_workers=_WORKERS) as workers:
        waiting: deque[tuple[Sequence[Commit], Future[pa.Table]]] = deque()
        for group in _groups(commits):
            waiting.append((group, workers.submit(_rows_of, connection.cursor(), group)))
            if len(waiting) > _WORKERS:
                yield _next(waiting)
        while waiting:
            yield _next(waiting)


def _next(waiting: deque[tuple[Sequence[Commit], Future[pa.Table]]]) -> tuple[Sequence[Commit], pa.Table]:
    group, rows = waiting.popleft()
    return group, rows.result()


def _groups(commits: Sequence[Commit]) -> Iterator[Sequence[Commit]]:
    """Neighbouring commits, together about a stride long, or one where it alone is longer."""
    start = 0
    for index, commit in enumerate(commits):
        if commit.last_position - commits[start].first_position >= _STRIDE:
            yield commits[start : index + 1]
            start = index + 1
    if start < len(commits):
        yield commits[start:]


def _rows_of(connection: DuckDBPyConnection, commits: Sequence[Commit]) -> pa.Table:
    """Envelopes of all events of the commits by position, each with ``event_type`` and the id of its content."""
    first, last = commits[0].first_position, commits[-1].last_position
    within = ColumnExpression("position").between(ConstantExpression(first), ConstantExpression(last))
    with connection:
        tables = [
            _checked(kind, connection.table(kind.event_type).filter(within).to_arrow_table()) for kind in EVENT_TYPES
        ]
    rows = pa.concat_tables(tables).combine_chunks()
    is_sorted = np.all(np.diff(rows["position"].to_numpy()) > 0)
    return rows if is_sorted else rows.sort_by("position").combine_chunks()


def _checked(event_type: type[Any], table: pa.Table) -> pa.Table:
    schema = payload_schema(event_type)
    envelope = table.select(ENVELOPE_SCHEMA.names).cast(ENVELOPE_SCHEMA)
    payload = table.select(schema.names).cast(schema)
    ids = event_ids(event_type.event_type, _versions(envelope["schema_version"]), payload)
    names = pa.repeat(pa.scalar(event_type.event_type), table.num_rows)
    return envelope.append_column("event_type", names).append_column("content_id", pa.array(ids, pa.string()))


def _versions(column: pa.ChunkedArray) -> Any:
    """One text where all are the same, which costs less than a column."""
    distinct = pc.unique(column)
    return str(distinct[0].as_py()) if len(distinct) == 1 else column


def _changed_rows(
    commits: Sequence[Commit], rows: pa.Table, positions: NDArray[np.int64]
) -> Iterator[Found | ChangedRow]:
    owners = _owners(commits, positions)
    for row in _places(pc.not_equal(rows["event_id"], rows["content_id"])):
        told = rows.slice(row, 1).to_pylist()[0]
        yield ChangedRow(commits[owners[row]].commit_id, told["event_type"], told["position"], told["content_id"])
    lasts = np.array([commit.last_position for commit in commits], np.int64)
    is_inside = pa.array(
        positions <= lasts[owners]
    )  # a commit that was dropped leaves rows that it cannot be asked for
    for name in ("recorded_at", "run_id", "producer"):
        stated = pa.array([getattr(commit, name) for commit in commits], ENVELOPE_SCHEMA.field(name).type)
        for row in _places(pc.and_(is_inside, pc.not_equal(rows[name], stated.take(pa.array(owners))))):
            where = _row(rows["event_type"][row].as_py(), int(positions[row]))
            yield commits[owners[row]].commit_id, where, f"its {name} was changed: it is not that of its commit"


def _places(mask: pa.ChunkedArray) -> list[int]:
    if not pc.any(mask, min_count=0).as_py():
        return []
    places: list[int] = pc.indices_nonzero(mask).to_pylist()
    return places


def _owners(commits: Sequence[Commit], positions: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each row, which of the commits has its position; the nearest where they were tampered with."""
    firsts = np.array([commit.first_position for commit in commits], np.int64)
    order = np.argsort(firsts, kind="stable")
    places = np.searchsorted(firsts[order], positions, side="right") - 1
    return order[np.clip(places, 0, None)]


def _broken_commits(commits: Sequence[Commit], rows: pa.Table, positions: NDArray[np.int64]) -> Iterator[Found]:
    lines = row_lines(rows)
    for commit in commits:
        start = int(np.searchsorted(positions, commit.first_position, side="left"))
        end = int(np.searchsorted(positions, commit.last_position, side="right"))
        expected = np.arange(end - start) + commit.first_position
        if end - start != commit.event_count or not np.array_equal(positions[start:end], expected):
            where = f"positions {commit.first_position} to {commit.last_position}"
            yield commit.commit_id, where, "events are missing or doubled"
        elif digest_of_lines(lines, start, end) != commit.rows_digest:
            what = "its events are not those that were committed: the digest of its rows differs"
            yield commit.commit_id, "rows", what


def _broken_streams(
    commits: Sequence[Commit], rows: pa.Table, positions: NDArray[np.int64], latest: dict[str, int]
) -> Iterator[Found]:
    """Rows whose stream version does not follow the one before; ``latest`` is carried from stride to stride."""
    encoded = pc.dictionary_encode(rows["stream"].combine_chunks())
    codes, streams = encoded.indices.to_numpy(), encoded.dictionary.to_pylist()
    order = np.argsort(codes, kind="stable")
    versions = rows["stream_version"].to_numpy()[order].astype(np.int64)
    starts = np.flatnonzero(np.diff(codes[order], prepend=-1))
    expected = np.roll(versions, 1) + 1
    expected[starts] = [latest.get(streams[code], 0) + 1 for code in codes[order][starts]]
    ends = np.append(starts[1:], len(order))[: len(starts)] - 1
    latest.update(zip((streams[code] for code in codes[order][ends]), versions[ends].tolist(), strict=True))
    owners = _owners(commits, positions)
    for place in np.flatnonzero(versions != expected):
        row = order[place]
        where = f"stream {streams[codes[row]]} at position {positions[row]}"
        what = f"its version is {versions[place]} where {expected[place]} comes next"
        yield commits[owners[row]].commit_id, where, what


def _row(event_type: str, position: int) -> str:
    return f"{event_type} at position {position}"
