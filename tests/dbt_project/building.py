"""dbt in this process, parsed once: a call takes three seconds, where a child process takes ten.

dbt parses everything anew when a path in the profile changes. So all homes are built through one path, a symbolic link
that is turned to each home in its turn.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import os
import shutil
import tempfile
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PROJECT = Path(str(resources.files("dbt_project")))
NO_UNIT_TESTS = ("--exclude-resource-type", "unit_test")
# where a part of the project is built: the data tests of it may ask for more than that part
MODELS_ONLY = ("--exclude-resource-type", "test", *NO_UNIT_TESTS)


@dataclass(frozen=True)
class Built:
    success: bool
    counts: Mapping[str, int]  # passed nodes by dbt's resource type
    failures: tuple[str, ...]
    warnings: tuple[str, ...]
    failed_tests: tuple[str, ...] = ()  # their SQL


@functools.cache
def stage() -> Path:
    """This process's folder for the link and for what dbt keeps between calls."""
    folder = Path(tempfile.mkdtemp(prefix="newsledger-dbt-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def dbt(home: Path, *command: str) -> Built:
    """Run one dbt command over ``home/event_log.duckdb`` into ``home/warehouse.duckdb``; both are closed afterwards."""
    target = stage() / "target"
    link = stage() / "home"
    link.unlink(missing_ok=True)
    link.symlink_to(home, target_is_directory=True)
    with _environment(link, target):
        outcome = _invoke(
            [
                *command,
                *("--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT)),
                *("--target-path", str(target), "--log-path", str(target / "logs")),
                *("--quiet", "--no-use-colors", "--log-level", "none", "--log-level-file", "none"),
            ]
        )
    if outcome.exception is not None:
        raise outcome.exception
    return _built(outcome)


def _invoke(arguments: list[str]) -> Any:
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner

    try:
        return dbtRunner().invoke(arguments)
    finally:
        # dbt-duckdb keeps the warehouse open for the next call; a test reads it next.
        if DuckDBConnectionManager._ENV is not None:
            DuckDBConnectionManager._ENV.close()
        DuckDBConnectionManager._ENV = None


@contextlib.contextmanager
def _environment(home: Path, target: Path) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(
        NEWSLEDGER_EVENT_LOG=str(home / "event_log.duckdb"),
        NEWSLEDGER_WAREHOUSE=str(home / "warehouse.duckdb"),
        NEWSLEDGER_CODE_VERSION="test",
        NEWSLEDGER_CRISES=str(home / "crises.json") if (home / "crises.json").exists() else "",
        DBT_TARGET_PATH=str(target),
        DBT_SEND_ANONYMOUS_USAGE_STATS="false",
    )
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _built(outcome: Any) -> Built:
    counts: dict[str, int] = {}
    failures: list[str] = []
    warnings: list[str] = []
    results = getattr(outcome.result, "results", outcome.result)
    for result in results:
        if result.status in ("success", "pass", "no-op"):
            counts[result.node.resource_type] = counts.get(result.node.resource_type, 0) + 1
        else:
            line = f"{result.node.unique_id} {result.status}: {result.message}"
            (warnings if result.status == "warn" else failures).append(line)
    failed_tests = tuple(result.node.compiled_code for result in results if result.status == "fail")
    return Built(bool(outcome.success), counts, tuple(failures), tuple(warnings), failed_tests)
