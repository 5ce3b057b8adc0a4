"""What people, not the pipeline, append to the log: shown in the graph, since the facts heed it, and made by no run."""

import dagster as dg

from event_log.events import (
    ArticleRedacted,
    ArticleReleased,
    ArticleWithdrawn,
    ClaimReviewed,
    Event,
)
from orchestration import metadata

GROUPS: tuple[tuple[type[Event], str], ...] = (
    (ArticleReleased, "ingest"),
    (ArticleWithdrawn, "ingest"),
    (ArticleRedacted, "ingest"),
    (ClaimReviewed, "extract"),
)
CHAIN = dg.AssetSpec(["event_log", "commits"], group_name="ingest", description="The chain: one row per commit.")


def by_hand() -> list[dg.AssetSpec]:
    """One external asset per type of event, and the chain that all events are in."""
    events = (
        dg.AssetSpec(metadata.log_key(event), group_name=group, description=event.__doc__) for event, group in GROUPS
    )
    return [CHAIN, *events]
