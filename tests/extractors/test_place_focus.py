"""Where an article's event is: headline, lead, byline and dateline."""

from __future__ import annotations

import pytest

from extractors.grammar.sentences import split
from extractors.parsing import language
from extractors.places.article import locate
from extractors.places.bylines import is_byline
from extractors.places.context import PlaceContext, narrowed
from extractors.places.focus import events_named
from extractors.places.gazetteer import gazetteer


def context_of(text: str) -> PlaceContext:
    sentences = split(text)
    docs = {sentence.index: language()(sentence.text) for sentence in sentences}
    return PlaceContext(sentences, locate(sentences, gazetteer(), text), docs)


def focus_of(text: str) -> str | None:
    focus = context_of(text).focus
    return focus.name if focus else None


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lutz in Mbabane",
        "By ANN LUTZ, Beirut and Amman",
        "Our Correspondent in Rosario",
        "Daily Report | Kathmandu | Thursday, Sept 11",
        "A reconstruction by the Review's reporters in Dhaka and London",
        "Disaster Information Office, Tokyo",
    ],
)
def test_a_byline_is_known_by_its_words(line: str) -> None:
    assert is_byline(split(f"Nine die\n\n{line}\n\nNine people died in Homs.")[1])


@pytest.mark.parametrize(
    "line", ["Gunmen kill two reporters in Homs", "Fire guts tax office in Homs", "Police storm bureau, free nine"]
)
def test_a_headline_is_no_byline(line: str) -> None:
    assert not is_byline(split(f"{line}\n\nNine people died.")[0])


COURT = """Two former ministers jailed

By Ann Lutz in Mbabane

Two former ministers were sentenced to 15 years on Thursday.

Both have been held at a jail in Manzini. Police took away five supporters outside."""

BOMB = """Horror on Lutz Lane

Officer clears shop minutes before the blast

A van blew up in Lutz Lane, the busiest street in the town of Rotherham, on Monday."""

PIT = """Blast kills 61 in pit

Nine miners are missing after a blast in western Siberia.

The blast tore through a pit near Novokuznetsk on Tuesday."""

FIRED = """Two die across Nepal

Two people were killed as police opened fire on marchers in Pokhara.

At Pokhara police opened fire again."""

REPORTED = """Blast kills 83 in eastern Ukraine

KRASNODON, Ukraine (ZAN) - A blast in a pit in eastern Ukraine killed 83 miners on Sunday."""

BUREAU = """Blast kills 83 in eastern Ukraine

KYIV, Ukraine (ZAN) - A blast in a pit in eastern Ukraine killed 83 miners on Sunday."""

VILLAGE = """Battle at the coke works

The bloodiest day left a Yorkshire village in ruins.

Miners faced police outside the Lutz coking plant, near Rotherham."""

DIVISION = """Ethiopia: 200 civilians killed

Some 200 civilians were killed in Ethiopia's Oromia region on Saturday."""

SLUG = """PHILIPPINES-COUP: Rebels hold towers in Manila

Soldiers held hotels in Manila on Sunday."""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (COURT, "Mbabane"),
        (BOMB, "Rotherham"),
        (PIT, "Novokuznetsk"),
        (FIRED, "Nepal"),
        (REPORTED, "Krasnodon"),
        (BUREAU, "Eastern Ukraine"),
        (VILLAGE, "Lutz"),
        (SLUG, "Manila"),
    ],
    ids=[
        "byline",
        "town of the street",
        "same event",
        "shots",
        "from the scene",
        "bureau",
        "unnamed",
        "slug",
    ],
)
def test_focus_is_where_the_articles_event_is(text: str, name: str) -> None:
    assert focus_of(text) == name


def test_a_byline_is_no_mention() -> None:
    context = context_of(COURT)
    assert context.places.mentions[1] == ()
    assert context.places.dateline is not None
    assert context.places.dateline.name == "Mbabane"


@pytest.mark.parametrize(("text", "events"), [("Police opened fire.", set()), ("A fire broke out.", {"fire"})])
def test_events_named_are_no_shots(text: str, events: set[str]) -> None:
    assert events_named(text) == events


LEAD_WITH_TOWNS = """El Salvador holds 6,000

SAN SALVADOR (ZAN) - Police have arrested 6,000 people in El Salvador since families left Ilopango and Izalco."""

LEAD_ALONE = """Mongolia in state of emergency

ULAN BATOR (ZAN) - Mongolia declared an emergency after a crowd torched a building."""


@pytest.mark.parametrize(("text", "name"), [(LEAD_WITH_TOWNS, "El Salvador"), (LEAD_ALONE, "Ulan Bator")])
def test_a_country_is_narrowed_to_the_dateline_unless_the_lead_names_other_towns(text: str, name: str) -> None:
    context = context_of(text)
    place = narrowed(context.focus, context)
    assert place is not None
    assert place.name == name
