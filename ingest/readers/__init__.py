"""Readers: bytes of one kind to an article's text and what the page says about itself.

Belongs here: one module per kind of input, each with a ``read_...(data) -> Reading``, and ``reader_for``, which
chooses. What a reader cannot take it refuses with a ``RefusedError``; no bytes may make it fail otherwise.

Does not belong here: files and folders, facts stated beside an article, furniture (which looks alike in every kind of
input).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.readers.html import read_html
from ingest.readers.text import read_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from ingest.records import Reading

TEXT_SUFFIXES = frozenset({".txt", ".text"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
SUFFIXES = TEXT_SUFFIXES | HTML_SUFFIXES

_PAGE_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head)\b", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(rb"<[a-zA-Z!/]")
_START = 4_096  # bytes in which a page shows itself


def reader_for(data: bytes) -> Callable[[bytes], Reading]:
    """Return the reader for these bytes, by what they hold: pages are saved as .txt and texts as .html."""
    plain = (
        data[:_START]
        .removeprefix(b"\xef\xbb\xbf")
        .removeprefix(b"\xff\xfe")
        .removeprefix(b"\xfe\xff")
        .replace(b"\x00", b"")
    )
    return read_html if _PAGE_START.match(plain) else read_text


def reader_by_name(suffix: str, data: bytes) -> Callable[[bytes], Reading]:
    """As ``reader_for``, with the file's suffix to decide where the bytes leave it open: a page may lack its first
    lines.
    """
    if suffix.lower() in HTML_SUFFIXES and _TAG.search(data.replace(b"\x00", b"")):
        return read_html
    return reader_for(data)
