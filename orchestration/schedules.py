"""Dagster's schedules, off until somebody switches them on."""

from __future__ import annotations

import dagster as dg

from orchestration.jobs import newsledger_run

hourly = dg.ScheduleDefinition(
    name="hourly",
    job=newsledger_run,
    cron_schedule="0 * * * *",
    description="Take in the inbox again every hour; what is known already adds nothing.",
)
