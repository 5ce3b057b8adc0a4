"""The steps of the way, each once: both doors call these and add nothing of their own to what they do.

Every step may be broken off at any point and called again: the log takes an event once, and everything after the log is
built beside what stands and put in its place at the end.
"""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from event_log import Archive, EventLog
from orchestration import dbt, provenance
from orchestration.progress import Progress, silent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from event_log import Finding
    from expectations import SuiteOutcome
    from extractors import ExtractionReport
    from ingest import IngestReport
    from orchestration.settings import Settings
    from report import Publication


def new_run_id() -> str:
    """Readable and unique: when it began, and eight hex digits."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{uuid.uuid4().hex[:8]}"


def init(settings: Settings) -> None:
    """Make the home's folders, an empty log, Dagster's settings and an example of crises; leave alone what is there."""
    from orchestration.crises import leave_example
    from orchestration.dagster_home import write_dagster_home

    for folder in (settings.archive, settings.inbox, settings.logs, settings.dbt):
        folder.mkdir(parents=True, exist_ok=True)
    write_dagster_home(settings)
    leave_example(settings)
    EventLog(settings.event_log).head()  # looking at it makes it


def ingest(settings: Settings, paths: Sequence[Path], *, run_id: str, progress: Progress = silent) -> IngestReport:
    """Take in files and folders; what is refused is in the report and in the log."""
    import ingest as room

    return room.ingest(
        paths,
        log=EventLog(settings.event_log),
        archive=Archive(settings.archive),
        settings=room.IngestSettings(),
        run_id=run_id,
        progress=progress,
    )


def extract(settings: Settings, *, run_id: str, progress: Progress = silent) -> ExtractionReport:
    """Read every article version that the present extractor has not read."""
    import extractors as room

    def counted(done: int, pending: int) -> None:
        progress(f"{done} of {pending} articles")

    log = EventLog(settings.event_log)
    return room.extract_pending(log=log, extractor=room.rule_extractor(), run_id=run_id, progress=counted)


def build(settings: Settings, *, anew: bool = False, progress: Progress = silent) -> dbt.Build:
    """Build and test the models from the log; ``anew``: also what did not change since the last build."""
    anew = anew or not provenance.may_keep(settings)
    built_on = provenance.begin_build(settings)
    outcome = dbt.build(settings, anew=anew, progress=progress)
    if outcome.success:
        provenance.end_build(settings, built_on)
    return outcome


def check(settings: Settings, *, progress: Progress = silent) -> tuple[SuiteOutcome, ...]:
    """Ask of the warehouse whether this batch is plausible."""
    from expectations import SUITES, run_suite

    outcomes = []
    for suite in SUITES:
        progress(f"suite {suite}")
        outcomes.append(run_suite(suite, settings.event_log, settings.warehouse))
    return tuple(outcomes)


def publish(settings: Settings) -> Publication:
    """Put a finished copy of the marts where people query it; ``WrongUseError`` after a build that ended badly."""
    from report import publish as publish_marts

    provenance.require_finished_build(settings)
    publication = publish_marts(settings.event_log, settings.warehouse, settings.facts)
    provenance.note_publication(settings)
    return publication


def verify(settings: Settings) -> tuple[Finding, ...]:
    """Walk the chain of commits and the archive; every finding names what does not agree."""
    from event_log import verify as verify_log

    return verify_log(EventLog(settings.event_log), Archive(settings.archive))
