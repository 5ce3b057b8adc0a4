"""Running a suite with Great Expectations on DuckDB, which it does not officially know.

Three things make it work, and a regression test keeps them: AUTOCOMMIT with ``skip_autocommit_rollback`` (else the
connection is closed before rows are fetched), ``read_only``, and looking into ``exception_info`` (else a broken query
reads as bad data).
"""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from expectations.records import Expectation, ExpectationOutcome, SuiteOutcome
from expectations.suites import load_suite

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from expectations.records import Suite

_ROWS_SHOWN = 5


def run_suite(suite: str, event_log: Path, warehouse: Path) -> SuiteOutcome:
    """Run one of `SUITES` on a warehouse that nobody is writing to; raises FileNotFoundError where there is none.

    What of its marts the warehouse only points to is read from ``event_log``.
    """
    if not warehouse.exists():
        raise FileNotFoundError(f"There is no warehouse at {warehouse} to check. Run `newsledger build` first.")
    return run_expectations(load_suite(suite), event_log, warehouse)


def run_expectations(suite: Suite, event_log: Path, warehouse: Path) -> SuiteOutcome:
    with _batch(suite, event_log, warehouse) as batch:
        results = tuple(_outcome(expectation, batch) for expectation in suite.expectations)
    return SuiteOutcome(suite.name, not any(_blocks(result) for result in results), results)


def _blocks(result: ExpectationOutcome) -> bool:
    return result.error is not None or (result.severity == "critical" and not result.success)


@contextmanager
def _batch(suite: Suite, event_log: Path, warehouse: Path) -> Iterator[Any]:
    """A batch over the suite's query; the warehouse is closed again afterwards, so that dbt can write it."""
    context = _context()
    source = context.data_sources.add_sql(
        name="warehouse",
        connection_string=f"duckdb:///{warehouse.absolute()}",
        create_temp_table=False,
        kwargs={
            "isolation_level": "AUTOCOMMIT",
            "skip_autocommit_rollback": True,
            "connect_args": {"read_only": True},
        },
    )
    _attach(event_log, source.get_execution_engine().engine)
    asset = source.add_query_asset(name=suite.name, query=suite.batch)
    try:
        yield asset.add_batch_definition_whole_table("all").get_batch()
    finally:
        source.get_execution_engine().close()
        source.get_engine().dispose()


def _attach(event_log: Path, engine: Any) -> None:
    """Whenever the engine connects, views find the log that they look at."""
    import sqlalchemy

    named = sqlalchemy.text("ATTACH :path AS event_log (READ_ONLY)").bindparams(path=str(event_log))
    # ATTACH takes no parameter: SQLAlchemy writes it out, quoted
    statement = str(named.compile(engine, compile_kwargs={"literal_binds": True}))
    sqlalchemy.event.listen(engine, "connect", lambda connection, _: connection.execute(statement))


def _context() -> Any:
    # Great Expectations reports its use to its makers unless told not to, before it is imported.
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    logging.getLogger("great_expectations").setLevel(logging.ERROR)
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    return context


def _outcome(expectation: Expectation, batch: Any) -> ExpectationOutcome:
    import great_expectations as gx

    expected = getattr(gx.expectations, expectation.type)(
        **expectation.arguments,
        severity=expectation.severity,
        description=expectation.name,
        notes=expectation.reason,
        meta={"reason": expectation.reason},
    )
    # Rows come with COMPLETE alone; elsewhere that would list every single value.
    result_format = "COMPLETE" if "unexpected_rows_query" in expectation.arguments else "SUMMARY"
    result = batch.validate(expected, result_format=result_format)
    return ExpectationOutcome(
        name=expectation.name,
        severity=expectation.severity,
        success=bool(result.success),
        observed=_observed(result.result or {}),
        reason=expectation.reason,
        error=_error(result.exception_info or {}),
    )


def _error(info: Mapping[str, Any]) -> str | None:
    """What broke the check, if anything; the information comes bare or per metric."""
    parts = [info] if "raised_exception" in info else list(info.values())
    raised = [part["exception_message"] for part in parts if part.get("raised_exception")]
    return "; ".join(map(str, raised)) or None


def _observed(result: Mapping[str, Any]) -> str:
    rows = (result.get("details") or {}).get("unexpected_rows") or []
    if rows:
        return "; ".join(_row(row) for row in rows[:_ROWS_SHOWN]) + (" ..." if len(rows) > _ROWS_SHOWN else "")
    if "unexpected_percent" in result:
        return f"{result['unexpected_count']} of {result['element_count']} unexpected"
    return str(result.get("observed_value", ""))


def _row(row: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in dict(row).items())
