"""Erasure where the law demands it: words and raw bytes go, digests stay, and the log says what went, when and why.

A redacted row keeps the ``event_id`` of what it once said, so commits and their chain hold. Its content no longer has
that id; the `ArticleRedacted` event, itself in the chain, vouches for the content as it now is, and ``verify`` accepts
exactly that and nothing else.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from duckdb import ColumnExpression, ConstantExpression

from event_log.copying import copy_rows
from event_log.database import sql
from event_log.events import EVENT_TYPES, ArticleRedacted
from event_log.log import EventLog
from event_log.redacting import WORDS, content_ids, rows_digest, without_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duckdb import DuckDBPyConnection

    from event_log.archive import Archive

PRODUCER = "redact"
WORDED = tuple(event_type for event_type in EVENT_TYPES if event_type.event_type in WORDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """What was removed: how many rows lost their words, and which raw bytes went."""

    article_id: str
    row_count: int
    raw_digests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vouched:
    """What redactions stand for: positions whose content is as they say, and positions where it is not."""

    positions: frozenset[int]
    unlike: tuple[tuple[int, str], ...]  # position of the redaction, and its article


def redact(
    log: EventLog, archive: Archive, article_id: str, *, reason: str, redacted_by: str, run_id: str
) -> Redaction:
    """Remove an article's words from the log file and its bytes from the archive; the log keeps who, when and why.

    The event comes first and the removal after it: whoever was interrupted gives the same command again. Bytes that
    another article came from as well stay. Nobody else may write meanwhile.
    """
    with log.database.reading() as connection:
        event = _event(connection, article_id, reason, redacted_by)
        standing = _newest(connection).get(article_id)
    if standing is None or (standing.redacted_to, standing.rows_digest) != (event.redacted_to, event.rows_digest):
        log.append([event], run_id=run_id, producer=PRODUCER)
    carry_out(log, archive)
    digests = tuple(event.raw_digests.split())
    return Redaction(article_id=article_id, row_count=event.row_count, raw_digests=digests)


def carry_out(log: EventLog, archive: Archive) -> None:
    """Remove what redactions in the log say was removed, so far as it is still there."""
    with log.database.reading() as connection:
        limits = {one.article_id: one.redacted_to for one in _newest(connection).values()}
        removed = [row[0] for row in connection.execute(sql("removed_raw_digests")).fetchall()]
    beside = log.path.with_name(f".{log.path.name}.{uuid.uuid4().hex}")
    try:
        EventLog(beside).head()  # lays it out
        with log.database.writing() as source:  # nobody else gets in until the new file is in its place
            copy_rows(source, beside, until=_last_position(source), redacted=limits)
            beside.replace(log.path)
    finally:
        beside.unlink(missing_ok=True)
    for digest in removed:
        archive.remove(digest)


def vouched(connection: DuckDBPyConnection) -> Vouched:
    """For `verify`: rows whose content is what a redaction left, though their ids are of what they once said."""
    positions: set[int] = set()
    unlike = []
    for article_id, redaction in _newest(connection).items():
        found = [pair for kind in WORDED for pair in content_ids(kind, _rows(connection, kind, redaction))]
        if rows_digest(found) == redaction.rows_digest:
            positions.update(position for position, _ in found)
        else:
            unlike.append((redaction.position, article_id))
    return Vouched(frozenset(positions), tuple(unlike))


@dataclass(frozen=True, slots=True)
class _Standing:
    article_id: str
    redacted_from: int
    redacted_to: int
    rows_digest: str
    position: int


def _newest(connection: DuckDBPyConnection) -> dict[str, _Standing]:
    return {row[0]: _Standing(*row) for row in connection.execute(sql("newest_redactions")).fetchall()}


def _last_position(connection: DuckDBPyConnection) -> int:
    last = connection.table("commits").max("last_position").fetchone()
    return int(last[0] or 0) if last else 0


def _event(connection: DuckDBPyConnection, article_id: str, reason: str, redacted_by: str) -> ArticleRedacted:
    everything = _Standing(article_id, 0, _last_position(connection), "", 0)
    rows = [pair for kind in WORDED for pair in _left(connection, kind, everything)]
    raw = connection.execute(sql("raw_digests_only_of"), {"article_id": article_id}).fetchall()
    positions = [position for position, _ in rows]
    return ArticleRedacted(
        article_id=article_id,
        reason=reason,
        redacted_by=redacted_by,
        redacted_from=min(positions),
        redacted_to=max(positions),
        row_count=len(rows),
        rows_digest=rows_digest(rows),
        raw_digests=" ".join(digest for (digest,) in raw),
    )


def _left(connection: DuckDBPyConnection, kind: type[Any], scope: _Standing) -> Iterator[tuple[int, str]]:
    """Position and id of what is left of each row."""
    table = _rows(connection, kind, scope)
    everywhere = pa.repeat(pa.scalar(value=True), table.num_rows)
    yield from content_ids(kind, without_words(kind.event_type, table, everywhere))


def _rows(connection: DuckDBPyConnection, kind: type[Any], scope: _Standing) -> pa.Table:
    of_article = ColumnExpression("stream") == ConstantExpression(scope.article_id)
    until = ColumnExpression("position") <= ConstantExpression(scope.redacted_to)
    return connection.table(kind.event_type).filter(of_article & until).to_arrow_table()
