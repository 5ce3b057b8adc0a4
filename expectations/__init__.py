"""Is this batch plausible? Great Expectations suites over the warehouse, each expectation with a reason and a severity.

Belongs here: rates, bounds, dates and coverage of a whole batch of articles, claims or facts; what is critical blocks
publication. Does not belong here: the shape of single rows (dbt's contracts and data tests), the logic of a model
(dbt's unit tests), whether extraction is right (``evaluation``). Imports nothing of ours.
"""

from __future__ import annotations

from expectations.records import ExpectationOutcome, SuiteOutcome
from expectations.running import run_suite
from expectations.suites import SUITES

__all__ = ["SUITES", "ExpectationOutcome", "SuiteOutcome", "run_suite"]
