"""Ways to tamper with a ledger, each chosen by chance: with bits, files, rows and commits."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import duckdb

from event_log.events import EVENT_TYPES
from event_log.log import EventLog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from random import Random

    Tampering = Callable[[Path, Random], str]

TABLES = tuple(kind.event_type for kind in EVENT_TYPES)


def log_of(home: Path) -> Path:
    return home / "event_log.duckdb"


def flip_a_bit_of_the_log(home: Path, chance: Random) -> str:
    return _flip(log_of(home), chance)


def overwrite_a_stretch_of_the_log(home: Path, chance: Random) -> str:
    path = log_of(home)
    content = bytearray(path.read_bytes())
    length = chance.randrange(1, 5_000)
    start = chance.randrange(len(content) - length)
    former = bytes(content[start : start + length])
    content[start : start + length] = chance.randbytes(length)
    if bytes(content[start : start + length]) == former:
        content[start] ^= 1
    path.write_bytes(content)
    return f"{length} bytes at {start}"


def cut_the_log_off(home: Path, chance: Random) -> str:
    path = log_of(home)
    length = chance.randrange(path.stat().st_size)
    with path.open("r+b") as file:
        file.truncate(length)
    return f"to {length} bytes"


def flip_a_bit_of_an_archived_file(home: Path, chance: Random) -> str:
    return _flip(chance.choice(_archived(home)), chance)


def remove_an_archived_file(home: Path, chance: Random) -> str:
    path = chance.choice(_archived(home))
    path.unlink()
    return path.name


def swap_archived_files(home: Path, chance: Random) -> str:
    one, other = chance.sample(_archived(home), 2)
    content = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(content)
    return f"{one.name} and {other.name}"


def cut_an_archived_file_off(home: Path, chance: Random) -> str:
    path = chance.choice(_archived(home))
    content = path.read_bytes()
    path.write_bytes(content[: chance.randrange(len(content))])
    return path.name


def change_a_cell(home: Path, chance: Random) -> str:
    with duckdb.connect(log_of(home)) as connection:
        table, position = _some_row(connection, chance)
        column = chance.choice(connection.table(table).columns)
        (former,) = _row(connection, f'SELECT "{column}" FROM {table} WHERE position = ?', position)
        changed = _another(former, connection.table(table)[column].types[0], chance)
        connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE position = ?', [changed, position])
    return f"{table}.{column} at {position}: {former!r} to {changed!r}"


def drop_a_row(home: Path, chance: Random) -> str:
    with duckdb.connect(log_of(home)) as connection:
        table, position = _some_row(connection, chance)
        connection.execute(f"DELETE FROM {table} WHERE position = ?", [position])
    return f"{table} at {position}"


def double_a_row(home: Path, chance: Random) -> str:
    with duckdb.connect(log_of(home)) as connection:
        table, position = _some_row(connection, chance)
        to = chance.choice([position, position + 1, _last(connection), _last(connection) + 1])
        connection.execute(
            f"INSERT INTO {table} SELECT ? AS position, * EXCLUDE (position) FROM {table} WHERE position = ?",
            [to, position],
        )
    return f"{table} at {position} to {to}"


def swap_positions(home: Path, chance: Random) -> str:
    with duckdb.connect(log_of(home)) as connection:
        (table, position), (other_table, other) = _some_row(connection, chance), _some_row(connection, chance)
        while other == position:
            other_table, other = _some_row(connection, chance)
        connection.execute(f"UPDATE {table} SET position = -1 WHERE position = ?", [position])
        connection.execute(f"UPDATE {other_table} SET position = ? WHERE position = ?", [position, other])
        connection.execute(f"UPDATE {table} SET position = ? WHERE position = -1", [other])
    return f"{table} at {position} and {other_table} at {other}"


def change_a_commit(home: Path, chance: Random) -> str:
    with duckdb.connect(log_of(home)) as connection:
        commit_id = _some_commit(connection, chance)
        column = chance.choice(connection.table("commits").columns)
        (former,) = _row(connection, f"SELECT {column} FROM commits WHERE commit_id = ?", commit_id)
        changed = former + 1_000 if column == "commit_id" else _another(former, None, chance)
        connection.execute(f"UPDATE commits SET {column} = ? WHERE commit_id = ?", [changed, commit_id])
    return f"{column} of {commit_id}: {former!r} to {changed!r}"


def drop_a_commit_row(home: Path, chance: Random) -> str:
    with duckdb.connect(log_of(home)) as connection:
        commit_id = _some_commit(connection, chance)
        connection.execute("DELETE FROM commits WHERE commit_id = ?", [commit_id])
    return str(commit_id)


def reorder_commits(home: Path, chance: Random) -> str:
    with duckdb.connect(log_of(home)) as connection:
        ids = [row[0] for row in connection.execute("SELECT commit_id FROM commits ORDER BY ALL").fetchall()]
        one, other = chance.sample(ids, 2)
    for former, later in ((one, -1), (other, one), (-1, other)):
        with duckdb.connect(log_of(home)) as connection:
            connection.execute("UPDATE commits SET commit_id = ? WHERE commit_id = ?", [later, former])
    return f"{one} and {other}"


def drop_a_commit_with_its_rows(home: Path, chance: Random) -> str:
    """Where it is the last one, what is left is a whole log: only a seal tells that more was there."""
    with duckdb.connect(log_of(home)) as connection:
        commit_id = _some_commit(connection, chance)
        _drop_commits(connection, commit_id, commit_id)
    return str(commit_id)


def drop_the_last_commits(home: Path, chance: Random) -> str:
    """A whole log again, an earlier one."""
    with duckdb.connect(log_of(home)) as connection:
        commit_id = _some_commit(connection, chance)
        _drop_commits(connection, commit_id, 2**40)
    return f"from {commit_id}"


def forge_the_log(home: Path, chance: Random) -> str:
    """Written anew without one of its commits and with digests that agree, as somebody could who has our code."""
    path, forged = log_of(home), home / "forged.duckdb"
    commits, held = EventLog(path).commits(), EventLog(path).read_all()
    left_out = chance.choice(commits)
    for commit in commits:
        events = [one.event for one in held if commit.first_position <= one.position <= commit.last_position]
        if commit != left_out:
            same = {"run_id": commit.run_id, "producer": commit.producer, "recorded_at": commit.recorded_at}
            EventLog(forged).append(events, **same)  # type: ignore[arg-type]
    forged.replace(path)
    return f"without commit {left_out.commit_id}"


TAMPERINGS: Mapping[str, tuple[Tampering, int]] = {
    tampering.__name__: (tampering, weight)
    for tampering, weight in (
        (flip_a_bit_of_the_log, 20),
        (overwrite_a_stretch_of_the_log, 5),
        (cut_the_log_off, 5),
        (flip_a_bit_of_an_archived_file, 5),
        (remove_an_archived_file, 3),
        (swap_archived_files, 3),
        (cut_an_archived_file_off, 3),
        (change_a_cell, 25),
        (drop_a_row, 5),
        (double_a_row, 5),
        (swap_positions, 5),
        (change_a_commit, 8),
        (drop_a_commit_row, 3),
        (reorder_commits, 3),
        (drop_a_commit_with_its_rows, 3),
        (drop_the_last_commits, 2),
        (forge_the_log, 1),
    )
}


def _flip(path: Path, chance: Random) -> str:
    content = bytearray(path.read_bytes())
    bit = chance.randrange(8 * len(content))
    content[bit // 8] ^= 1 << bit % 8
    path.write_bytes(content)
    return f"bit {bit} of {path.name}"


def _archived(home: Path) -> list[Path]:
    return sorted(path for path in (home / "archive").rglob("*") if path.is_file())


def _row(connection: duckdb.DuckDBPyConnection, statement: str, *parameters: object) -> tuple[Any, ...]:
    return connection.execute(statement, list(parameters)).fetchall()[0]


def _some_row(connection: duckdb.DuckDBPyConnection, chance: Random) -> tuple[str, int]:
    position = chance.randrange(1, _last(connection) + 1)
    (table,) = _row(connection, "SELECT event_type FROM envelopes WHERE position = ?", position)
    return table, position


def _last(connection: duckdb.DuckDBPyConnection) -> int:
    (last,) = _row(connection, "SELECT max(position) FROM envelopes")
    return int(last)


def _some_commit(connection: duckdb.DuckDBPyConnection, chance: Random) -> int:
    return int(chance.choice(connection.execute("SELECT commit_id FROM commits ORDER BY ALL").fetchall())[0])


def _drop_commits(connection: duckdb.DuckDBPyConnection, first: int, last: int) -> None:
    dropped = connection.execute("FROM commits WHERE commit_id BETWEEN ? AND ?", [first, last]).fetchall()
    for _, first_position, last_position, *_ in dropped:
        for table in TABLES:
            connection.execute(f"DELETE FROM {table} WHERE position BETWEEN ? AND ?", [first_position, last_position])
    connection.execute("DELETE FROM commits WHERE commit_id BETWEEN ? AND ?", [first, last])


def _another(former: Any, column_type: Any, chance: Random) -> Any:
    """Another value of the same type, often a very similar one."""
    if former is None:
        return {"BIGINT": 0, "DOUBLE": 0.0, "DATE": date(2022, 1, 1)}.get(str(column_type), "") if column_type else ""
    if isinstance(former, str):
        return chance.choice([f"{former} ", former[:-1], former.swapcase() + "x", "x", former + "\u200b"])
    if isinstance(former, datetime):
        return former + timedelta(microseconds=chance.choice([-1, 1, 10**6]))
    if isinstance(former, date):
        return former + timedelta(days=chance.choice([-1, 1, 365]))
    return former + chance.choice([-1, 1, 1_000])
