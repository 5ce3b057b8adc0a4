from __future__ import annotations

import csv
from importlib import resources

import pytest

from extractors.places.gazetteer import FIRST, gazetteer
from extractors.places.regions import english_name, lines, regions

SEED = resources.files("dbt_project") / "seeds" / "regions.csv"


def test_seed_is_what_the_command_writes() -> None:
    kept = list(csv.reader(SEED.read_text(encoding="utf-8").splitlines()))
    assert kept == [["" if cell is None else str(cell) for cell in line] for line in lines()]


@pytest.mark.parametrize(
    ("name", "aliases", "english"),
    [
        ("Almaty oblysy", ("Almatinskaya Oblast’", "Almaty Region"), "Almaty Region"),
        ("Texas", ("Lone Star",), "Texas"),
        ("Mangghystaū oblysy", ("Mangystau", "Маңғыстау"), "Mangystau"),
        ("Ḩimş", ("حمص",), "Hims"),
        ("Kansas", ("KAN",), "Kansas"),
        ("Gujarāt", ("ગુજરાત",), "Gujarat"),
        ("Qyzylorda oblysy", (), "Qyzylorda Region"),
    ],
)
def test_region_is_named_as_an_english_reader_has_it(name: str, aliases: tuple[str, ...], english: str) -> None:
    assert english_name(name, aliases) == english


def test_a_claims_region_is_found_by_its_code() -> None:
    known = {(one.country_code, one.admin1_code) for one in regions()}
    named = [entry for name in ("Mangystau", "Homs", "Texas", "Kherson") for entry in gazetteer().lookup(name)]
    coded = {(entry.country, entry.admin1) for entry in named if entry.prec == FIRST}
    assert len(coded) >= 4
    assert coded <= known
