from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from orchestration.cli import app
from orchestration.crises import EXAMPLE, crises_digest, leave_example, read_crises, take_along, write_crises
from orchestration.errors import WrongUseError
from orchestration.guard import WRONG_USE
from orchestration.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

WAR = """
- id: war
  title: War in Ukraine
  countries: [Ukraine, pl]
  places: [Belgorod]
  from: 2022-02-24
- id: quake-2023
  title: The earthquake
  countries: [Turkey]
  from: 2023-02-06
  to: 2023-06-30
  words: [earthquake, aftershock]
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.at(tmp_path)


def declare(settings: Settings, text: str) -> Settings:
    settings.crises.write_text(text, encoding="utf-8")
    return settings


def test_without_a_file_nothing_is_declared(settings: Settings) -> None:
    assert read_crises(settings) == ()
    write_crises(settings)
    assert json.loads(settings.declared_crises.read_text(encoding="utf-8")) == []


def test_the_example_declares_nothing_and_is_right_once_uncommented(settings: Settings) -> None:
    leave_example(settings)
    assert read_crises(settings) == ()
    entry = "\n".join(line.removeprefix("# ") for line in EXAMPLE.splitlines() if line.startswith(("# - ", "#   ")))
    (crisis,) = read_crises(declare(settings, entry))
    assert (crisis.crisis_id, crisis.country_codes, crisis.words) == ("kazakhstan-2022", ("KZ",), ("protest", "unrest"))


def test_what_somebody_wrote_is_left_alone(settings: Settings) -> None:
    leave_example(declare(settings, WAR))
    assert settings.crises.read_text(encoding="utf-8") == WAR


def test_the_models_get_codes_days_and_the_order_of_the_file(settings: Settings) -> None:
    write_crises(declare(settings, WAR))
    assert json.loads(settings.declared_crises.read_text(encoding="utf-8")) == [
        {
            "ordinal": 1,
            "crisis_id": "war",
            "title": "War in Ukraine",
            "country_codes": ["PL", "UA"],
            "places": ["Belgorod"],
            "words": [],
            "starts_on": "2022-02-24",
            "ends_on": "9999-12-31",
        },
        {
            "ordinal": 2,
            "crisis_id": "quake-2023",
            "title": "The earthquake",
            "country_codes": ["TR"],
            "places": [],
            "words": ["aftershock", "earthquake"],
            "starts_on": "2023-02-06",
            "ends_on": "2023-06-30",
        },
    ]


def test_the_digest_is_of_what_is_meant(settings: Settings) -> None:
    meant = crises_digest(declare(settings, WAR))
    assert crises_digest(declare(settings, f"# said otherwise\n{WAR.replace('Ukraine, pl', 'Poland, UA')}")) == meant
    assert crises_digest(declare(settings, WAR.replace("2023-06-30", "2023-07-01"))) != meant


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id: war", ["not a list"]),
        ("- [", ["no YAML"]),
        ("- war", ["entry 1"]),
        ("- {id: war, countries: [UA], from: 2022-02-24}", ["entry 1, 'war', field title", "required", "Add it"]),
        ("- {id: War, title: War, countries: [UA], from: 2022-02-24}", ["entry 1, 'War', field id", "small letters"]),
        ("- {id: a, title: War, from: 2022-02-24}", ["entry 1, 'a'", "it is nowhere"]),
        ("- {id: a, title: A, countries: [Ukrane], from: 2022-02-24}", ["field countries.1", "'Ukrane'", "'Ukraine'"]),
        ("- {id: a, title: A, countries: [NO], from: 2022-02-24}", ["countries.1", "quotes"]),
        ("- {id: a, title: A, country: UA, from: 2022-02-24}", ["field country", "check its spelling"]),
        ("- {id: a, title: A, countries: [UA], from: 2022}", ["field from", "2022 is no day"]),
        ("- {id: a, title: A, countries: [UA], from: soon}", ["field from", "soon is no day"]),
        ("- {id: a, title: A, countries: [UA], from: 2022-02-30}", ["no YAML", "day"]),
        ("- {id: a, title: A, countries: [UA], from: 2022-02-02, to: 2022-02-01}", ["before it begins on 2022-02-02"]),
        ('- {id: a, title: "A\\e[31m", countries: [UA], from: 2022-02-02}', ["field title"]),
        ("- {id: a, title: A, countries: [UA], words: [''], from: 2022-02-02}", ["field words.1"]),
        (WAR.replace("quake-2023", "war"), ["entry 2, 'war', field id", "entry 1 has this id"]),
    ],
)
def test_what_cannot_be_so_is_refused_with_entry_and_field(text: str, told: list[str], settings: Settings) -> None:
    with pytest.raises(WrongUseError) as refused:
        read_crises(declare(settings, text))
    message = str(refused.value)
    assert str(settings.crises) in message
    assert [words for words in told if words not in message] == []
    assert refused.value.remedy


def test_what_is_no_text_is_refused(settings: Settings) -> None:
    settings.crises.write_bytes(b"\xff\xfe")
    with pytest.raises(WrongUseError, match="UTF-8"):
        read_crises(settings)


def test_a_run_with_a_faulty_file_begins_nothing(settings: Settings) -> None:
    home = declare(settings, "- war").home
    (home / "a.txt").write_text("An article.", encoding="utf-8")
    shown = CliRunner().invoke(app, ["run", str(home / "a.txt"), "--home", str(home)])
    assert shown.exit_code == WRONG_USE
    assert "crises.yml" in shown.stderr.replace("\n", "")
    assert not settings.event_log.exists()


def test_another_home_declares_the_same(settings: Settings, tmp_path: Path) -> None:
    other = Settings.at(tmp_path / "other")
    take_along(settings, other)
    assert read_crises(other) == ()
    take_along(declare(settings, WAR), other)
    assert crises_digest(other) == crises_digest(settings)
