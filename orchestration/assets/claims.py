"""Group extract: articles' text to claims, back into the log."""

from collections.abc import Iterator

import dagster as dg

from event_log import EventLog
from event_log.events import CLAIM_TYPES, ClaimReported, Event, ExtractionCompleted
from orchestration import metadata, steps
from orchestration.assets.articles import EVENTS as ARTICLE_EVENTS
from orchestration.resources import Ledger
from orchestration.writer import one_writer

GROUP = "extract"
EVENTS: tuple[type[Event], ...] = (ExtractionCompleted, *CLAIM_TYPES)
TEXTS = [metadata.log_key(event) for event in ARTICLE_EVENTS[:2]]


@dg.multi_asset(
    name="extract",
    specs=[
        dg.AssetSpec(metadata.log_key(event), deps=TEXTS, group_name=GROUP, description=event.__doc__)
        for event in EVENTS
    ],
)
def claims(context: dg.AssetExecutionContext, ledger: Ledger) -> Iterator[dg.MaterializeResult[None]]:
    """Read every article version that the present extractor has not read; one that cannot be read stops no other."""
    settings = ledger.settings()
    log = EventLog(settings.event_log)
    with one_writer(settings, progress=context.log.info):
        before = log.head().position
        report = steps.extract(settings, run_id=context.run_id, progress=context.log.info)
        new: dict[type[Event], list[ClaimReported]] = {kind: log.read(kind, since=before) for kind in CLAIM_TYPES}
    for one in report.unread:
        context.log.error("could not read %s", one.file_name, exc_info=one.error)
    everything = [claim for found in new.values() for claim in found]
    for event in EVENTS:
        told = metadata.of_log_table(settings, event) | metadata.of_claims(new.get(event, everything))
        yield dg.MaterializeResult(asset_key=metadata.log_key(event), metadata=told)
