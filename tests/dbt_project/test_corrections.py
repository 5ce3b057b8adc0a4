"""What becomes of facts when an article is revised or withdrawn, or a person reviews a claim."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.dbt_project.building import MODELS_ONLY, NO_UNIT_TESTS, dbt
from tests.dbt_project.kazakhstan import new_home, rows
from tests.dbt_project.ledger import Ledger, Said

if TYPE_CHECKING:
    from pathlib import Path

HEALTH = "the Health Ministry"


def day(number: int) -> datetime:
    return datetime(2022, 1, number, 12, tzinfo=UTC)


def built(home: Path, *, with_data_tests: bool = False) -> Path:
    outcome = dbt(home, "build", *(NO_UNIT_TESTS if with_data_tests else MODELS_ONLY))
    assert outcome.success, outcome.failures
    return home


def killed(home: Path) -> list[tuple[int, int, int | None]]:
    """Best with the days from and until which it was the one to know."""
    found = rows(
        home,
        """
        select best, day(known_from), day(known_to) from marts.fct_casualties
        where kind = 'killed' and group_name = 'people' and is_national and codebook = 'ucdp'
        order by known_from
        """,
    )
    return [(best, known_from, known_to) for best, known_from, known_to in found]


def told(home: Path, columns: str) -> list[tuple[object, ...]]:
    return rows(home, f"select {columns} from marts.fct_claims order by position")


@pytest.fixture
def ledger() -> Ledger:
    return Ledger(new_home() / "event_log.duckdb")


def test_a_revision_counts_from_its_publication_and_the_former_text_until_then(ledger: Ledger) -> None:
    ledger.article("a", day(5), Said("killed", 26))
    ledger.article("a", day(7), Said("killed", 44), text="Corrected.", revises=True)
    home = built(ledger.path.parent, with_data_tests=True)
    assert killed(home) == [(26, 5, 7), (44, 7, None)]
    assert told(home, "count_value, version_state, is_current, exclusion") == [
        (26, "former", False, "none"),
        (44, "newest", True, "none"),
    ]


def test_a_revision_without_a_new_date_replaces_from_the_start(ledger: Ledger) -> None:
    ledger.article("a", day(5), Said("killed", 26))
    ledger.article("a", day(5), Said("killed", 44), text="Corrected.", revises=True)
    home = built(ledger.path.parent)
    assert killed(home) == [(44, 5, None)]
    assert told(home, "count_value, exclusion") == [(26, "superseded"), (44, "none")]


def test_a_lower_correction_is_no_stale_repeat(ledger: Ledger) -> None:
    ledger.article("first", day(3), Said("killed", 26))
    ledger.article("a", day(5), Said("killed", 62))
    ledger.article("a", day(7), Said("killed", 26), text="Corrected.", revises=True)
    assert killed(built(ledger.path.parent)) == [(26, 3, 5), (62, 5, 7), (26, 7, None)]


def test_a_withdrawn_article_counts_until_it_was_withdrawn(ledger: Ledger) -> None:
    ledger.article("a", day(3), Said("killed", 26, source=HEALTH))
    wrong = ledger.article("b", day(5), Said("killed", 164, source=HEALTH))
    ledger.withdraw(wrong, day(8))
    home = built(ledger.path.parent)
    assert killed(home) == [(26, 3, 5), (164, 5, 8), (26, 8, None)]
    assert rows(home, "select file_name, day(withdrawn_at) from marts.dim_articles order by file_name") == [
        ("a.txt", None),
        ("b.txt", 8),
    ]


def test_a_figure_goes_on_with_the_articles_that_are_left(ledger: Ledger) -> None:
    wrong = ledger.article("a", day(3), Said("killed", 26))
    ledger.article("b", day(5), Said("killed", 26))
    ledger.withdraw(wrong, day(8))
    home = built(ledger.path.parent)
    carried = rows(
        home,
        """
        select n_articles, day(known_from) from marts.fct_casualties
        where is_national and codebook = 'ucdp' order by known_from
        """,
    )
    assert carried == [(1, 3), (2, 5), (1, 8)]


def test_a_revision_after_a_withdrawal_stands_again(ledger: Ledger) -> None:
    article = ledger.article("a", day(3), Said("killed", 26))
    ledger.withdraw(article, day(5))
    ledger.article("a", day(7), Said("killed", 27), text="Again.", revises=True)
    assert killed(built(ledger.path.parent)) == [(26, 3, 5), (27, 7, None)]


def test_a_rejected_claim_never_counts_and_stays_to_be_seen(ledger: Ledger) -> None:
    article = ledger.article("a", day(3), Said("killed", 26), Said("injured", 5))
    built(ledger.path.parent)
    (claim_id,) = rows(ledger.path.parent, "select claim_id from marts.fct_claims where kind = 'killed'")[0]
    ledger.review(claim_id, article, "rejected")
    home = built(ledger.path.parent, with_data_tests=True)
    assert killed(home) == []
    assert told(home, "kind, exclusion, review_status, reviewed_by") == [
        ("killed", "rejected", "rejected", "a tester"),
        ("injured", "none", "unreviewed", None),
    ]


def test_a_corrected_claim_counts_as_corrected_and_reads_as_its_article_has_it(ledger: Ledger) -> None:
    article = ledger.article("a", day(3), Said("killed", 26))
    built(ledger.path.parent)
    (claim_id,) = rows(ledger.path.parent, "select claim_id from marts.fct_claims")[0]
    ledger.review(claim_id, article, "corrected", count_value=62.0, count_low=62.0, count_high=62.0)
    home = built(ledger.path.parent)
    assert killed(home) == [(62, 3, None)]
    assert told(home, "count_value, review_status, correction") == [
        (26, "corrected", '{"count_value":"62.0","count_low":"62.0","count_high":"62.0"}')
    ]


def test_a_review_outlives_a_new_extractor_version_and_opens_again_where_it_reads_otherwise(ledger: Ledger) -> None:
    kept, changed = Said("killed", 26, evidence="So many were killed, it said."), Said("injured", 5, evidence="Five.")
    article = ledger.article("a", day(3), kept, changed)
    built(ledger.path.parent)
    for (claim_id,) in rows(ledger.path.parent, "select claim_id from marts.fct_claims"):
        ledger.review(claim_id, article, "accepted")
    version = rows(ledger.path.parent, "select article_version from marts.dim_articles")[0][0]
    ledger.extractor_version = "2"
    ledger.extraction(article, version, kept, Said("injured", 50, evidence="Five."))
    home = built(ledger.path.parent)
    assert rows(home, "select kind, review_status, doubts from marts.fct_claims where is_current order by kind") == [
        ("injured", "reopened", ["implausible", "reopened"]),
        ("killed", "accepted", []),
    ]


def test_facts_name_the_log_that_they_were_built_from(ledger: Ledger) -> None:
    ledger.article("a", day(3), Said("killed", 26))
    home = built(ledger.path.parent)
    head = ledger.log.head()
    assert rows(home, "select log_position, log_digest, codebook, code_version from marts.meta") == [
        (head.position, head.digest, "acled 1, literal 1, ucdp 1", "test")
    ]
