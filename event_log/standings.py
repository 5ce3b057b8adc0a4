"""What a session remembers of the log, so that it can number new events without searching all of it each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from event_log.batches import NUMBERING_SCHEMA
from event_log.database import sql

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from duckdb import DuckDBPyConnection

_DIGITS = 16  # of an event id, 64 bits: two ids that share them are looked up in full, so nothing hangs on chance
_RECENT = 100_000  # ids kept in a set before they join the sorted array, which takes 8 bytes for each


class Standings:
    """Version of every stream, and the beginning of every event id: eight bytes an event, a hundred or so a stream."""

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self._versions: dict[str, int] = dict(connection.execute(sql("stream_versions")).fetchall())
        held = connection.execute(sql("event_id_beginnings")).fetchnumpy()["beginning"]
        self._sorted = np.sort(held.astype(np.uint64))
        self._recent: set[int] = set()

    def version(self, stream: str) -> int:
        """At which version the stream stands, 0 where it has no events."""
        return self._versions.get(stream, 0)

    def numbering(self, incoming: pa.Table, last_position: int) -> pa.Table | None:
        """The rows that ``sql/new_events.sql`` would give; None where an event may be held already, and it must say."""
        ids = incoming["event_id"].to_pylist()
        if len(set(ids)) != len(ids) or self._may_hold(_beginnings(ids)):
            return None
        positions = range(last_position + 1, last_position + 1 + len(ids))
        columns = [
            incoming["ordinal"].combine_chunks(),
            pa.array(positions, pa.int64()),
            incoming["event_id"].combine_chunks(),
            incoming["stream"].combine_chunks(),
            pa.array(self._next_versions(incoming["stream"].to_pylist()), pa.int32()),
        ]
        return pa.Table.from_arrays(columns, schema=NUMBERING_SCHEMA)

    def remember(self, numbering: pa.Table) -> None:
        """These rows are in the log now."""
        streams, versions = numbering["stream"].to_pylist(), numbering["stream_version"].to_pylist()
        self._versions.update(zip(streams, versions, strict=True))
        self._recent.update(_beginnings(numbering["event_id"].to_pylist()))
        if len(self._recent) > max(_RECENT, len(self._sorted) // 8):
            recent = np.fromiter(self._recent, np.uint64, len(self._recent))
            self._sorted = np.sort(np.concatenate([self._sorted, recent]))
            self._recent = set()

    def _may_hold(self, beginnings: Sequence[int]) -> bool:
        if not self._recent.isdisjoint(beginnings):
            return True
        asked = np.array(beginnings, np.uint64)
        places = np.searchsorted(self._sorted, asked)
        inside = places < len(self._sorted)
        return bool(np.any(self._sorted[places[inside]] == asked[inside]))

    def _next_versions(self, streams: Iterable[str]) -> list[int]:
        latest: dict[str, int] = {}
        versions = []
        for stream in streams:
            latest[stream] = version = (latest.get(stream) or self._versions.get(stream, 0)) + 1
            versions.append(version)
        return versions


def _beginnings(event_ids: Sequence[str]) -> list[int]:
    return [int(event_id[:_DIGITS], 16) for event_id in event_ids]
