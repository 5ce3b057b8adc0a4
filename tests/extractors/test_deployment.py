"""Forces sent, arriving, present, pulled out - and what only looks like it."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.records import ArticleText
from extractors.rules import extract

Told = tuple[str, float | None, str | None, str]


def told(sentence: str) -> set[Told]:
    claims = extract(ArticleText("a", "v", sentence, date(2024, 5, 16)))
    return {(c.kind, c.count.value if c.count else None, c.group, c.status) for c in claims if c.family == "deployment"}


DEPLOYMENTS: list[tuple[str, set[Told]]] = [
    ("Japan dispatched a 22-member medical team.", {("deployed", 22, "aid_workers", "asserted")}),
    ("Federal troops, 5,000 of them flown from Texas, moved into the town.",
     {("deployed", 5000, "security_forces", "asserted")}),
    ("Twelve water bombers are dropping sea water on the flames.", {("deployed", 12, None, "asserted")}),
    ("Three hundred marines were airlifted out.", {("withdrawn", 300, "security_forces", "asserted")}),
    ("Tanks rumbled into the square.", {("deployed", None, None, "asserted")}),
    ("Spain sent two frigates and Italy a further 300 marines.",
     {("deployed", 2, None, "asserted"), ("deployed", 300, "security_forces", "asserted")}),
    ("Spain has promised 2,000 troops and Italy up to 1,200.",
     {("deployed", 2000, "security_forces", "planned"), ("deployed", 1200, "security_forces", "planned")}),
    ("Some 4,000 troops are at work in the south.", {("deployed", 4000, "security_forces", "asserted")}),
    ("Paris sent 600 soldiers to the north.", {("deployed", 600, "security_forces", "asserted")}),
    ("Paris will send 600 soldiers to the north.", {("deployed", 600, "security_forces", "planned")}),
    ("The first peacekeepers landed on Thursday.", {("deployed", None, "peacekeepers", "asserted")}),
    ("Peacekeeping troops arrived in the capital.", {("deployed", None, "peacekeepers", "asserted")}),
    ("Some 300 police were deployed to the scene.", {("deployed", 300, "security_forces", "asserted")}),
    ("The navy dispatched two warships.", {("deployed", 2, None, "asserted")}),
    ("The area was cordoned off by dozens of soldiers.", {("deployed", None, "security_forces", "asserted")}),
    ("The force will number about 2,500.", {("deployed", 2500, "security_forces", "planned")}),
    ("The contingent numbers 2,030 troops.", {("deployed", 2030, "security_forces", "asserted")}),
    ("Residents saw armoured vehicles in the main square.", {("deployed", None, None, "asserted")}),
    ("Armoured vehicles wait to be airlifted to the border.", {("deployed", None, None, "planned")}),
    ("NATO keeps about 3,700 troops in Kosovo.", {("deployed", 3700, "security_forces", "asserted")}),
    ("Chad sent 2,000 men to help the army.", {("deployed", 2000, "security_forces", "asserted")}),
    ("Nine hundred officers have been drafted in from the north.",
     {("deployed", 900, "security_forces", "asserted")}),
    ("NATO has 3,700 troops in Kosovo.", {("deployed", 3700, "security_forces", "asserted")}),
    ("There are about 4,500 peacekeepers in the country.", {("deployed", 4500, "peacekeepers", "asserted")}),
    ("Some 200 British soldiers are already there.", {("deployed", 200, "security_forces", "asserted")}),
    ("Two frigates sailed from Toulon.", {("deployed", 2, None, "asserted")}),
    ("Germany has lent 19 helicopters.", {("deployed", 19, None, "asserted")}),
    ("Planes brought in 192 men.", {("deployed", 192, "security_forces", "asserted")}),
    ("The government reinforced the city with 500 soldiers.", {("deployed", 500, "security_forces", "asserted")}),
    ("The last 90 soldiers rotated out in May.", {("withdrawn", 90, "security_forces", "asserted")}),
    ("The government sent in the army with 27,000 soldiers.", {("deployed", 27000, "security_forces", "asserted")}),
    ("A battalion of paratroopers, some 150 men, was flown to the base.",
     {("deployed", 150, "security_forces", "asserted")}),
    ("More officers from Kent, 1,200 in all, are being bused to the county.",
     {("deployed", 1200, "security_forces", "asserted")}),
    ("Japan is sending a rescue team of 40.", {("deployed", 40, "aid_workers", "asserted")}),
    ("About 2,000 servicemen remain in the region.", {("deployed", 2000, "security_forces", "asserted")}),
    ("The minister raised the strength of the task force from 1,000 to 2,000 members.",
     {("deployed", 2000, "security_forces", "asserted")}),
    ("Some 358 firefighters are working on the fire.", {("deployed", 358, "aid_workers", "asserted")}),
    ("Riot police blocked the road to parliament.", {("deployed", None, "security_forces", "asserted")}),
    ("The number of troops in the province was raised to 8,000.",
     {("deployed", 8000, "security_forces", "asserted")}),
    ("The peacekeepers began to leave on Thursday.", {("withdrawn", None, "peacekeepers", "asserted")}),
    ("Rebel fighters withdrew from the town.", {("withdrawn", None, "militants", "asserted")}),
    ("London pulled out 400 troops in June.", {("withdrawn", 400, "security_forces", "asserted")}),
]  # fmt: skip

NONE = [
    "Spain said it stood ready to send troops.",
    "A passenger bus left the road near the village.",
    "Their deaths brought to 3,117 the number of American troops who have died there.",
    "The delegation arrived on Monday.",
    "The ministry sent a letter to 300 schools.",
    "The candidate withdrew from the race.",
    "Several officers were left wounded.",
    "The army has arrested two editors.",
    "The storm entered the gulf.",
    "The actor landed a role.",
    "Shares retreated on Friday.",
    "The bank withdrew the notes.",
    "The company shipped 300 phones.",
    "The soldiers were 20 kilometres from the city.",
    "The army has 40,000 soldiers.",
    "Gunmen fired at a march, leaving at least 11 people dead.",
    "The clinic has 12 soldiers in intensive care.",
    "There were no police in sight.",
    "Cuba has offered 200 more doctors.",
    "Police were ordered to hold their fire.",
    "Six firefighters were pulled out unhurt.",
    "Mutinous soldiers blocked the road.",
    "Two men flew a drone near the base.",
    "The town's people were flown out by helicopter.",
]


@pytest.mark.parametrize(("sentence", "expected"), DEPLOYMENTS, ids=[s for s, _ in DEPLOYMENTS])
def test_deployments_are_found(sentence: str, expected: set[Told]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize("sentence", NONE)
def test_no_deployment_is_seen_where_none_is_told(sentence: str) -> None:
    assert told(sentence) == set()
