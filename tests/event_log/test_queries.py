from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from event_log import queries
from event_log.log import EventLog
from tests.event_log.makers import PUBLISHED, article, claim, digest, extraction, rejection, revision

if TYPE_CHECKING:
    from event_log.events import Event


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Laying out the tables takes longer than most tests, so they copy an empty log."""
    path = tmp_path_factory.mktemp("empty") / "event_log.duckdb"
    EventLog(path).head()
    return path


@pytest.fixture
def log(empty: Path, tmp_path: Path) -> EventLog:
    return EventLog(Path(shutil.copy(empty, tmp_path)))


def append(log: EventLog, *events: Event) -> None:
    log.append(events, run_id="run 1", producer="test 1.0")


def test_article_at_gives_the_newest_version(log: EventLog) -> None:
    append(log, article("a"), article("b"), revision("a", text="Corrected."))
    known = queries.article_at(log, "https://example.org/a")
    assert known == queries.article_named(log, "a")
    assert known is not None
    assert (known.article_version, known.raw_digest, known.stream_version) == (
        digest("Corrected."),
        digest("Corrected."),
        2,
    )


def test_article_at_an_unknown_address_is_none(log: EventLog) -> None:
    assert queries.article_at(log, "https://example.org/a") is None
    assert queries.article_named(log, "a") is None


def test_article_that_goes_back_to_a_former_text_has_it_newest(log: EventLog) -> None:
    append(log, article("a"), revision("a", text="Corrected."), revision("a", number=2))
    known = queries.article_named(log, "a")
    assert known is not None
    assert known.article_version == article("a").article_version


def test_known_articles_has_each_once(log: EventLog) -> None:
    append(log, article("a"), article("b"), revision("a", text="Corrected."), claim("a"))
    known = queries.known_articles(log)
    assert {name: found.stream_version for name, found in known.items()} == {"a": 3, "b": 1}
    assert known["a"] == queries.article_named(log, "a")


def test_known_raw_digests_are_those_of_the_address(log: EventLog) -> None:
    append(log, article("a"), revision("a", text="Corrected."), article("b", text="Other."))
    found = queries.known_raw_digests(log, "https://example.org/a")
    assert found == {article("a").raw_digest, digest("Corrected.")}


def test_rejection_is_known_by_address_reason_and_bytes(log: EventLog) -> None:
    append(log, rejection("b"), rejection("c", reason_code="binary", raw_digest=digest("x")))
    assert queries.is_rejection_known(log, address="b", reason_code="empty", raw_digest=None)
    assert queries.is_rejection_known(log, address="c", reason_code="binary", raw_digest=digest("x"))
    assert not queries.is_rejection_known(log, address="c", reason_code="binary", raw_digest=None)
    assert not queries.is_rejection_known(log, address="b", reason_code="binary", raw_digest=None)


def pending_ids(log: EventLog, version: str = "1") -> list[str]:
    return [found.article_id for found in queries.pending_articles(log, extractor="rules", extractor_version=version)]


def test_pending_articles_are_those_without_extraction(log: EventLog) -> None:
    append(log, article("a"), article("b"), extraction("a"))
    assert pending_ids(log) == ["b"]


def test_newer_extractor_finds_all_pending_again(log: EventLog) -> None:
    append(log, article("a"), article("b"), extraction("a"), extraction("b"))
    assert pending_ids(log) == []
    assert pending_ids(log, version="2") == ["a", "b"]


def test_revised_article_is_pending_in_its_newest_version(log: EventLog) -> None:
    append(log, article("a"), extraction("a"), revision("a", text="Corrected."))
    (pending,) = queries.pending_articles(log, extractor="rules", extractor_version="1")
    assert (pending.text, pending.article_version) == ("Corrected.", digest("Corrected."))
    assert pending.published_at == PUBLISHED


def test_event_counts_include_zero(log: EventLog) -> None:
    append(log, article("a"), claim("a"))
    counts = queries.event_counts(log)
    assert (counts["article_ingested"], counts["casualty_reported"], counts["damage_reported"]) == (1, 1, 0)
