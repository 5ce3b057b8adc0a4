"""Which log, which code and which declared crises stand behind the warehouse and behind the published facts.

A build that did not end well leaves no note, and what has no note is not published. A run that finds the published note
equal to the present has nothing to do.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from event_log import EventLog
from orchestration.code_version import digest_of
from orchestration.crises import crises_digest, write_crises
from orchestration.errors import WrongUseError
from orchestration.settings import DBT_PROJECT, Settings

if TYPE_CHECKING:
    from pathlib import Path

# the folders whose change may change a fact or a verdict on it
BUILDERS = (DBT_PROJECT, DBT_PROJECT.parent / "expectations", DBT_PROJECT.parent / "report")


@dataclass(frozen=True, slots=True)
class Provenance:
    """The digests of the log's last commit, of the code that builds on it, and of the declared crises."""

    log_head: str
    code: str
    crises: str


def begin_build(settings: Settings) -> Provenance:
    """Take away the warehouse's note and write out the declared crises; gives back what the build is about to stand on.

    Raises ``WrongUseError``, and leaves the note, where the declared crises cannot be used.
    """
    crises = write_crises(settings)
    _warehouse_note(settings).unlink(missing_ok=True)
    return _present(settings, crises)


def may_keep(settings: Settings) -> bool:
    """Whether the next build may keep what did not change since the last one.

    Only where that one ended well, by the same code, under the same declared crises and on a log that this one
    continues: a backup that was put back may lack what the warehouse has.
    """
    last, present = _read(_warehouse_note(settings)), _present(settings, crises_digest(settings))
    if not isinstance(last, dict) or not settings.warehouse.is_file():
        return False
    same = last == {**asdict(present), "log_head": last.get("log_head")}
    return same and bool(EventLog(settings.event_log).query("commit_with_digest", digest=last["log_head"]))


def end_build(settings: Settings, built_on: Provenance) -> None:
    """Every model and test is well: the warehouse may be published."""
    beside = _warehouse_note(settings).with_suffix(".new")
    beside.write_text(json.dumps(asdict(built_on)), encoding="utf-8")
    beside.replace(_warehouse_note(settings))


def require_finished_build(settings: Settings) -> None:
    """Wrong use where the last build failed or was broken off."""
    if not _warehouse_note(settings).is_file():
        raise WrongUseError(
            what="There is nothing sound to publish",
            where=str(settings.warehouse),
            why="the last build failed, was broken off, or never was",
            remedy="Build again with `newsledger build`.",
        )


def note_publication(settings: Settings) -> None:
    """The published facts now stand on what the warehouse stands on."""
    beside = _facts_note(settings).with_suffix(".new")
    beside.write_bytes(_warehouse_note(settings).read_bytes())
    beside.replace(_facts_note(settings))


def is_published(settings: Settings) -> bool:
    """Whether building again could only give the facts that are published already."""
    return settings.facts.is_file() and _read(_facts_note(settings)) == asdict(
        _present(settings, crises_digest(settings))
    )


def _present(settings: Settings, crises: str) -> Provenance:
    return Provenance(log_head=EventLog(settings.event_log).head().digest, code=digest_of(*BUILDERS), crises=crises)


def _warehouse_note(settings: Settings) -> Path:
    return settings.warehouse.with_suffix(".provenance.json")


def _facts_note(settings: Settings) -> Path:
    return settings.facts.with_suffix(".provenance.json")


def _read(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
