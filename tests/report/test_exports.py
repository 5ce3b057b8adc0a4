from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.exports import export
from report.exports.schema import schema
from report.exports.ucdp import date_precision, priogrid, region, sides
from tests.report.exported import table, text
from tests.report.published import ALMATY, Published, day, unrest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    return unrest().write(tmp_path / "facts.duckdb")


def test_ucdp_rows_have_ucdps_columns_and_fill_what_they_promise(facts: Path) -> None:
    (event,) = table(facts, "ucdp")
    told = schema("ucdp")
    assert list(event) == [column.name for column in told.columns]
    assert [column.name for column in told.empty if event[column.name]] == []
    assert [name for name in told.filled if not event[name]] == ["adm_1"]  # a country lies in no division


def test_ucdp_counts_the_total_and_leaves_out_the_occasion_within_it(facts: Path) -> None:
    (event,) = table(facts, "ucdp")
    assert (event["best"], event["low"], event["high"]) == ("164", "160", "170")
    assert (event["date_start"], event["date_end"], event["date_prec"]) == ("2022-01-02", "2022-01-09", "4")
    assert (event["where_prec"], event["event_clarity"], event["region"]) == ("6", "2", "Asia")
    assert (event["source_office"], event["source_original"]) == ("Volga Wire", "the health ministry")
    notes = export(facts, "ucdp", to=None, stream=list).notes
    assert any("1 of the figures for deaths left out" in note for note in notes)


def test_ucdp_as_known_earlier_has_the_occasion(facts: Path) -> None:
    (event,) = table(facts, "ucdp", at=day(6, 13))
    assert (event["best"], event["where_coordinates"], event["adm_1"]) == ("26", "Almaty", "Almaty")
    assert (event["date_start"], event["date_end"], event["date_prec"]) == ("2022-01-05", "2022-01-05", "1")
    assert event["geom_wkt"] == "POINT (76.916670 43.250000)"


def test_nothing_is_known_before_anything_was_published(facts: Path) -> None:
    for name in ("ucdp", "acled", "csv"):
        assert table(facts, name, at=day(1)) == []
    assert text(facts, "plover", at=day(1)) == ""
    assert json.loads(text(facts, "geojson", at=day(1)))["features"] == []


def test_figures_of_another_codebook_stay_out(tmp_path: Path) -> None:
    made = Published()
    made.figure("killed", 24, codebook="ucdp")
    made.figure("killed", 12, codebook="acled")
    facts = made.write(tmp_path / "facts.duckdb")
    assert [row["best"] for row in table(facts, "csv")] == ["24"]
    assert [row["best"] for row in table(facts, "csv", codebook="acled")] == ["12"]
    assert [row["fatalities"] for row in table(facts, "acled")] == ["12"]


def test_a_retracted_figure_is_no_event_and_stays_in_the_tables(tmp_path: Path) -> None:
    made = Published()
    made.figure("killed", None, grade="retracted")
    made.figure("killed", 0, place="Almaty")
    facts = made.write(tmp_path / "facts.duckdb")
    assert table(facts, "ucdp") == []
    assert {row["grade"] for row in table(facts, "csv")} == {"retracted", "single_voice"}


def places(made: Published) -> None:
    made.place("Kazakhstan", 6)
    made.place("Almaty Region", 4, admin1_code="01")
    made.place("Almaty", 1, **ALMATY)
    made.place("Talgar", 1, admin1_code="01")
    made.place("Aktau", 1, admin1_code="09")


CONTAINED: list[tuple[list[Mapping[str, Any]], list[str]]] = [
    # places side by side
    ([{"place": "Almaty"}, {"place": "Aktau"}], ["Aktau", "Almaty"]),
    # a division and its towns
    ([{"place": "Almaty"}, {"place": "Almaty Region"}, {"place": "Aktau"}], ["Aktau", "Almaty Region"]),
    # the country and everything in it
    ([{"place": "Kazakhstan"}, {"place": "Almaty"}, {"place": "Almaty Region"}], ["Kazakhstan"]),
    # a total and an occasion at the same place
    ([{"place": "Almaty"}, {"place": "Almaty", "scope": "incident", "best": 3}], ["Almaty"]),
    # an occasion told of the whole country may be the town's
    (
        [{"place": "Kazakhstan", "scope": "incident"}, {"place": "Almaty", "scope": "incident"}],
        ["Almaty"],
    ),
    # some groups' national total contains nothing for certain, and may overlap
    ([{"place": "Kazakhstan", "group_name": "security_forces"}, {"place": "Almaty"}], ["Almaty"]),
    # of another crisis
    ([{"place": "Kazakhstan"}, {"place": "Almaty", "crisis_id": "other"}], ["Almaty", "Kazakhstan"]),
]


@pytest.mark.parametrize(("figures", "kept"), CONTAINED)
def test_deaths_that_may_overlap_are_never_both_there(
    figures: list[Mapping[str, Any]], kept: list[str], tmp_path: Path
) -> None:
    made = Published()
    places(made)
    for figure in figures:
        made.figure("killed", **{"best": 7, **figure})
    facts = made.write(tmp_path / "facts.duckdb")
    assert sorted(row["where_coordinates"] for row in table(facts, "ucdp")) == kept


def test_groups_become_sides_that_add_up(tmp_path: Path) -> None:
    made = Published()
    made.figure("killed", 44)
    made.figure("killed", 26, group_name="protesters")
    made.figure("killed", 18, group_name="security_forces")
    (event,) = table(made.write(tmp_path / "facts.duckdb"), "ucdp")
    dead = [int(event[f"deaths_{who}"]) for who in ("a", "b", "civilians", "unknown")]
    assert dead == [18, 0, 26, 0]
    assert sum(dead) == int(event["best"])


@given(
    st.integers(0, 1000),
    st.dictionaries(
        st.sampled_from(["people", "civilians", "protesters", "security_forces", "militants"]), st.integers(0, 1000)
    ),
)
def test_sides_always_add_up_to_best(best: int, groups: dict[str, int]) -> None:
    told = sides(best, groups)
    assert sum(told.values()) == best
    assert min(told.values()) >= 0


@pytest.mark.parametrize(
    ("last", "precision"),
    [((1, 3), 1), ((1, 4), 2), ((1, 8), 2), ((1, 9), 3), ((1, 10), 4), ((2, 2), 4), ((2, 3), 5), ((12, 31), 5)],
)
def test_date_precision_is_ucdps(last: tuple[int, int], precision: int) -> None:
    assert date_precision(date(2022, 1, 3), date(2022, *last)) == precision


def test_priogrid_counts_cells_from_the_south_west() -> None:
    assert priogrid(-90, -180) == 1
    assert priogrid(-89.9, 179.9) == 720
    assert priogrid(90, 180) == 720 * 360
    assert priogrid(-34.25, 18.25) == 80317  # centre of the cell with that number


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("KZ", "Asia"),
        ("GE", "Europe"),
        ("EG", "Middle East"),
        ("NG", "Africa"),
        ("US", "Americas"),
        ("FJ", "Asia"),
        (None, None),
    ],
)
def test_region_is_ucdps(code: str | None, name: str | None) -> None:
    assert region(code) == name
