"""What can go wrong for a reader of the facts; every message says what, where, why and what to do."""

from __future__ import annotations


class ReportError(Exception):
    """Something that the user can put right."""


class NoFacts(ReportError):  # noqa: N818 - it is what the user meets
    """Nothing has been published, or built, yet."""


class BadQuery(ReportError):  # noqa: N818
    """SQL that DuckDB would not run."""


class NoSuchFact(ReportError):  # noqa: N818
    """An id that no published figure has, or several begin with."""


class BadExport(ReportError):  # noqa: N818
    """An export that cannot be made, or not there."""
