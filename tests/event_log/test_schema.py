from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import duckdb
import pytest

from event_log.chain import COMMIT_SCHEMA
from event_log.events import EVENT_TYPES
from event_log.log import EventLog

if TYPE_CHECKING:
    from pathlib import Path

ENVELOPE = [
    ("position", "BIGINT", False),
    ("event_id", "VARCHAR", False),
    ("stream", "VARCHAR", False),
    ("stream_version", "INTEGER", False),
    ("recorded_at", "TIMESTAMP WITH TIME ZONE", False),
    ("run_id", "VARCHAR", False),
    ("producer", "VARCHAR", False),
    ("schema_version", "INTEGER", False),
]
TYPES: dict[Any, str] = {
    str: "VARCHAR",
    int: "BIGINT",
    float: "DOUBLE",
    bool: "BOOLEAN",
    date: "DATE",
    datetime: "TIMESTAMP WITH TIME ZONE",
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    log = EventLog(tmp_path_factory.mktemp("schema") / "event_log.duckdb")
    log.head()
    return log.path


def columns_of(database: Path, table: str) -> list[tuple[str, str, bool]]:
    asked = (
        "SELECT column_name, data_type, is_nullable FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index"
    )
    with duckdb.connect(database, read_only=True) as connection:
        return connection.execute(asked, [table]).fetchall()


def payload_of(event_type: type) -> list[tuple[str, str, bool]]:
    hints = get_type_hints(event_type)
    return [
        (
            field.name,
            TYPES[(get_args(hints[field.name]) or (hints[field.name],))[0]],
            NoneType in get_args(hints[field.name]),
        )
        for field in fields(event_type)
    ]


@pytest.mark.parametrize("event_type", EVENT_TYPES)
def test_table_has_the_envelope_and_the_fields(database: Path, event_type: Any) -> None:
    assert columns_of(database, event_type.event_type) == ENVELOPE + payload_of(event_type)


def test_commits_has_the_fields_of_a_commit(database: Path) -> None:
    assert [name for name, _, _ in columns_of(database, "commits")] == COMMIT_SCHEMA.names


def test_there_are_no_other_tables(database: Path) -> None:
    with duckdb.connect(database, read_only=True) as connection:
        tables = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    assert tables == {event_type.event_type for event_type in EVENT_TYPES} | {"commits", "schema_versions"}


def test_tables_views_and_columns_have_comments(database: Path) -> None:
    asked = """
        SELECT table_name FROM duckdb_tables() WHERE comment IS NULL
        UNION ALL SELECT view_name FROM duckdb_views() WHERE comment IS NULL AND NOT internal
        UNION ALL SELECT table_name || '.' || column_name
        FROM duckdb_columns() JOIN duckdb_tables() USING (table_name)
        WHERE duckdb_columns.comment IS NULL
    """
    with duckdb.connect(database, read_only=True) as connection:
        assert connection.execute(asked).fetchall() == []


def test_views_cover_every_event_type(database: Path) -> None:
    with duckdb.connect(database, read_only=True) as connection:
        views = dict(connection.execute("SELECT view_name, sql FROM duckdb_views() WHERE NOT internal").fetchall())
    for event_type in EVENT_TYPES:
        assert f"FROM {event_type.event_type}" in views["envelopes"]


def test_counts_cover_every_event_type(database: Path) -> None:
    counted = {row[0] for row in EventLog(database).query("event_counts")}
    assert counted == {event_type.event_type for event_type in EVENT_TYPES}
