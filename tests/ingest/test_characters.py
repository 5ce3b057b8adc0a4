"""Characters and decoding."""

from __future__ import annotations

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.characters import clean_characters, one_line, printable
from ingest.decoding import decode
from ingest.refusals import RefusedError

SENTENCE = "Police held 12 people in São Tomé on Monday, “officials” said."


@pytest.mark.parametrize(
    "data",
    [
        SENTENCE.encode(),
        codecs.BOM_UTF8 + SENTENCE.encode(),
        SENTENCE.encode("utf-16"),
        SENTENCE.encode("utf-16-le"),
        SENTENCE.encode("utf-16-be"),
        SENTENCE.encode("utf-32"),
        SENTENCE.encode("cp1252"),
    ],
)
def test_decode_reads_the_encodings_that_newsrooms_save_in(data: bytes) -> None:
    assert decode(data) == SENTENCE


def test_decode_keeps_a_utf8_text_that_was_cut_within_a_character() -> None:
    assert decode(SENTENCE.encode() + b"\xe2\x80") == SENTENCE


def test_decode_believes_a_page_about_its_encoding() -> None:
    text = "Полиция задержала двенадцать человек"
    assert decode(text.encode("cp1251"), declared="windows-1251") == text


@pytest.mark.parametrize("declared", ["no-such-encoding", "rot13", "hex", "base64", "punycode", "idna"])
def test_decode_survives_what_pages_declare(declared: str) -> None:
    assert decode("Ärger".encode("cp1252") + b" " * 40, declared=declared).strip()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t\x00", "empty"),
        (b"%PDF-1.7 something", "binary"),
        (b"PK\x03\x04rest", "binary"),
        (bytes(range(256)) * 4, "binary"),
    ],
)
def test_decode_refuses_what_is_no_text(data: bytes, code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        decode(data)
    assert refused.value.refusal.code == code
    assert refused.value.refusal.remedy.endswith(".")


def outcome(data: bytes) -> str:
    try:
        decode(data)
    except RefusedError as error:
        return error.refusal.code
    return "text"


@given(st.binary(max_size=400))
def test_decode_returns_text_or_refuses(data: bytes) -> None:
    assert outcome(data) in {"text", "empty", "binary", "undecodable"}


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("a\r\nb\rc\x85d\u2028e", "a\nb\nc\nd\ne"),
        ("12\x1b[31m dead\x1b[0m", "12 dead"),
        ("\x1b]0;title\x07Police", "Police"),
        ("ca\xadses zero\u200bwidth \u202eright\u202c", "cases zerowidth right"),
        ("a\xa0b\u2009c\td", "a b c d"),
        ("e\u0301", "é"),
        ("one\n\n\n\n two ", "one\n\ntwo"),
        ("\ufeffx\ufffd\ud800\ue000\uffff", "x"),
    ],
)
def test_clean_characters_leaves_what_can_be_seen(dirty: str, clean: str) -> None:
    assert clean_characters(dirty) == clean


@given(st.text())
def test_clean_characters_is_settled_after_one_pass(text: str) -> None:
    clean = clean_characters(text)
    assert clean_characters(clean) == clean
    assert unicodedata.is_normalized("NFC", clean)
    assert "\x1b" not in clean
    clean.encode()  # nothing that UTF-8 cannot hold


def test_one_line_leaves_one_line() -> None:
    assert one_line(" a \n\n b\tc ") == "a b c"


@given(st.text(st.characters(codec=None, categories=("L", "N", "P", "C", "Z"))))
def test_printable_can_be_shown(name: str) -> None:
    shown = printable(name)
    assert shown.isprintable()
    shown.encode()


def test_printable_spells_out_escapes_and_stray_bytes() -> None:
    assert printable("a\x1b[2Jb\n\udcff.txt") == "a\\x1b[2Jb\\n\\udcff.txt"
