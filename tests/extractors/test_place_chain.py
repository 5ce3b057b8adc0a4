from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractors.grammar.sentences import split
from extractors.parsing import language
from extractors.places.article import locate
from extractors.places.chain import resolve_place
from extractors.places.context import PlaceContext
from extractors.places.gazetteer import gazetteer
from extractors.places.home import article_country

if TYPE_CHECKING:
    from extractors.records import Place


def context_of(text: str) -> PlaceContext:
    sentences = split(text)
    docs = {sentence.index: language()(sentence.text) for sentence in sentences}
    return PlaceContext(sentences, locate(sentences, gazetteer()), docs)


def resolve(
    text: str, word: str, *, family: str = "casualty", kind: str = "killed", scope: str | None = None
) -> Place | None:
    context = context_of(text)
    index, event = next((i, t) for i, doc in reversed(context.docs.items()) for t in doc if t.text == word)
    return resolve_place(event, index, context, family=family, kind=kind, scope=scope)


MINE = """Mine collapse in Peru kills nine

Nine miners died when a shaft collapsed in northern Peru on Monday.

The collapse happened at a gold mine in Trujillo, officials said. Four were hurt.

Rescuers said two more were missing."""

WAR = """Fighting spreads in Sudan

Fighting between rival generals spread across Sudan on Friday.

In Nyala, shells hit a market. Six women were slain.

Doctors say 900 people have been lost since the war began.

France condemned the violence."""


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [(MINE, "hurt", "Trujillo"), (MINE, "missing", "Trujillo"), (WAR, "slain", "Nyala")],
    ids=["same paragraph", "one event", "sentence before"],
)
def test_resolve_place_takes_it_from_before(text: str, word: str, name: str) -> None:
    place = resolve(text, word)
    assert place is not None
    assert place.name == name


def test_resolve_place_gives_a_running_total_the_country() -> None:
    place = resolve(WAR, "lost", scope="total")
    assert place is not None
    assert place.name == "Sudan"


def test_resolve_place_gives_a_response_the_place_it_is_about() -> None:
    place = resolve(WAR, "condemned", family="response", kind="condemns")
    assert place is not None
    assert place.name == "Sudan"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Schools were shut nationwide.", "Kenya"),
        ("Two were killed in the capital.", "Nairobi"),
        ("Two were killed in the north.", "Northern Kenya"),
        ("Two were killed in the western region of the country.", "Western Kenya"),
    ],
)
def test_locate_reads_places_named_by_description(sentence: str, name: str) -> None:
    context = context_of(f"Floods in Kenya\n\nFloods hit Kenya on Monday, and Nairobi was cut off.\n\n{sentence}")
    assert [mention.place.name for mention in context.places.mentions[-1]] == [name]


def test_locate_takes_no_capital_from_outside_the_article() -> None:
    context = context_of("Floods in Kenya\n\nFloods hit Kenya on Monday.\n\nTwo were killed in the capital.")
    assert context.places.mentions[-1] == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kazakh police fired on crowds in Almaty, Moscow said.", "KZ"),
        ("French troops left bases in Timbuktu and Gao in Mali.", "ML"),
        ("U.S. aid reached Port-au-Prince after the quake in Haiti.", "HT"),
    ],
)
def test_article_country_is_where_things_happen(text: str, code: str) -> None:
    place = article_country(split(text), gazetteer())
    assert place is not None
    assert place.country_code == code


def test_article_country_hears_the_dateline_and_names_before_small_towns() -> None:
    text = "HARARE, April 18 \u2014 A farmer was shot, his union said.\n\nBritish envoys were alarmed."
    country = locate(split(text), gazetteer(), text).country
    assert country is not None
    assert country.name == "Zimbabwe"
    text = "Honduras counts its dead\n\nA slope fell on San Marcos, Honduras said."
    assert context_of(text).places.mentions[1][0].place.country_code == "HN"


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The news agency Nyeri said nine had died. Nyeri gave no names.", []),
        ("A bus left the road at Zubrowka.", ["Zubrowka"]),
        ("Shots were heard near the Zubrowka crossing.", ["Zubrowka"]),
    ],
)
def test_locate_knows_outlets_from_places(sentence: str, names: list[str]) -> None:
    context = context_of(f"Floods in Kenya\n\nFloods hit Kenya on Monday.\n\n{sentence}")
    assert [m.place.name for mentions in context.places.mentions[2:] for m in mentions] == names


STRIKE = """Dockers walk out in Kenya

Dockers fought police in the streets of Mombasa on Monday.

Two men were slain. The internet went dark and a state of emergency was declared."""


@pytest.mark.parametrize(
    ("word", "family", "kind", "name"),
    [
        ("slain", "casualty", "killed", "Mombasa"),
        ("dark", "disruption", "internet", "Kenya"),
        ("declared", "measure", "state_of_emergency", "Kenya"),
    ],
)
def test_resolve_place_gives_what_is_decreed_or_cut_the_country(word: str, family: str, kind: str, name: str) -> None:
    place = resolve(STRIKE, word, family=family, kind=kind)
    assert place is not None
    assert place.name == name


def test_article_country_is_none_without_any_place() -> None:
    assert article_country(split("Nothing happened to anybody."), gazetteer()) is None


ACTORS = """Junta in Niger rejects charge

Niger's new junta said on Monday that France had planned to free the ousted president.

Paris denied it. French embassy guards fired tear gas at a crowd."""

EVACUATED = """Volcano in Guatemala buries villages

Guatemala's disaster agency said 75 people died in the hamlet of Zubrowka. Seven children were flown to Texas."""


@pytest.mark.parametrize(("text", "country"), [(ACTORS, "Niger"), (EVACUATED, "Guatemala")])
def test_who_acts_or_takes_in_is_not_the_country_that_an_article_is_about(text: str, country: str) -> None:
    place = article_country(split(text), gazetteer())
    assert place is not None
    assert place.name == country


STAMPEDE = """Crush at Indian temple leaves 15 dead

Fifteen pilgrims were trampled on a bridge at Zubrowka in Madhya Pradesh on Sunday.

Police said 40 more were hurt. Security forces said nine rebels were shot elsewhere."""


@pytest.mark.parametrize(("word", "name"), [("hurt", "Zubrowka"), ("shot", "India")])
def test_an_unknown_village_beside_its_state_is_the_articles_place(word: str, name: str) -> None:
    place = resolve(STAMPEDE, word)
    assert place is not None
    assert place.name == name
