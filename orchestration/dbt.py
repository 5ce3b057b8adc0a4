"""dbt as a child process: it opens the log and the warehouse by itself and lets go of both when it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from orchestration.broken_rules import broken_rules
from orchestration.code_version import digest_of
from orchestration.dbt_child import DONE, DONE_WITH_FAILURES, PARSED, RESULTS
from orchestration.errors import StoppedError
from orchestration.parsed_project import kept_path
from orchestration.progress import Progress, silent
from orchestration.settings import DBT_PROJECT, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

FAILED = ("error", "fail", "runtime error")
# what dbt would write for others to read, twice, takes a second
NO_ARTIFACTS = ("--no-write-json",)


@dataclass(frozen=True, slots=True)
class NodeFailure:
    """A model that did not build or a test that did not pass, in dbt's words."""

    name: str
    status: str
    message: str


@dataclass(frozen=True, slots=True)
class Build:
    """What one ``dbt build`` did: how many nodes ran, and which failed."""

    node_count: int
    failures: tuple[NodeFailure, ...]

    @property
    def success(self) -> bool:
        return not self.failures


def build(settings: Settings, *, anew: bool, progress: Progress = silent) -> Build:
    """Build and test every model; unless ``anew``, facts of areas where nothing changed are kept from the last build.

    Raises ``StoppedError`` where dbt could not run at all.
    """
    words = ("build", *extent(anew=anew), "--exclude-resource-type", "unit_test", *NO_ARTIFACTS)
    _call(settings, words, progress=progress)
    results = target_path(settings) / RESULTS
    if not results.is_file():
        raise _stopped(settings, "the project does not parse")
    return _read_build(results, settings.warehouse)


def extent(*, anew: bool) -> tuple[str, ...]:
    """dbt's own words for what is built: everything anew, or what may have changed.

    Seeds are code, which then did not; a test of other rows against them is run.
    """
    return ("--full-refresh",) if anew else ("--exclude", "path:seeds", "--indirect-selection", "cautious")


def manifest_path(settings: Settings) -> Path:
    """The manifest of the project as it stands, parsed where this home has not seen it yet."""
    path = target_path(settings) / "manifest.json"
    if not path.is_file():
        _call(settings, ("parse",), progress=silent)
    return path


def target_path(settings: Settings) -> Path:
    """One folder per state of the project: a manifest can then be absent, but never stale."""
    return settings.dbt / digest_of(DBT_PROJECT)[:12]


def environment(settings: Settings) -> Mapping[str, str]:
    """What ``profiles.yml`` asks for, where dbt may write, and where the project is that it need not read again."""
    digest = digest_of(DBT_PROJECT)
    return {
        "NEWSLEDGER_EVENT_LOG": str(settings.event_log),
        "NEWSLEDGER_WAREHOUSE": str(settings.warehouse),
        "NEWSLEDGER_CRISES": str(settings.declared_crises),
        "NEWSLEDGER_CODE_VERSION": f"{version('newsledger')}+{digest[:12]}",
        "DBT_PROFILES_DIR": str(DBT_PROJECT),
        "DBT_TARGET_PATH": str(target_path(settings)),
        "DBT_LOG_PATH": str(settings.logs),
        PARSED: str(kept_path(digest)),
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
    }


def _call(settings: Settings, arguments: Sequence[str], *, progress: Progress) -> None:
    target = target_path(settings)
    target.mkdir(parents=True, exist_ok=True)
    (target / RESULTS).unlink(missing_ok=True)  # a call that breaks early must not be read as the last one
    child = _start(settings, arguments)
    last = "it said nothing"
    for last in _messages(child):
        progress(last)
    if child.wait() not in (DONE, DONE_WITH_FAILURES):
        raise _stopped(settings, last)


def _start(settings: Settings, arguments: Sequence[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-m", "orchestration.dbt_child", *arguments],
        cwd=DBT_PROJECT,
        env={**os.environ, **environment(settings), "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        close_fds=False,  # so that the writer's lock stays held until dbt ends, even where the parent is killed
    )


def _messages(child: subprocess.Popen[str]) -> Iterator[str]:
    for line in child.stdout or ():
        if message := line.strip():
            yield message


def _stopped(settings: Settings, why: str) -> StoppedError:
    return StoppedError(
        what="dbt could not run",
        where=str(DBT_PROJECT),
        why=why,
        remedy=f"Read {settings.logs / 'dbt.log'}. {settings.warehouse} may be deleted: it is built anew from the log.",
    )


def _read_build(path: Path, warehouse: Path) -> Build:
    results: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    failures = (
        NodeFailure(name=r["unique_id"], status=r["status"], message=_message(r, warehouse))
        for r in results
        if r["status"] in FAILED
    )
    return Build(node_count=len(results), failures=tuple(failures))


def _message(result: Mapping[str, str | None], warehouse: Path) -> str:
    """dbt's words, and before them, of a test of ours, the rules that are broken."""
    rules = broken_rules(warehouse, result["test"]) if result["test"] else ()
    return "; ".join([*rules, (result["message"] or "").strip()])
