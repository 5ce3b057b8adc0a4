"""Marts to what people read: the published facts database, tolls, claim listings, explanations, own SQL.

Belongs here: copying marts out of the warehouse, reading the copy, rows in a format, foreign ones (``exports``) too.
Does not belong here: deciding which claim counts (``dbt_project``), judging a batch (``expectations``), drawing on a
terminal (``orchestration``). Imports nothing of ours.
"""

from __future__ import annotations

from report.claims import claim_lines, claims_to_review, list_claims
from report.digests import mart_digests
from report.errors import ReportError
from report.explanation import Explanation, explain, explanation_rows, told
from report.formats import FORMATS, formatted
from report.publication import Publication, publish
from report.quarantine import Quarantined, read_quarantine
from report.query import Rows, run_query
from report.tolls import Toll, read_tolls

__all__ = [
    "FORMATS",
    "Explanation",
    "Publication",
    "Quarantined",
    "ReportError",
    "Rows",
    "Toll",
    "claim_lines",
    "claims_to_review",
    "explain",
    "explanation_rows",
    "formatted",
    "list_claims",
    "mart_digests",
    "publish",
    "read_quarantine",
    "read_tolls",
    "run_query",
    "told",
]
