"""Walks the chain and the archive and says what is not as it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
from duckdb import ColumnExpression, ConstantExpression

from event_log.canonical import event_ids
from event_log.chain import COMMIT_SCHEMA, GENESIS, Commit, commit_digest, commits_of, rows_digest
from event_log.database import sql
from event_log.errors import ArchiveCorrupted, EventLogError, RawBytesMissing
from event_log.events import EVENT_TYPES
from event_log.rows import ENVELOPE_SCHEMA, payload_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from duckdb import DuckDBPyConnection

    from event_log.archive import Archive
    from event_log.log import EventLog

_STRIDE = 50_000  # positions read at once: a hundred megabytes or so of claims
_RESTORE_LOG = "Put the log back from a backup, then run verify again."
_RESTORE_RAW = "Put the file back from a backup of the archive, or ingest the original again."
_KEEP_COPY = "Keep a copy of the file as evidence, put the log back from a backup, and find out who wrote to it."

_CHECKED_SCHEMA = pa.schema([*ENVELOPE_SCHEMA, ("event_type", pa.string()), ("computed_id", pa.string())])


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is not as it was written: in which commit (None: in none), where, what, what to do."""

    commit_id: int | None
    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        commit = "" if self.commit_id is None else f"commit {self.commit_id}, "
        return f"{commit}{self.where}: {self.what}. {self.remedy}"


def verify(log: EventLog, archive: Archive) -> tuple[Finding, ...]:
    """What is wrong with the log file, its chain, the archive and the claims' evidence; empty where all is well.

    The first bad commit comes first; where the file itself is damaged nothing in it is trusted and only that is told.
    """
    damage = tuple(_file_findings(log))
    if damage:
        return damage
    try:
        with log.database.reading() as connection:
            if altered := tuple(_table_findings(connection)):
                return altered
            return (*_by_commit(_chain_findings(connection)), *_content_findings(connection, archive))
    except (EventLogError, duckdb.Error, pa.ArrowException, OSError) as error:
        return (_unreadable(log, error),)


def _unreadable(log: EventLog, error: Exception) -> Finding:
    return Finding(commit_id=None, where=str(log.path), what=f"the log cannot be read: {error}", remedy=_RESTORE_LOG)


def _file_findings(log: EventLog) -> Iterator[Finding]:
    if not log.path.is_file():
        yield Finding(commit_id=None, where=str(log.path), what="there is no log file", remedy=_RESTORE_LOG)
        return
    try:
        log.database.settle()
        parts = log.database.damage()
    except (EventLogError, OSError) as error:
        yield _unreadable(log, error)
        return
    for part in parts:
        yield Finding(
            commit_id=None, where=f"{log.path}, {part}", what="bytes have changed or are missing", remedy=_RESTORE_LOG
        )


def _table_findings(connection: DuckDBPyConnection) -> Iterator[Finding]:
    """Tables whose columns are not those that the log writes; nothing in them can be judged row by row."""
    shapes = {kind.event_type: pa.schema([*ENVELOPE_SCHEMA, *payload_schema(kind)]) for kind in EVENT_TYPES}
    for table, expected in {"commits": COMMIT_SCHEMA, **shapes}.items():
        actual = connection.table(table).limit(0).to_arrow_table().schema
        if actual.names != expected.names or list(map(_family_of, actual)) != list(map(_family_of, expected)):
            what = "its columns are not those of the log's schema"
            yield Finding(commit_id=None, where=f"table {table}", what=what, remedy=_KEEP_COPY)


def _family_of(field: pa.Field) -> int:
    return int(field.type.id)  # without the time zone, which DuckDB takes from the machine


def _chain_findings(connection: DuckDBPyConnection) -> Iterator[Finding]:
    commits = commits_of(connection.table("commits").order("commit_id").to_arrow_table().select(COMMIT_SCHEMA.names))
    yield from _link_findings(commits)
    last_position = max((commit.last_position for commit in commits), default=0)
    latest_versions: dict[str, int] = {}
    for group in _strides(commits):
        rows = _rows_between(connection, group[0].first_position, group[-1].last_position)
        for commit in group:
            yield from _commit_findings(commit, _rows_of(rows, commit))
        yield from _stream_findings(rows, group, latest_versions)
    for position, event_type in connection.execute(sql("rows_outside"), {"last_position": last_position}).fetchall():
        yield Finding(
            commit_id=None, where=f"{event_type} at position {position}", what="belongs to no commit", remedy=_KEEP_COPY
        )


def _link_findings(commits: Sequence[Commit]) -> Iterator[Finding]:
    before: Commit | None = None
    for commit in commits:
        for what in _broken_links(before, commit):
            yield Finding(commit_id=commit.commit_id, where="commits", what=what, remedy=_KEEP_COPY)
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


def _strides(commits: Sequence[Commit]) -> Iterator[Sequence[Commit]]:
    """Neighbouring commits, together about a stride long, or one where it alone is longer."""
    start = 0
    for index, commit in enumerate(commits):
        if commit.last_position - commits[start].first_position >= _STRIDE:
            yield commits[start : index + 1]
            start = index + 1
    if start < len(commits):
        yield commits[start:]


def _rows_between(connection: DuckDBPyConnection, first: int, last: int) -> pa.Table:
    """Envelopes of all events in the range, by position, each with its type and its id computed anew."""
    tables = [_rows_of_type(connection, event_type, first, last) for event_type in EVENT_TYPES]
    return pa.concat_tables(tables).sort_by("position")


def _rows_of_type(connection: DuckDBPyConnection, event_type: type[Any], first: int, last: int) -> pa.Table:
    within = ColumnExpression("position").between(ConstantExpression(first), ConstantExpression(last))
    found = connection.table(event_type.event_type).filter(within).to_arrow_table()
    schema = payload_schema(event_type)
    envelope = found.select(ENVELOPE_SCHEMA.names).cast(ENVELOPE_SCHEMA)
    payload = found.select(schema.names).cast(schema)
    computed = event_ids(event_type.event_type, envelope["schema_version"], payload)
    names = pa.repeat(pa.scalar(event_type.event_type), found.num_rows)
    return envelope.append_column("event_type", names).append_column("computed_id", pa.array(computed, pa.string()))


def _rows_of(rows: pa.Table, commit: Commit) -> pa.Table:
    position = rows["position"]
    return rows.filter(
        pc.and_(pc.greater_equal(position, commit.first_position), pc.less_equal(position, commit.last_position))
    )


def _commit_findings(commit: Commit, rows: pa.Table) -> Iterator[Finding]:
    for mask, what in _bad_rows(commit, rows):
        for row in rows.filter(mask).select(["position", "event_type"]).to_pylist():
            where = f"{row['event_type']} at position {row['position']}"
            yield Finding(commit_id=commit.commit_id, where=where, what=what, remedy=_KEEP_COPY)
    expected = range(commit.first_position, commit.first_position + rows.num_rows)
    if rows.num_rows != commit.event_count or rows["position"].to_pylist() != list(expected):
        where = f"positions {commit.first_position} to {commit.last_position}"
        yield Finding(commit_id=commit.commit_id, where=where, what="events are missing or doubled", remedy=_KEEP_COPY)
    elif rows_digest(rows) != commit.rows_digest:
        what = "its events are not those that were committed: the digest of its rows differs"
        yield Finding(commit_id=commit.commit_id, where="rows", what=what, remedy=_KEEP_COPY)


def _bad_rows(commit: Commit, rows: pa.Table) -> Iterator[tuple[pa.Array, str]]:
    yield pc.not_equal(rows["event_id"], rows["computed_id"]), "what it says was changed: event_id and content differ"
    moment = pa.scalar(commit.recorded_at, ENVELOPE_SCHEMA.field("recorded_at").type)
    for name, value in (("recorded_at", moment), ("run_id", commit.run_id), ("producer", commit.producer)):
        yield pc.not_equal(rows[name], value), f"its {name} was changed: it is not that of its commit"


def _stream_findings(rows: pa.Table, group: Sequence[Commit], latest: dict[str, int]) -> Iterator[Finding]:
    columns = (rows["position"].to_pylist(), rows["stream"].to_pylist(), rows["stream_version"].to_pylist())
    for position, stream, version in zip(*columns, strict=True):
        expected = latest.get(stream, 0) + 1
        latest[stream] = version
        if version != expected:
            yield Finding(
                commit_id=next(c.commit_id for c in group if position <= c.last_position),
                where=f"stream {stream} at position {position}",
                what=f"its version is {version} where {expected} comes next",
                remedy=_KEEP_COPY,
            )


def _by_commit(findings: Iterator[Finding]) -> list[Finding]:
    return sorted(findings, key=_order)


def _order(finding: Finding) -> tuple[bool, int]:
    return (finding.commit_id is None, finding.commit_id or 0)


def _content_findings(connection: DuckDBPyConnection, archive: Archive) -> Iterator[Finding]:
    named = {row[0]: row[1] for row in connection.execute(sql("raw_digests_named")).fetchall()}
    for digest in sorted({*named, *archive.digests()}):
        try:
            archive.get(digest)
        except (ArchiveCorrupted, RawBytesMissing) as error:
            yield Finding(commit_id=named.get(digest), where=f"archive, {digest}", what=str(error), remedy=_RESTORE_RAW)
    for commit_id, position, claim_id, what in connection.execute(sql("claims_off_their_text")).fetchall():
        yield Finding(
            commit_id=commit_id,
            where=f"claim {claim_id} at position {position}",
            what=what,
            remedy="Extract again with a mended extractor; a claim without its sentence must not be counted.",
        )
