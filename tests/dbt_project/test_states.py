"""Was the internet off, as known when: states on two clocks, asked of the macro that is published with them."""

from __future__ import annotations

import functools
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.dbt_project.building import MODELS_ONLY, dbt
from tests.dbt_project.kazakhstan import new_home
from tests.dbt_project.ledger import Ledger, Said, almaty

MACROS = Path(__file__).parents[2] / "report" / "sql" / "macros"


def cut(level: float | None, status: str = "asserted", source: str | None = "NetBlocks") -> Said:
    return Said("internet", level, source=source, source_type="ngo", family="disruption", scope=None, status=status)


@functools.cache
def warehouse() -> Path:
    home = new_home()
    ledger = Ledger(home / "event_log.duckdb")
    curfew = Said("curfew", None, source="the mayor", place="Almaty", family="measure", scope=None)
    ledger.article("cut", almaty("2022-01-05 13:00"), cut(None))
    ledger.article("echo", almaty("2022-01-06 13:00"), cut(None, source=None), outlet="Times")
    ledger.article("five", almaty("2022-01-07 13:00"), cut(5.0))
    ledger.article("curfew", almaty("2022-01-07 14:00"), curfew)
    ledger.article("back", almaty("2022-01-10 13:00"), cut(None, "ended"))
    ledger.article("again", almaty("2022-01-12 13:00"), cut(None))
    built = dbt(home, "build", "--select", "+fct_states", "+dim_crises", *MODELS_ONLY)
    assert built.success, built.failures
    return home / "warehouse.duckdb"


def states(query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(warehouse()) as connection:
        connection.execute("set timezone = 'UTC'")
        connection.execute("set search_path = 'marts'")
        for name in ("as_moment", "states_as_of"):
            connection.execute((MACROS / f"{name}.sql").read_text(encoding="utf-8"))
        return connection.execute(query).fetchall()


def test_was_the_internet_off_in_almaty_on_5_january_as_known_on_the_6th() -> None:
    asked = """
        select status, begins_on, ends_on, source, len(claim_ids)
        from states_as_of('2022-01-06 23:59+06', day := '2022-01-05')
        where kind = 'internet' and country_code = 'KZ' and (place = 'Almaty' or is_national)
    """
    assert states(asked) == [("in_force", date(2022, 1, 5), None, "NetBlocks", 2)]


@pytest.mark.parametrize(
    ("at", "day", "known"),
    [
        ("2022-01-05 12:59+06", "2022-01-05", []),
        ("2022-01-07 23:59+06", "2022-01-05", [("in_force", 5.0)]),
        ("2022-01-11 12:00+06", "2022-01-08", [("ended", None)]),
        ("2022-01-11 12:00+06", "2022-01-11", []),
        ("2022-01-13 12:00+06", "2022-01-12", [("in_force", None)]),
        ("2022-01-13 12:00+06", "2022-01-04", []),
    ],
)
def test_a_state_is_as_known_then_and_of_that_day(at: str, day: str, known: list[tuple[Any, ...]]) -> None:
    query = f"select status, level from states_as_of('{at}', day := '{day}') where kind = 'internet'"
    assert states(query) == known


def test_without_a_day_all_that_is_known_is_told() -> None:
    query = "select kind, status, is_national, voice_id from states_as_of('2022-01-13 12:00+06') order by all"
    assert states(query) == [
        ("curfew", "in_force", False, "KZ:mayor"),
        ("internet", "ended", True, "netblocks"),
        ("internet", "in_force", True, "netblocks"),
    ]
