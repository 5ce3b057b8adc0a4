"""Occasions of unrest and their deaths in ACLED's columns.

Columns and codes after ACLED (2024), "ACLED Codebook" (https://acleddata.com/knowledge-base/codebook/), and the column
changes of March 2023 (https://acleddata.com/knowledge-base/guide-to-2023-acled-column-changes). They are kept in
``schemas/acled.yaml`` and ``schemas/acled_codes.yaml``.

A row is an occasion: one kind of unrest, one place, the same days, however many articles tell of it. Deaths of one day
and place go to its deadliest occasion; those that no single occasion accounts for (running totals above all) make rows
of their own, without event type, so that ``fatalities`` may be added up and lack nobody.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from report.exports.countries import country
from report.exports.deaths import identifier, read_deaths
from report.exports.deaths import left_out as deaths_left_out
from report.exports.rows import ask, records
from report.exports.schema import data, schema
from report.formats import as_csv
from report.query import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date, datetime

    import duckdb

    from report.exports.asked import Asked
    from report.exports.deaths import Deaths

WEEK = 7
MANY = "; "
AMID = ("protest", "riot")


@dataclass(frozen=True, slots=True)
class Occasion:
    """One kind of unrest at one place on the same days, as claimed."""

    crisis_id: str | None
    kind: str
    country_code: str | None
    place: str | None
    first_day: date
    last_day: date
    is_undated: bool
    group_name: str | None
    crowd: str | None
    evidence: str
    outlets: Sequence[str]
    claim_ids: Sequence[str]
    last_published_at: datetime
    crisis: str | None
    region: str | None
    latitude: float | None
    longitude: float | None
    where_prec: int | None

    @property
    def spot(self) -> tuple[object, ...]:
        """Where and when, for what happened together."""
        return (self.crisis_id, self.country_code, self.place, self.first_day)

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from every other occasion."""
        return (*self.spot, self.last_day, self.kind, self.is_undated)


def pieces(connection: duckdb.DuckDBPyConnection, asked: Asked) -> Iterator[str]:
    """The CSV: occasions and the deaths that none accounts for, by day."""
    columns = tuple(column.name for column in schema("acled").columns)
    rows = sorted(events(connection, asked), key=lambda event: (event["event_date"], event["event_id_cnty"]))
    yield as_csv(Rows(columns, tuple(tuple(event.get(column) for column in columns) for event in rows)))


def events(connection: duckdb.DuckDBPyConnection, asked: Asked) -> Iterator[dict[str, Any]]:
    """The columns that claims and facts carry, by ACLED's names."""
    kinds = data("acled_codes")["kinds"]
    found = [Occasion(**record) for record in records(ask(connection, "occasions", asked))]
    occasions = [occasion for occasion in found if occasion.kind in kinds]
    amid = {occasion.spot for occasion in occasions if occasion.kind in AMID}
    taken, alone = _shared_out([each for each in read_deaths(connection, asked) if not each.is_left_out], occasions)
    for occasion in occasions:
        yield as_event(occasion, taken.get(occasion.key), in_protest=occasion.spot in amid)
    for deaths in alone:
        yield as_own_event(deaths)


def left_out(connection: duckdb.DuckDBPyConnection, asked: Asked) -> tuple[str, ...]:
    """What overlaps, and kinds of unrest that are no events to ACLED."""
    kinds = data("acled_codes")["kinds"]
    others = Counter(
        record["kind"] for record in records(ask(connection, "occasions", asked)) if record["kind"] not in kinds
    )
    told = ", ".join(f"{number} {kind}" for kind, number in sorted(others.items()))
    said = (f"{others.total()} occasions are left out, being no events to ACLED: {told}.",) if others else ()
    return (*deaths_left_out(connection, asked), *said)


def as_event(occasion: Occasion, deaths: Deaths | None, *, in_protest: bool) -> dict[str, Any]:
    """An occasion, with the deaths that are its own; ``fatalities`` is empty, and not 0, where no number is known."""
    return {
        **_when(occasion.first_day, occasion.last_day, is_undated=occasion.is_undated),
        **_typed(occasion, is_deadly=deaths is not None, in_protest=in_protest),
        **_where(occasion),
        "event_id_cnty": _name(occasion.country_code, *occasion.key),
        "source": MANY.join(occasion.outlets),
        "notes": occasion.evidence,
        "fatalities": deaths.best if deaths else None,
        "tags": f"crowd size={occasion.crowd or 'no report'}" if occasion.kind in AMID else None,
        "timestamp": int(occasion.last_published_at.timestamp()),
    }


def as_own_event(deaths: Deaths) -> dict[str, Any]:
    """Deaths that no single occasion accounts for."""
    first, last = deaths.days
    told = "single occasions" if deaths.scope == "incident" else "a running total"
    return {
        **_when(first, last, is_undated=False),
        **_where(deaths),
        "event_id_cnty": _name(deaths.country_code, deaths.crisis_id, deaths.place, deaths.scope),
        "source": MANY.join(dict.fromkeys(str(article["outlet"] or "") for article in deaths.articles)),
        "notes": f"Deaths from {first} to {last}, of {told}; {deaths.crisis}; fact {deaths.fact_id}.",
        "fatalities": deaths.best,
        "timestamp": int(deaths.known_from.timestamp()),
    }


def time_precision(first: date, last: date, *, is_undated: bool) -> int:
    """ACLED's: 1 a day; 2 a week, or no more than the report's own day; 3 longer."""
    days = (last - first).days + 1
    if days == 1:
        return 2 if is_undated else 1
    return 2 if days <= WEEK else 3


def geo_precision(where_prec: int | None) -> int | None:
    """ACLED's from UCDP's: 1 the place itself, 2 near it or its district, 3 a province or more."""
    if where_prec is None:
        return None
    return {1: 1, 2: 2, 3: 2}.get(where_prec, 3)


def _shared_out(
    found: Sequence[Deaths], occasions: Sequence[Occasion]
) -> tuple[Mapping[tuple[object, ...], Deaths], Sequence[Deaths]]:
    rank = list(data("acled_codes")["kinds"])
    deadliest: dict[tuple[object, ...], Occasion] = {}
    for occasion in sorted(occasions, key=lambda each: rank.index(each.kind), reverse=True):
        if occasion.first_day == occasion.last_day and not occasion.is_undated:
            deadliest[occasion.spot] = occasion
    taken: dict[tuple[object, ...], Deaths] = {}
    alone: list[Deaths] = []
    for deaths in found:
        first, last = deaths.days
        occasion_of = deadliest.get((deaths.crisis_id, deaths.country_code, deaths.place, first))
        if deaths.scope == "incident" and first == last and occasion_of is not None:
            taken[occasion_of.key] = deaths
        else:
            alone.append(deaths)
    return taken, alone


def _when(first: date, last: date, *, is_undated: bool) -> dict[str, Any]:
    precision = time_precision(first, last, is_undated=is_undated)
    return {"event_date": first, "year": first.year, "time_precision": precision}


def _where(of: Occasion | Deaths) -> dict[str, Any]:
    found = country(of.country_code)
    return {
        "iso": found.numeric if found else None,
        "country": found.name if found else None,
        "admin1": of.region,
        "location": of.place,
        "latitude": of.latitude,
        "longitude": of.longitude,
        "geo_precision": geo_precision(of.where_prec),
    }


def _typed(occasion: Occasion, *, is_deadly: bool, in_protest: bool) -> dict[str, Any]:
    code = data("acled_codes")["kinds"][occasion.kind]
    told = {
        **code,
        **(code.get("in_protest", {}) if in_protest else {}),
        **(code.get("deadly", {}) if is_deadly else {}),
    }
    types = {name: told[name] for name in ("disorder_type", "event_type", "sub_event_type")}
    first = code.get("actor1") or ("rioters" if told["event_type"] == "Riots" else occasion.group_name)
    return {**types, **_actors(first, code.get("actor2"), occasion)}


def _actors(first: str | None, second: str | None, occasion: Occasion) -> dict[str, Any]:
    found = country(occasion.country_code)
    codes = data("acled_codes")
    (name1, inter1), (name2, inter2) = (
        (actor["name"].format(country=found.name if found else "unknown"), actor["inter"]) if actor else (None, None)
        for actor in (codes["actors"].get(first), codes["actors"].get(second))
    )
    sorts = sorted((each for each in (inter1, inter2) if each), key=codes["order"].index)
    interaction = f"{sorts[0]} only" if len(sorts) == 1 else "-".join(sorts) or None
    return {"actor1": name1, "inter1": inter1, "actor2": name2, "inter2": inter2, "interaction": interaction}


def _name(country_code: str | None, *parts: object) -> str:
    found = country(country_code)
    return f"{found.alpha3 if found else 'XXX'}{identifier(*parts)}"
