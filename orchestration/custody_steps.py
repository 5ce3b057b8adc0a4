"""The steps of custody: what people do to a ledger, its copies, and the log as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from event_log import Archive, EventLog
from orchestration.progress import Progress, silent
from orchestration.steps import init, new_run_id

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from event_log import Commit, Finding
    from event_log.queries import KnownArticle
    from event_log.snapshots import Snapshot
    from orchestration.settings import Settings


def withdraw(settings: Settings, article: str, *, reason: str, by: str, at: datetime) -> str:
    """Take an article back from ``at`` on; says what was done."""
    from review import withdraw as take_back

    log, run_id = EventLog(settings.event_log), new_run_id()
    taken, is_new = take_back(log, article, reason=reason, withdrawn_by=by, withdrawn_at=at, run_id=run_id)
    return f"{taken.address} is withdrawn from {at:%Y-%m-%d %H:%M} UTC." if is_new else "It was withdrawn before."


def release(settings: Settings, address: str, told: Mapping[str, str | None], *, reason: str, by: str) -> str:
    """Let refused input in with what is ``told`` about it, as in a sidecar; says what came of it."""
    import ingest as room

    released = room.release(
        address,
        stated=room.stated_facts({name: value for name, value in told.items() if value is not None}),
        reason=reason,
        released_by=by,
        log=EventLog(settings.event_log),
        archive=Archive(settings.archive),
        settings=room.IngestSettings(),
        run_id=new_run_id(),
    )
    return f"{released.address} is in the ledger, as article {released.article_id}."


def only_article(settings: Settings, name: str) -> KnownArticle:
    """The one article with this id, address or file name."""
    from review.withdrawals import only_article as find

    return find(EventLog(settings.event_log), name)


def redact(settings: Settings, article_id: str, *, reason: str, by: str) -> str:
    """Remove words and bytes; says how much went."""
    from event_log.redaction import redact as remove

    log, archive = EventLog(settings.event_log), Archive(settings.archive)
    done = remove(log, archive, article_id, reason=reason, redacted_by=by, run_id=new_run_id())
    return (
        f"{done.row_count} rows lost their words, {len(done.raw_digests)} raw files are gone; digests and numbers stay."
    )


def back_up(settings: Settings, target: Path, *, progress: Progress = silent) -> tuple[Snapshot, tuple[Finding, ...]]:
    """Copy log, archive and declared crises to a new folder and verify the copy."""
    from event_log.snapshots import back_up as copy

    log, archive = EventLog(settings.event_log), Archive(settings.archive)
    return copy(log, archive, target, along=(settings.crises,), progress=progress)


def require_backup(source: Path) -> None:
    """Stop before anything is made where there is no backup."""
    from event_log.snapshots import read_note

    read_note(source)


def restore(settings: Settings, source: Path, *, progress: Progress = silent) -> Snapshot:
    """Put a backup into a home without a log, and make the home's other folders."""
    from event_log.snapshots import restore as put_back

    log, archive = EventLog(settings.event_log), Archive(settings.archive)
    snapshot = put_back(source, log, archive, along=(settings.crises,), progress=progress)
    init(settings)
    return snapshot


def commit_at(settings: Settings, at: int | datetime) -> Commit:
    """The last commit that was whole at a position or a time."""
    from event_log.snapshots import last_commit_at

    return last_commit_at(EventLog(settings.event_log), at)


def copy_log(settings: Settings, then: Settings, *, until: int) -> None:
    """The log as it was, into another home."""
    from event_log.snapshots import copy_as_of

    copy_as_of(EventLog(settings.event_log), then.event_log, until=until)


def publish_to(then: Settings, target: Path) -> int:
    """Facts of another home to a file of their own; 0, for done."""
    from report import publish

    publish(then.event_log, then.warehouse, target)
    return 0
