"""Where an article lives, and the names that follow from it.

An article's address is its URL where one is known. Otherwise it is the path of its file below the folder that was
ingested, with that folder's own name in front: ``wire/2022/a.txt`` for ``a.txt`` found while ingesting
``/data/wire``. So the address does not depend on the directory a command is started from, nor on the machine, and two
folders with files of the same name are two places. Two folders that also share their own name (``2021/inbox`` and
``2022/inbox``) are one place to the ledger: ingest the folder above them, or state a ``url``.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from ingest.characters import printable

if TYPE_CHECKING:
    from pathlib import Path

    from ingest.records import Facts

_ID_DIGITS = 16
_LONGEST_URL = 2_000


def path_address(path: Path, root: Path) -> str:
    """Return the address of a file below ``root``, printable and with forward slashes."""
    below = path.relative_to(root).as_posix()
    name = root.resolve().name
    parts = (part for part in (name, below) if part not in {"", "."})
    return printable("/".join(parts))


def url_address(url: str) -> str:
    """Return a URL as an address: scheme and host in lower case, no fragment."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, parts.query, ""))


def is_article_url(url: str) -> bool:
    """Whether ``url`` is a web address that can name one article; a site's front page cannot."""
    if len(url) > _LONGEST_URL or not url.isprintable() or any(char.isspace() for char in url):
        return False
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return False
    return parts.scheme.lower() in {"http", "https"} and bool(host) and bool(parts.path.strip("/") or parts.query)


def article_id(address: str) -> str:
    """Return the short stable name of an address."""
    return "a_" + hashlib.sha256(address.encode()).hexdigest()[:_ID_DIGITS]


def article_version(text: str, facts: Facts) -> str:
    """Return the SHA-256 of what a reader can tell two versions apart by: the text and the facts."""
    moment = facts.published_at.isoformat() if facts.published_at else None
    day = facts.published_on.isoformat() if facts.published_on else None
    told = [text, facts.title, moment, day, facts.outlet, facts.url, facts.author, facts.language]
    return hashlib.sha256(json.dumps(told, ensure_ascii=True).encode()).hexdigest()


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
