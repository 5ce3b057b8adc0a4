"""Verdicts as Dagster shows them. dbt's tests become asset checks by themselves; these are the suites'."""

import dagster as dg

from expectations import SuiteOutcome
from orchestration import metadata

PLAUSIBLE = "plausible"


def verdict(outcome: SuiteOutcome, key: dg.AssetKey) -> dg.AssetCheckResult:
    """Passed where no blocking expectation failed; the rows say what each one saw."""
    return dg.AssetCheckResult(
        check_name=PLAUSIBLE,
        asset_key=key,
        passed=outcome.success,
        severity=dg.AssetCheckSeverity.ERROR,
        metadata=metadata.of_suite(outcome),
    )
