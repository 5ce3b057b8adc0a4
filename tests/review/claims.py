"""Claims to review."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from review import ReviewedClaim, Vocabulary

EVIDENCE = "At least 26 people were killed, the ministry said."
VOCABULARY = Vocabulary(
    kinds={"casualty": frozenset({"killed", "injured"})},
    codes={
        "group_name": frozenset({"people", "protesters"}),
        "country_code": frozenset({"KZ", "RU"}),
        "scope": frozenset({"total", "incident"}),
        "source_type": frozenset({"government", "other"}),
        "status": frozenset({"asserted", "denied"}),
    },
)


def claim(**given: Any) -> ReviewedClaim:
    made = ReviewedClaim(
        claim_id="c1",
        article_id="a1",
        article_version="v1",
        article="a.txt",
        outlet="The Wire",
        published_at=datetime(2022, 1, 7, 9, tzinfo=UTC),
        family="casualty",
        kind="killed",
        count_text="At least 26",
        count_value=26.0,
        count_low=26.0,
        count_high=None,
        group_name="people",
        place="Almaty",
        country_code="KZ",
        where_prec=3,
        when_start=None,
        when_end=date(2022, 1, 7),
        scope="total",
        source="the ministry",
        source_type="government",
        status="asserted",
        evidence=EVIDENCE,
        evidence_start=100,
        count_start=100,
        count_end=111,
        doubts=("conflict",),
    )
    return replace(made, **given)
