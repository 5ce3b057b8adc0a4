"""What the assets tell of themselves in Dagster: counts, tables, places, and where to read on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dagster as dg

from event_log import EventLog
from event_log.queries import event_counts
from orchestration.screen import plain
from orchestration.settings import DOCS, Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from event_log.events import ClaimReported, Event
    from expectations import SuiteOutcome
    from ingest import IngestReport
    from report import Publication

Metadata = dict[str, Any]

SHOWN_CLAIMS = 200  # rows of a table in Dagster's pages; all of them are in facts.duckdb
CLAIM_COLUMNS = ("family", "kind", "count_text", "group_name", "place", "source", "status", "evidence")
EXPECTATION_COLUMNS = ("name", "severity", "success", "observed", "reason", "error")


def log_key(event: type[Event]) -> dg.AssetKey:
    """The key under which dbt knows the event's table as a source."""
    return dg.AssetKey(["event_log", event.event_type])


def of_ingest(report: IngestReport, settings: Settings) -> Metadata:
    """Counts of one run, and what was refused."""
    return {
        "new": report.new,
        "revised": report.revised,
        "unchanged": report.unchanged,
        "rejected": len(report.rejected),
        "rejections": table_of(report.rejected, ("address", "reason", "remedy")),
        "archive": dg.MetadataValue.path(settings.archive),
        "docs": docs(),
    }


def of_log_table(settings: Settings, event: type[Event]) -> Metadata:
    """How many events of this type the log holds."""
    rows = event_counts(EventLog(settings.event_log))[event.event_type]
    return {"dagster/row_count": rows, "docs": docs()}


def of_claims(claims: Sequence[ClaimReported]) -> Metadata:
    """The run's new claims."""
    return {"new_claims": len(claims), "claims": table_of(claims[:SHOWN_CLAIMS], CLAIM_COLUMNS)}


def of_suite(outcome: SuiteOutcome) -> Metadata:
    """Every expectation, why it is there and what it saw."""
    return {
        "expectations": len(outcome.results),
        "not_met": sum(not result.success for result in outcome.results),
        "results": table_of(outcome.results, EXPECTATION_COLUMNS),
        "docs": docs(),
    }


def of_publication(publication: Publication, settings: Settings) -> Metadata:
    """Where the facts are and how many rows each table has."""
    return {
        "facts": dg.MetadataValue.path(settings.facts),
        "rows": dg.MetadataValue.json(dict(publication.rows)),
        "docs": docs(),
    }


def docs() -> dg.UrlMetadataValue:
    """A link to the page that says how it hangs together."""
    return dg.MetadataValue.url(DOCS.as_uri())


def table_of(records: Sequence[object], columns: Sequence[str]) -> dg.TableMetadataValue:
    """Records as a table of plain text: an article's words are data here, never markup."""
    schema = dg.TableSchema(columns=[dg.TableColumn(name=column) for column in columns])
    rows = [dg.TableRecord({column: plain(getattr(record, column)) for column in columns}) for record in records]
    return dg.TableMetadataValue(records=rows, schema=schema)
