"""Dagster's own folder under the home: runs one at a time, no telemetry, no pop-ups."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orchestration.settings import Settings

DAGSTER_YAML = """\
# Written by newsledger where absent; yours to change.
telemetry:
  enabled: false
nux:
  enabled: false
# one run at a time: the log has one writer
concurrency:
  runs:
    max_concurrent_runs: 1
"""


def write_dagster_home(settings: Settings) -> None:
    """Leave alone what somebody has changed."""
    settings.dagster.mkdir(parents=True, exist_ok=True)
    path = settings.dagster / "dagster.yaml"
    if not path.exists():
        path.write_text(DAGSTER_YAML, encoding="utf-8")
