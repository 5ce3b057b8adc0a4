"""Every export by its name."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from report.exports import acled, csv_tables, deaths, geojson, hxl, parquet, plover, ucdp, xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    import duckdb

    from report.exports.asked import Asked

    Pieces = Callable[[duckdb.DuckDBPyConnection, Asked], Iterable[str]]
    Save = Callable[[duckdb.DuckDBPyConnection, Asked, Path], None]
    LeftOut = Callable[[duckdb.DuckDBPyConnection, Asked], tuple[str, ...]]


def nothing_left_out(_connection: duckdb.DuckDBPyConnection, _asked: Asked) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Export:
    """One format. ``pieces`` makes text, ``save`` a file that is none, ``fill`` a folder of tables.

    ``codebook`` is the one that holds unless another is asked for; ``schema`` names the file in ``schemas/`` that says
    which columns are empty and why; ``left_out`` says what the format has no place for.
    """

    name: str
    suffixes: tuple[str, ...]
    codebook: str = "ucdp"
    pieces: Pieces | None = None
    save: Save | None = None
    fill: Save | None = None
    schema: str | None = None
    left_out: LeftOut = nothing_left_out


EXPORTS: Mapping[str, Export] = MappingProxyType(
    {
        each.name: each
        for each in (
            Export("ucdp", (".csv",), pieces=ucdp.pieces, schema="ucdp", left_out=deaths.left_out),
            Export("acled", (".csv",), "acled", pieces=acled.pieces, schema="acled", left_out=acled.left_out),
            Export("plover", (".jsonl", ".ndjson"), pieces=plover.pieces, schema="plover", left_out=plover.left_out),
            Export("hxl", (".csv",), pieces=hxl.pieces),
            Export("csv", (".csv",), pieces=csv_tables.pieces, fill=csv_tables.fill),
            Export("parquet", (".parquet",), save=parquet.save, fill=parquet.fill),
            Export("xlsx", (".xlsx",), save=xlsx.save),
            Export("geojson", (".geojson", ".json"), pieces=geojson.pieces),
        )
    }
)
