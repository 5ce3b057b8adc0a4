"""Laws that every figure keeps, over many invented crises at once: by one build, or two compared."""

from __future__ import annotations

import functools
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import duckdb
import pytest

from tests.dbt_project.invented import BEGIN, LENGTH, Invented, home_of, invented
from tests.dbt_project.kazakhstan import rows

CRISES = 80
MIDDLE = BEGIN + LENGTH / 2
END = datetime(2100, 1, 1, tzinfo=UTC)
MARTS = ("fct_casualties", "fct_detentions")

Row = tuple[object, ...]


@functools.cache
def articles() -> tuple[Invented, ...]:
    return invented("laws of facts", CRISES)


@functools.cache
def built() -> Path:
    """The home of all of it, built once for whoever reads it only."""
    return home_of(articles())


def query(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def figures(home: Path, moment: datetime) -> list[Row]:
    """Every figure as known at a moment, without whose word it rests on."""
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as connection:
        return connection.execute(query("facts_as_of.sql"), {"moment": moment}).fetchall()


def copy_of(article: Invented, number: int) -> Invented:
    """The same words in another paper, some hours later."""
    later = timedelta(hours=Random(article.name).randint(0, 30))
    return replace(
        article, name=f"{article.name}-copy", published=article.published + later, outlet=f"Copyist {number}"
    )


@pytest.mark.parametrize("mart", MARTS)
def test_best_lies_between_low_and_high(mart: str) -> None:
    everything = rows(built(), f"select count(*) from marts.{mart} where best is not null")
    assert everything > [(CRISES,)]
    assert rows(built(), f"select * from marts.{mart} where not (low <= best and best <= high)") == []


@pytest.mark.parametrize("mart", MARTS)
def test_a_figure_without_bounds_is_one_taken_back(mart: str) -> None:
    unbounded = "(best is null or low is null or high is null)"
    assert rows(built(), f"select * from marts.{mart} where {unbounded} != (grade = 'retracted')") == []


def test_parts_are_no_more_than_their_whole_or_stand_in_conflicts() -> None:
    assert rows(built(), query("parts_above_wholes.sql")) == []


@pytest.mark.parametrize("mart", MARTS)
def test_no_fact_without_claims(mart: str) -> None:
    without = rows(built(), f"select fact_id from marts.{mart} where len(coalesce(deciding_claim_ids, [])) = 0")
    unknown = rows(
        built(),
        f"""
        select fact_id from (select fact_id, unnest(deciding_claim_ids) as claim_id from marts.{mart})
        anti join marts.fct_claims using (claim_id)
        """,
    )
    assert (without, unknown) == ([], [])


@pytest.mark.parametrize("moment", [MIDDLE, END])
def test_a_copy_of_an_article_changes_no_figure(moment: datetime) -> None:
    assert figures(with_copies(), moment) == figures(built(), moment)


@functools.cache
def with_copies() -> Path:
    return home_of([*articles(), *(copy_of(article, number) for number, article in enumerate(articles()))])


def test_order_of_arrival_changes_no_fact() -> None:
    shuffled = list(articles())
    Random("another order").shuffle(shuffled)
    other = home_of(shuffled)
    for mart in MARTS:
        everything = f"select * from marts.{mart} order by all"
        assert rows(other, everything) == rows(built(), everything)


def test_as_known_at_equals_a_rebuild_from_what_was_published_until_then() -> None:
    until_then = home_of([article for article in articles() if article.published <= MIDDLE])
    assert figures(until_then, END) == figures(built(), MIDDLE)
