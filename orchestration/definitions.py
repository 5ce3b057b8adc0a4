"""Everything Dagster shows, put together by a function, so that a test may swap any part."""

from __future__ import annotations

from typing import Any

import dagster as dg

from expectations import SUITES
from orchestration import dbt
from orchestration.assets.articles import articles
from orchestration.assets.by_hand import by_hand
from orchestration.assets.claims import claims
from orchestration.assets.facts import published_facts
from orchestration.assets.models import dbt_models
from orchestration.assets.suites import suite_asset
from orchestration.jobs import newsledger_run
from orchestration.resources import Ledger, dbt_resource
from orchestration.schedules import hourly
from orchestration.sensors import inbox
from orchestration.settings import Settings


def build_defs(settings: Settings | None = None, **overrides: Any) -> dg.Definitions:
    """Fresh definitions over one home. ``overrides`` replace arguments of ``dagster.Definitions`` by name."""
    settings = settings or Settings.at()
    parts: dict[str, Any] = {
        "assets": assets(settings),
        "jobs": [newsledger_run],
        "schedules": [hourly],
        "sensors": [inbox],
        "resources": {"ledger": Ledger(home=str(settings.home)), "dbt_cli": dbt_resource(settings)},
        # every step in one process: a process per step costs half a minute of imports and gains nothing
        "executor": dg.in_process_executor,
    }
    return dg.Definitions(**{**parts, **overrides})


def assets(settings: Settings) -> list[dg.AssetsDefinition | dg.AssetSpec]:
    """Left to right."""
    models = dbt_models(dbt.manifest_path(settings))
    marts = [key for key in models.keys if models.group_names_by_key[key] == "marts"]
    suites = [suite_asset(suite, marts) for suite in SUITES]
    facts = published_facts([*marts, *(suite.key for suite in suites)])
    return [*by_hand(), articles, claims, models, *suites, facts]


@dg.definitions
def definitions() -> dg.Definitions:
    """What ``dagster dev -m orchestration.definitions`` loads, for the home that NEWSLEDGER_HOME names."""
    return build_defs()
