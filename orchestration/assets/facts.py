"""Group report: the published facts."""

from collections.abc import Sequence

import dagster as dg

from orchestration import metadata, steps
from orchestration.resources import Ledger
from orchestration.writer import one_writer

GROUP = "report"


def published_facts(gates: Sequence[dg.AssetKey]) -> dg.AssetsDefinition:
    """facts.duckdb, put in place only where every gate before it opened."""

    @dg.asset(key=["report", "facts"], deps=gates, group_name=GROUP)
    def publish(context: dg.AssetExecutionContext, ledger: Ledger) -> dg.MaterializeResult[None]:
        """What people query: a finished copy of the marts, put in place by a rename."""
        settings = ledger.settings()
        with one_writer(settings, progress=context.log.info):
            publication = steps.publish(settings)
        return dg.MaterializeResult(metadata=metadata.of_publication(publication, settings))

    return publish
