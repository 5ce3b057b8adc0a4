"""Dagster's sensors, off until somebody switches them on."""

import hashlib
import time
from pathlib import Path

import dagster as dg

from orchestration.jobs import newsledger_run
from orchestration.resources import Ledger

# a file still being copied must not be read by half: wait until nothing has changed for so many seconds
SETTLED_AFTER = 2.0


@dg.sensor(job=newsledger_run, minimum_interval_seconds=10, description="New or changed files in the inbox: a run.")
def inbox(context: dg.SensorEvaluationContext, ledger: Ledger) -> dg.SensorResult | dg.SkipReason:
    """The cursor is a digest of every file's name, size and time of change."""
    files = listing(ledger.settings().inbox)
    seen = fingerprint(files)
    if not files or seen == context.cursor:
        return dg.SkipReason("nothing new in the inbox")
    if time.time() - max(changed for _, _, changed in files) / 1e9 < SETTLED_AFTER:
        return dg.SkipReason("files are still arriving")
    return dg.SensorResult(run_requests=[dg.RunRequest(run_key=seen)], cursor=seen)


def listing(folder: Path) -> list[tuple[str, int, int]]:
    """Name, size in bytes and time of change in nanoseconds of every file below ``folder``, in order of name."""
    found = []
    for path in folder.rglob("*"):
        try:
            state = path.stat()
        except OSError:  # gone since it was listed
            continue
        if path.is_file():
            found.append((str(path.relative_to(folder)), state.st_size, state.st_mtime_ns))
    return sorted(found)


def fingerprint(files: list[tuple[str, int, int]]) -> str:
    """SHA-256 of a listing."""
    return hashlib.sha256(repr(files).encode()).hexdigest()
