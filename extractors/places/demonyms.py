"""Adjectives and names of peoples ("Kazakh", "Israelis"): no places, but they tell the article's country."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from extractors.places.names import split_words
from extractors.places.words import demonym_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from extractors.places.names import Word


@cache
def _demonyms() -> Mapping[str, str]:
    return {name.lower(): code for code, names in demonym_file().demonyms.items() for name in names}


def demonym_country(word: str) -> str | None:
    """ISO code of the country of an adjective or people's name ("Kazakh", "Israelis"); None for other words."""
    known = _demonyms()
    lower = word.lower()
    return known.get(lower) or (known.get(lower[:-1]) if lower.endswith("s") else None)


def demonym_countries(text: str, split: Iterable[Word] | None = None) -> Iterator[str]:
    """The countries of all demonyms in a text, one for each time; ``split`` are its words, where somebody has them."""
    found = split_words(text) if split is None else split
    for word in found:
        if not word.capital:
            continue
        for part in word.text.split("-"):
            if part[:1].isupper() and (code := demonym_country(part)):
                yield code
