"""Is a known name a place here, and which of several namesakes? The words beside it say, then the article's home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.places.gazetteer import COUNTRY, FIRST, SECOND, TOWN, Entry, Gazetteer
from extractors.places.names import Surroundings, split_words
from extractors.places.words import overrides, precisions, words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

LARGE_TOWN = 500_000  # known by its name alone the world over
HOME_FACTOR = 20  # how much larger a namesake abroad must be to win over a place at home
REGION = 5  # UCDP: a part of a country that is larger or vaguer than a first-order division


def is_renowned(entry: Entry, around: Surroundings, home: str | None) -> bool:
    """May the name stand for itself without any word that says it is a place?"""
    if entry.own or entry.prec == COUNTRY or entry.capital:
        return True
    if entry.country == home:
        return entry.prec == FIRST or (entry.prec == TOWN and not (entry.alias and entry.rank < LARGE_TOWN // 10))
    if entry.prec == TOWN and not entry.alias:
        return entry.rank >= LARGE_TOWN
    return " " in around.name and entry.prec == FIRST


def is_strange(entry: Entry, home: str, countries: Collection[str]) -> bool:
    """A lesser town in a country that the article never names: its namesake at home is meant, which no list knows."""
    is_lesser = entry.prec in (TOWN, SECOND) and not entry.own and not entry.capital and entry.rank < LARGE_TOWN
    return is_lesser and entry.country != home and entry.country not in countries


def is_introduced(around: Surroundings, gazetteer: Gazetteer, home: str | None) -> bool:
    """Do the words around say that this is a place: a type, a firm preposition, a second place behind a comma?"""
    if around.type_after() or around.type_before() or around.preposition() in words("firm_prepositions"):
        return True
    if around.text[: around.start].endswith(", ") and around.first > 0 and around.words[around.first - 1].capital:
        return any(entry.country == home and entry.prec in (FIRST, SECOND) for entry in gazetteer.lookup(around.name))
    return second_place(around, gazetteer) is not None


def second_place(around: Surroundings, gazetteer: Gazetteer) -> Entry | None:
    """The country or division in "Reading, England"."""
    behind = around.after_comma()
    rest = split_words(behind)[:3] if behind else []
    for count in range(len(rest), 0, -1):
        if rest[0].start != 0 or not rest[0].capital:
            return None
        name = behind[rest[0].start : rest[count - 1].end]
        known = [entry for entry in gazetteer.lookup(name) if entry.prec in (COUNTRY, FIRST, REGION)]
        if known:
            return max(known, key=lambda entry: (entry.own, entry.prec))
    return None


def _fits_type(entry: Entry, kind: str | None) -> bool:
    if kind is None:
        return True
    wanted = precisions("administrative_types")[kind]
    if entry.prec == COUNTRY and kind in ("state", "province"):
        return False
    return (entry.prec == TOWN) == (wanted == TOWN)


def choose(
    entries: Sequence[Entry],
    around: Surroundings,
    gazetteer: Gazetteer,
    home: str | None,
    countries: Collection[str] = (),
) -> Entry:
    """The one of several namesakes that is meant: by the words beside it, then home, then ``countries``, then size."""
    kind = around.type_after() or around.type_before()
    second = second_place(around, gazetteer)

    def preference(entry: Entry) -> tuple[float, ...]:
        near = second is not None and entry.country == second.country and second.admin1 in (None, entry.admin1)
        at_home = entry.country == home
        weight = max(entry.rank, 1) * (HOME_FACTOR if at_home else 4 if entry.country in countries else 1)
        is_home_division = at_home and entry.prec == FIRST and entry.name in overrides().prefer_home
        order = 3 if entry.prec == COUNTRY else 2 if entry.own else 0
        return (
            near,
            _fits_type(entry, kind),
            is_home_division,
            order,
            at_home and entry.prec in (TOWN, FIRST) and (not entry.alias or entry.rank >= LARGE_TOWN),
            at_home and entry.prec in (TOWN, FIRST),
            weight,
            entry.prec,
            not entry.alias,
        )

    return max(entries, key=preference)
