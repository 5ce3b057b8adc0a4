"""Which code built the facts: rebuild when a model or an expectation changed, and only then."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# what columns mean is said in Markdown, and stands as a comment in the facts
SOURCES = {".sql", ".yml", ".yaml", ".csv", ".py", ".toml", ".md"}
# dbt leaves these in a project that somebody worked on by hand
PRODUCTS = {"target", "logs", "dbt_packages", "__pycache__"}


def digest_of(*folders: Path) -> str:
    """SHA-256 over the names and bytes of the source files below ``folders``, in a fixed order."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in _sources(folder):
            digest.update(str(path.relative_to(folder)).encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _sources(folder: Path) -> list[Path]:
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix in SOURCES and path.name != ".user.yml" and PRODUCTS.isdisjoint(path.relative_to(folder).parts)
    )
