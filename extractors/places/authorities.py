"""The country that an authority counts for: "the Croatian interior ministry" counts in Croatia.

An army or a foreign ministry speaks of what happens anywhere, so its country counts only where it says so: "its own
losses", "its territory".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractors.places.demonyms import demonym_country
from extractors.places.gazetteer import COUNTRY, gazetteer
from extractors.places.names import split_words
from extractors.places.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractors.records import Place, Speaker

LONGEST = 3  # words of a country's name
OWN = re.compile(
    r"\bits (?:own (?:\w+ )?(?:losses|dead|troops|soldiers|forces|side|toll|citizens|territory|soil)"
    r"|territory|soil|losses)\b",
    re.IGNORECASE,
)


def _codes(phrase: str) -> Iterator[str]:
    """The countries that a phrase names by name, by adjective or by their seat of government."""
    found = [word for word in split_words(phrase) if word.capital]
    names = gazetteer()
    is_town_service = any(word.lower in words("town_services") for word in split_words(phrase))
    for first, word in enumerate(found):
        if code := demonym_country(word.text):
            yield code
        for last in range(min(first + LONGEST, len(found)), first, -1):
            for entry in names.lookup(phrase[word.start : found[last - 1].end]):
                capital = names.capital(entry.country) if entry.country else None
                is_seat = capital is not None and capital.geoname_id == entry.geoname_id and not is_town_service
                if entry.country and (entry.prec == COUNTRY or is_seat):
                    yield entry.country


def country_named(phrase: str) -> Place | None:
    """The one country that a phrase names ("the Croatian interior ministry"); None for none and for several."""
    codes = set(_codes(phrase))
    entry = gazetteer().country(codes.pop()) if len(codes) == 1 else None
    return entry.place() if entry else None


def counted_for(spoken: Speaker | None, text: str) -> Place | None:
    """The country whose people this speaker counts, where the speaker's words (``text`` is the sentence) tell it."""
    if spoken is None:
        return None
    speaks_at_home = any(word.lower in words("home_offices") for word in split_words(spoken.source))
    return country_named(spoken.source) if speaks_at_home or OWN.search(text) else None
