"""Bytes to characters, or a refusal that says what the bytes are instead."""

from __future__ import annotations

import codecs
import re

from ingest.refusals import refused

# Longest first: UTF-32's little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document", "Save its text as a .txt file"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "Unpack it, or save its text as a .txt file"),
    (b"\x1f\x8b", "a gzip archive", "Unpack it"),
    (b"\x89PNG", "a PNG picture", "Type out the article as a .txt file"),
    (b"\xff\xd8\xff", "a JPEG picture", "Type out the article as a .txt file"),
    (b"GIF8", "a GIF picture", "Type out the article as a .txt file"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "Save its text as a .txt file"),
    (b"\x7fELF", "a program", "Take it out of the folder"),
    (b"SQLite format 3", "a database", "Take it out of the folder"),
)
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CUT_CHARACTER = re.compile(rb"(?:[\xc2-\xf4]|[\xe0-\xf4][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2})\Z")
_HIGH_BYTES = bytes(range(0x80, 0x100))
_CONTROL_BYTES = bytes([*range(9), *range(0x0E, 0x1B), *range(0x1C, 0x20)])  # without those of lines and terminals
_LATIN_SHARE = 0.1  # of bytes above ASCII: more than that is not a Western European language in its Windows code page
_CONTROL_SHARE = 0.02  # a scrape may hold a stray control character; more of them is no text
_SOUND_PER_BROKEN = 4  # characters: text in a single-byte encoding forms UTF-8 sequences by chance only
_SAMPLE = 65_536  # bytes the detector looks at


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Return the characters of ``data``; ``declared`` is the encoding that a page claims for itself.

    Raises ``RefusedError`` (empty, binary, undecodable).
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise refused("empty", "The file has no text in it.", "Fetch the article again, or take the file away.")
    marked = _by_mark(data)
    if marked is not None:
        return marked
    _refuse_binary(data)
    for attempt in (_as_utf16, _as_utf8):
        text = attempt(data)
        if text is not None:
            return text
    return _by_claim_or_detection(data, declared)


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strictly(data, encoding)
            return data.decode(encoding, "replace") if text is None and encoding == "utf-8-sig" else text
    return None


def _refuse_binary(data: bytes) -> None:
    for signature, what, remedy in _SIGNATURES:
        if data.startswith(signature):
            raise refused("binary", f"The file is {what}, not text.", f"{remedy}.")
    if _as_utf16(data) is None and _count(data, _CONTROL_BYTES) > len(data) * _CONTROL_SHARE:
        raise refused("binary", "The file holds binary data, not text.", "Save the article as .txt or .html.")


def _as_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: Western text has a zero in every second byte."""
    sample = data[: _SAMPLE & ~1]
    half = len(sample) // 2
    for encoding, zeros, others in (("utf-16-le", sample[1::2], sample[::2]), ("utf-16-be", sample[::2], sample[1::2])):
        if half and zeros.count(0) > 0.7 * half and others.count(0) < 0.05 * half:
            return _strictly(data, encoding)
    return None


def _as_utf8(data: bytes) -> str | None:
    """UTF-8, also with a few broken bytes in it, or cut in the middle of its last character."""
    text = _strictly(data, "utf-8")
    if text is not None:
        return text
    if _UTF8_SEQUENCE.search(data):
        data = _CUT_CHARACTER.sub(b"", data)
    lengths = [match.end() - match.start() for match in _UTF8_SEQUENCE.finditer(data)]
    broken = _count(data, _HIGH_BYTES) - sum(lengths)
    return data.decode("utf-8", "replace") if len(lengths) >= _SOUND_PER_BROKEN * broken else None


def _by_claim_or_detection(data: bytes, declared: str | None) -> str:
    candidates = [declared] if declared else []
    if _count(data, _HIGH_BYTES) <= _LATIN_SHARE * len(data):
        candidates.append("cp1252")
    candidates.extend(_detected(data))
    for encoding in candidates:
        text = _strictly(data, encoding)
        if text is not None:
            return text
    raise refused(
        "undecodable",
        "The file's characters are in no encoding that could be recognised.",
        "Save the file as UTF-8.",
    )


def _detected(data: bytes) -> list[str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return [best.encoding] if best is not None else []


def _count(data: bytes, wanted: bytes) -> int:
    return len(data) - len(data.translate(None, delete=wanted))


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None
    return text if isinstance(text, str) else None
