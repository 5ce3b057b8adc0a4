"""What a page says about itself in its metadata.

Dates come from machine-readable places only (Open Graph, Dublin Core, schema.org and the HTML ``time`` element), the
best first. The rest is trafilatura's reading of the same.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ingest.addresses import is_article_url
from ingest.characters import one_line
from ingest.dates import published_or_none
from ingest.records import Facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.dates import Published

_LONGEST = 1_000
_LONGEST_LANGUAGE = 3
_DATE_PATHS = (
    "//meta[@property='article:published_time' or @property='og:article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='parsely-pub-date' or @name='sailthru.date' or @name='pubdate' or @name='publishdate']/@content",
    "//meta[@name='DC.date.issued' or @name='dcterms.created' or @name='DC.date' or @name='dc.date']/@content",
    "//meta[@name='date']/@content",
)
_TIME_PATHS = ("//time[@itemprop='datePublished' or @pubdate]/@datetime", "//article//time/@datetime")
_JSON_LD = "//script[@type='application/ld+json']/text()"
_LINKED_DATA_DEPTH = 6


def page_facts(tree: Any, extracted: Any) -> Facts:
    """Return the page's facts; ``tree`` is lxml's root or None, ``extracted`` trafilatura's ``Document``."""
    moment = _published(tree, extracted.date) or (None, None, None)
    url = (extracted.url or "").strip()
    return Facts(
        published_at=moment[0],
        published_prec=moment[1],
        published_on=moment[2],
        outlet=_line(extracted.sitename),
        title=_line(extracted.title),
        url=url if is_article_url(url) else None,
        author=_line(extracted.author),
        language=_language(tree),
    )


def _published(tree: Any, fallback: str | None) -> Published | None:
    candidates = [*_dates(tree), fallback] if tree is not None else [fallback]
    return next((moment for moment in map(published_or_none, candidates) if moment), None)


def _dates(tree: Any) -> Iterator[str]:
    for path in _DATE_PATHS:
        yield from map(str, tree.xpath(path))
    for script in tree.xpath(_JSON_LD):
        yield from _linked_dates(str(script))
    for path in _TIME_PATHS:
        yield from map(str, tree.xpath(path))


def _linked_dates(script: str) -> Iterator[str]:
    try:
        data = json.loads(script)
    except (ValueError, RecursionError):
        return
    yield from _values(data, "datePublished", _LINKED_DATA_DEPTH)


def _values(data: Any, key: str, depth: int) -> Iterator[str]:
    if depth and isinstance(data, list):
        for item in data:
            yield from _values(item, key, depth - 1)
    elif depth and isinstance(data, dict):
        if isinstance(data.get(key), str):
            yield data[key]
        yield from _values(data.get("@graph"), key, depth - 1)


def _language(tree: Any) -> str | None:
    stated = str(tree.get("lang") or "") if tree is not None else ""
    code = stated.strip().replace("_", "-").split("-")[0].lower()
    return code if code.isascii() and code.isalpha() and len(code) <= _LONGEST_LANGUAGE else None


def _line(value: str | None) -> str | None:
    return one_line(value)[:_LONGEST] or None if value else None
