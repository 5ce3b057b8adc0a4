"""What the exports promise as data: columns as the codebooks have them, codes that those who read them know."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from report.exports import EXPORTS
from report.exports.countries import countries
from report.exports.hxl import hashtags
from report.exports.schema import Schema, as_markdown, data, schema
from tests.report.published import DDL

ROOT = Path(__file__).resolve().parents[2]
DOCS = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
SCHEMAS = ("ucdp", "acled", "plover")
KINDS = set(data("hxl")["kinds"])

# As UCDP's own interface lists them for the GED.
GED = [
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
]
# As ACLED's files have had them since March 2023.
ACLED = [
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
]


def test_columns_are_the_codebooks_in_their_order() -> None:
    assert [column.name for column in schema("ucdp").columns] == GED
    assert [column.name for column in schema("acled").columns] == ACLED


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_empty_column_is_listed_with_its_reason(name: str) -> None:
    page = as_markdown(schema(name))
    for column in schema(name).columns:
        assert f"| `{column.name}` | {column.carries or f'*empty*: {column.empty}'} |" in page
    assert schema(name).empty


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_docs_list_every_empty_column(name: str) -> None:
    section = DOCS.partition(f"## `{name}`")[2].partition("\n## ")[0]
    told = set(re.findall(r"`(\w+)`", section.partition("Empty:")[2]))
    assert {column.name for column in schema(name).empty} <= told
    assert not told & set(schema(name).filled)


def test_the_docs_have_a_section_for_every_export() -> None:
    assert [name for name in EXPORTS if f"## `{name}`" not in DOCS] == []
    assert "CC BY 4.0" in DOCS


def test_a_column_is_filled_or_empty_and_not_both() -> None:
    for told in ({}, {"carries": "this", "empty": "that"}):
        column = {"name": "x", "type": "text", **told}
        with pytest.raises(ValidationError, match="needs either"):
            Schema.model_validate({"title": "", "source": "", "row": "", "columns": [column]})


def test_regions_name_countries_that_there_are() -> None:
    codes = data("ucdp_codes")["regions"]
    named = [code for members in codes["countries"].values() for code in members]
    assert set(named) <= set(countries())
    assert len(named) == len(set(named))
    assert {each.continent for each in countries().values()} - set(codes["continents"]) == {"AN"}


def test_acled_codes_are_acleds() -> None:
    codes = data("acled_codes")
    types = {kind["event_type"] for kind in codes["kinds"].values()}
    assert types <= {"Battles", "Protests", "Riots", "Violence against civilians", "Explosions/Remote violence"}
    assert {actor["inter"] for actor in codes["actors"].values()} <= set(codes["order"])
    named = {kind[end] for kind in codes["kinds"].values() for end in ("actor1", "actor2") if end in kind}
    assert named <= set(codes["actors"])


def test_plover_codes_are_plovers() -> None:
    codes = data("plover_codes")
    categories = [event for events in codes["quads"].values() for event in events]
    kinds = [kind for family in codes["kinds"].values() for kind in family.values()]
    events = [kind["event"] for kind in (*kinds, *(kind["ended"] for kind in kinds if "ended" in kind))]
    assert len(categories) == len(set(categories)) == 16
    assert set(events) <= set(categories)
    rules = {
        "properties": {
            "source": {"enum": ["actor", "subject", "source"]},
            "recipient": {"enum": ["actor", "subject"]},
            "size": {"enum": ["dead", "injured", "arrested", "size"]},
        },
        "required": ["event", "source"],
    }
    assert [list(Draft202012Validator(rules).iter_errors(kind)) for kind in kinds] == [[] for _ in kinds]


def test_hashtags_are_written_as_hxl_has_them() -> None:
    tagged = hashtags()
    assert all(re.fullmatch(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*", tag) for tag in tagged.values())
    assert len(set(tagged.values())) == len(tagged)


def test_every_counted_kind_has_its_column() -> None:
    counted = {"killed", "injured", "hospitalised", "missing", "detained", "released", "abducted", "convicted"}
    assert counted | {"displaced", "evacuated", "deployed", "withdrawn"} == KINDS


def test_statements_read_what_the_contract_has() -> None:
    with duckdb.connect() as connection:
        connection.execute(DDL)
        for path in sorted((ROOT / "report" / "exports" / "sql").glob("*.sql")):
            (statement,) = connection.extract_statements(path.read_text(encoding="utf-8"))
            known = {"codebook": "ucdp", "at": None, "mart": "fct_casualties"}
            if "mart" not in statement.named_parameters:
                wanted = {name: known[name] for name in statement.named_parameters}
                assert connection.execute(statement, wanted).fetchall() == []
