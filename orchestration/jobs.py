"""Dagster's jobs: one, that does everything."""

from __future__ import annotations

import dagster as dg

newsledger_run = dg.define_asset_job(
    "newsledger_run",
    selection=dg.AssetSelection.all(),
    description="Inbox to published facts. To take in other folders, set `paths` of the op `ingest` in the launchpad.",
)
