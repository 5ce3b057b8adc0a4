from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from event_log import Archive, EventLog, verify
from event_log.events import ArticleIngested, ArticleRedacted, ArticleRevised, CasualtyReported
from event_log.queries import pending_articles
from event_log.redacting import MARKER
from event_log.redaction import carry_out, redact
from tests.event_log.makers import TEXT, archived, article, claim, digest, extraction, revision

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "Unrest in Óbidos"


@pytest.fixture
def home(tmp_path: Path) -> tuple[EventLog, Archive]:
    """Two articles with a claim each; a's was revised."""
    log, archive = EventLog(tmp_path / "event_log.duckdb"), Archive(tmp_path / "archive")
    another = "Another text that names somebody."
    events = [
        article("a"),
        claim("a"),
        extraction("a"),
        revision("a", text=another),
        article("b", text="Of b.", title="Of b"),
    ]
    for event in events:
        log.append([event], run_id="r", producer="t")
    archived(archive, article("a"), revision("a", text=another), article("b", text="Of b.", title="Of b"))
    assert verify(log, archive) == ()
    return log, archive


def redacted(home: tuple[EventLog, Archive], article_id: str = "a") -> Any:
    return redact(*home, article_id, reason="a court order", redacted_by="Ada", run_id="r")


def test_redact_removes_words_and_bytes_and_the_log_still_verifies(home: tuple[EventLog, Archive]) -> None:
    log, archive = home
    before = log.commits()
    done = redacted(home)
    assert (done.row_count, len(done.raw_digests)) == (3, 2)
    assert {one.text for kind in (ArticleIngested, ArticleRevised) for one in log.read(kind)} == {MARKER, "Of b."}
    (left,) = log.read(CasualtyReported)
    assert (left.evidence, left.subject, left.count_low, left.source) == (MARKER, MARKER, 26.0, "the ministry")
    assert archive.digests() == (digest("Of b."),)
    assert log.commits()[: len(before)] == before
    assert verify(log, archive) == ()


def test_redact_says_what_when_and_why(home: tuple[EventLog, Archive]) -> None:
    redacted(home)
    (told,) = home[0].read_recorded(ArticleRedacted)
    assert (told.event.reason, told.event.redacted_by, told.event.redacted_from) == ("a court order", "Ada", 1)
    assert told.stream == "a"


def test_no_byte_of_the_words_is_left_in_any_file(home: tuple[EventLog, Archive]) -> None:
    redacted(home)
    left = b"".join(path.read_bytes() for path in home[0].path.parent.rglob("*") if path.is_file())
    for words in (SECRET, "names somebody", TEXT[-20:]):
        assert words.encode() not in left


def test_redacting_again_adds_nothing_until_the_article_says_more(home: tuple[EventLog, Archive]) -> None:
    log, archive = home
    redacted(home)
    redacted(home)
    assert len(log.read(ArticleRedacted)) == 1
    log.append([revision("a", number=2, text="A third text.")], run_id="r", producer="t")
    archive.put(b"A third text.")
    assert verify(log, archive) == ()
    redacted(home)
    assert len(log.read(ArticleRedacted)) == 2
    assert verify(log, archive) == ()


def test_a_redaction_broken_off_is_found_and_finished_by_the_same_command(
    home: tuple[EventLog, Archive], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("event_log.redaction.carry_out", interrupt)
        with pytest.raises(KeyboardInterrupt):
            redacted(home)
    assert [finding.remedy[:24] for finding in verify(*home)] == ["Give `newsledger redact`"] * 3
    redacted(home)
    assert verify(*home) == ()


def interrupt(_log: EventLog, _archive: Archive) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("change", ["count_low = 62", "evidence = 'other words'", "event_id = 'x'", "place = NULL"])
def test_a_redacted_row_cannot_be_changed_unseen(home: tuple[EventLog, Archive], change: str) -> None:
    redacted(home)
    with duckdb.connect(home[0].path) as connection:
        connection.execute(f"UPDATE casualty_reported SET {change}")
    assert verify(*home)


def test_bytes_that_another_article_came_from_stay(tmp_path: Path) -> None:
    log, archive = EventLog(tmp_path / "event_log.duckdb"), Archive(tmp_path / "archive")
    log.append([article("a"), article("mirror")], run_id="r", producer="t")
    archived(archive, article("a"))
    assert redacted((log, archive)).raw_digests == ()
    assert verify(log, archive) == ()
    assert redacted((log, archive), "mirror").raw_digests == (digest(TEXT),)
    assert archive.digests() == ()
    assert verify(log, archive) == ()


def test_carrying_out_spares_bytes_that_came_in_again(home: tuple[EventLog, Archive]) -> None:
    log, archive = home
    redacted(home)
    log.append([article("c")], run_id="r", producer="t")
    archived(archive, article("c"))
    carry_out(log, archive)
    assert verify(log, archive) == ()


def test_what_has_no_words_left_is_not_read_again(home: tuple[EventLog, Archive]) -> None:
    redacted(home)
    pending = pending_articles(home[0], extractor="rules", extractor_version="2")
    assert [one.article_id for one in pending] == ["b"]
