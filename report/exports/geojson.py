"""Figures as a GeoJSON FeatureCollection (RFC 7946): points in degrees, longitude first; null where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from report.exports.rows import ask, records
from report.formats import json_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import duckdb

    from report.exports.asked import Asked

ATTRIBUTION = "Places: GeoNames (https://www.geonames.org), CC BY 4.0"


def pieces(connection: duckdb.DuckDBPyConnection, asked: Asked) -> Iterator[str]:
    """One feature per figure, each on a line of its own."""
    opened = json_line({"type": "FeatureCollection", "attribution": ATTRIBUTION, "features": []})
    yield opened.removesuffix("]}")
    between = "\n"
    for figure in records(ask(connection, "figures", asked)):
        yield between + json_line(feature(figure))
        between = ",\n"
    yield "\n]}\n"


def feature(figure: Mapping[str, Any]) -> dict[str, Any]:
    """A figure: its properties are the columns of the figures, but for the point."""
    properties = {name: value for name, value in figure.items() if name not in {"latitude", "longitude"}}
    return {
        "type": "Feature",
        "id": figure["fact_id"],
        "geometry": _point(figure["longitude"], figure["latitude"]),
        "properties": properties,
    }


def _point(longitude: float | None, latitude: float | None) -> dict[str, Any] | None:
    if longitude is None or latitude is None:
        return None
    return {"type": "Point", "coordinates": [longitude, latitude]}
