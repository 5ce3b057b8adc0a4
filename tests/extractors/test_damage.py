"""Things damaged, destroyed, burned, looted, seized - and what only sounds like it."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.records import ArticleText
from extractors.rules import extract
from extractors.things.classes import classes_by_phrase, classes_said, lexicon

Told = tuple[str, str | None, str | None, str]


def told(sentence: str) -> set[Told]:
    claims = extract(ArticleText("a", "v", sentence, date(2024, 5, 16)))
    return {(c.kind, c.count.text if c.count else None, c.subject, c.status) for c in claims if c.family == "damage"}


DAMAGE: list[tuple[str, set[Told]]] = [
    (
        "Gunmen wrecked the studios of three television channels.",
        {("destroyed", None, "studios of three television channels", "asserted")},
    ),
    ("Torrents of mud engulfed some 125 homes.", {("destroyed", "some 125", "homes", "asserted")}),
    ("Some 400 flats were left uninhabitable.", {("damaged", "Some 400", "flats", "asserted")}),
    ("Two security guards whose car was set alight died.", {("burned", None, "whose car", "asserted")}),
    ("The quake damaged 400 homes.", {("damaged", "400", "homes", "asserted")}),
    ("Rioters torched a police station.", {("burned", None, "police station", "asserted")}),
    ("At least 25 cars were set on fire.", {("burned", "At least 25", "cars", "asserted")}),
    (
        "Police cars were overturned and set alight.",
        {("damaged", None, "Police cars", "asserted"), ("burned", None, "Police cars", "asserted")},
    ),
    ("A petrol bomb set a vehicle alight.", {("burned", None, "vehicle", "asserted")}),
    ("A crowd stormed the palace and set it ablaze.", {("burned", None, "palace", "asserted")}),
    ("Thugs broke into offices and set some on fire.", {("burned", None, "offices", "asserted")}),
    ("Crowds stormed the hall and set fire there.", {("burned", None, "hall", "asserted")}),
    (
        "Some 40 cars, including 12 police vans, were burned.",
        {("burned", "Some 40", "cars", "asserted"), ("burned", "12", "police vans", "asserted")},
    ),
    ("More than 4,000 homes were damaged or destroyed.", {("destroyed", "More than 4,000", "homes", "asserted")}),
    ("The storm destroyed or damaged 900 houses.", {("destroyed", "900", "houses", "asserted")}),
    (
        "Mobs torched at least 15 mills and looted hundreds more.",
        {("burned", "at least 15", "mills", "asserted"), ("looted", "hundreds", "mills", "asserted")},
    ),
    (
        "More than 2,000 huts and 4,000 shacks were damaged.",
        {("damaged", "More than 2,000", "huts", "asserted"), ("damaged", "4,000", "shacks", "asserted")},
    ),
    (
        "Fighters looted homes, shops and the hospital.",
        {
            ("looted", None, "homes", "asserted"),
            ("looted", None, "shops", "asserted"),
            ("looted", None, "hospital", "asserted"),
        },
    ),
    (
        "Cars were burned, shops looted and offices stormed.",
        {("burned", None, "Cars", "asserted"), ("looted", None, "shops", "asserted")},
    ),
    (
        "A supermarket, a bank and 12 shops were set ablaze.",
        {
            ("burned", None, "supermarket", "asserted"),
            ("burned", None, "bank", "asserted"),
            ("burned", "12", "shops", "asserted"),
        },
    ),
    (
        "Mobs set fire to parliament, the High Court and the homes of five ministers.",
        {
            ("burned", None, "parliament", "asserted"),
            ("burned", None, "High Court", "asserted"),
            ("burned", None, "homes of five ministers", "asserted"),
        },
    ),
    ("Houses destroyed: 1,250", {("destroyed", "1,250", "Houses", "asserted")}),
    ("Schools damaged: 14.", {("damaged", "14", "Schools", "asserted")}),
    ("Two bridges are gone.", {("destroyed", "Two", "bridges", "asserted")}),
    ("Some 200 homes were lost in the fire.", {("destroyed", "Some 200", "homes", "asserted")}),
    ("The school lost its roof.", {("damaged", None, "school", "asserted")}),
    ("Looters emptied a supermarket.", {("looted", None, "supermarket", "asserted")}),
    ("Rebels seized the airport on Friday.", {("seized", None, "airport", "asserted")}),
    ("Rebels took control of the port.", {("seized", None, "port", "asserted")}),
    ("Rebels captured Goma on Friday.", {("seized", None, "Goma", "asserted")}),
    ("Troops retook the airport.", {("seized", None, "airport", "ended")}),
    ("The airport was cleared of protesters.", {("seized", None, "airport", "ended")}),
    ("The rebels recaptured the town.", {("seized", None, "town", "asserted")}),
    ("Police confiscated equipment.", {("seized", None, "equipment", "asserted")}),
    ("A fire broke out at a hotel.", {("burned", None, "hotel", "asserted")}),
    ("The fire started on Friday night at the grain depot.", {("burned", None, "grain depot", "asserted")}),
    ("A number of fires burned, and the library was gutted.", {("burned", None, "library", "asserted")}),
    ("Three buildings collapsed in the quake.", {("destroyed", "Three", "buildings", "asserted")}),
    ("Air defences shot down 14 drones.", {("destroyed", "14", "drones", "asserted")}),
    ("The tornado caused damage to 60 houses.", {("damaged", "60", "houses", "asserted")}),
    ("The mayor said the church had reportedly been burned.", {("burned", None, "church", "unconfirmed")}),
    ("The hall in the capital, Bishkek was set afire.", {("burned", None, "hall", "asserted")}),
]

NONE = [
    "Shops pulled down their shutters.",
    "An aftershock shook the town.",
    "The scandal damaged the minister.",
    "The champions destroyed their rivals.",
    "The song set the charts on fire.",
    "The striker is on fire this season.",
    "The talks collapsed.",
    "The court shot down the plan.",
    "The rebels tried to seize the airport.",
    "The army vowed to retake the town.",
    "The army threatened to destroy the village.",
    "If the dam breaks, 300 homes will be flooded.",
    "The storm could damage hundreds of homes.",
    "No buildings were damaged.",
    "Two tankers were not damaged.",
    "The speech captured the mood of the town.",
    "The firm seized the market.",
    "A new chairman took over the company.",
    "The club sacked its coach.",
    "Customs seized two tonnes of cocaine.",
    "Gunmen opened fire in a hotel.",
    "The fire department is next to the hotel.",
    "Smash a bar of chocolate and stir.",
    "Residents repaired the damaged houses.",
    "The shops that were looted have reopened.",
    'A firm "shot down" two drones in the war game.',
    "Police worked to stop the looting of shops.",
    "Cheap steel flooded the market.",
    "The stock market was battered.",
    "They burnt the Russian flag.",
    "The fire at the airport is under control.",
    "A change of rules levelled the playing field.",
    "He seized the moment.",
]


@pytest.mark.parametrize(("sentence", "expected"), DAMAGE, ids=[s for s, _ in DAMAGE])
def test_damage_is_found(sentence: str, expected: set[Told]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize("sentence", NONE)
def test_no_damage_is_seen_where_none_is_told(sentence: str) -> None:
    assert told(sentence) == set()


@pytest.mark.parametrize("name", ["things", "services"])
def test_noun_classes_match_and_reject(name: str) -> None:
    for each in lexicon(name).classes:
        assert all(each.name in classes_said(text, name) for text in each.matches), each.name
        assert not any(each.name in classes_said(text, name) for text in each.rejects), each.name


def test_phrases_take_both_numbers() -> None:
    assert ("police", "vehicle") in classes_by_phrase("things")
    assert ("police", "vehicles") in classes_by_phrase("things")


def test_actor_is_who_did_it_and_no_blaze() -> None:
    claims = extract(ArticleText("a", "v", "Protesters burned a bank. A fire destroyed a barn.", date(2024, 5, 16)))
    assert {(c.kind, c.actor) for c in claims if c.family == "damage"} == {
        ("burned", "Protesters"),
        ("destroyed", None),
    }


def test_mention_without_number_falls_to_the_counted_one() -> None:
    text = "Rioters burned cars in Lyon on Monday. In Lyon on Monday, 30 cars were burned."
    claims = extract(ArticleText("a", "v", text, date(2024, 5, 16)))
    assert [c.count.text for c in claims if c.family == "damage" and c.count] == ["30"]
    assert len([c for c in claims if c.family == "damage"]) == 1
