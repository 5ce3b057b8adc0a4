from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractors.parsing import language
from extractors.places.gazetteer import gazetteer
from extractors.places.mentions import find_places
from extractors.places.roles import place_of, places_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def event_of(sentence: str, word: str) -> Token:
    return next(token for token in language()(sentence) if token.text == word)


CASES = [
    ("YE", "A strike on a market in Saada killed 40 people.", "killed", "Saada"),
    ("KE", "Four people died in Garissa, in eastern Kenya, police said.", "died", "Garissa"),
    ("LB", "Lebanon's health ministry said 12 people were killed in Tyre.", "killed", "Tyre"),
    ("SD", "Sudan's security forces killed three marchers near Khartoum.", "killed", "Khartoum"),
    ("IL", "Israel bombed a hospital in Gaza City.", "bombed", "Gaza City"),
    ("TR", "An earthquake shook Izmir and injured 800.", "shook", "Izmir"),
    ("FR", "Two towns were flooded in Brittany.", "flooded", "Brittany"),
    ("CL", "Protesters torched a church in the city of Temuco.", "torched", "Temuco"),
    ("IQ", "Security forces killed two men at a checkpoint outside Mosul.", "killed", "Mosul"),
    ("KZ", "The mayor of Almaty said 100 cars were burned in Taraz.", "burned", "Taraz"),
    ("NG", "Gunmen attacked a village in Zamfara state.", "attacked", "Zamfara"),
    ("NG", "Gunmen attacked a village in Niger state.", "attacked", "Niger state"),
    ("PE", "The ministry in Lima said nine had died in Cusco.", "died", "Cusco"),
    ("PE", "Protesters in Puno blocked the road to Cusco.", "blocked", "Puno"),
    ("PE", "Rain flooded most of Piura.", "flooded", "Piura"),
    ("PK", "Nine were killed in Sibi, the army announced in Rawalpindi.", "killed", "Sibi"),
    ("PK", "Nine were killed in Sibi, the army told reporters at Quetta.", "killed", "Sibi"),
    ("VN", "In Ha Tinh, a doctor said five workers had been killed.", "killed", "Ha Tinh"),
    ("NP", "At Pokhara five men died on Tuesday, and in Lutz two were killed.", "died", "Pokhara"),
    ("EC", "In Ibarra 14 men were hurt, and in nearby Lutz the jail wall collapsed.", "hurt", "Ibarra"),
    ("RS", "Thousands rallied in Belgrade in memory of the victims of Novi Sad.", "rallied", "Belgrade"),
    ("PH", "In the province of Cebu rebels seized the Lutz air base.", "seized", "Lutz"),
    ("NP", "Two men were killed in Chitwan and Banepa.", "killed", "Chitwan"),
    ("SZ", "They have been held at the remand centre in Manzini.", "held", "Manzini"),
]

DEPLOYMENTS = [
    ("KZ", "Russia sent 3,000 paratroopers from Moscow to Almaty.", "sent", "Almaty"),
    ("ML", "France deployed 1,700 soldiers to Mali.", "deployed", "Mali"),
    ("HT", "Kenya will send 1,000 police officers to Haiti.", "send", "Haiti"),
]


@pytest.mark.parametrize(("home", "sentence", "word", "name"), CASES, ids=[case[1][:40] for case in CASES])
def test_place_of_says_where_the_event_is(home: str, sentence: str, word: str, name: str) -> None:
    mention = place_of(event_of(sentence, word), find_places(sentence, gazetteer(), home))
    assert mention is not None
    assert mention.place.name == name


@pytest.mark.parametrize(("home", "sentence", "word", "name"), DEPLOYMENTS, ids=[case[1][:40] for case in DEPLOYMENTS])
def test_place_of_a_deployment_is_its_destination(home: str, sentence: str, word: str, name: str) -> None:
    mention = place_of(event_of(sentence, word), find_places(sentence, gazetteer(), home), "deployed")
    assert mention is not None
    assert mention.place.name == name


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Kazakhstan's interior ministry said 26 people had been killed.", "killed"),
        ("Moscow condemned the killings.", "condemned"),
        ("Hong Kong police arrested 149 people.", "arrested"),
    ],
)
def test_place_of_is_none_where_only_speakers_and_forces_have_places(sentence: str, word: str) -> None:
    assert place_of(event_of(sentence, word), find_places(sentence, gazetteer(), "KZ")) is None


def test_place_of_a_part_of_a_number_is_not_the_place_of_the_whole() -> None:
    sentence = "In all 92 died, 71 of them in Cusco."
    mentions = find_places(sentence, gazetteer(), "PE")
    died = event_of(sentence, "died")
    assert place_of(died, mentions, count=event_of(sentence, "92")) is None
    part = place_of(died, mentions, count=event_of(sentence, "71"))
    assert part is not None
    assert part.place.name == "Cusco"


def test_place_of_a_decree_is_none_of_the_riots_before_it() -> None:
    sentence = "The president declared a state of emergency after crowds burned shops in Cusco."
    mentions = find_places(sentence, gazetteer(), "PE")
    assert place_of(event_of(sentence, "declared"), mentions, "state_of_emergency") is None


def test_place_of_a_number_in_a_list_is_beside_it() -> None:
    sentence = "Police killed five people in Yangon and three in Mandalay."
    doc = language()(sentence)
    mentions = find_places(sentence, gazetteer(), "MM")
    killed, five, three = (next(t for t in doc if t.text == word) for word in ("killed", "five", "three"))
    assert [m.place.name for c in (five, three) if (m := place_of(killed, mentions, count=c))] == ["Yangon", "Mandalay"]


def test_places_of_gives_all_cities_of_a_list() -> None:
    sentence = "A curfew was imposed in Homs and Hama."
    found = places_of(event_of(sentence, "imposed"), find_places(sentence, gazetteer(), "SY"))
    assert [mention.place.name for mention in found] == ["Homs", "Hama"]


@pytest.mark.parametrize(
    ("sentence", "word", "number", "name"),
    [
        ("In Ishikawa 84 people have died: 48 in Wajima and 23 in Suzu.", "died", "84", "Ishikawa"),
        ("The agency counted 90 bodies, among them 50 on Bhola.", "bodies", "90", None),
        ("Some 86 bodies were found, most of them in Napo.", "found", "86", None),
        ("Some 86 bodies were found, 70 of them in Napo.", "found", "86", None),
        ("In Homs, police held 130 men and used tear gas outside a shop in Lutz.", "held", "130", "Homs"),
        ("Two schools in Kumbo and a hall in Lutz were burned.", "burned", "Two", "Kumbo"),
    ],
)
def test_place_of_a_number_is_not_that_of_its_parts(sentence: str, word: str, number: str, name: str | None) -> None:
    event = event_of(sentence, word)
    count = next(token for token in event.doc if token.text == number)
    mention = place_of(event, find_places(sentence, gazetteer(), None), "killed", count=count)
    assert (mention.place.name if mention else None) == name
