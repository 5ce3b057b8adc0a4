from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import TYPE_CHECKING, Any

import duckdb
import hxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.errors import BadExport
from report.exports import EXPORTS, export
from report.exports.acled import geo_precision, time_precision
from report.exports.deaths import identifier
from report.exports.schema import schema
from report.exports.ucdp import date_precision, priogrid, region, sides
from tests.report.published import ALMATY, Published, day, unrest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NIGHT = {"when_start": date(2022, 1, 5), "when_end": date(2022, 1, 5)}
TEXTS = [name for name, each in EXPORTS.items() if each.pieces is not None]


def text(facts: Path, name: str, **asked: Any) -> str:
    pieces: list[str] = []
    export(facts, name, to=None, stream=pieces.extend, **asked)
    return "".join(pieces)


def table(facts: Path, name: str, **asked: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text(facts, name, **asked), newline="")))


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


def test_acled_gives_deaths_of_one_day_to_its_deadliest_occasion(tmp_path: Path) -> None:
    made = Published()
    made.place("Almaty", 1, **ALMATY)
    made.article("early", day(6))
    for kind in ("protest", "use_of_force"):
        made.claim("early", kind, "unrest", group_name="protesters", **NIGHT)
    shot = made.claim("early", "killed", **NIGHT)
    made.figure("killed", 26, "Almaty", scope="incident", codebook="acled", deciding_claim_ids=[shot])
    events = {row["sub_event_type"]: row for row in table(made.write(tmp_path / "facts.duckdb"), "acled")}
    assert {name: row["fatalities"] for name, row in events.items()} == {
        "Peaceful protest": "",
        "Excessive force against protesters": "26",
    }
    shot_at = events["Excessive force against protesters"]
    assert shot_at["interaction"] == "State forces-Protesters"
    assert shot_at["disorder_type"] == "Political violence; Demonstrations"


def test_acled_gives_deaths_without_an_occasion_a_row_of_their_own(facts: Path) -> None:
    toll, protest = table(facts, "acled")
    assert list(toll) == [column.name for column in schema("acled").columns]
    assert (toll["fatalities"], toll["event_type"], toll["time_precision"]) == ("164", "", "3")
    assert (protest["fatalities"], protest["event_type"], protest["tags"]) == ("", "Protests", "crowd size=hundreds")
    assert (protest["event_date"], protest["iso"], protest["geo_precision"]) == ("2022-01-05", "398", "1")


def test_acled_tells_an_occasion_once_however_many_articles_do(tmp_path: Path) -> None:
    made = Published()
    for name in ("one", "two"):
        made.article(name, day(6), outlet=name)
        made.claim(name, "riot", "unrest", **NIGHT)
    made.claim("one", "strike", "unrest", **NIGHT)
    made.claim("one", "riot", "unrest", status="planned", **NIGHT)
    facts = made.write(tmp_path / "facts.duckdb")
    (riot,) = table(facts, "acled")
    assert riot["source"] == "one; two"
    assert any("1 strike" in note for note in export(facts, "acled", to=None, stream=list).notes)


def test_a_clash_amid_a_protest_is_a_riot_to_acled_and_else_a_battle(tmp_path: Path) -> None:
    made = Published()
    made.article("early", day(6))
    made.claim("early", "protest", "unrest", group_name="protesters", **NIGHT)
    made.claim("early", "clash", "unrest", **NIGHT)
    made.claim("early", "clash", "unrest", place="Aktau", group_name="militants", **NIGHT)
    rows = table(made.write(tmp_path / "facts.duckdb"), "acled")
    told = {(row["location"], row["event_type"], row["interaction"]) for row in rows}
    assert told == {
        ("Almaty", "Protests", "Protesters only"),
        ("Almaty", "Riots", "State forces-Rioters"),
        ("Aktau", "Battles", "State forces-Political militia"),
    }


def test_precisions_are_acleds() -> None:
    first = date(2022, 1, 3)
    assert time_precision(first, first, is_undated=False) == 1
    assert time_precision(first, first, is_undated=True) == 2
    assert time_precision(first, date(2022, 1, 9), is_undated=False) == 2
    assert time_precision(first, date(2022, 1, 10), is_undated=False) == 3
    assert [geo_precision(where) for where in (None, 1, 2, 3, 4, 6)] == [None, 1, 2, 2, 3, 3]


def test_plover_lines_have_plovers_fields(facts: Path) -> None:
    records = [json.loads(line) for line in text(facts, "plover").splitlines()]
    known = set(schema("plover").filled)
    assert [record["id"] for record in records if not {"id", "date", "source", "event"} <= set(record) <= known] == []
    protest = next(record for record in records if record["event"] == ["PROTEST"])
    assert protest["source"] == [{"code": "KAZ", "sector": "OPP", "actor_text": "marchers"}]
    assert (protest["date"], protest["mode"], protest["size"]) == ("2022-01-05", ["demo"], "hundreds")
    assert protest["event_loc"]["cc3"] == "KAZ"


def test_plover_tells_plans_denials_and_what_is_over(tmp_path: Path) -> None:
    made = Published()
    made.article("early", day(6))
    made.claim("early", "deployed", "deployment", actor="Russia", status="planned")
    made.claim("early", "killed", status="denied", count_value=164)
    made.claim("early", "curfew", "measure", status="ended")
    made.claim("early", "internet", "disruption", status="ended")
    made.claim("early", "requests_help", "response")
    facts = made.write(tmp_path / "facts.duckdb")
    records = {record["event"][0]: record for record in map(json.loads, text(facts, "plover").splitlines())}
    assert records["MOBILIZE"]["context"] == ["future"]
    assert records["MOBILIZE"]["source"] == [{"actor_text": "Russia"}]
    assert records["ASSAULT"]["context"] == ["negation"]
    assert "mode" not in records["CONCEDE"]
    assert len(records) == 3
    (_, said) = export(facts, "plover", to=None, stream=list).notes
    assert "1 disruption/internet, 1 response/requests_help" in said


def test_a_claim_of_a_text_revised_since_stands_only_until_then(tmp_path: Path) -> None:
    made = Published()
    made.article("early", day(6))
    made.claim("early", "riot", "unrest", is_current=False, stands_until=day(8))
    facts = made.write(tmp_path / "facts.duckdb")
    for name in ("acled", "plover"):
        assert "riot" in text(facts, name, at=day(7)).lower()
        assert "riot" not in text(facts, name, at=day(8)).lower()
        assert "riot" not in text(facts, name).lower()


def test_hxl_reads_as_valid_hxl(facts: Path, tmp_path: Path) -> None:
    export(facts, "hxl", to=tmp_path / "figures.csv", stream=list)
    options = hxl.InputOptions(allow_local=True)
    with hxl.data(str(tmp_path / "figures.csv"), options) as source:
        rows = list(source)
        assert [row.get("#affected+killed-min-max") for row in rows] == ["26", "164"]
        assert rows[1].get("#affected+detained-min-max") == "3000"
        assert rows[1].get("#date+reported") == "2022-01-09"
        assert rows[1].get("#crisis+name") == "Unrest in Kazakhstan"
    found: list[Any] = []
    schema_of_hxl = hxl.schema(
        hxl.data([["#valid_tag", "#valid_datatype"], ["#affected", "number"], ["#date", "date"]]), found.append
    )
    with hxl.data(str(tmp_path / "figures.csv"), options) as source:
        assert schema_of_hxl.validate(source)
    assert found == []


def test_geojson_has_longitude_first_and_null_where_no_place_is_known(tmp_path: Path) -> None:
    made = Published()
    made.place("Almaty", 1, **ALMATY)
    made.figure("killed", 26, "Almaty")
    made.figure("killed", 3, "Nowhere")
    told = json.loads(text(made.write(tmp_path / "facts.duckdb"), "geojson"))
    assert told["type"] == "FeatureCollection"
    points = {each["properties"]["place"]: each["geometry"] for each in told["features"]}
    assert points == {"Almaty": {"type": "Point", "coordinates": [76.91667, 43.25]}, "Nowhere": None}
    assert {each["id"] for each in told["features"]} == {each["properties"]["fact_id"] for each in told["features"]}


@pytest.mark.parametrize("name", TEXTS)
def test_facts_of_another_version_are_told_in_words(name: str, tmp_path: Path) -> None:
    facts = Published().write(tmp_path / "facts.duckdb")
    with duckdb.connect(str(facts)) as connection:
        for mart in ("fct_casualties", "fct_claims"):
            connection.execute(f"drop table {mart}")
    with pytest.raises(BadExport, match="newsledger rebuild"):
        text(facts, name)


def test_identifiers_tell_parts_apart_and_stay_exact_as_doubles() -> None:
    assert identifier("a", "bc") != identifier("ab", "c")
    assert identifier("kz") == identifier("kz") == int(float(identifier("kz"))) < 2**53
