"""From an article's text to its claims.

Belongs here: the way from text to claims (``rules``, with the gate before the parser), and the single function that
appends what was found (``extraction``); everything up to that function is pure. And the rooms that the way leads
through: ``lexicons`` (words as data), ``grammar``, one component per aspect of a sentence (``quantities``, ``people``,
``things``, ``attribution``, ``status``, ``times``, ``places``), ``families`` (what makes a claim of each), and
``article`` (what carries over between sentences, and one claim per thing said).

Does not belong here: reading files or pages (``ingest``), deciding which claim counts (``dbt_project``), measuring
how right the claims are (``evaluation``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractors.extraction import ExtractionReport, UnreadArticle, extract_pending
    from extractors.extractor import Extractor, rule_extractor

__all__ = ["ExtractionReport", "Extractor", "UnreadArticle", "extract_pending", "rule_extractor"]


def __getattr__(name: str) -> object:
    """Hand out the room's functions on first use: spaCy takes a second to import, and `newsledger --help` must not
    wait for it.
    """
    from importlib import import_module

    homes = {
        "ExtractionReport": "extraction",
        "UnreadArticle": "extraction",
        "extract_pending": "extraction",
        "Extractor": "extractor",
        "rule_extractor": "extractor",
    }
    if name not in homes:
        raise AttributeError(name)
    return getattr(import_module(f"extractors.{homes[name]}"), name)
