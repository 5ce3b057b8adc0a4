"""``python -m orchestration.dbt_child build ...``: dbt's own words, and of what it tells only what a person may want.

dbt makes a line of each of some ten thousand debug events, twice, which is a sixth of the time of a small build. Here
the events of level info and above are lines of text: one each to stdout, in full to ``dbt.log`` in the folder
DBT_LOG_PATH. What became of each node stands in ``results.json`` in the folder DBT_TARGET_PATH. A build takes the
project from the file NEWSLEDGER_PARSED_PROJECT, where an earlier one left it. Exit codes are dbt's: 0 done, 1 something
failed, 2 dbt could not run.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import sys
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any

from orchestration import parsed_project

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dbt.artifacts.schemas.results import NodeResult
    from dbt.contracts.graph.manifest import Manifest

LEVELS = {"info": logging.INFO, "warn": logging.WARNING, "error": logging.ERROR}
LOG_BYTES, LOGS_KEPT = 10_000_000, 5
OWN_LOGS_OFF = ("--log-level", "none", "--log-level-file", "none", "--no-use-colors")
DONE, DONE_WITH_FAILURES, DID_NOT_RUN = 0, 1, 2
# of an error in dbt itself: the log tells where it happened, the terminal what
STACK_TRACE = "MainStackTrace"
RESULTS = "results.json"
PARSED = "NEWSLEDGER_PARSED_PROJECT"
FAILED_TEST = "fail"
# Python looks for garbage each time 700 objects more are there, and each time looks through all of dbt's project, which
# is none: a tenth of a small build
OBJECTS_BETWEEN_COLLECTIONS = (20_000, 20, 100)


class OneLine(logging.Formatter):
    """A message without its line breaks, so that the reader of the pipe has it whole."""

    def format(self, record: logging.LogRecord) -> str:
        """The message alone."""
        return " ".join(record.getMessage().split())


def run(arguments: Sequence[str], *, log: logging.Logger, results: Path, project: Manifest | None = None) -> int:
    """Call dbt once, and write down in ``results`` what became of the nodes that it ran; gives back its exit code.

    ``project`` is what dbt need not read again.
    """
    from dbt.artifacts.schemas.run import RunExecutionResult
    from dbt.cli.main import dbtRunner

    outcome = dbtRunner(project, callbacks=[_told(log)]).invoke([*OWN_LOGS_OFF, *arguments])
    if isinstance(outcome.result, RunExecutionResult):
        results.write_text(json.dumps([_noted(result) for result in outcome.result.results]), encoding="utf-8")
    if outcome.exception:
        log.error("%s", str(outcome.exception) or type(outcome.exception).__name__)  # no event tells of bad words
        return DID_NOT_RUN
    return DONE if outcome.success else DONE_WITH_FAILURES


def _noted(result: NodeResult) -> dict[str, str | float | None]:
    is_failed_test = str(result.status) == FAILED_TEST
    return {
        "unique_id": result.node.unique_id,
        "status": str(result.status),
        "message": result.message,
        "seconds": result.execution_time,
        "test": getattr(result.node, "compiled_code", None) if is_failed_test else None,
    }


def open_log(folder: Path) -> logging.Logger:
    """Where the lines go: stdout, and ``dbt.log`` in ``folder``, which begins anew after ten megabytes."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = RotatingFileHandler(folder / "dbt.log", encoding="utf-8", maxBytes=LOG_BYTES, backupCount=LOGS_KEPT)
    stamped = logging.Formatter("%(asctime)s.%(msecs)03dZ [%(levelname)-7s] %(message)s", "%Y-%m-%dT%H:%M:%S")
    stamped.converter = time.gmtime
    kept.setFormatter(stamped)
    shown = logging.StreamHandler(sys.stdout)
    shown.setFormatter(OneLine())
    shown.addFilter(lambda record: getattr(record, "event", None) != STACK_TRACE)
    log = logging.getLogger("newsledger.dbt")
    log.setLevel(logging.INFO)
    log.propagate = False
    log.addHandler(kept)
    log.addHandler(shown)
    return log


def _told(log: logging.Logger) -> Callable[[Any], None]:
    """For dbt to call with each of its events, messages of protobuf that say little of their type."""

    def tell(message: Any) -> None:
        level = LEVELS.get(message.info.level)
        if level and message.info.msg.strip():
            log.log(level, "%s", message.info.msg.strip(), extra={"event": message.info.name})

    return tell


def call(arguments: Sequence[str], *, log: logging.Logger, target: Path, kept: Path) -> int:
    """Call dbt, which reads the project only where no build of the same project did, or where reading is the task."""
    project = parsed_project.recall(kept) if arguments[0] == "build" else None
    code = run(arguments, log=log, results=target / RESULTS, project=project)
    if project is None and code != DID_NOT_RUN:
        parsed_project.keep(target, kept)
    return code


def main() -> None:
    """As the process that ``orchestration.dbt`` starts."""
    gc.set_threshold(*OBJECTS_BETWEEN_COLLECTIONS)
    log, target = open_log(Path(os.environ["DBT_LOG_PATH"])), Path(os.environ["DBT_TARGET_PATH"])
    code = call(sys.argv[1:], log=log, target=target, kept=Path(os.environ[PARSED]))
    gc.freeze()  # or Python looks through all of dbt's project once more on its way out, for half a second
    sys.exit(code)


if __name__ == "__main__":
    main()
