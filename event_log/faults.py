"""What DuckDB and the disk say, in words that tell what, where, why and what to do."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

import duckdb

from event_log.errors import DiskFull, EventLogError, LogCollision, LogUnreadable, NotWritable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FULL = ("No space left on device", "Disk quota exceeded", "File too large", "not enough disk space")
_FORBIDDEN = ("Permission denied", "Read-only file system", "Operation not permitted")
_FULL_NUMBERS = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN_NUMBERS = {errno.EACCES, errno.EROFS, errno.EPERM}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Errors of DuckDB as errors of this room."""
    try:
        yield
    except duckdb.Error as error:
        raise log_error(path, error) from error


@contextmanager
def disk_told(path: Path) -> Iterator[None]:
    """A full disk, or one that may not be written, as errors of this room; others as they are."""
    try:
        yield
    except OSError as error:
        if known := disk_error(path, error):
            raise known from error
        raise


def log_error(path: Path, error: Exception) -> EventLogError:
    """What to raise where the log's file is in the way."""
    if known := disk_error(path, error):
        return known
    if isinstance(error, duckdb.ConstraintException | duckdb.TransactionException):
        return LogCollision(f"Another thread appended to {path} first ({first_line(error)}). Try again.")
    return LogUnreadable(
        f"{path} cannot be used as an event log: {first_line(error)}. "
        "Check the disk and the rights on the file; if it is damaged, put back a backup."
    )


def disk_error(path: Path, error: Exception) -> EventLogError | None:
    """What to raise where the disk is full or may not be written; None where something else is the matter."""
    if _is(error, _FULL, _FULL_NUMBERS):
        return DiskFull(
            f"There is no room left on the disk for {path} ({first_line(error)}). What was appended before is there, "
            "whole. Make room, then give the same command again."
        )
    if _is(error, _FORBIDDEN, _FORBIDDEN_NUMBERS):
        return NotWritable(
            f"{path} may not be written or read ({first_line(error)}). Nothing was changed. "
            "Check the rights on it and on its folder, and whether the disk is mounted read-only."
        )
    return None


def first_line(error: Exception) -> str:
    return str(error).strip().split("\n")[0].rstrip(".")


def _is(error: Exception, words: tuple[str, ...], numbers: set[int]) -> bool:
    return getattr(error, "errno", None) in numbers or any(word in str(error) for word in words)
