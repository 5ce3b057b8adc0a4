"""Walks the chain and the archive and says what is not as it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa

from event_log.chain import COMMIT_SCHEMA
from event_log.chain_walk import ChangedRow, walk
from event_log.database import sql
from event_log.errors import ArchiveCorrupted, DiskFull, EventLogError, LogLocked, NotWritable, RawBytesMissing
from event_log.events import EVENT_TYPES
from event_log.redaction import vouched
from event_log.rows import ENVELOPE_SCHEMA, payload_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duckdb import DuckDBPyConnection

    from event_log.archive import Archive
    from event_log.log import EventLog
    from event_log.redaction import Vouched

_NOT_NOW = (DiskFull, NotWritable, LogLocked)  # the disk's or a neighbour's doing, and no sign of tampering
_RESTORE_LOG = "Put the log back from a backup, then run verify again."
_RESTORE_RAW = "Put the file back from a backup of the archive, or ingest the original again."
_REDACT_AGAIN = "Give `newsledger redact` for the article again: it removes what an interruption left."
_KEEP_COPY = "Keep a copy of the file as evidence, put the log back from a backup, and find out who wrote to it."

_CHANGED = "what it says was changed: event_id and content differ"


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
    Raises ``DiskFull``, ``NotWritable`` or ``LogLocked`` where nothing can be said of the log because it cannot be
    looked at now.
    """
    damage = tuple(_file_findings(log))
    if damage:
        return damage
    try:
        with log.database.reading() as connection:
            if altered := tuple(_table_findings(connection)):
                return altered
            redactions = vouched(connection)
            in_chain = _by_commit(_chain_findings(connection, redactions))
            return (*in_chain, *_content_findings(connection, archive, redactions))
    except _NOT_NOW:
        raise
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
    except _NOT_NOW:
        raise
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


def _chain_findings(connection: DuckDBPyConnection, redactions: Vouched) -> Iterator[Finding]:
    for found in walk(connection):
        if isinstance(found, ChangedRow):
            if found.position in redactions.positions:
                continue
            where, what = f"{found.event_type} at position {found.position}", _CHANGED
            yield Finding(commit_id=found.commit_id, where=where, what=what, remedy=_KEEP_COPY)
        else:
            commit_id, where, what = found
            yield Finding(commit_id=commit_id, where=where, what=what, remedy=_KEEP_COPY)


def _by_commit(findings: Iterator[Finding]) -> list[Finding]:
    return sorted(findings, key=_order)


def _order(finding: Finding) -> tuple[bool, int]:
    return (finding.commit_id is None, finding.commit_id or 0)


def _redaction_findings(redactions: Vouched, bytes_left: set[str]) -> Iterator[Finding]:
    for position, article_id in redactions.unlike:
        where = f"article_redacted at position {position}"
        what = f"what is left of article {article_id} is not what it says"
        yield Finding(commit_id=None, where=where, what=what, remedy=_REDACT_AGAIN)
    for digest in sorted(bytes_left):
        what = "raw bytes that were to be removed are there"
        yield Finding(commit_id=None, where=f"archive, {digest}", what=what, remedy=_REDACT_AGAIN)


def _content_findings(connection: DuckDBPyConnection, archive: Archive, redactions: Vouched) -> Iterator[Finding]:
    named = {row[0]: row[1] for row in connection.execute(sql("raw_digests_named")).fetchall()}
    held = set(archive.digests())
    gone = {row[0] for row in connection.execute(sql("removed_raw_digests")).fetchall()}
    yield from _redaction_findings(redactions, gone & held)
    for digest in sorted((named.keys() | held) - gone):
        try:
            archive.get(digest)
        except (ArchiveCorrupted, RawBytesMissing) as error:
            yield Finding(commit_id=named.get(digest), where=f"archive, {digest}", what=str(error), remedy=_RESTORE_RAW)
    for commit_id, position, claim_id, what in connection.execute(sql("claims_off_their_text")).fetchall():
        if position in redactions.positions:
            continue
        yield Finding(
            commit_id=commit_id,
            where=f"claim {claim_id} at position {position}",
            what=what,
            remedy="Extract again with a mended extractor; a claim without its sentence must not be counted.",
        )
