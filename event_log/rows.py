"""Between typed events and the columns of their tables."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from operator import attrgetter
from types import NoneType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args, get_type_hints

import pyarrow as pa
import pyarrow.compute as pc

from event_log.errors import UnwritableEvent
from event_log.events import EVENT_TYPES, ArticleRejected, ArticleReleased, Event

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from event_log.evolution import Evolution

E = TypeVar("E", bound=Event)

SCHEMA_VERSION = 1  # of the tables; events have versions of their own, see evolution.py

ENVELOPE_SCHEMA = pa.schema(
    [
        ("position", pa.int64()),
        ("event_id", pa.string()),
        ("stream", pa.string()),
        ("stream_version", pa.int32()),
        ("recorded_at", pa.timestamp("us", tz="UTC")),
        ("run_id", pa.string()),
        ("producer", pa.string()),
        ("schema_version", pa.int32()),
    ]
)

_ARROW_TYPES: Mapping[type, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    date: pa.date32(),
    datetime: pa.timestamp("us", tz="UTC"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded(Generic[E]):
    """An event with its envelope: where it stands in the log, and when and by which run it came there."""

    position: int
    event_id: str
    stream: str
    stream_version: int
    recorded_at: datetime
    run_id: str
    producer: str
    schema_version: int
    event: E


def event_type_named(name: str) -> type[Event]:
    return next(event_type for event_type in EVENT_TYPES if event_type.event_type == name)


def payload_schema(event_type: type[Any]) -> pa.Schema:
    """Columns of an event type's payload, in the order of its fields; nullable where the field may be None."""
    return _PAYLOAD_SCHEMAS[event_type.event_type]


def _schema_of_fields(event_type: type[Any]) -> pa.Schema:
    hints = get_type_hints(event_type)
    return pa.schema([_arrow_field(field.name, hints[field.name]) for field in fields(event_type)])


def _arrow_field(name: str, hint: Any) -> pa.Field:
    alternatives = get_args(hint) or (hint,)
    (plain,) = [alternative for alternative in alternatives if alternative is not NoneType]
    return pa.field(name, _ARROW_TYPES[plain], nullable=NoneType in alternatives)


_PAYLOAD_SCHEMAS: Mapping[str, pa.Schema] = {kind.event_type: _schema_of_fields(kind) for kind in EVENT_TYPES}


def payload_of(event_type: type[Any], events: Sequence[Event]) -> pa.Table:
    """One row per event; refuses what the log could not give back unchanged."""
    schema = payload_schema(event_type)
    columns = (list(map(attrgetter(name), events)) for name in schema.names)
    return pa.Table.from_arrays(
        [_column(event_type, *pair) for pair in zip(schema, columns, strict=True)], schema=schema
    )


def _column(event_type: type[Any], field: pa.Field, values: Sequence[Any]) -> pa.Array:
    where = f"{event_type.event_type}.{field.name}"
    try:
        column = pa.array(values, type=field.type)
    except (pa.ArrowException, UnicodeError, OverflowError, TypeError) as error:
        raise UnwritableEvent(
            f"{where} holds a value that cannot be stored as {field.type}: {error}. Correct the event."
        ) from error
    if column.null_count and not field.nullable:
        raise UnwritableEvent(f"{where} is missing in an event, and may not be. Fill it in before appending.")
    if pa.types.is_float64(field.type) and not pc.all(pc.is_finite(column), min_count=0).as_py():
        raise UnwritableEvent(f"{where} is not a finite number in an event. Give a number or None.")
    if pa.types.is_timestamp(field.type) and any(value and value.tzinfo is None for value in values):
        raise UnwritableEvent(f"{where} is a time without a time zone in an event. Give it in UTC.")
    return column


def streams_of(event_type: type[Any], payload: pa.Table) -> pa.Array:
    """The stream of each row: all that befalls one article, or the rejections of one address."""
    if event_type in (ArticleRejected, ArticleReleased):
        return pc.binary_join_element_wise("rejected:", payload["address"], "").combine_chunks()
    return payload["article_id"].combine_chunks()


def recorded_rows(event_type: type[E], table: pa.Table, evolution: Evolution) -> list[Recorded[E]]:
    """Rows of an event table as typed events of the newest version with their envelopes.

    All or nothing: one event of a version that is not known yet raises `SchemaTooNew`.
    """
    name = event_type.event_type
    envelopes = _dicts(table.select(ENVELOPE_SCHEMA.names).cast(ENVELOPE_SCHEMA))
    for envelope in envelopes:
        evolution.require_known(name, envelope["schema_version"], envelope["position"])
    payloads = _dicts(table.drop_columns(ENVELOPE_SCHEMA.names))
    make: Callable[..., E] = event_type
    return [
        Recorded(**envelope, event=make(**evolution.upcast(name, envelope["schema_version"], payload)))
        for envelope, payload in zip(envelopes, payloads, strict=True)
    ]


def _dicts(table: pa.Table) -> list[dict[str, Any]]:
    columns = [_values(table[name]) for name in table.column_names]
    return [dict(zip(table.column_names, row, strict=True)) for row in zip(*columns, strict=True)]


def _values(column: pa.ChunkedArray) -> list[Any]:
    if not pa.types.is_timestamp(column.type):
        values: list[Any] = column.to_pylist()
        return values
    moments = column.cast(pa.timestamp("us", tz="UTC")).to_pylist()  # and the same UTC as everywhere in the house
    return [moment and moment.astimezone(UTC) for moment in moments]
