"""The log into another file, row by row: as far as a commit, and without the words of redacted articles.

A new file, and not the old one changed, because a database keeps deleted words in blocks that it has not used again.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
from duckdb import ColumnExpression, ConstantExpression

from event_log.events import EVENT_TYPES
from event_log.redacting import WORDS, without_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from duckdb import DuckDBPyConnection

_ROWS_AT_ONCE = 50_000


def copy_rows(
    source: DuckDBPyConnection, target: Path, *, until: int, redacted: Mapping[str, int] | None = None
) -> None:
    """Fill ``target``, a log just laid out, with all up to position ``until``, the last of a commit.

    ``redacted``: articles (their streams) and the position up to which their rows lose their words.
    """
    with duckdb.connect(target) as filled:
        for event_type in EVENT_TYPES:
            for batch in _batches(source, event_type.event_type, "position", until):
                told = _redacted(event_type.event_type, pa.Table.from_batches([batch]), redacted or {})
                filled.from_arrow(told).insert_into(event_type.event_type)
        for batch in _batches(source, "commits", "last_position", until):
            filled.from_arrow(pa.Table.from_batches([batch])).insert_into("commits")
    with target.open("rb") as written:
        os.fsync(written.fileno())


def _batches(source: DuckDBPyConnection, table: str, column: str, until: int) -> Iterator[pa.RecordBatch]:
    within = ColumnExpression(column) <= ConstantExpression(until)
    yield from source.table(table).filter(within).order(column).to_arrow_reader(_ROWS_AT_ONCE)


def _redacted(event_type: str, table: pa.Table, redacted: Mapping[str, int]) -> pa.Table:
    if event_type not in WORDS or not redacted:
        return table
    limits = pa.array([redacted.get(stream, 0) for stream in table["stream"].to_pylist()], pa.int64())
    return without_words(event_type, table, pc.less_equal(table["position"], limits))
