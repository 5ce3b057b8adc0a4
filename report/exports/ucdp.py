"""Deaths in the columns of the UCDP Georeferenced Event Dataset.

Columns and codes after Högbladh, Stina (2025), "UCDP GED Codebook version 25.1", Department of Peace and Conflict
Research, Uppsala University (https://ucdp.uu.se/downloads/ged/ged251.pdf). They are kept in ``schemas/ucdp.yaml``.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from report.exports.countries import country
from report.exports.deaths import identifier, read_deaths
from report.exports.schema import data, schema
from report.formats import as_csv
from report.query import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    import duckdb

    from report.exports.asked import Asked
    from report.exports.deaths import Deaths

WEEK, MONTH = 7, 31
CELL = 0.5  # degrees; PRIO-GRID's cells, 720 in a row, numbered from the south-west
CELLS_IN_A_ROW = 720
MANY = "; "


def pieces(connection: duckdb.DuckDBPyConnection, asked: Asked) -> Iterator[str]:
    """The CSV; every row is an event, and the rows' ``best`` may be added up."""
    columns = tuple(column.name for column in schema("ucdp").columns)
    events = [as_event(deaths) for deaths in read_deaths(connection, asked) if not deaths.is_left_out]
    yield as_csv(Rows(columns, tuple(tuple(event.get(column) for column in columns) for event in events)))


def as_event(deaths: Deaths) -> dict[str, Any]:
    """The columns that a fact carries, by UCDP's names."""
    first, last = deaths.days
    return {
        "id": identifier(deaths.crisis_id, deaths.country_code, deaths.place, deaths.scope),
        "relid": deaths.fact_id,
        "year": first.year,
        "conflict_name": deaths.crisis,
        **_sources(deaths),
        **_where(deaths),
        "event_clarity": 1 if deaths.scope == "incident" else 2,
        "date_prec": date_precision(first, last),
        "date_start": first,
        "date_end": last,
        **sides(deaths.best, deaths.deaths_by_group),
        "best": deaths.best,
        "high": deaths.high,
        "low": deaths.low,
    }


def date_precision(first: date, last: date) -> int:
    """UCDP's ``date_prec``: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 longer."""
    days = (last - first).days + 1
    if days == 1:
        return 1
    if days < WEEK:
        return 2
    if days == WEEK:
        return 3
    return 4 if days <= MONTH else 5


def priogrid(latitude: float, longitude: float) -> int:
    """Number of the PRIO-GRID cell (Tollefsen et al. 2012) in which a point in degrees lies."""
    row = min(math.floor((latitude + 90) / CELL), 359)
    column = min(math.floor((longitude + 180) / CELL), CELLS_IN_A_ROW - 1)
    return row * CELLS_IN_A_ROW + column + 1


def sides(best: int, groups: Mapping[str, int]) -> dict[str, int]:
    """``deaths_a`` to ``deaths_unknown``, which add up to ``best``.

    Which group belongs to which side is data. Groups of one side may be the same people under two names, so the largest
    counts. Where the sides come to more than the whole, nobody can tell them apart, and all are unknown.
    """
    known = dict.fromkeys(("deaths_a", "deaths_b", "deaths_civilians"), 0)
    for column, names in data("ucdp_codes")["sides"].items():
        known[column] = max(groups.get(name, 0) for name in names)
    if sum(known.values()) > best:
        known = dict.fromkeys(known, 0)
    return {**known, "deaths_unknown": best - sum(known.values())}


def region(country_code: str | None) -> str | None:
    """UCDP's region: by continent, but for the countries that it counts elsewhere."""
    codes = data("ucdp_codes")
    for name, members in codes["regions"]["countries"].items():
        if country_code in members:
            return str(name)
    found = country(country_code)
    return None if found is None else codes["regions"]["continents"].get(found.continent)


def _sources(deaths: Deaths) -> dict[str, Any]:
    articles = [{name: str(told or "") for name, told in article.items()} for article in deaths.articles]
    each = [f"{told['outlet']},{told['published_on']},{told['title']}" for told in articles]
    return {
        "number_of_sources": deaths.n_articles,
        "source_article": MANY.join(f'"{cited}"' for cited in each),
        "source_office": MANY.join(told["outlet"] for told in articles),
        "source_date": MANY.join(told["published_on"] for told in articles),
        "source_headline": MANY.join(told["title"] for told in articles),
        "source_original": MANY.join(deaths.voices),
    }


def _where(deaths: Deaths) -> dict[str, Any]:
    latitude, longitude = deaths.latitude, deaths.longitude
    is_placed = latitude is not None and longitude is not None
    return {
        "where_prec": deaths.where_prec,
        "where_coordinates": deaths.place,
        "adm_1": deaths.region,
        "latitude": latitude,
        "longitude": longitude,
        "geom_wkt": f"POINT ({longitude:.6f} {latitude:.6f})" if is_placed else None,
        "priogrid_gid": priogrid(latitude, longitude) if latitude is not None and longitude is not None else None,
        "country": deaths.country,
        "region": region(deaths.country_code),
    }
