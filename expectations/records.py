"""What is expected, and how it came out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

Severity = Literal["critical", "warning", "info"]


class Expectation(BaseModel):
    """One entry of a suite's file; ``type`` and ``arguments`` are Great Expectations' own."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    severity: Severity
    reason: str
    type: str = "UnexpectedRowsExpectation"
    arguments: dict[str, Any]


class Suite(BaseModel):
    """A suite's file: what it looks at, as a query over the warehouse, and what it expects of that."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    about: str
    batch: str
    expectations: tuple[Expectation, ...]


@dataclass(frozen=True, slots=True)
class ExpectationOutcome:
    """``observed``: what was found, as text; ``error``: what broke the check itself, of which then nothing is known."""

    name: str
    severity: Severity
    success: bool
    observed: str
    reason: str
    error: str | None


@dataclass(frozen=True, slots=True)
class SuiteOutcome:
    """``success`` is false where a critical expectation is not met or any check broke: either blocks publication."""

    suite: str
    success: bool
    results: tuple[ExpectationOutcome, ...]
