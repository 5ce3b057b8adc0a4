"""What carries over between a claim and its article, read end to end."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.records import ArticleText
from extractors.rules import extract


def place_of(text: str, kind: str, last: str) -> str | None:
    """The place of the only claim of a kind whose sentence ends so."""
    claims = extract(ArticleText("a", "v", text, date(2024, 6, 12)))
    (place,) = {claim.place for claim in claims if claim.kind == kind and claim.evidence.endswith(last)}
    return place.name if place else None


PARK = """Clashes in Serbia

Protesters clashed with police in Belgrade on Sunday.

A camp in Novi Sad was attacked by a mob, and in Subotica a car injured three marchers. The driver was detained."""

DAYS = """Unrest in Nepal

Protesters gathered in Kathmandu on Monday.

Two men were shot dead in Itahari on Monday. But on Tuesday mobs burned nine buses."""

DECADES = """Coup fails in the Philippines

Rebels were driven out of Makati on Sunday.

In August 1987, 53 people were killed."""

THERE = """Bus crash kills 40

A bus fell into a gorge near Huancal in Peru on Sunday, killing 40 people.

In 1994 a truck crash there killed 14 people."""

CITY = """Erzincan digs for survivors

ERZINCAN, Turkey (ZAN) - Nine people died when an earthquake shook Erzincan on Friday.

A bridge was destroyed near Pulumur.

The army sent 500 soldiers to the city."""

HERE = """Riots spread in Argentina

Our Correspondent in Rosario

Crowds looted nine shops here on Tuesday. Argentina has declared an emergency."""

LONG = """Toll rises

BOGOTA (ZAN) - Clashes in Colombia went on. Two people died in Bogota on Monday.

Three people died in Cali on Monday. Four people died in Medellin on Monday. Five people died in Pasto on Monday.

France condemned the violence."""

SHORT = """Toll rises

BOGOTA (ZAN) - Two people died in clashes in Bogota on Monday.

France condemned the violence."""

MINE = """Blast kills nine in Siberia

A blast in a pit in Novokuznetsk killed nine miners.

Germany offered a rescue team. Over 500 people have been displaced."""

COUNTRY = """Russia blast kills nine

A blast in a pit in Novokuznetsk killed nine miners.

Germany offered a rescue team."""

WAR = """Shelling goes on in Kharkiv

Shells killed two people in Kharkiv in Ukraine on Friday.

U.N. monitors have recorded 10,946 civilian deaths since February 2022."""

REGION = """Quake shakes northeast China

More than 100 people were killed by a blast in northeast China.

The blast tore through a mine in Hegang."""

DIVISION = """Ethiopia: 200 civilians killed

Some 200 civilians were killed in Ethiopia's Oromia region on Saturday.

France condemned the violence."""

CORNER = """Attacks in India's northeast

Nine people were killed in India's restive northeast on Monday."""

SECTIONS = """Malawi floods: situation report

Nine people died in Malawi, officials said on Monday.

Zomba

Two bridges were destroyed.

Chikwawa: 40 people were injured.

Outlook

Four people were killed."""


@pytest.mark.parametrize(
    ("text", "kind", "last", "name"),
    [
        (PARK, "detained", "was detained.", "Subotica"),
        (DAYS, "burned", "nine buses.", "Kathmandu"),
        (DECADES, "killed", "were killed.", "Philippines"),
        (THERE, "killed", "14 people.", "Huancal"),
        (CITY, "deployed", "to the city.", "Erzincan"),
        (HERE, "looted", "on Tuesday.", "Rosario"),
        (LONG, "condemns", "the violence.", "Colombia"),
        (SHORT, "condemns", "the violence.", "Bogota"),
        (MINE, "offers_help", "team.", "Novokuznetsk"),
        (COUNTRY, "offers_help", "team.", "Russia"),
        (MINE, "displaced", "displaced.", "Novokuznetsk"),
        (WAR, "killed", "2022.", "Ukraine"),
        (REGION, "killed", "northeast China.", "Northeast China"),
        (DIVISION, "condemns", "the violence.", "Oromia"),
        (CORNER, "killed", "on Monday.", "Northeast India"),
        (SECTIONS, "destroyed", "destroyed.", "Zomba"),
        (SECTIONS, "injured", "injured.", "Chikwawa"),
        (SECTIONS, "killed", "were killed.", "Malawi"),
    ],
)
def test_a_claim_without_a_place_takes_that_of_its_scene_or_article(text: str, kind: str, last: str, name: str) -> None:
    assert place_of(text, kind, last) == name
