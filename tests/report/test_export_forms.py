"""What each form makes of the facts: ACLED, PLOVER, HXL, GeoJSON."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import duckdb
import hxl
import pytest

from report.errors import BadExport
from report.exports import export
from report.exports.acled import geo_precision, time_precision
from report.exports.deaths import identifier
from report.exports.schema import schema
from tests.report.exported import NIGHT, TEXTS, table, text
from tests.report.published import ALMATY, Published, day, unrest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    return unrest().write(tmp_path / "facts.duckdb")


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
