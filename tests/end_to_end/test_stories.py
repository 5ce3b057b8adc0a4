"""Small stories, from pages to published facts in one home: each figure is what an analyst reads off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from tests.end_to_end.doors import newsledger
from tests.end_to_end.story import stories, write_articles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

AS_OF = {
    "casualty": "from toll_as_of($at, codebook := $codebook)",
    "detention": "from detentions_as_of($at, codebook := $codebook)",
    "displacement": "from displacements_as_of($at, codebook := $codebook)",
    "deployment": "from deployments_as_of($at, codebook := $codebook)",
}
FAMILIES = {
    **dict.fromkeys(("killed", "injured", "missing"), "casualty"),
    **dict.fromkeys(("detained", "released"), "detention"),
    **dict.fromkeys(("deployed", "withdrawn"), "deployment"),
    "displaced": "displacement",
}
COMPARED = ("best", "low", "high", "grade", "n_voices", "n_outlets", "n_articles")
STORIES = stories()


def rows_of(key: str) -> list[Any]:
    """One parameter a row, named by its story, its moment and what it is about."""
    return [
        pytest.param(row, id=f"{name} {row['at']:%d %b %H:%M} {' '.join(str(row.get(part, '')) for part in NAMED)}")
        for name, story in STORIES.items()
        for row in story.get(key, ())
    ]


NAMED = ("codebook", "kind", "group", "place", "scope", "day")


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """The facts of all stories, which share one home and must not touch each other."""
    home = tmp_path_factory.mktemp("stories")
    articles = home / "articles"
    write_articles(STORIES, articles)
    ran = newsledger(home, "run", articles)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    with duckdb.connect(home / "facts.duckdb", read_only=True) as connection:
        yield connection


def known(facts: duckdb.DuckDBPyConnection, row: dict[str, Any]) -> list[dict[str, Any]]:
    """The figures that stood at the moment for what the row is about."""
    asked = {"at": row["at"], "codebook": row.get("codebook", "ucdp")}
    answer = facts.sql(AS_OF[FAMILIES[row["kind"]]], params=asked)
    figures = [dict(zip(answer.columns, values, strict=True)) for values in answer.fetchall()]
    sought = {"group": "people", **{name: row[name] for name in ("kind", "group", "place", "scope") if name in row}}
    found = [figure for figure in figures if sought.items() <= figure.items()]
    return [figure for figure in found if "since" not in row or figure["crisis"] in crises_since(facts, row["since"])]


def crises_since(facts: duckdb.DuckDBPyConnection, day: datetime) -> set[str]:
    """Titles of the crises that went on after a day."""
    return {title for (title,) in facts.execute("select title from dim_crises where ends_on >= ?", [day]).fetchall()}


@pytest.mark.parametrize("row", rows_of("expect"))
def test_figure_is_what_an_analyst_reads_off(facts: duckdb.DuckDBPyConnection, row: dict[str, Any]) -> None:
    compared = [name for name in COMPARED if name in row]
    expected = [] if row.get("absent") else [{name: row[name] for name in compared}]
    assert [{name: figure[name] for name in compared} for figure in known(facts, row)] == expected


@pytest.mark.parametrize("row", rows_of("states"))
def test_state_holds_on_the_day_as_known_at_the_moment(facts: duckdb.DuckDBPyConnection, row: dict[str, Any]) -> None:
    states = facts.sql("from states_as_of($at, day := $day)", params={"at": row["at"], "day": row["day"]})
    standing = states.filter("status not in ('planned', 'unconfirmed')").select("kind", "place").fetchall()
    assert ((row["kind"], row["place"]) in standing) == row["in_force"]


@pytest.mark.parametrize("codebook", ["literal", "ucdp", "acled"])
def test_bounds_hold_the_best_in_every_story(facts: duckdb.DuckDBPyConnection, codebook: str) -> None:
    figures = facts.execute("from fct_casualties where codebook = ?", [codebook])
    named = [dict(zip([column[0] for column in figures.description], row, strict=True)) for row in figures.fetchall()]
    standing = [figure for figure in named if figure["grade"] != "retracted"]
    assert standing
    assert [figure for figure in standing if not figure["low"] <= figure["best"] <= figure["high"]] == []
