"""What an analyst reads off the bundled articles at each moment: from pages to published facts, nothing swapped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from tests.end_to_end.published import Published

TIMELINE = yaml.safe_load(Path(__file__).with_name("kazakhstan_2022.yaml").read_text(encoding="utf-8"))
MARTS = {"killed": "fct_casualties", "injured": "fct_casualties", "hospitalised": "fct_casualties"} | {
    "detained": "fct_detentions",
    "deployed": "fct_deployments",
    "withdrawn": "fct_deployments",
}
FIGURES = [(moment["as_known_at"], figure) for moment in TIMELINE["timeline"] for figure in moment["figures"]]
NAMES = [f"{at:%d %b %H:%M} {f['kind']} {f['place']} {f.get('group', 'people')}" for at, f in FIGURES]


@pytest.fixture(scope="module")
def facts(published: Published) -> Iterator[duckdb.DuckDBPyConnection]:
    assert published.facts.is_file(), published.stderr
    with duckdb.connect(published.facts, read_only=True) as connection:
        yield connection


def known(facts: duckdb.DuckDBPyConnection, at: datetime, figure: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows that stood for a figure at a moment."""
    rows = facts.table(MARTS[figure["kind"]]).filter(
        (duckdb.ColumnExpression("kind") == duckdb.ConstantExpression(figure["kind"]))
        & (duckdb.ColumnExpression("place") == duckdb.ConstantExpression(figure["place"]))
        & (duckdb.ColumnExpression("group_name") == duckdb.ConstantExpression(figure.get("group", "people")))
    )
    named = [dict(zip(rows.columns, row, strict=True)) for row in rows.fetchall()]
    named = [row for row in named if row["codebook"] == "ucdp" and row["grade"] != "retracted"]
    return [row for row in named if row["known_from"] <= at and (row["known_to"] is None or row["known_to"] > at)]


@pytest.mark.parametrize(("at", "figure"), FIGURES, ids=NAMES)
def test_figure_is_what_an_analyst_should_read_off(
    facts: duckdb.DuckDBPyConnection, at: datetime, figure: dict[str, Any]
) -> None:
    expected = [] if figure["best"] is None or figure.get("status") == "planned" else [figure["best"]]
    rows = [row for row in known(facts, at, figure) if row["scope"] == "total"]
    assert [row["best"] for row in rows] == expected


def test_one_voice_in_four_outlets_is_one_voice(facts: duckdb.DuckDBPyConnection) -> None:
    (at, figure) = next((at, f) for at, f in FIGURES if f["kind"] == "detained" and f["best"] == 3000)
    (row,) = known(facts, at, figure)
    assert (row["best"], row["n_voices"], row["n_outlets"]) == (3000, 1, 4)


def test_parts_and_foreign_numbers_are_never_the_countrys_toll(facts: duckdb.DuckDBPyConnection) -> None:
    shown = facts.sql(
        "select distinct best from fct_casualties where kind = 'killed' and is_national and group_name = 'people'"
    )
    assert not {best for (best,) in shown.fetchall()} & set(TIMELINE["never_best_for_killed"])
