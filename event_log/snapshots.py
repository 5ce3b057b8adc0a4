"""Copies of a ledger: whole ones to keep elsewhere, and the log as it was at some time."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from event_log.archive import Archive
from event_log.copying import copy_rows
from event_log.errors import EventLogError
from event_log.log import EventLog
from event_log.verification import verify

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from event_log.chain import Commit, Head
    from event_log.verification import Finding

LOG_NAME, ARCHIVE_NAME, NOTE_NAME = "event_log.duckdb", "archive", "backup.json"


class BadSnapshot(EventLogError):  # noqa: N818 - it is what the user meets
    """A copy that cannot be made as it was asked for."""


class SpoiledSnapshot(BadSnapshot):
    """A backup that is not what was kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What a backup holds: where the log ended, how many raw files there are, and SHA-256 of the files that go along.

    Backups of before there were any such files name none.
    """

    position: int
    digest: str
    raw_files: int
    files: Mapping[str, str] = field(default_factory=dict)


def back_up(
    log: EventLog, archive: Archive, target: Path, *, along: Sequence[Path] = (), progress: Callable[[str], None]
) -> tuple[Snapshot, tuple[Finding, ...]]:
    """Copy log and archive to the new folder ``target`` and verify the copy; the pipeline may go on meanwhile.

    Of ``along``, files of people's own beside the log, go those that are there. The log is copied between two commits:
    whoever wants to append waits until the file is copied. The archive comes afterwards, as every byte that the log
    names was put there before. ``target`` is there whole or not at all.
    """
    _require_absent(target)
    beside = target.with_name(f".{target.name}.unfinished")
    shutil.rmtree(beside, ignore_errors=True)
    try:
        beside.mkdir(parents=True)
        head = _copy_file(log, beside / LOG_NAME)
        copied = EventLog(beside / LOG_NAME)
        count = _copy_archive(copied, archive, Archive(beside / ARCHIVE_NAME), progress)
        files = {path.name: _put(path.read_bytes(), beside / path.name) for path in along if path.exists()}
        snapshot = Snapshot(position=head.position, digest=head.digest, raw_files=count, files=files)
        (beside / NOTE_NAME).write_text(json.dumps(asdict(snapshot), indent=1) + "\n", encoding="utf-8")
        findings = verify(copied, Archive(beside / ARCHIVE_NAME))
        beside.replace(target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return snapshot, findings


def restore(
    source: Path, log: EventLog, archive: Archive, *, along: Sequence[Path] = (), progress: Callable[[str], None]
) -> Snapshot:
    """Put a backup where there is no log yet; raises ``BadSnapshot`` where it does not verify, and changes nothing.

    ``along``: where the files go that went along; one that is there already must say the same.
    """
    if log.path.exists():
        raise BadSnapshot(
            f"There is a log at {log.path} already, and a backup does not replace it. "
            "Restore into another home, or move the old log away first."
        )
    kept, raw = EventLog(source / LOG_NAME), Archive(source / ARCHIVE_NAME)
    snapshot = read_note(source)
    progress("verifying the backup")
    if findings := verify(kept, raw):
        raise SpoiledSnapshot(f"The backup at {source} is not what was kept: {findings[0]} ({len(findings)} findings)")
    if (kept.head().position, kept.head().digest) != (snapshot.position, snapshot.digest):
        raise SpoiledSnapshot(
            f"The log in the backup at {source} does not end where {NOTE_NAME} says. Take another backup."
        )
    files = _files_along(source, snapshot, along)
    _copy_archive(kept, raw, archive, progress)
    for path, content in files.items():
        _put(content, path)
    log.path.parent.mkdir(parents=True, exist_ok=True)
    beside = log.path.with_name(f".{log.path.name}.restoring")
    _copy_file(kept, beside)
    beside.replace(log.path)  # last: a home with a log is whole
    return snapshot


def copy_as_of(log: EventLog, target: Path, *, until: int) -> Head:
    """The log as it was when position ``until`` was its last, in a new file; ``until`` ends a commit."""
    target.unlink(missing_ok=True)
    copied = EventLog(target)
    copied.head()  # lays it out
    with log.database.reading() as source:
        copy_rows(source, target, until=until)
    return copied.head()


def last_commit_at(log: EventLog, at: int | datetime) -> Commit:
    """The last commit that was whole at a position or a time; ``BadSnapshot`` where the log began later."""
    whole = [commit for commit in log.commits() if _is_before(commit, at)]
    if not whole:
        raise BadSnapshot(f"The ledger knew nothing at {at} yet. `newsledger log` shows when it began.")
    return whole[-1]


def _is_before(commit: Commit, at: int | datetime) -> bool:
    return commit.last_position <= at if isinstance(at, int) else commit.recorded_at <= at


def _require_absent(target: Path) -> None:
    if target.exists():
        raise BadSnapshot(f"There is something at {target} already. Name a folder that is not there yet.")


def _files_along(source: Path, snapshot: Snapshot, along: Sequence[Path]) -> dict[Path, bytes]:
    """What each file of ``along`` that the backup has is to hold, by where it goes."""
    files = {path: _kept(source / path.name, snapshot) for path in along if path.name in snapshot.files}
    for path, content in files.items():
        if path.exists() and path.read_bytes() != content:
            raise BadSnapshot(
                f"There is another {path.name} at {path} already, and a backup does not replace it. "
                "Move it away first; nothing was restored."
            )
    return files


def _kept(path: Path, snapshot: Snapshot) -> bytes:
    content = path.read_bytes() if path.exists() else b""
    if hashlib.sha256(content).hexdigest() != snapshot.files[path.name]:
        raise SpoiledSnapshot(f"{path} is not what was kept: it is missing or was changed. Take another backup.")
    return content


def _put(content: bytes, target: Path) -> str:
    """Write a file whole or not at all; its SHA-256."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.unfinished")
    with beside.open("wb") as written:
        written.write(content)
        written.flush()
        os.fsync(written.fileno())
    beside.replace(target)
    return hashlib.sha256(content).hexdigest()


def _copy_file(log: EventLog, target: Path) -> Head:
    """Bytes as they are, while a reader's connection keeps writers out."""
    log.database.settle()
    with log.database.reading():
        shutil.copyfile(log.path, target)
    with target.open("rb") as written:
        os.fsync(written.fileno())
    return EventLog(target).head()


def _copy_archive(log: EventLog, source: Archive, target: Archive, progress: Callable[[str], None]) -> int:
    # only what the copied log names: what came in since belongs to the next backup
    named = {row[0] for row in log.query("raw_digests_named")} & set(source.digests())
    for number, digest in enumerate(sorted(named), start=1):
        progress(f"{number} of {len(named)} raw files")
        target.put(source.get(digest))
    return len(named)


def read_note(source: Path) -> Snapshot:
    """What a backup says that it holds; ``BadSnapshot`` where there is none."""
    try:
        return Snapshot(**json.loads((source / NOTE_NAME).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise BadSnapshot(
            f"{source} is no backup of a ledger: it has no readable {NOTE_NAME} ({error}). "
            "Give the folder that `newsledger backup` made."
        ) from error
