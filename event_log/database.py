"""The DuckDB file: opened late, closed early, created when missing.

DuckDB lets one process at a time write a file and keeps readers of other processes out meanwhile, so no connection is
kept over more than one operation and a locked file is waited for.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

import duckdb

from event_log.errors import EventLogError, LogLocked, LogUnreadable, SchemaTooNew
from event_log.events import CLAIM_TYPES
from event_log.rows import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BETWEEN_TRIES = 0.02  # seconds; a commit takes about as long

# Order in which the first version is laid out. Where two files stand together, the second renames what the first made.
_SCHEMA_FILES = (
    "commits",
    "article_version",
    "article_ingested",
    "article_version",
    "article_revised",
    "article_rejected",
    "extraction_completed",
    *(name for claim_type in CLAIM_TYPES for name in ("claim_reported", claim_type.event_type)),
    "views",
    "schema_versions",
)


def sql(name: str) -> str:
    """The query kept in ``sql/<name>.sql``."""
    return (resources.files("event_log") / "sql" / f"{name}.sql").read_text(encoding="utf-8")


def _ddl(name: str) -> str:
    return (resources.files("event_log") / "schema" / "v1" / f"{name}.sql").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """A log file and how long to wait for it, in seconds, while another process has it."""

    path: Path
    patience: float

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A read-only connection that sees whole commits only."""
        if not self.path.exists():
            with self.writing():
                pass
        with self._opened(read_only=True) as connection:
            if not _is_laid_out(connection):
                raise LogUnreadable(
                    f"{self.path} is a DuckDB file but no event log: it has no commits. Is --home the folder you meant?"
                )
            yield connection

    @contextmanager
    def writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection inside one transaction, which is committed at the end and undone by an error."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self._opened(read_only=False) as connection:
            connection.begin()
            if not _is_laid_out(connection):
                _lay_out(connection)
            yield connection
            connection.commit()

    def settle(self) -> None:
        """Take what a killed process left in the write-ahead log into the file itself."""
        if self.path.with_name(f"{self.path.name}.wal").exists():
            with self.writing():
                pass

    @contextmanager
    def _opened(self, *, read_only: bool) -> Iterator[duckdb.DuckDBPyConnection]:
        connection = self._connect(read_only=read_only)
        try:
            _require_known_schema(connection, self.path)
            yield connection
        except duckdb.Error as error:
            raise unreadable(self.path, error) from error
        finally:
            connection.close()  # writes the WAL into the file, where the digests of blocks protect it

    def _connect(self, *, read_only: bool) -> duckdb.DuckDBPyConnection:
        deadline = time.monotonic() + self.patience
        while True:
            try:
                return duckdb.connect(self.path, read_only=read_only)
            except (duckdb.Error, OSError) as error:
                if not _is_lock(error):
                    raise unreadable(self.path, error) from error
                if time.monotonic() > deadline:
                    raise LogLocked(
                        f"{self.path} has been in use by another process for {self.patience:g} s "
                        f"({_first_line(error)}). Wait for the other run to end, "
                        "or close the program that has the file open, then try again."
                    ) from error
            time.sleep(_BETWEEN_TRIES)


def unreadable(path: Path, error: Exception) -> EventLogError:
    return LogUnreadable(
        f"{path} cannot be used as an event log: {_first_line(error)}. "
        "Check the disk and the rights on the file; if it is damaged, put back a backup."
    )


def _is_lock(error: Exception) -> bool:
    # The second is DuckDB's refusal to read and write a file from two connections of one process at once.
    return "lock on file" in str(error) or "different configuration" in str(error)


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n")[0].rstrip(".")


def _is_laid_out(connection: duckdb.DuckDBPyConnection) -> bool:
    return connection.execute(sql("has_schema_versions")).fetchone() is not None


def _lay_out(connection: duckdb.DuckDBPyConnection) -> None:
    for name in _SCHEMA_FILES:
        connection.execute(_ddl(name))


def _require_known_schema(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    if not _is_laid_out(connection):
        return
    row = connection.execute(sql("newest_schema_version")).fetchone()
    newest = row[0] if row else None
    if newest is not None and newest > SCHEMA_VERSION:
        raise SchemaTooNew(
            f"{path} has tables of version {newest}; this newsledger knows versions up to {SCHEMA_VERSION}. "
            "Nothing was read or written. Update newsledger."
        )
