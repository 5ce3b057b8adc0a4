"""Group checks: one asset per Great Expectations suite, with its verdict as a blocking check."""

from collections.abc import Iterator, Sequence

import dagster as dg

from orchestration import metadata
from orchestration.asset_checks import PLAUSIBLE, verdict
from orchestration.resources import Ledger
from orchestration.writer import one_writer

GROUP = "checks"


def suite_asset(suite: str, marts: Sequence[dg.AssetKey]) -> dg.AssetsDefinition:
    """The suite's outcome on the marts as they were just built."""
    key = dg.AssetKey([GROUP, suite])
    gate = dg.AssetCheckSpec(PLAUSIBLE, asset=key, blocking=True, description="Not passed: nothing is published.")

    @dg.asset(key=key, deps=marts, group_name=GROUP, check_specs=[gate])
    def run_suite(context: dg.AssetExecutionContext, ledger: Ledger) -> Iterator[dg.MaterializeResult[None]]:
        """Is this batch plausible?"""
        from expectations import run_suite as run

        settings = ledger.settings()
        with one_writer(settings, progress=context.log.info):
            outcome = run(suite, settings.event_log, settings.warehouse)
        yield dg.MaterializeResult(metadata=metadata.of_suite(outcome), check_results=[verdict(outcome, key)])

    return run_suite
