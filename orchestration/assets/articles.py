"""Group ingest: bytes into the archive, articles into the log."""

from collections.abc import Iterator
from pathlib import Path

import dagster as dg
from pydantic import Field

from event_log.events import ArticleIngested, ArticleRejected, ArticleRevised
from orchestration import metadata, steps
from orchestration.resources import Ledger
from orchestration.settings import Settings
from orchestration.writer import one_writer

GROUP = "ingest"
RAW = dg.AssetKey("raw_articles")
EVENTS = (ArticleIngested, ArticleRevised, ArticleRejected)
Results = Iterator[dg.MaterializeResult[None]]


class IngestConfig(dg.Config):
    """What to take in."""

    paths: list[str] = Field(default=[], description="Files and folders with articles; none means the home's inbox.")


@dg.multi_asset(
    name="ingest",
    specs=[
        dg.AssetSpec(RAW, group_name=GROUP, description="Raw bytes as they came in, by SHA-256."),
        *(
            dg.AssetSpec(metadata.log_key(event), deps=[RAW], group_name=GROUP, description=event.__doc__)
            for event in EVENTS
        ),
    ],
)
def articles(context: dg.AssetExecutionContext, config: IngestConfig, ledger: Ledger) -> Results:
    """Take in the configured paths, or the inbox."""
    settings = ledger.settings()
    with one_writer(settings, progress=context.log.info):
        steps.init(settings)
        report = steps.ingest(settings, chosen(config, settings), run_id=context.run_id, progress=context.log.info)
    yield dg.MaterializeResult(asset_key=RAW, metadata=metadata.of_ingest(report, settings))
    for event in EVENTS:
        yield dg.MaterializeResult(asset_key=metadata.log_key(event), metadata=metadata.of_log_table(settings, event))


def chosen(config: IngestConfig, settings: Settings) -> list[Path]:
    """The configured paths, or the inbox."""
    return [Path(path) for path in config.paths] or [settings.inbox]
