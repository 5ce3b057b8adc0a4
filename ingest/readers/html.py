"""Web pages: trafilatura finds the article, ``page_facts`` reads what the page says about itself."""

from __future__ import annotations

import re
from typing import Any

from ingest.characters import clean_characters, one_line
from ingest.decoding import decode
from ingest.readers.page_facts import page_facts
from ingest.records import Reading
from ingest.refusals import refused
from ingest.wrapping import unwrapped

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_CHARSET_WITHIN = 4_096  # bytes; HTML wants the declaration in the first 1,024, pages are late with it
_BULLET = re.compile(r"^- ", re.MULTILINE)
_CAPTIONS = (
    "//*[self::article or self::main]//figure//figcaption[not(ancestor::aside or ancestor::nav or ancestor::footer)]"
)
_SHORTEST_SENTENCE = 5  # words: a page with nothing longer has menus on it and no article
_SHORTEST_CAPTION = 6  # words: below that it is a credit or a label


def read_html(data: bytes) -> Reading:
    """Return a page's article; raises ``RefusedError`` (empty, binary, undecodable, no_text)."""
    declared = _CHARSET.search(data[:_CHARSET_WITHIN])
    page = decode(data, declared=declared[1].decode("ascii", "replace") if declared else None).replace("\x00", "")
    extracted = _extracted(page)
    text = clean_characters(_BULLET.sub("", (extracted.text or "") if extracted is not None else ""))
    if not any(len(line.split()) >= _SHORTEST_SENTENCE for line in text.split("\n")):
        raise refused(
            "no_text",
            "No article could be found on the page.",
            "Save the page again once it has loaded, or copy the article's text into a .txt file.",
        )
    tree = _parsed(page)
    facts = page_facts(tree, extracted)
    captions = tuple(caption for caption in _captions(tree) if caption not in text)
    return Reading(text=unwrapped(text), facts=facts, media_type="text/html", captions=captions)


def _extracted(page: str) -> Any:
    """What trafilatura makes of the page; a page that it cannot stand has no article that we could read."""
    from trafilatura import bare_extraction

    try:
        return bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            deduplicate=False,
            # Where the metadata lack a date, a search of the whole page finds the footer's.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (Exception, RecursionError):  # noqa: BLE001 - hostile pages: what they set off in a library is not foreseeable
        return None


def _parsed(page: str) -> Any:
    from trafilatura import load_html

    try:
        return load_html(page)
    except (Exception, RecursionError):  # noqa: BLE001 - as above
        return None


def _captions(tree: Any) -> list[str]:
    """Captions of the article's own pictures, which trafilatura leaves out."""
    if tree is None:
        return []
    found = tree.xpath(_CAPTIONS)
    captions = (one_line(" ".join(element.itertext())) for element in found)
    return list(dict.fromkeys(caption for caption in captions if len(caption.split()) >= _SHORTEST_CAPTION))
