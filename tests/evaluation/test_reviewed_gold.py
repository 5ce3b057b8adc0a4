from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evaluation.gold import read_gold_set
from evaluation.gold_files import read_document
from evaluation.reviewed_gold import write_gold
from event_log import Archive, EventLog
from review import Decision, record
from tests.event_log.makers import archived, article, claim, extraction

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> tuple[EventLog, Archive]:
    """One article with two claims, as an extractor's newest reading found them."""
    log, archive = EventLog(tmp_path / "event_log.duckdb"), Archive(tmp_path / "archive")
    claims = [claim("a", claim_id=name, status="asserted", group_name=group, kind="killed")
              for name, group in (("right", "civilians"), ("wrong", "people"))]  # fmt: skip
    old = claim("a", claim_id="old", extractor_version="0", status="asserted")
    log.append([article("a"), old, extraction("a", extractor_version="0")], run_id="r", producer="t")
    log.append([*claims, extraction("a", claim_count=2)], run_id="r", producer="t")
    archived(archive, article("a"))
    return log, archive


def settle(log: EventLog, claim_id: str, verdict: str, **corrections: object) -> None:
    decision = Decision(
        claim_id=claim_id, article_id="a", article_version="v", verdict=verdict, reviewed_by="Ada",
        reason="read", corrections=corrections,
    )  # fmt: skip
    record(log, [decision], run_id="r")


def test_an_article_is_gold_once_all_its_claims_are_settled(home: tuple[EventLog, Archive], tmp_path: Path) -> None:
    settle(home[0], "right", "corrected", place=None, count_low=27.0)
    assert write_gold(*home, tmp_path / "early") == 0
    settle(home[0], "wrong", "rejected")
    assert write_gold(*home, tmp_path / "out") == 1
    (only,) = read_document(tmp_path / "out" / "gold" / "a.json").claims
    assert (only.group, only.place, only.count and only.count.low) == ("civilians", None, 27.0)


def test_gold_from_reviews_can_be_measured_against(home: tuple[EventLog, Archive], tmp_path: Path) -> None:
    settle(home[0], "right", "accepted")
    settle(home[0], "wrong", "rejected")
    write_gold(*home, tmp_path / "out")
    read = read_gold_set("reviews", tmp_path / "out" / "gold", tmp_path / "out" / "articles")
    (only,) = read.articles
    assert only.refusal is None
    assert only.text is not None
    assert only.claims


def test_a_verdict_taken_back_makes_no_gold(home: tuple[EventLog, Archive], tmp_path: Path) -> None:
    settle(home[0], "right", "accepted")
    settle(home[0], "wrong", "rejected")
    settle(home[0], "wrong", "open")
    assert write_gold(*home, tmp_path / "out") == 0
