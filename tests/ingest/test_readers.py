"""Readers: text and pages."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.readers import reader_by_name
from ingest.readers.html import read_html
from ingest.readers.text import read_text
from ingest.refusals import RefusedError

if TYPE_CHECKING:
    from ingest.records import Reading

PAGES = Path(__file__).parent / "pages"
SENTENCE = "Police held twelve people in the port on Monday, the ministry said."


def page(name: str) -> bytes:
    return (PAGES / name).read_bytes()


def test_read_text_returns_clean_text_and_its_headline() -> None:
    reading = read_text(f"Twelve held in port\r\n\r\n{SENTENCE}\r\n".encode())
    assert reading.text == f"Twelve held in port\n\n{SENTENCE}"
    assert reading.facts.title == "Twelve held in port"
    assert reading.media_type == "text/plain"


def test_read_text_takes_no_sentence_for_a_headline() -> None:
    assert read_text(f"{SENTENCE}\n\n{SENTENCE}".encode()).facts.title is None


def test_read_text_joins_wrapped_lines() -> None:
    wrapped = (
        "The strike in the port of Lower Town went into its fourth day on\n"
        "Monday, and twelve people were held by the harbour police after\n"
        "Vera Quist, the mayor, had asked for the gates to be opened at\n"
        "once. Nobody was hurt, a spokeswoman for the ministry told the\n"
        "radio.\n\nIt rained."
    )
    paragraphs = read_text(wrapped.encode()).text.split("\n\n")
    assert paragraphs[0] == " ".join(wrapped.partition("\n\n")[0].split("\n"))
    assert paragraphs[1] == "It rained."


def test_read_text_leaves_paragraphs_that_are_lines() -> None:
    text = f"{SENTENCE}\n{SENTENCE} {SENTENCE}\nAnd so it went."
    assert read_text(text.encode()).text == text


def test_read_text_reads_scraped_markdown() -> None:
    text = (
        "# Twelve held in port\n### The strike goes on.\n\n## Information:\n+ Source: Quay News\n"
        "+ Link: https://quay.example/a\n+ Date: 2022-01-06T22:51:42+00:00\n+ Author: Ann Lee\n\n"
        "![Crowd](https://quay.example/i.jpg)\n**Police** held [twelve people](https://quay.example/b) on Monday.\n\n"
        "[Photo 2 of 9] Dockers sit at the gate.\n[[tag=Port]] [[tag=Police]]\n"
    )
    reading = read_text(text.encode())
    assert reading.text == (
        "Twelve held in port\nThe strike goes on.\n\nPolice held twelve people on Monday.\n\nDockers sit at the gate."
    )
    assert reading.facts.title == "Twelve held in port"
    assert reading.facts.outlet == "Quay News"
    assert reading.facts.author == "Ann Lee"
    assert reading.facts.url == "https://quay.example/a"
    assert reading.facts.published_at == datetime(2022, 1, 6, 22, 51, 42, tzinfo=UTC)


def test_read_text_takes_one_labelled_line_for_the_articles_own() -> None:
    assert read_text(f"Source: the ministry of health\n{SENTENCE}".encode()).text.startswith("Source: the ministry")


def test_read_html_finds_the_article_and_its_facts() -> None:
    reading = read_html(page("dam.html"))
    assert "Police detained two engineers on Wednesday" in reading.text
    assert reading.captions == ("Rescuers carry a woman out of a flooded house in Lower Town on Tuesday.",)
    assert not [word for word in ("cookies", "400 people", "30 killed", "Copyright", "World") if word in reading.text]
    assert reading.facts.title == "Eight hurt as dam gives way"
    assert reading.facts.outlet == "The Lowland Post"
    assert reading.facts.author == "Ann Lee"
    assert reading.facts.url == "https://lowland.example/2021/05/dam"
    assert reading.facts.published_at == datetime(2021, 5, 5, 4, 20, tzinfo=UTC)
    assert reading.facts.language == "en"


def test_read_html_reads_linked_data_and_distrusts_a_front_page_as_address() -> None:
    reading = read_html(page("linked_data.html"))
    assert reading.facts.published_at == datetime(2020, 2, 3, 8, tzinfo=UTC)
    assert reading.facts.url is None


@pytest.mark.parametrize(
    "data",
    [
        page("menu_only.html"),
        b"<html><body>" + b"<div>" * 50_000 + b"deep" + b"</div>" * 50_000 + b"</body></html>",
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><html><body><p>&b;&b;</p></body></html>',
        b"<html>",
    ],
)
def test_read_html_refuses_a_page_without_an_article(data: bytes) -> None:
    with pytest.raises(RefusedError) as refused:
        read_html(data)
    assert refused.value.refusal.code == "no_text"


@pytest.mark.parametrize(
    ("suffix", "data", "reader"),
    [
        (".txt", b"Police held twelve.", read_text),
        (".txt", b"\n<!DOCTYPE html><html></html>", read_html),
        (".txt", "<html><body>".encode("utf-16"), read_html),
        (".html", b"<p>Police held twelve.</p>", read_html),
        (".HTM", b"<!-- saved --><html></html>", read_html),
        (".html", b"Police held twelve.", read_text),
        (".txt", b"<!---->" * 500, read_text),
    ],
)
def test_reader_by_name_looks_at_the_bytes(suffix: str, data: bytes, reader: object) -> None:
    assert reader_by_name(suffix, data) is reader


def reading_or_none(suffix: str, data: bytes) -> Reading | None:
    try:
        return reader_by_name(suffix, data)(data)
    except RefusedError:
        return None


@settings(deadline=None, max_examples=150)
@given(st.sampled_from([".txt", ".html"]), st.binary(max_size=300))
def test_no_reader_fails_on_any_bytes(suffix: str, data: bytes) -> None:
    reading = reading_or_none(suffix, data)
    assert reading is None or any(char.isalpha() for char in reading.text)


MARKUP = st.sampled_from(
    [
        *("<p>", "</p>", "<div>", "</article>", "<article>", "<!--", "-->", "<script>", "<![CDATA[", "&#0;", "&bomb;"),
        *("<html lang='x'>", "<meta charset=hex>", "<figure><figcaption>", "<time datetime='9999-99'>", "<table><tr>"),
        *(SENTENCE, "\x00", "\ud7ff"),
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(MARKUP, max_size=30))
def test_read_html_survives_torn_markup(parts: list[str]) -> None:
    reading_or_none(".html", ("<html>" + "".join(parts)).encode())
