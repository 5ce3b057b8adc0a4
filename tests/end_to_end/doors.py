"""The two doors as a person uses them: real processes, real files, nothing swapped."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
from typer.testing import CliRunner

from orchestration.cli import app

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples" / "kazakhstan-2022"
NEWSLEDGER = Path(sys.executable).with_name("newsledger")
# when and in which order the ledger came to know is each home's own; all else must be the same
OWN_CLOCKS = {"recorded_at", "first_recorded_at", "last_recorded_at", "log_recorded_at", "position", "log_position"}
OWN_CLOCKS |= {"log_digest"}  # which is over the times of recording too

Rows = dict[str, list[tuple[Any, ...]]]


def environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in {"NEWSLEDGER_HOME", "DAGSTER_HOME"}}


def newsledger(home: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [NEWSLEDGER, "--home", home, *words], env=environment(), capture_output=True, text=True, check=False
    )


def typed(home: Path, *words: str | Path, answers: str | None = None) -> subprocess.CompletedProcess[str]:
    """As `newsledger`, without a process of its own: what is slow to import is imported once."""
    shown = CliRunner().invoke(
        app, ["--home", str(home), *map(str, words)], input=answers, env={"NEWSLEDGER_HOME": None}
    )
    return subprocess.CompletedProcess(words, shown.exit_code, shown.stdout, shown.stderr)


def start(home: Path, *words: str | Path) -> subprocess.Popen[bytes]:
    silent = subprocess.DEVNULL
    return subprocess.Popen([NEWSLEDGER, "--home", home, *words], env=environment(), stdout=silent, stderr=silent)


def some_examples(folder: Path, *names: str) -> Path:
    """These articles of the bundled example, added to a folder with what is known about them."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(EXAMPLES.iterdir()):
        if path.stem in names:
            shutil.copy(path, folder)
    listed = (EXAMPLES / "index.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    with (folder / "index.jsonl").open("a", encoding="utf-8") as index:
        index.writelines(line for line in listed if any(f"{name}." in line for name in names))
    return folder


def a_later_toll(folder: Path) -> None:
    """One more article, of a day after all the others, with a toll of 238."""
    text = (EXAMPLES / "0115-meridian-225.txt").read_text(encoding="utf-8").replace("225", "238")
    (folder / "0314-meridian-238.txt").write_text(text, encoding="utf-8")
    stated = "published: 2022-03-14T12:00:00+06:00\noutlet: Meridian Wire\n"
    (folder / "0314-meridian-238.yaml").write_text(stated, encoding="utf-8")


def facts_rows(facts: Path) -> Rows:
    """Every table of the published facts, in order, without what is each home's own."""
    with duckdb.connect(facts, read_only=True) as connection:
        tables = [name for (name,) in connection.sql("select table_name from duckdb_tables()").fetchall()]
        return {table: _rows(connection, table) for table in sorted(tables)}


def _rows(connection: duckdb.DuckDBPyConnection, table: str) -> list[tuple[Any, ...]]:
    relation = connection.table(table)
    kept = [duckdb.ColumnExpression(name) for name in relation.columns if name not in OWN_CLOCKS]
    return sorted(relation.select(*kept).fetchall(), key=repr)


def wait_until(condition: Callable[[], Any], *, seconds: float, every: float = 0.2) -> Any:
    """The first true value of ``condition``; an error after so many seconds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        value = condition()
        if value:
            return value
        time.sleep(every)
    raise TimeoutError(f"still not so after {seconds} s: {condition}")


class Pages:
    """Dagster's GraphQL API on a port of this machine."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/graphql"

    def ask(self, query: str, variables: Mapping[str, Any] | None = None) -> dict[str, Any]:
        body = json.dumps({"query": query, "variables": dict(variables or {})}).encode()
        request = urllib.request.Request(self.url, body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            data: dict[str, Any] = json.load(answer)["data"]
        return data

    def repository(self) -> dict[str, str] | None:
        """The selector of the only repository; None while it is not loaded."""
        try:
            data = self.ask("{repositoriesOrError {... on RepositoryConnection {nodes {name location {name}}}}}")
        except OSError:
            return None
        nodes = data["repositoriesOrError"].get("nodes")
        return nodes and {
            "repositoryName": nodes[0]["name"],
            "repositoryLocationName": nodes[0]["location"]["name"],
        }

    def runs(self) -> dict[str, str]:
        """Status by run id."""
        data = self.ask("{runsOrError {... on Runs {results {runId status}}}}")
        return {run["runId"]: run["status"] for run in data["runsOrError"]["results"]}
