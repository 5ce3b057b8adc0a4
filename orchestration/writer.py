"""One writer at a time: DuckDB lets one process in, so whoever comes second waits here instead of failing there."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from orchestration.progress import Progress, silent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from orchestration.settings import Settings

LOCK = "writer.lock"


@contextmanager
def one_writer(settings: Settings, *, progress: Progress = silent) -> Iterator[None]:
    """Hold the home's lock. The kernel lets go of it when the holder and its children are gone, however they ended."""
    settings.home.mkdir(parents=True, exist_ok=True)
    with _holding(os.open(settings.home / LOCK, os.O_RDWR | os.O_CREAT, 0o644), progress) as handle:
        # dbt inherits it: where newsledger is killed, the next command waits until the orphan has let go of its files
        os.set_inheritable(handle, True)  # noqa: FBT003 - the signature is Python's
        yield


@contextmanager
def nobody_writing(settings: Settings, *, progress: Progress = silent) -> Iterator[None]:
    """As ``one_writer``, for those who only look: also where the home may not be written, as evidence should not be."""
    handle = _opened(settings.home / LOCK)
    if handle is None:  # DuckDB's own lock keeps writers out while the log is read
        yield
        return
    with _holding(handle, progress):
        yield


def _opened(path: Path) -> int | None:
    """The file as it is there, for writing where that may be: some network disks lock no other."""
    for flags in (os.O_RDWR, os.O_RDONLY):
        with suppress(OSError):
            return os.open(path, flags)
    return None


@contextmanager
def _holding(handle: int, progress: Progress) -> Iterator[int]:
    try:
        _take(handle, progress)
        yield handle
    finally:
        os.close(handle)


def _take(handle: int, progress: Progress) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        progress("waiting: another newsledger run is writing to this home")
        fcntl.flock(handle, fcntl.LOCK_EX)
