"""People displaced and evacuated - and who only runs away."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.records import ArticleText
from extractors.rules import extract

Told = tuple[str, str | None, str | None, str]


def told(sentence: str) -> set[Told]:
    claims = extract(ArticleText("a", "v", sentence, date(2024, 5, 16)))
    return {
        (c.kind, c.count.text if c.count else None, c.group, c.status) for c in claims if c.family == "displacement"
    }


DISPLACEMENTS: list[tuple[str, set[Told]]] = [
    (
        "The raid swelled the ranks of the displaced to some 40,000.",
        {("displaced", "some 40,000", "people", "asserted")},
    ),
    ("Some 800 tourists were evacuated from the island by boat.", {("evacuated", "Some 800", "civilians", "asserted")}),
    (
        "The storm swept on, swelling to 71,000 the number of people in evacuation centres.",
        {("displaced", "71,000", "people", "asserted")},
    ),
    ("Some 1,600 residents are out of their homes.", {("displaced", "Some 1,600", "civilians", "asserted")}),
    ("In three days 17,000 Burundians have walked into Rwanda.", {("displaced", "17,000", "people", "asserted")}),
    ("About 600 slept in the stadium.", {("displaced", "About 600", "people", "asserted")}),
    ("An estimated 150,000 people are on the move.", {("displaced", "An estimated 150,000", "people", "asserted")}),
    ("Four thousand were given shelter in schools.", {("displaced", "Four thousand", "people", "asserted")}),
    ("Lifeboats took 75 people from the roofs of their cars.", {("evacuated", "75", "people", "asserted")}),
    ("The convoy carried food for 30,000 refugees.", {("displaced", "30,000", "civilians", "asserted")}),
    (
        "More than 1.2 million people have been displaced.",
        {("displaced", "More than 1.2 million", "people", "asserted")},
    ),
    ("The fighting forced 4,000 villagers to flee.", {("displaced", "4,000", "civilians", "asserted")}),
    ("The floods left 30,000 people homeless.", {("displaced", "30,000", "people", "asserted")}),
    ("Shelling drove hundreds of families from their homes.", {("displaced", "hundreds", "civilians", "asserted")}),
    ("Some 20,000 people have fled the fighting.", {("displaced", "Some 20,000", "people", "asserted")}),
    ("Thousands of villagers fled across the border.", {("displaced", "Thousands", "civilians", "asserted")}),
    ("Residents fled their homes.", {("displaced", None, "civilians", "asserted")}),
    ("About 60 families lost their homes.", {("displaced", "About 60", "civilians", "asserted")}),
    ("About 5,000 refugees have crossed into Chad.", {("displaced", "About 5,000", "civilians", "asserted")}),
    ("More than 75,000 people have crossed into Uganda.", {("displaced", "More than 75,000", "people", "asserted")}),
    ("Some 300 people took refuge in a church.", {("displaced", "Some 300", "people", "asserted")}),
    ("More than 28,000 people were sheltering in the town.", {("displaced", "More than 28,000", "people", "asserted")}),
    ("Some 900 villagers are living in tents.", {("displaced", "Some 900", "civilians", "asserted")}),
    ("Hundreds of families spent the night in the open.", {("displaced", "Hundreds", "civilians", "asserted")}),
    ("About 600 residents are in emergency shelters.", {("displaced", "About 600", "civilians", "asserted")}),
    ("The country hosts 1.4 million refugees.", {("displaced", "1.4 million", "civilians", "asserted")}),
    ("The number of displaced people rose to 90,000.", {("displaced", "90,000", "people", "asserted")}),
    ("The offensive led to the displacement of 70,000 people.", {("displaced", "70,000", "people", "asserted")}),
    ("Some 3,000 residents were evacuated.", {("evacuated", "Some 3,000", "civilians", "asserted")}),
    ("Some 3,000 residents will be evacuated.", {("evacuated", "Some 3,000", "civilians", "planned")}),
    ("Rescuers moved 200 villagers to safety.", {("evacuated", "200", "civilians", "asserted")}),
    ("The flood forced the evacuation of 6,000 residents.", {("evacuated", "6,000", "civilians", "asserted")}),
    ("About 900 villagers evacuated their homes.", {("evacuated", "About 900", "civilians", "asserted")}),
    ("The mayor ordered 3,000 residents to leave.", {("evacuated", "3,000", "civilians", "planned")}),
    ("Some 40,000 people were told to evacuate.", {("evacuated", "Some 40,000", "people", "planned")}),
    (
        "Some 33,500 residents are accommodated in 370 shelters.",
        {("displaced", "Some 33,500", "civilians", "asserted")},
    ),
    ("Some 60 families were living in the open.", {("displaced", "Some 60", "civilians", "asserted")}),
    ("Thousands were forced out by the flames.", {("displaced", "Thousands", "people", "asserted")}),
    ("Displaced: 3,200 households.", {("displaced", "3,200", "civilians", "asserted")}),
    ("People displaced: 25,400", {("displaced", "25,400", "people", "asserted")}),
    ("Army helicopters plucked 40 villagers from rooftops.", {("evacuated", "40", "civilians", "asserted")}),
    ("Police cleared 300 people from nearby flats.", {("evacuated", "300", "people", "asserted")}),
    ("Fifty-seven survivors were driven to the capital.", {("evacuated", "Fifty-seven", "civilians", "asserted")}),
    ("Evacuation alerts cover another 36,000 people.", {("evacuated", "36,000", "people", "planned")}),
    ("The civilians have moved to nearly 300 shelters.", {("evacuated", None, "civilians", "asserted")}),
    ("The army issued evacuation orders for three villages.", {("evacuated", None, "people", "planned")}),
]

NONE = [
    "Twelve people died in the storm while others were in shelters.",
    "Two suspects fled on foot after the robbery.",
    "Some 300 pilgrims walked into the shrine.",
    "Officials asked reporters to leave the hall.",
    "One director fled to Dubai after the raid.",
    "Some 30,000 fans were packed into the stadium.",
    "The suspects fled the scene.",
    "The ousted president fled the country.",
    "Two men fled from police.",
    "Investors fled to gold.",
    "The ship displaces 9,000 tonnes.",
    "The dam could displace 20,000 people.",
    "About 5,000 fans poured into the stadium.",
    "Residents sheltered in basements during the raid.",
    "The homeless shelter opened on Monday.",
    "A homeless man was arrested.",
    "Two refugees were killed at the camp.",
    "The number of visitors rose to 90,000.",
    "The engine has a displacement of two litres.",
    "Hundreds of flights were delayed.",
    "The building was evacuated.",
    "The firm relocated its office.",
    "Officials may evacuate 3,000 residents.",
    "Police evacuated the building.",
    "The school held an evacuation drill.",
    "The evacuation orders were lifted on Monday.",
    "The minister said no evacuation order was given.",
    "A storm crossed into Uganda.",
    "More than 200 fans crossed into Spain.",
    "If the river rises, 300 families will have to flee.",
    "The firm sheltered profits in the island.",
    "The refugee agency opened a camp.",
    "Prices forced people out of the market.",
    "Troops crossed into Chad.",
    "The convict fled custody.",
    "The team left the area.",
    "A refugee who reached the camp spoke of hunger.",
    "There are 14 evacuation centres in the town.",
    "Eight survivors were flown to hospital.",
    "The hostel accommodates 300 students.",
    "Ten players were forced out of the tournament.",
    "Some 300 people took out loans.",
]


@pytest.mark.parametrize(("sentence", "expected"), DISPLACEMENTS, ids=[s for s, _ in DISPLACEMENTS])
def test_displacements_are_found(sentence: str, expected: set[Told]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize("sentence", NONE)
def test_no_displacement_is_seen_where_none_is_told(sentence: str) -> None:
    assert told(sentence) == set()


def test_an_order_to_leave_names_who_gave_it() -> None:
    (claim,) = extract(ArticleText("a", "v", "Israel issued evacuation orders.", date(2024, 5, 16)))
    assert (claim.kind, claim.actor, claim.count) == ("evacuated", "Israel", None)
