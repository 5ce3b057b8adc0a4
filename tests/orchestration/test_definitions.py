from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import dagster as dg
import pytest

import expectations
from orchestration import provenance, steps
from orchestration.assets.articles import IngestConfig, chosen
from orchestration.assets.facts import published_facts
from orchestration.assets.suites import suite_asset
from orchestration.jobs import newsledger_run
from orchestration.resources import Ledger
from orchestration.schedules import hourly
from orchestration.sensors import inbox
from orchestration.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class FakePublication:
    rows: tuple[tuple[str, int], ...] = (("fct_claims", 3),)


def run_gate(home: Path, monkeypatch: pytest.MonkeyPatch, *, success: bool) -> tuple[bool, list[str]]:
    """One suite and the publication behind it; gives back the run's success and what was published."""
    published: list[str] = []

    def outcome(suite: str, *_files: Path) -> expectations.SuiteOutcome:
        return expectations.SuiteOutcome(suite=suite, success=success, results=())

    def publish(_settings: Settings) -> FakePublication:
        published.append("facts")
        return FakePublication()

    monkeypatch.setattr(expectations, "run_suite", outcome)
    monkeypatch.setattr(steps, "publish", publish)
    suite = suite_asset("claims", [])
    assets = [suite, published_facts([suite.key])]
    run = dg.materialize(assets, resources={"ledger": Ledger(home=str(home))}, raise_on_error=False)
    return run.success, published


def test_met_suite_lets_the_facts_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_gate(tmp_path, monkeypatch, success=True) == (True, ["facts"])


def test_unmet_blocking_suite_stops_publication(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    success, published = run_gate(tmp_path, monkeypatch, success=False)
    assert not success
    assert not published


def test_publish_refuses_what_no_build_finished(tmp_path: Path) -> None:
    settings = Settings.at(tmp_path)
    steps.init(settings)
    provenance.begin_build(settings)
    with pytest.raises(provenance.WrongUseError):
        steps.publish(settings)


def test_sensor_and_schedule_are_off_until_switched_on() -> None:
    assert inbox.default_status is dg.DefaultSensorStatus.STOPPED
    assert hourly.default_status is dg.DefaultScheduleStatus.STOPPED


def test_sensor_and_schedule_start_the_whole_job() -> None:
    assert inbox.job.name == newsledger_run.name
    assert hourly.job.name == newsledger_run.name


def test_ingest_takes_the_inbox_unless_told_otherwise(tmp_path: Path) -> None:
    settings = Settings.at(tmp_path)
    assert chosen(IngestConfig(), settings) == [settings.inbox]
    assert chosen(IngestConfig(paths=[str(tmp_path)]), settings) == [tmp_path]


def test_dagster_sends_nothing_home_and_runs_one_at_a_time(tmp_path: Path) -> None:
    settings = Settings.at(tmp_path)
    steps.init(settings)
    with dg.DagsterInstance.from_config(str(settings.dagster)) as instance:
        assert not instance.telemetry_enabled
        assert not instance.nux_enabled
        assert instance.get_concurrency_config().run_queue_config.max_concurrent_runs == 1
