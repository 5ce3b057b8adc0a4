"""The DuckDB file: opened late, closed early, created when missing.

DuckDB lets one process at a time write a file and keeps readers of other processes out meanwhile, so no connection is
kept over more than one operation and a locked file is waited for.
"""

from __future__ import annotations

import os
import time
import uuid
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import duckdb

from event_log.blocks import damaged_parts
from event_log.errors import DiskFull, LogLocked, LogUnreadable, SchemaTooNew
from event_log.events import CLAIM_TYPES
from event_log.faults import disk_told, first_line, log_error, told
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
    "article_released",
    "article_withdrawn",
    "article_redacted",
    "extraction_completed",
    *(name for claim_type in CLAIM_TYPES for name in ("claim_reported", claim_type.event_type)),
    "claim_reviewed",
    "views",
    "schema_versions",
)


@cache
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
        self._create_if_missing()
        with self._opened(read_only=True) as connection:
            connection.begin()  # several queries on one connection see the same commits
            yield connection

    @contextmanager
    def writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection that may write, each time inside a `transaction`; other processes wait until it is closed."""
        self._create_if_missing()
        with self._opened(read_only=False) as connection:
            yield connection

    def settle(self) -> None:
        """Take what a killed process left in the write-ahead log into the file itself."""
        beside = self.path.with_name(f"{self.path.name}.wal")
        if beside.exists():
            with self.writing():
                pass
        if beside.exists():  # DuckDB does not say why
            raise DiskFull(
                f"What was appended last stands in {beside} and cannot be taken into {self.path}: there seems to be no "
                "room left on the disk. Nothing is lost. Make room, then try again."
            )

    def damage(self) -> tuple[str, ...]:
        """Parts of the file whose bytes have changed; looked at again where somebody wrote to it meanwhile."""
        deadline = time.monotonic() + self.patience
        while True:
            before = self.path.stat()
            parts = tuple(damaged_parts(self.path))
            after = self.path.stat()
            is_still = (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size)
            if not parts or is_still or time.monotonic() > deadline:
                return parts

    def _create_if_missing(self) -> None:
        """Lay the tables out in a file of another name first: whoever is killed meanwhile leaves no half a log."""
        if self.path.exists():
            return
        with disk_told(self.path), told(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            unfinished = self.path.with_name(f".{self.path.name}.{uuid.uuid4().hex}")
            try:
                with duckdb.connect(unfinished) as connection:
                    _lay_out(connection)
                with suppress(FileExistsError):  # another process was quicker, and its log is as good
                    os.link(unfinished, self.path)
            finally:
                unfinished.unlink(missing_ok=True)

    @contextmanager
    def _opened(self, *, read_only: bool) -> Iterator[duckdb.DuckDBPyConnection]:
        connection = self._connect(read_only=read_only)
        try:
            with told(self.path):
                connection.execute(sql("draw_nothing"))
                _require_known_schema(connection, self.path)
                yield connection
        finally:
            connection.close()  # writes the WAL into the file, where the digests of blocks protect it

    def _connect(self, *, read_only: bool) -> duckdb.DuckDBPyConnection:
        deadline = time.monotonic() + self.patience
        while True:
            try:
                return duckdb.connect(self.path, read_only=read_only)
            except (duckdb.Error, OSError) as error:
                if not _is_lock(error):
                    raise log_error(self.path, error) from error
                if time.monotonic() > deadline:
                    raise LogLocked(
                        f"{self.path} has been in use by another process for {self.patience:g} s "
                        f"({first_line(error)}). Wait for the other run to end, "
                        "or close the program that has the file open, then try again."
                    ) from error
            time.sleep(_BETWEEN_TRIES)


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection, path: Path) -> Iterator[None]:
    """Committed at the end and undone by an error, which is told in the log's own words."""
    with told(path):
        connection.begin()
        try:
            yield
            connection.commit()
        except BaseException:
            with suppress(duckdb.Error):  # a failed commit is undone already
                connection.rollback()
            raise


def _is_lock(error: Exception) -> bool:
    # The second is DuckDB's refusal to read and write a file from two connections of one process at once.
    return "lock on file" in str(error) or "different configuration" in str(error)


def _lay_out(connection: duckdb.DuckDBPyConnection) -> None:
    for name in _SCHEMA_FILES:
        connection.execute(_ddl(name))


def _require_known_schema(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    if connection.execute(sql("has_schema_versions")).fetchone() is None:
        raise LogUnreadable(
            f"{path} is a DuckDB file but no event log: it lacks the log's tables. Is this the folder you meant?"
        )
    (newest,) = connection.execute(sql("newest_schema_version")).fetchall()[0]
    if newest is None or newest > SCHEMA_VERSION:
        raise SchemaTooNew(
            f"{path} has tables of version {newest}; this newsledger knows versions up to {SCHEMA_VERSION}. "
            "Nothing was read or written. Update newsledger."
        )
