"""One writer at a time: DuckDB lets one process in, so whoever comes second waits here instead of failing there."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from orchestration.progress import Progress, silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orchestration.settings import Settings


@contextmanager
def one_writer(settings: Settings, *, progress: Progress = silent) -> Iterator[None]:
    """Hold the home's lock. The kernel lets go of it when the holder and its children are gone, however they ended."""
    settings.home.mkdir(parents=True, exist_ok=True)
    handle = os.open(settings.home / "writer.lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(handle, progress)
        # dbt inherits it: where newsledger is killed, the next command waits until the orphan has let go of its files
        os.set_inheritable(handle, True)  # noqa: FBT003 - the signature is Python's
        yield
    finally:
        os.close(handle)


def _take(handle: int, progress: Progress) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        progress("waiting: another newsledger run is writing to this home")
        fcntl.flock(handle, fcntl.LOCK_EX)
