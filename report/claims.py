"""Current claims, in the shape of the claims guide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from report.database import reading, sql
from report.formats import json_line
from report.query import Rows, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def list_claims(facts: Path) -> Rows:
    """Current claims, flat, one row each, by day of publication, article and place in the article."""
    with reading(facts) as connection:
        return rows_of(connection.execute(sql("claims")))


def claims_to_review(facts: Path) -> Rows:
    """Current claims with what is doubtful about each (`doubts`, a list of codes), the most doubtful first."""
    with reading(facts) as connection:
        return rows_of(connection.execute(sql("doubtful_claims")))


def claim_lines(facts: Path) -> Iterator[str]:
    """Current claims as JSON lines with the guide's nested ``count`` and ``when``."""
    claims = list_claims(facts)
    for row in claims.rows:
        yield json_line(guide_form(dict(zip(claims.columns, row, strict=True))))


def guide_form(claim: Mapping[str, Any]) -> dict[str, Any]:
    """One flat claim as the guide lays it down."""
    return {
        "article": claim["article"],
        "article_id": claim["article_id"],
        "claim_id": claim["claim_id"],
        "family": claim["family"],
        "kind": claim["kind"],
        "count": _count(claim),
        "subject": claim["subject"],
        "group": claim["group_name"],
        **{name: claim[name] for name in ("actor", "place")},
        "when": _when(claim),
        **{name: claim[name] for name in ("scope", "source", "source_type", "via", "status", "evidence")},
        "start": claim["evidence_start"],
        "end": claim["evidence_end"],
        "extractor": claim["extractor"],
        "rule": claim["rule"],
    }


def _count(claim: Mapping[str, Any]) -> dict[str, Any] | None:
    if claim["count_text"] is None:
        return None
    numbers = {name: _number(claim[f"count_{name}"]) for name in ("value", "low", "high")}
    return {**numbers, "text": claim["count_text"]}


def _number(value: float | None) -> float | None:
    return int(value) if value is not None and value.is_integer() else value


def _when(claim: Mapping[str, Any]) -> dict[str, Any] | None:
    if claim["when_text"] is None and claim["when_start"] is None and claim["when_end"] is None:
        return None
    return {name: claim[f"when_{name}"] for name in ("text", "start", "end")}
