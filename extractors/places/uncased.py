"""Place names in a text without capitals: only what gazetteer and preposition both vouch for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.places.choice import LARGE_TOWN, choose
from extractors.places.gazetteer import COUNTRY, FIRST, TOWN
from extractors.places.names import Surroundings, split_words
from extractors.places.words import words
from extractors.records import PlaceMention

if TYPE_CHECKING:
    from collections.abc import Collection

    from extractors.places.gazetteer import Entry, Gazetteer

SHORTEST_NAME = 4


def _is_vouched_for(entry: Entry, around: Surroundings, home: str | None) -> bool:
    is_introduced = around.preposition() in words("firm_prepositions") or around.type_after() or around.type_before()
    if entry.prec == COUNTRY and around.name not in words("also_first_names"):
        return True
    is_known = entry.prec in (COUNTRY, FIRST, TOWN) and (not entry.alias or entry.own or entry.rank >= LARGE_TOWN)
    return bool(is_introduced) and is_known and (entry.country == home or entry.own or entry.rank >= LARGE_TOWN)


def _mention_of(
    around: Surroundings, gazetteer: Gazetteer, home: str | None, countries: Collection[str]
) -> PlaceMention | None:
    entries = gazetteer.lookup(around.name)
    is_other_word = around.name in words("common_words") or around.name in words("never_in_a_run")
    if not entries or is_other_word or len(around.name) < SHORTEST_NAME or around.hangs_on_hyphen():
        return None
    entry = choose(entries, around, gazetteer, home, countries)
    if not _is_vouched_for(entry, around, home):
        return None
    name = entry.name if entry.prec == COUNTRY or (entry.own and not entry.keep) else around.name.title()
    return PlaceMention(around.start, around.end, entry.place(name))


def find_uncased(
    text: str, gazetteer: Gazetteer, home: str | None, countries: Collection[str] = ()
) -> tuple[PlaceMention, ...]:
    """As ``find_places``, for a sentence of a text without capitals."""
    found = split_words(text)
    mentions: list[PlaceMention] = []
    position = 0
    while position < len(found):
        longest = min(gazetteer.longest_from(found[position].text), len(found) - position)
        for count in range(longest, 0, -1):
            mention = _mention_of(Surroundings(found, text, position, position + count), gazetteer, home, countries)
            if mention:
                mentions.append(mention)
                position += count - 1
                break
        position += 1
    return tuple(mentions)
