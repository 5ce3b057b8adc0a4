"""Incoming events made ready for their tables, before any database is asked: columns, ids, streams."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from event_log.canonical import event_ids
from event_log.errors import UnwritableEvent
from event_log.events import EVENT_TYPES
from event_log.evolution import EVOLUTION
from event_log.rows import ENVELOPE_SCHEMA, payload_of, streams_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from event_log.chain import Commit
    from event_log.events import Event

INCOMING_SCHEMA = pa.schema([("ordinal", pa.int64()), ("event_id", pa.string()), ("stream", pa.string())])
NUMBERING_SCHEMA = pa.schema(
    [
        ("ordinal", pa.int64()),
        ("position", pa.int64()),
        ("event_id", pa.string()),
        ("stream", pa.string()),
        ("stream_version", pa.int32()),
    ]
)


@dataclass(frozen=True, slots=True)
class Batch:
    """Incoming events of one type: ``incoming`` (see INCOMING_SCHEMA) and ``payload``, row by row the same."""

    event_type: type[Any]
    incoming: pa.Table
    payload: pa.Table


def batches_of(events: Sequence[Event]) -> list[Batch]:
    """One batch for each type among the events; ``ordinal`` is the event's place among all of them."""
    ordinals: dict[type[Any], list[int]] = {}
    for ordinal, event in enumerate(events):
        ordinals.setdefault(type(event), []).append(ordinal)
    return [_batch(event_type, events, chosen) for event_type, chosen in ordinals.items()]


def _batch(event_type: type[Any], events: Sequence[Event], ordinals: list[int]) -> Batch:
    if event_type not in EVENT_TYPES:
        raise UnwritableEvent(f"{event_type.__name__} is no event type of the log. Append one of events.EVENT_TYPES.")
    payload = payload_of(event_type, [events[ordinal] for ordinal in ordinals])
    ids = event_ids(event_type.event_type, str(EVOLUTION.newest(event_type.event_type)), payload)
    columns = [pa.array(ordinals, pa.int64()), pa.array(ids, pa.string()), streams_of(event_type, payload)]
    return Batch(event_type, pa.Table.from_arrays(columns, schema=INCOMING_SCHEMA), payload)


def incoming_of(batches: Sequence[Batch]) -> pa.Table:
    """All batches in the order in which their events came."""
    if len(batches) == 1:
        return batches[0].incoming
    return pa.concat_tables([batch.incoming for batch in batches]).sort_by("ordinal").combine_chunks()


def rows_to_insert(batch: Batch, numbering: pa.Table, commit: Commit) -> pa.Table:
    """The rows that the batch's table gains: those of its events that ``numbering`` has, with their envelopes."""
    is_mine = pc.is_in(numbering["ordinal"], value_set=batch.incoming["ordinal"].combine_chunks())
    mine, payload = numbering.filter(is_mine), batch.payload
    if mine.num_rows != payload.num_rows:
        payload = payload.take(pc.index_in(mine["ordinal"], value_set=batch.incoming["ordinal"].combine_chunks()))
    return pa.table(
        _envelope(batch.event_type.event_type, mine, commit) | {name: payload[name] for name in payload.column_names}
    )


def _envelope(event_type: str, numbering: pa.Table, commit: Commit) -> dict[str, Any]:
    same = {
        "recorded_at": commit.recorded_at,
        "run_id": commit.run_id,
        "producer": commit.producer,
        "schema_version": EVOLUTION.newest(event_type),
    }
    return {
        field.name: pa.repeat(pa.scalar(same[field.name], field.type), numbering.num_rows)
        if field.name in same
        else numbering[field.name]
        for field in ENVELOPE_SCHEMA
    }
