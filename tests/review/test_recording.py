from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from event_log import EventLog
from event_log.events import ArticleWithdrawn, ClaimReviewed
from review import UnknownArticle, Walk, corrected, decided, record, standing_verdicts, withdraw
from tests.event_log.makers import article, revision
from tests.review.claims import VOCABULARY, claim

if TYPE_CHECKING:
    from pathlib import Path

FIXED = corrected(claim(), {"place": None}, reviewed_by="Ada", reason="not said", vocabulary=VOCABULARY)
KEPT = decided(claim(), "accepted", reviewed_by="Ada")
TAKEN_BACK = decided(claim(), "open", reviewed_by="Ada")


@pytest.fixture
def log(tmp_path: Path) -> EventLog:
    return EventLog(tmp_path / "event_log.duckdb")


def test_record_gives_back_what_was_decided(log: EventLog) -> None:
    assert record(log, [FIXED], run_id="r") == 1
    assert standing_verdicts(log) == {"c1": FIXED}


def test_record_takes_the_same_verdict_once_and_a_return_to_it_again(log: EventLog) -> None:
    assert [record(log, [one], run_id="r") for one in (KEPT, KEPT, FIXED, KEPT)] == [1, 0, 1, 1]
    assert [event.review for event in log.read(ClaimReviewed)] == [1, 2, 3]
    assert standing_verdicts(log) == {"c1": KEPT}


def test_a_verdict_taken_back_no_longer_stands(log: EventLog) -> None:
    assert record(log, [TAKEN_BACK], run_id="r") == 0
    record(log, [KEPT, TAKEN_BACK], run_id="r")
    assert standing_verdicts(log) == {}
    assert len(log.read(ClaimReviewed)) == 2


def test_walk_goes_on_and_back() -> None:
    walk = Walk((claim(), claim(claim_id="c2")))
    assert walk.back() == (walk, None)
    further = walk.on(KEPT).on(None)
    assert further.current is None
    assert further.decided == 1
    again, undone = further.back()
    assert (again.current, undone) == (claim(claim_id="c2"), None)
    assert again.back() == (walk, KEPT)


def withdrawn(log: EventLog, name: str) -> bool:
    moment = datetime(2022, 1, 9, tzinfo=UTC)
    return withdraw(log, name, reason="false", withdrawn_by="Ada", withdrawn_at=moment, run_id="r")[1]


@pytest.mark.parametrize("name", ["a", "https://example.org/a", "a.txt"])
def test_withdraw_finds_an_article_by_id_address_or_file(log: EventLog, name: str) -> None:
    log.append([article("a"), article("b")], run_id="r", producer="t")
    assert withdrawn(log, name)
    assert [event.article_id for event in log.read(ArticleWithdrawn)] == ["a"]


def test_withdraw_takes_each_version_back_once(log: EventLog) -> None:
    log.append([article("a")], run_id="r", producer="t")
    assert [withdrawn(log, "a"), withdrawn(log, "a")] == [True, False]
    log.append([revision("a", text="Another text.")], run_id="r", producer="t")
    assert withdrawn(log, "a")


def test_withdraw_names_what_it_cannot_tell_apart(log: EventLog) -> None:
    log.append([article("a", file_name="x.txt"), article("b", file_name="x.txt")], run_id="r", producer="t")
    with pytest.raises(UnknownArticle, match="2 articles"):
        withdrawn(log, "x.txt")
    with pytest.raises(UnknownArticle, match="No article"):
        withdrawn(log, "nothing")
