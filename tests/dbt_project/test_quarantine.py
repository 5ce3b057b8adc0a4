"""An event in the log that should not be there: it is kept out and shown, and the rest goes on."""

from __future__ import annotations

import ast
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from evaluation import guide
from event_log.events import (
    ArticleIngested,
    ArticleRedacted,
    ArticleRejected,
    ArticleReleased,
    ArticleRevised,
    ArticleWithdrawn,
    CasualtyReported,
    ClaimReviewed,
    ExtractionCompleted,
)
from tests.dbt_project.building import PROJECT, dbt
from tests.dbt_project.kazakhstan import new_home, rows
from tests.dbt_project.ledger import Ledger, Said

if TYPE_CHECKING:
    from pathlib import Path

    from event_log.events import Event

MOMENT = datetime(2022, 1, 5, tzinfo=UTC)
MISSING = "its article is not in the log, or in quarantine itself"
NO_VERSION = f"that version of {MISSING}"
TOO_MANY = "it counts more than there can be of anything"
NO_CLAIM = "its claim is not in the log, or in quarantine itself"


@pytest.fixture
def home() -> Path:
    return new_home()


@pytest.fixture
def ledger(home: Path) -> Ledger:
    """One article with a sound claim, accepted by a person; it was withdrawn a month later, and other input refused."""
    ledger = Ledger(home / "event_log.duckdb")
    article = ledger.article("a", MOMENT, Said("killed", 26), outlet="Post")
    (claim,) = ledger.log.read(CasualtyReported)
    ledger.review(claim.claim_id, article, "accepted")
    ledger.withdraw(article, MOMENT + timedelta(days=30))
    ledger.reject("empty.txt")
    return ledger


def only(ledger: Ledger, event_type: type[Any]) -> Any:
    (event,) = ledger.log.read(event_type)
    return event


def poisoned_claims(ledger: Ledger) -> list[tuple[Event, str]]:
    sound = only(ledger, CasualtyReported)
    return [
        (replace(sound, claim_id="1", count_low=9.0, count_high=3.0), "its lowest count is above its highest"),
        (replace(sound, claim_id="2", article_id="never heard of"), MISSING),
        (replace(sound, claim_id="3", status="=cmd()"), "its status is not known"),
        (replace(sound, claim_id="4", kind="detained"), "its kind is not one of its family"),
        (replace(sound, claim_id="5", article_version="never heard of"), NO_VERSION),
        (replace(sound, claim_id="6", country_code="XX"), "its country is not known"),
        (replace(sound, claim_id="7", source_type="hearsay"), "its kind of source is not known"),
        (replace(sound, claim_id="8", evidence_end=0), "its sentence has no place in a text"),
        (replace(sound, claim_id="9", count_value=1e300, count_high=None), TOO_MANY),
        (replace(sound, place="Aktau"), "its claim id is that of an earlier claim"),
    ]


def poisoned_articles(ledger: Ledger) -> list[tuple[Event, str]]:
    sound = only(ledger, ArticleIngested)
    facts = {name: getattr(sound, name) for name in ArticleIngested.__slots__}
    claim = only(ledger, CasualtyReported)
    calendars = "its time of publication is before the year 1000 or after 9000"
    return [
        (replace(sound, article_id="b", published_at=datetime(1, 1, 1, tzinfo=UTC), published_on=None), calendars),
        (ArticleRevised(**facts | {"published_at": datetime(9999, 12, 31, tzinfo=UTC), "published_on": None},
                        revision=1), calendars),
        (replace(sound, article_id="c", published_prec=None),
         "its time of publication does not say how exactly it is known"),
        (replace(sound, article_id="d", published_on=MOMENT.date() + timedelta(days=400)),
         "its day of publication is not the day of its time of publication"),
        (replace(sound, article_id="e", address=" "), "it came from nowhere"),
        (ArticleRevised(**facts | {"article_version": "w"}, revision=0), "its revision is not counted from 1"),
        # what stands on them goes with them
        (replace(claim, claim_id="of c", article_id="c"), MISSING),
        (replace(claim, claim_id="of w", article_version="w"), NO_VERSION),
    ]  # fmt: skip


def poisoned_reviews(ledger: Ledger) -> list[tuple[Event, str]]:
    sound = only(ledger, ClaimReviewed)
    fixed = replace(sound, verdict="corrected", review=2)
    return [
        (replace(sound, article_id="never heard of"), "its claim is another article's"),
        (replace(sound, claim_id="never heard of"), NO_CLAIM),
        (replace(sound, verdict="perhaps"), "its verdict is not known"),
        (replace(fixed, corrected_fields="kind", kind="detained"), "its kind is not one of its claim's family"),
        (replace(fixed, corrected_fields="status"), "it takes away what no claim is without"),
        (replace(fixed, corrected_fields="evidence"), "it corrects what cannot be corrected"),
        (replace(fixed, corrected_fields="count_low", count_low=90.0), "its lowest count is above its highest"),
        (replace(fixed, corrected_fields="country_code", country_code="XX"), "its country is not known"),
    ]


def poisoned_doings(ledger: Ledger) -> list[tuple[Event, str]]:
    extraction = only(ledger, ExtractionCompleted)
    withdrawal = only(ledger, ArticleWithdrawn)
    rejection = only(ledger, ArticleRejected)
    nowhere = dict.fromkeys(ArticleReleased.__slots__)
    return [
        (replace(extraction, article_id="never heard of"), MISSING),
        (replace(extraction, article_version="never heard of"), NO_VERSION),
        (replace(extraction, claim_count=-1), "it found less than nothing"),
        (replace(withdrawal, article_id="never heard of"), MISSING),
        (replace(withdrawal, withdrawn_at=datetime(1, 1, 1, tzinfo=UTC)),
         "its time of withdrawal is before the year 1000 or after 9000"),
        (ArticleRedacted(article_id="never heard of", reason="r", redacted_by="x", redacted_from=1, redacted_to=2,
                         row_count=1, rows_digest="d", raw_digests=""), MISSING),
        (replace(rejection, byte_count=-1), "it is shorter than nothing"),
        (ArticleReleased(**nowhere | {"address": "a.txt", "file_name": "a.txt", "raw_digest": "f", "reason": "r",
                                      "reason_code": "empty", "released_by": "x"}),
         "nothing of these bytes was refused there"),
    ]  # fmt: skip


POISONS = (poisoned_claims, poisoned_articles, poisoned_reviews, poisoned_doings)


def test_events_that_break_a_rule_are_in_quarantine_by_their_ids_and_stop_nothing(home: Path, ledger: Ledger) -> None:
    sound = only(ledger, CasualtyReported)
    before = ledger.log.head().position
    events, reasons = zip(*(told for poison in POISONS for told in poison(ledger)), strict=True)
    for event in events:  # in their order: one commit would sort them by type
        ledger.log.append([event], run_id="by hand", producer="somebody")
    built = dbt(home, "build", "--exclude-resource-type", "unit_test")
    assert built.success, built.failures
    recorded = [
        (one.event_id, one.event.event_type, one.position, reason)
        for one, reason in zip(ledger.log.read_all(since=before), reasons, strict=True)
    ]
    shown = "select event_id, event_type, position, broken_rule from marts.dim_quarantine order by position"
    assert rows(home, shown) == recorded
    assert rows(home, "select claim_id, review_status from marts.fct_claims") == [(sound.claim_id, "accepted")]
    assert rows(home, "select count(*), max(n_versions) from marts.dim_articles") == [(1, 1)]
    assert rows(home, "select distinct best from marts.fct_casualties where is_national") == [(26,)]
    assert rows(home, "select address, released_at from marts.dim_rejections") == [("empty.txt", None)]


def test_kinds_are_those_of_the_claims_guide() -> None:
    macro = (PROJECT / "macros" / "claim_families.sql").read_text(encoding="utf-8")
    kinds = ast.literal_eval(macro.partition("return(")[2].partition(") }}")[0])
    assert {family: frozenset(of_family) for family, of_family in kinds.items()} == guide.KINDS
