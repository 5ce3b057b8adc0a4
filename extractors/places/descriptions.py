"""Places that a sentence names by description: "nationwide", "the capital", "in the south", "the city"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.places.choice import REGION
from extractors.places.demonyms import demonym_country
from extractors.places.directions import direction_name
from extractors.places.words import phrases
from extractors.records import Place, PlaceMention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_S = "['\u2019\u2018]s"
_COMPASS = r"(?P<direction>(?:north|south)[- ]?(?:east|west)|north|south|east|west|interior)"
_PART = re.compile(
    rf"\b(?:in|across|from|to|throughout) (?:the|(?:the )?country{_S}) (?:far |remote |mountainous |arid )*{_COMPASS}\b"
    r"(?=\s*(?:$|[,.;)]|and |on |of the country))",
    re.IGNORECASE,
)
_REGIONS = re.compile(
    r"\bthe (?:country" + _S + r" )?(?P<direction>(?:north|south)?-?(?:eastern|western)|northern|southern|central)"
    r" (?:regions?|parts?|provinces?|areas?|half) of the country\b",
    re.IGNORECASE,
)
_NAMED_PART = re.compile(
    rf"\b(?P<country>[A-Z]\w+){_S} (?:[a-z]+(?: |, )){{0,2}}?"
    r"(?P<direction>(?:north|south)?-?(?:east|west)(?:ern)?|north(?:ern)?|south(?:ern)?|central)\b"
    r"(?: (?:region|part|half)\b)?(?! \w+ern\b)"
)
_PEOPLED = re.compile(
    r"\b(?P<people>[A-Z]\w+)(?: \w+)? "
    r"(?:towns|cities|villages|provinces|regions|districts|territory|soil|airspace|waters|states)\b"
)
_CAPITAL = re.compile(
    rf"\b[Tt]he (?:(?:nation|country){_S} )?capital(?: city)?\b"
    r"(?! punishment| markets?| gains| flight| of [A-Z]| city of [A-Z]| [A-Z]|, [A-Z])"
)
_OWN_CAPITAL = re.compile(rf"\b(?P<country>[A-Z]\w+)(?:{_S})? capital(?: city)?\b(?! [A-Z]|,? of |, [A-Z])")
_QUOTED = re.compile(r"[\"\u201c][^\"\u201d]*(?:[\"\u201d]|$)")
_ELSEWHERE = re.compile(r"\belsewhere\b(?! (?:in|on|at|outside)\b)", re.IGNORECASE)
_THE_TOWN = re.compile(
    r"\bthe (?:city|town|village|economic metropolis)(?![\w-])(?! of\b| council| of [A-Z])", re.IGNORECASE
)


_HERE = re.compile(
    r"\bhere\b(?=[,.;]| (?:on|since|for|today|yesterday|this|last|when|after|as|during|and|by)\b| in (?!the\b|[A-Z]))"
    r"|\bthis (?:[\w-]+ ){0,2}(?:city|town|village|port|capital|island|settlement)\b"
)


def part_of(country: Place, direction: str) -> Place:
    """``the north`` of Nigeria is "Northern Nigeria"."""
    name = f"{direction_name(direction)} {country.name}"
    return Place(name, country.country_code, None, None, country.latitude, country.longitude, REGION)


def named_part_of(country: Place, direction: str) -> Place:
    """``India's northeast`` is "Northeast India", as the corner has a name of its own; ``Syria's north`` has none."""
    part = part_of(country, direction)
    is_corner = direction.lower().replace("-", "") in ("northeast", "northwest", "southeast", "southwest")
    return replace(part, name=f"{direction.capitalize()} {country.name}") if is_corner else part


def _whole_country(text: str, country: Place) -> Iterator[PlaceMention]:
    lower = text.lower()
    for match in _ELSEWHERE.finditer(text):
        yield PlaceMention(match.start(), match.end(), country)
    for phrase in phrases("said_of_the_whole_country"):
        start = lower.find(phrase)
        if start >= 0 and not lower[start + len(phrase) : start + len(phrase) + 2].strip(" ").startswith(
            ("'", "\u2019")
        ):
            yield PlaceMention(start, start + len(phrase), country)


def _parts(text: str, country: Place) -> Iterator[PlaceMention]:
    for pattern in (_PART, _REGIONS):
        for match in pattern.finditer(text):
            yield PlaceMention(match.start("direction"), match.end("direction"), part_of(country, match["direction"]))
    for match in _NAMED_PART.finditer(text):
        if match["country"] == country.name.split()[-1]:
            yield PlaceMention(match.start("country"), match.end(), named_part_of(country, match["direction"]))


def _peopled(text: str, country: Place) -> Iterator[PlaceMention]:
    """ "Ruritanian towns", "Ruritanian soil": the adjective of the article's own country says where."""
    for match in _PEOPLED.finditer(text):
        if demonym_country(match["people"]) == country.country_code:
            yield PlaceMention(match.start(), match.end(), country)


def _capitals(text: str, country: Place, capital: Place) -> Iterator[PlaceMention]:
    for match in _CAPITAL.finditer(text):
        yield PlaceMention(match.start(), match.end(), capital)
    for match in _OWN_CAPITAL.finditer(text):
        if match["country"] == country.name.split()[-1] or demonym_country(match["country"]) == country.country_code:
            yield PlaceMention(match.start(), match.end(), capital)


def described_places(
    text: str, country: Place, *, capital: Place | None, town: Place | None, dateline: Place | None = None
) -> tuple[PlaceMention, ...]:
    """Mentions by description in one sentence; ``capital`` and ``town`` only where the article has named them.

    "Here" and "this eastern city" are where the report was filed from (``dateline``).
    """
    found = [*_whole_country(text, country), *_parts(text, country), *_peopled(text, country)]
    if capital:
        found += _capitals(text, country, capital)
    if town:
        found += [PlaceMention(match.start(), match.end(), town) for match in _THE_TOWN.finditer(text)]
    if dateline:
        found += [PlaceMention(match.start(), match.end(), dateline) for match in _HERE.finditer(outside_quotes(text))]
    return tuple(found)


def outside_quotes(text: str) -> str:
    """The text with blanks for what is quoted: "here" in somebody's words is where that person is."""
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)


def merged(named: Sequence[PlaceMention], described: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Both in the order of the text; a description that covers a name (``Afghanistan's capital``) stands for it."""
    covering = [d for d in described if not any(m.char_start < d.char_start < m.char_end for m in named)]
    names = [m for m in named if not any(d.char_start <= m.char_start and m.char_end <= d.char_end for d in covering)]
    kept: list[PlaceMention] = []
    for mention in sorted(covering, key=lambda d: d.char_start - d.char_end):
        if not any(
            other.char_start < mention.char_end and mention.char_start < other.char_end for other in (*kept, *names)
        ):
            kept.append(mention)
    return tuple(sorted((*names, *kept), key=lambda mention: mention.char_start))
