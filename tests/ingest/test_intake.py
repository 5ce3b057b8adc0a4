"""The whole way in: files to events."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from event_log.archive import Archive
from event_log.events import ArticleIngested, ArticleRejected, ArticleRevised
from event_log.log import EventLog
from ingest import IngestReport, IngestSettings, ingest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SENTENCE = "Police held twelve people in the port on Monday, the ministry said."
OTHER = "Police held fourteen people in the port on Monday, the ministry said."


@dataclass(frozen=True)
class Desk:
    """A folder of articles and a log."""

    folder: Path
    log: EventLog
    archive: Archive

    def put(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def ingest(self, *paths: Path, options: IngestSettings | None = None) -> IngestReport:
        return ingest(paths or (self.folder,), log=self.log, archive=self.archive, settings=options, run_id="r")

    def counts(self, *paths: Path) -> tuple[int, int, int, int]:
        report = self.ingest(*paths)
        return report.new, report.revised, report.unchanged, len(report.rejected)

    def codes(self) -> list[tuple[str, str]]:
        return [(event.address, event.reason_code) for event in self.log.read(ArticleRejected)]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "wire").mkdir()
    return Desk(tmp_path / "wire", EventLog(tmp_path / "log.duckdb"), Archive(tmp_path / "archive"))


def test_ingest_appends_an_article_with_its_facts(desk: Desk) -> None:
    desk.put("a.txt", SENTENCE)
    desk.put("a.yaml", "title: Twelve held\npublished: 2022-01-05\n")
    desk.put("index.jsonl", '{"file": "a.txt", "title": "From the index", "outlet": "Quay News"}\n')
    assert desk.counts() == (1, 0, 0, 0)
    (article,) = desk.log.read(ArticleIngested)
    assert article.text == f"Twelve held\n\n{SENTENCE}"
    assert (article.title, article.outlet, article.published_prec) == ("Twelve held", "Quay News", "day")
    assert (article.address, article.file_name, article.language) == ("wire/a.txt", "a.txt", "en")
    assert article.raw_digest == hashlib.sha256(SENTENCE.encode()).hexdigest()
    assert desk.archive.get(article.raw_digest) == SENTENCE.encode()


def test_ingest_adds_nothing_the_second_time(desk: Desk) -> None:
    desk.put("a.txt", SENTENCE)
    desk.put("b.html", f"<html><body><h1>Held</h1><p>{SENTENCE} {OTHER}</p></body></html>")
    desk.put("c.txt", "")
    assert desk.counts() == (2, 0, 0, 1)
    head = desk.log.head()
    assert desk.counts() == (0, 0, 2, 1)
    assert desk.log.head() == head


def test_ingest_revises_where_text_or_facts_change(desk: Desk) -> None:
    desk.put("a.txt", SENTENCE)
    desk.ingest()
    desk.put("a.txt", OTHER)
    assert desk.counts() == (0, 1, 0, 0)
    desk.put("a.yaml", "outlet: Quay News\n")
    assert desk.counts() == (0, 1, 0, 0)
    first, second = desk.log.read(ArticleRevised)
    assert (first.text, first.outlet, first.revision) == (OTHER, None, 1)
    assert (second.text, second.outlet, second.revision) == (OTHER, "Quay News", 2)
    assert {first.article_id, second.article_id} == {desk.log.read(ArticleIngested)[0].article_id}


def test_ingest_notices_an_article_that_goes_back_and_forth(desk: Desk) -> None:
    texts = [SENTENCE, OTHER, SENTENCE, OTHER]
    for text in texts:
        desk.put("a.txt", text)
        desk.ingest()
        assert desk.counts() == (0, 0, 1, 0)
    assert [event.text for event in desk.log.read(ArticleRevised)] == texts[1:]


def test_ingest_settles_where_two_files_have_one_address(desk: Desk) -> None:
    for name, text in (("a", SENTENCE), ("b", OTHER)):
        desk.put(f"{name}.txt", text)
        desk.put(f"{name}.yaml", "url: https://quay.example/a\n")
    assert desk.counts() == (1, 1, 0, 0)
    head = desk.log.head()
    desk.ingest()
    assert desk.log.head() == head
    (desk.folder / "b.txt").unlink()
    (desk.folder / "b.yaml").unlink()
    assert desk.counts() == (0, 1, 0, 0)
    assert desk.log.read(ArticleRevised)[-1].text == SENTENCE


def test_ingest_knows_a_file_that_was_moved(desk: Desk) -> None:
    article = desk.put("2022/a.txt", SENTENCE)
    desk.ingest()
    assert desk.counts(article) == (0, 0, 1, 0)
    assert desk.counts(article.parent) == (0, 0, 1, 0)
    article.rename(desk.folder / "a.txt")
    assert desk.counts() == (0, 0, 1, 0)


def test_ingest_keeps_an_article_whose_url_is_stated_later(desk: Desk) -> None:
    desk.put("a.txt", SENTENCE)
    desk.ingest()
    desk.put("a.yaml", "url: https://quay.example/a\n")
    assert desk.counts() == (0, 1, 0, 0)
    desk.put("a.txt", OTHER)
    assert desk.counts() == (0, 1, 0, 0)
    assert desk.counts() == (0, 0, 1, 0)


def test_ingest_tells_same_names_in_two_folders_apart(desk: Desk) -> None:
    desk.put("x/a.txt", SENTENCE)
    desk.put("y/a.txt", OTHER)
    assert desk.counts() == (2, 0, 0, 0)


def test_ingest_goes_on_where_it_was_stopped(desk: Desk) -> None:
    for number in range(7):
        desk.put(f"{number}.txt", f"{SENTENCE} Number {number}.")

    def stop(message: str) -> None:
        if message.startswith("6 of 7"):
            raise KeyboardInterrupt

    small = IngestSettings(commit_size=2)
    with pytest.raises(KeyboardInterrupt):
        ingest([desk.folder], log=desk.log, archive=desk.archive, settings=small, run_id="r", progress=stop)
    assert len(desk.log.read(ArticleIngested)) == 4
    report = desk.ingest(options=small)
    assert (report.new, report.unchanged) == (3, 4)
    assert len(desk.log.read(ArticleIngested)) == 7


def test_ingest_refuses_bad_input_and_goes_on(desk: Desk) -> None:
    desk.put("good.txt", SENTENCE)
    desk.put("empty.txt", "")
    desk.put("binary.txt", b"%PDF-1.4")
    desk.put("picture.jpg", b"\xff\xd8\xff")
    desk.put("german.txt", "Die Polizei nahm am Montag im Hafen zwölf Menschen fest, teilte das Ministerium mit. " * 3)
    desk.put("page.html", "<html><body><nav>Home</nav></body></html>")
    desk.put("large.txt", "x" * 2_000)
    desk.put("good.yaml", "colour: red\n")
    desk.put("index.jsonl", "{\n")
    (desk.folder / "gone.txt").symlink_to(desk.folder / "nowhere")
    report = desk.ingest(desk.folder, desk.folder / "missing", options=IngestSettings(max_bytes=1_000))
    assert report.new == 1
    assert [event.reason_code for event in report.rejected] == [
        "broken_index",
        "binary",
        "empty",
        "unsupported_language",
        "broken_sidecar",
        "too_large",
        "no_text",
        "unsupported_type",
        "vanished",
        "missing",
    ]
    assert all(event.reason.endswith(".") and event.remedy.endswith(".") for event in report.rejected)
    assert [event.reason_code for event in desk.log.read(ArticleRejected)] == [e.reason_code for e in report.rejected]


def test_ingest_keeps_the_bytes_of_what_it_refuses(desk: Desk) -> None:
    desk.put("binary.txt", b"%PDF-1.4")
    desk.put("large.txt", "x" * 2_000)
    desk.ingest(options=IngestSettings(max_bytes=1_000))
    binary, large = desk.log.read(ArticleRejected)
    assert binary.raw_digest
    assert desk.archive.get(binary.raw_digest) == b"%PDF-1.4"
    assert binary.byte_count == 8
    assert (large.raw_digest, large.byte_count) == (None, 2_000)


def test_ingest_names_a_broken_index_line(desk: Desk) -> None:
    desk.put("a.txt", SENTENCE)
    desk.put("index.jsonl", '{"file": "a.txt", "outlet": "Quay News"}\n{"file": "a.txt", "colour": 1}\n')
    assert desk.counts() == (1, 0, 0, 1)
    assert desk.codes() == [("wire/index.jsonl:2", "broken_index")]
    assert desk.log.read(ArticleIngested)[0].outlet == "Quay News"


def test_ingest_shows_no_terminal_escape(desk: Desk) -> None:
    desk.put("a\x1b[2J.txt", f"Held\x1b[2J\n\n{SENTENCE}")
    seen: list[str] = []
    ingest([desk.folder], log=desk.log, archive=desk.archive, run_id="r", progress=seen.append)
    (article,) = desk.log.read(ArticleIngested)
    assert seen == ["1 of 1: a\\x1b[2J.txt"]
    assert "\x1b" not in "".join((article.address, article.file_name, article.text, article.title or ""))


def facts_of(desk: Desk) -> Sequence[ArticleIngested]:
    return [replace(event, address="", article_id="") for event in desk.log.read(ArticleIngested)]


def test_ingest_does_not_depend_on_the_order_of_arguments(desk: Desk, tmp_path: Path) -> None:
    one, two = desk.put("x/a.txt", SENTENCE), desk.put("y/b.txt", OTHER)
    desk.ingest(one, two)
    other = Desk(desk.folder, EventLog(tmp_path / "other.duckdb"), desk.archive)
    other.ingest(two, one)
    assert sorted(event.text for event in facts_of(other)) == sorted(event.text for event in facts_of(desk))


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.binary(max_size=60) | st.text(max_size=60).map(str.encode), min_size=1, max_size=4))
def test_ingest_twice_is_ingest_once(desk: Desk, contents: list[bytes]) -> None:
    for at, content in enumerate(contents):
        desk.put(f"{at}.txt", content)
        desk.put(f"{at}.html", content)
    desk.ingest()
    head = desk.log.head()
    report = desk.ingest()
    assert desk.log.head() == head
    assert (report.new, report.revised) == (0, 0)
