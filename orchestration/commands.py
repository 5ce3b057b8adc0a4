"""What each command does with the steps, and what it says afterwards. Every function gives back the exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orchestration import provenance, screen, steps
from orchestration.clock import tell_of_jump
from orchestration.crises import read_crises
from orchestration.errors import WrongUseError
from orchestration.guard import keep_details
from orchestration.screen import say, working
from orchestration.writer import nobody_writing, one_writer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from extractors import UnreadArticle
    from ingest import IngestReport
    from orchestration.settings import Settings

DONE = 0
DONE_WITH_FAULTS = 1
SHOWN_AT_MOST = 20  # what went wrong once went wrong a thousand times, all alike
# what fits a terminal; jsonl and csv have all of them
CLAIM_COLUMNS = ("article", "kind", "count_text", "group_name", "place", "source", "status", "evidence")


def init(settings: Settings) -> None:
    """Say where it lies and what comes next."""
    with one_writer(settings, progress=say):
        steps.init(settings)
    say(f"The ledger lives in {settings.home}; drop articles into {settings.inbox}.")


def ingest(settings: Settings, paths: Sequence[Path]) -> int:
    """1 where something was refused."""
    require_some(paths)
    with one_writer(settings, progress=say):
        steps.init(settings)
        return _ingest(settings, paths, steps.new_run_id())


def extract(settings: Settings) -> int:
    """Tell how many articles were read and what they claim; 1 where one could not be read."""
    require_ledger(settings)
    with one_writer(settings, progress=say):
        return _extract(settings, steps.new_run_id())


def build(settings: Settings, *, anew: bool = False) -> int:
    """1 where a model or a test failed; ``anew``: also what did not change since the last build."""
    require_ledger(settings)
    with one_writer(settings, progress=say):
        return _build(settings, anew=anew)


def check(settings: Settings) -> int:
    """1 where a blocking expectation is not met."""
    require_ledger(settings)
    provenance.require_finished_build(settings)
    with one_writer(settings, progress=say):
        return _check(settings)


def publish(settings: Settings) -> int:
    """1 where the checks forbid it; the published facts then stay as they were."""
    require_ledger(settings)
    provenance.require_finished_build(settings)
    with one_writer(settings, progress=say):
        return _check(settings) or _publish(settings)


def run(settings: Settings, paths: Sequence[Path]) -> int:
    """Everything; ends in the tolls. 1 where input was refused, an article could not be read or a check failed."""
    require_some(paths)
    read_crises(settings)  # what is wrong in it is told before anything is begun
    run_id = steps.new_run_id()
    with one_writer(settings, progress=say):
        steps.init(settings)
        taken_in = _ingest(settings, paths, run_id)
        read = _extract(settings, run_id)
        facts = _refresh(settings)
    if facts == DONE:
        _show_tolls(settings)
    return max(taken_in, read, facts)


def verify(settings: Settings) -> int:
    """1 where anything does not agree; every finding is named."""
    require_ledger(settings)
    with nobody_writing(settings, progress=say), working("Verifying the log and the archive"):
        findings = steps.verify(settings)
    for finding in findings:
        say(f"  {finding}", style="red")
    if not findings:
        say("The log and the archive agree with their digests.")
        return DONE
    say("1 finding." if len(findings) == 1 else f"{len(findings):,} findings.")
    return DONE_WITH_FAULTS


def claims(settings: Settings, form: str) -> None:
    """Write the published claims to stdout."""
    from report import claim_lines, formatted, list_claims

    if form == "jsonl":
        screen.write(f"{line}\n" for line in claim_lines(settings.facts))
    elif form == "csv":
        screen.write([formatted(list_claims(settings.facts), form)])
    else:
        listed = list_claims(settings.facts)
        places = [listed.columns.index(column) for column in CLAIM_COLUMNS]
        screen.table(CLAIM_COLUMNS, [[row[place] for place in places] for row in listed.rows], to_stdout=True)


def sql(settings: Settings, query: str, form: str) -> None:
    """Write what the query gives to stdout."""
    from report import formatted, run_query

    rows = run_query(settings.facts, query)
    if form == "table":
        screen.table(rows.columns, rows.rows, to_stdout=True)
    else:
        screen.write([formatted(rows, form)])


def ui(settings: Settings, port: int) -> None:
    """Make what is missing, then hand over to Dagster."""
    from orchestration.web import serve

    with one_writer(settings, progress=say):
        steps.init(settings)
    serve(settings, port)


def require_ledger(settings: Settings) -> None:
    """Wrong use where no ledger was ever begun here."""
    if not settings.event_log.is_file():
        raise WrongUseError(
            what="There is no ledger here yet",
            where=str(settings.home),
            why="it has no event_log.duckdb",
            remedy="Begin one with `newsledger run PATH...`, or name another home with --home DIR.",
        )


def require_some(paths: Sequence[Path]) -> None:
    """Wrong use where not one of the paths is there; one missing among others is refused by itself."""
    if not any(path.exists() for path in paths):
        raise WrongUseError(
            what="There is nothing to take in",
            where=", ".join(map(str, paths)),
            why="no such file or folder",
            remedy="Check the spelling; paths count from the current folder.",
        )


def _ingest(settings: Settings, paths: Sequence[Path], run_id: str) -> int:
    tell_of_jump(settings)
    with working("Taking in articles") as progress:
        report = steps.ingest(settings, paths, run_id=run_id, progress=progress)
    say(f"  {report.new} new, {report.revised} revised, {report.unchanged} known, {len(report.rejected)} refused")
    _show_rejected(report)
    return DONE_WITH_FAULTS if report.rejected else DONE


def _show_rejected(report: IngestReport) -> None:
    for rejected in report.rejected:
        say(f"  refused {rejected.address}: {rejected.reason} {rejected.remedy}", style="yellow")


def _extract(settings: Settings, run_id: str) -> int:
    tell_of_jump(settings)
    with working("Finding claims") as progress:
        report = steps.extract(settings, run_id=run_id, progress=progress)
    say(f"  {report.claims} claims in {report.articles} articles not read before")
    _show_unread(report.unread, settings)
    return DONE_WITH_FAULTS if report.unread else DONE


def _show_unread(unread: Sequence[UnreadArticle], settings: Settings) -> None:
    if not unread:
        return
    for one in unread[:SHOWN_AT_MOST]:
        say(f"  could not read {one.file_name}: {type(one.error).__name__}: {one.error}", style="yellow")
    details = keep_details(ExceptionGroup("articles that could not be read", [one.error for one in unread]), settings)
    say(f"  {len(unread)} articles stay in the log unread; the next run tries them again. Details: {details}")


def _refresh(settings: Settings) -> int:
    if provenance.is_published(settings):
        say("Nothing new: the published facts stand as they are.", style="bold")
        return DONE
    return build_check_publish(settings)


def build_check_publish(settings: Settings) -> int:
    """1 where a test or a check failed; the published facts then stay."""
    return _build(settings) or _check(settings) or _publish(settings)


def build_only(settings: Settings) -> int:
    """1 where a model or a test failed; the caller sees to it that nobody else builds here."""
    return _build(settings)


def _build(settings: Settings, *, anew: bool = False) -> int:
    with working("Building the facts") as progress:
        outcome = steps.build(settings, anew=anew, progress=progress)
    say(f"  {outcome.node_count} models and tests, {len(outcome.failures)} failed")
    for failure in outcome.failures:
        say(f"  {failure.status} {failure.name}: {failure.message}", style="red")
    return DONE if outcome.success else DONE_WITH_FAULTS


def _check(settings: Settings) -> int:
    with working("Checking that they are plausible") as progress:
        suites = steps.check(settings, progress=progress)
    unmet = [(suite.suite, result) for suite in suites for result in suite.results if not result.success]
    say(f"  {sum(len(suite.results) for suite in suites)} expectations, {len(unmet)} not met")
    for name, result in unmet:
        say(
            f"  {result.severity} {name}: {result.name}: {result.reason} Observed: {result.error or result.observed}",
            style="yellow",
        )
    return DONE if all(suite.success for suite in suites) else DONE_WITH_FAULTS


def _publish(settings: Settings) -> int:
    with working("Publishing"):
        steps.publish(settings)
    _show_quarantine(settings)
    return DONE


def _show_quarantine(settings: Settings) -> None:
    from report import read_quarantine

    held = read_quarantine(settings.facts)
    for one in held[:SHOWN_AT_MOST]:
        told = f"  in quarantine: {one.event_type} {one.event_id} at position {one.position}: {one.broken_rule}"
        say(told, style="yellow")
    if len(held) > SHOWN_AT_MOST:
        say(f"  in quarantine: {len(held) - SHOWN_AT_MOST:,} more", style="yellow")
    if held:
        say('  These events stay in the log and count in no fact. All of them: `newsledger sql "from dim_quarantine"`;')
        say("  who wrote them: `newsledger log --format jsonl`, by their positions.")


def _show_tolls(settings: Settings) -> None:
    from orchestration.summary import show_summary

    show_summary(settings)
