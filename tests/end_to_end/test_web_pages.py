"""The browser's door: Dagster really started, spoken to over loopback, and held against the command line."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.doors import NEWSLEDGER, Pages, a_later_toll, environment, facts_rows, typed, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.end_to_end.published import Published

ENDED = {"SUCCESS", "FAILURE", "CANCELED"}
LAUNCH = """
mutation ($params: ExecutionParams!) {
  launchRun(executionParams: $params) {__typename ... on LaunchRunSuccess {run {runId}}}
}
"""
START_SENSOR = """
mutation ($selector: SensorSelector!) {
  startSensor(sensorSelector: $selector) {__typename}
}
"""
MATERIALIZED = """
query ($key: AssetKeyInput!) {
  assetOrError(assetKey: $key) {
    ... on Asset {assetMaterializations(limit: 1) {metadataEntries {label}}}
  }
}
"""


@dataclass(frozen=True)
class Started:
    pages: Pages
    home: Path
    by_hand: Path  # the same ledger, as the command line made it
    process: subprocess.Popen[bytes]

    @property
    def inbox(self) -> Path:
        return self.home / "inbox"

    def facts_by_hand(self) -> Path:
        """The facts that the command line makes of the same inbox."""
        ran = typed(self.by_hand, "run", self.inbox)
        assert ran.returncode == 0, ran.stderr
        return self.by_hand / "facts.duckdb"


@pytest.fixture(scope="module")
def started(published: Published, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    home = tmp_path_factory.mktemp("pages")
    shutil.copytree(published.articles, home / "inbox")
    port = free_port()
    log = (home / "ui.log").open("wb")
    process = subprocess.Popen(
        [NEWSLEDGER, "--home", home, "ui", "--port", str(port)], env=environment(), stdout=log, stderr=log
    )
    yield Started(Pages(port), home, published.copy(tmp_path_factory.mktemp("by_hand")), process)
    if process.poll() is None:
        process.kill()
    process.wait()
    log.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def succeeded(started: Started, run_id: str) -> bool:
    status = started.pages.runs().get(run_id)
    assert status not in ENDED - {"SUCCESS"}, (started.home / "ui.log").read_text(encoding="utf-8")[-5000:]
    return status == "SUCCESS"


def test_run_started_in_the_pages_gives_the_rows_of_the_command_line(started: Started) -> None:
    by_hand = facts_rows(started.by_hand / "facts.duckdb")
    repository = wait_until(started.pages.repository, seconds=180)
    params = {"selector": {**repository, "jobName": "newsledger_run"}, "runConfigData": {}}
    launched = started.pages.ask(LAUNCH, {"params": params})["launchRun"]
    assert launched["__typename"] == "LaunchRunSuccess"
    wait_until(lambda: succeeded(started, launched["run"]["runId"]), seconds=240, every=1)
    assert by_hand["fct_casualties"]
    assert facts_rows(started.home / "facts.duckdb") == by_hand


@pytest.mark.parametrize(
    ("key", "labels"),
    [
        ("raw_articles", {"new", "revised", "unchanged", "rejected", "docs"}),
        ("event_log/extraction_completed", {"new_claims", "claims", "dagster/row_count", "docs"}),
        ("report/facts", {"facts", "rows", "docs"}),
    ],
)
def test_assets_tell_of_themselves(started: Started, key: str, labels: set[str]) -> None:
    asset = started.pages.ask(MATERIALIZED, {"key": {"path": key.split("/")}})["assetOrError"]
    entries = asset["assetMaterializations"][0]["metadataEntries"]
    assert labels <= {entry["label"] for entry in entries}


def test_new_and_changed_files_in_the_inbox_start_a_run(started: Started) -> None:
    before, articles = set(started.pages.runs()), len(facts_rows(started.by_hand / "facts.duckdb")["dim_articles"])
    a_later_toll(started.inbox)
    (started.inbox / "empty.txt").unlink()
    changed = started.inbox / "0107-meridian-toll.txt"
    text = changed.read_text(encoding="utf-8")
    changed.write_text(f"{text}\nA further 7 people were injured in Almaty, police said.\n", encoding="utf-8")
    selector = {**started.pages.repository(), "sensorName": "inbox"}  # type: ignore[dict-item]
    assert started.pages.ask(START_SENSOR, {"selector": selector})["startSensor"]["__typename"] == "Sensor"
    by_hand = facts_rows(started.facts_by_hand())
    (run_id,) = wait_until(lambda: set(started.pages.runs()) - before, seconds=90)
    wait_until(lambda: succeeded(started, run_id), seconds=240, every=1)
    assert len(by_hand["dim_articles"]) == articles + 1
    assert facts_rows(started.home / "facts.duckdb") == by_hand


def test_pages_stop_on_ctrl_c(started: Started) -> None:
    started.process.send_signal(signal.SIGINT)
    assert started.process.wait(60) in {0, 130}
    with socket.socket() as probe, pytest.raises(ConnectionRefusedError):
        probe.connect(("127.0.0.1", int(started.pages.url.split(":")[2].split("/")[0])))
