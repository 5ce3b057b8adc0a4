"""Figures as CSV with a row of HXL hashtags below the header.

Hashtags and attributes after the Humanitarian Exchange Language, version 1.1
(https://hxlstandard.org/standard/dictionary/); which column has which is data, in ``schemas/hxl.yaml``. A row is a
crisis, place, group and scope; every kind has its own three columns: best, low (``+min``) and high (``+max``).
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from report.exports.rows import ask, records
from report.exports.schema import data
from report.formats import as_csv, csv_rows
from report.query import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import duckdb

    from report.exports.asked import Asked

BOUNDS = {"": "best", "_low": "low", "_high": "high"}
ATTRIBUTES = {"": "", "_low": "+min", "_high": "+max"}
KEY = ("crisis_id", "country_code", "place", "group_name", "scope")


def pieces(connection: duckdb.DuckDBPyConnection, asked: Asked) -> Iterator[str]:
    """Header, hashtags, rows."""
    tagged = hashtags()
    yield as_csv(Rows(tuple(tagged), ())) + csv_rows(Rows((), (tuple(tagged.values()),)))
    for row in rows(records(ask(connection, "figures", asked))):
        yield csv_rows(Rows((), (tuple(row.get(column) for column in tagged),)))


def hashtags() -> dict[str, str]:
    """Each column's hashtag, in the order of the columns."""
    told = data("hxl")
    about = {column["name"]: column["tag"] for column in told["columns"]}
    kinds = {f"{kind}{end}": f"{tag}{ATTRIBUTES[end]}" for kind, tag in told["kinds"].items() for end in BOUNDS}
    return about | kinds


def rows(figures: Iterator[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Figures of one crisis, place, group and scope side by side."""
    for _, together in groupby(sorted(figures, key=_key), key=_key):
        yield _row(list(together))


def _key(figure: Mapping[str, Any]) -> tuple[str, ...]:
    return (str(figure["crisis"]), *(str(figure[name]) for name in KEY))


def _row(figures: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    counts = {f"{each['kind']}{end}": each[bound] for each in figures for end, bound in BOUNDS.items()}
    days = sorted(each["known_from"].date() for each in figures)
    return {
        **figures[0],
        **counts,
        "known_from": days[0],
        "last_changed": days[-1],
        "grades": _each(figures, "grade"),
        "fact_ids": _each(figures, "fact_id"),
    }


def _each(figures: Sequence[Mapping[str, Any]], name: str) -> str:
    return "; ".join(f"{figure['kind']}={figure[name]}" for figure in figures)
