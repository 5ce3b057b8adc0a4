"""Casualties and detentions, sentence by sentence: who is counted, how many, of which group."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.records import ArticleText, Claim
from extractors.rules import extract

Told = tuple[str, float | None, float | None, float | None, str | None]


def told(sentence: str, family: str) -> set[Told]:
    claims = extract(ArticleText("a", "v", sentence, date(2024, 5, 16)))
    return {as_told(claim) for claim in claims if claim.family == family}


def as_told(claim: Claim) -> Told:
    count = claim.count
    numbers = (count.value, count.low, count.high) if count else (None, None, None)
    return (claim.kind, *numbers, claim.group)


CASUALTIES: list[tuple[str, set[Told]]] = [
    ("The toll climbed past 1,200 on Wednesday.", {("killed", 1200, 1200, None, "people")}),
    ("The toll from floods and landslides reached 233.", {("killed", 233, 233, 233, "people")}),
    ("The rebels put their own dead at four.", {("killed", 4, 4, 4, "people")}),
    ("Paul Tuck was last night in intensive care.", {("hospitalised", 1, 1, 1, "people")}),
    ("The agency said 400 people could not be found.", {("missing", 400, 400, 400, "people")}),
    ("A quake struck the coast on Friday, killing at least 17 people and injuring more than 700.",
     {("killed", 17, 17, None, "people"), ("injured", 700, 700, None, "people")}),
    ("The death toll from the landslide rose to 42 from 30 on Sunday.", {("killed", 42, 42, 42, "people")}),
    ("At least 16 people died and scores were missing after a ferry capsized.",
     {("killed", 16, 16, None, "people"), ("missing", None, None, None, "people")}),
    ("Rescuers recovered the bodies of 11 miners from the shaft.", {("killed", 11, 11, 11, "civilians")}),
    ("Three soldiers and two civilians were killed when their vehicle hit a mine.",
     {("killed", 3, 3, 3, "security_forces"), ("killed", 2, 2, 2, "civilians")}),
    ("The explosion killed a mother and her two children.",
     {("killed", 1, 1, 1, "civilians"), ("killed", 2, 2, 2, "civilians")}),
    ("Nobody was hurt in the fire.", {("injured", 0, 0, 0, "people")}),
    ("No casualties were reported.", {("killed", 0, 0, 0, "people")}),
    ("Police said the driver died at the scene and six passengers suffered serious injuries.",
     {("killed", 1, 1, 1, "civilians"), ("injured", 6, 6, 6, "civilians")}),
    ("Thirty-one bodies have been pulled from the rubble so far.", {("killed", 31, 31, 31, "people")}),
    ("The storm has claimed at least 120 lives on the islands.", {("killed", 120, 120, None, "people")}),
    ("Among the victims were five children.", {("killed", 5, 5, 5, "civilians")}),
    ("Two pilots were killed in the crash.", {("killed", 2, 2, 2, "civilians")}),
    ("The health ministry reported 54 new deaths.", {("killed", 54, 54, 54, "people")}),
    ("The quake killed an estimated 230,000 people.", {("killed", 230000, None, None, "people")}),
    ("Troops shot dead a 15-year-old boy.", {("killed", 1, 1, 1, "civilians")}),
    ("More than 50 people were wounded, some seriously, hospital officials said.",
     {("injured", 50, 50, None, "people")}),
    ("Between 20 and 30 militants were killed in the raid.", {("killed", None, 20, 30, "militants")}),
    ("Security forces shot and killed four demonstrators.", {("killed", 4, 4, 4, "protesters")}),
    ("Twelve officers have died and another 317 have been injured.",
     {("killed", 12, 12, 12, "security_forces"), ("injured", 317, 317, 317, "security_forces")}),
    ("The collapse left five workers dead and eight hospitalized.",
     {("killed", 5, 5, 5, "civilians"), ("hospitalised", 8, 8, 8, "civilians")}),
    ("A total of 66 people perished in the fire.", {("killed", 66, 66, 66, "people")}),
    ("Serious injuries: 25.", {("injured", 25, 25, 25, "people")}),
    ("Missing: 179 people", {("missing", 179, 179, 179, "people")}),
    ("The United Nations counted 10,946 civilian deaths.", {("killed", 10946, 10946, 10946, "civilians")}),
    ("Five of its crew of six died.", {("killed", 5, 5, 5, "civilians")}),
    ("The whereabouts of 179 persons are unknown.", {("missing", 179, 179, 179, "people")}),
    ("The army lost 12 soldiers in the ambush.", {("killed", 12, 12, 12, "security_forces")}),
    ("Police said 72 of their men had been injured.", {("injured", 72, 72, 72, "security_forces")}),
    ("Both men died in hospital.", {("killed", 2, 2, 2, "people")}),
    ("Twelve medics were among the dead.", {("killed", 12, 12, 12, "aid_workers")}),
    ("Eighteen police and national guard servicemen had been killed.", {("killed", 18, 18, 18, "security_forces")}),
    ("The raid killed 20 people, including six journalists.",
     {("killed", 20, 20, 20, "people"), ("killed", 6, 6, 6, "journalists")}),
    ("The ministry said 103 people were killed in Almaty, 21 in Kyzylorda and eight in Zhambyl.",
     {("killed", 103, 103, 103, "people"), ("killed", 21, 21, 21, "people"), ("killed", 8, 8, 8, "people")}),
    ("Three of its soldiers were slain and a fourth was gravely wounded, the army said.",
     {("killed", 3, 3, 3, "security_forces"), ("injured", 1, 1, 1, "security_forces")}),
    ("The toll of the fire climbed to 76, with 21 people still in hospital.",
     {("killed", 76, 76, 76, "people"), ("hospitalised", 21, 21, 21, "people")}),
    ("Rescuers raised the death toll from 174 to 182.", {("killed", 182, 182, 182, "people")}),
    ("A father of three was beaten to death by a mob.", {("killed", 1, 1, 1, "civilians")}),
    ("A bus fell into a gorge, killing 24 people and injuring 30 more.",
     {("killed", 24, 24, 24, "people"), ("injured", 30, 30, 30, "people")}),
    ("Shells fell on the town, killing 12 and wounding 64, including 15 children.",
     {("killed", 12, 12, 12, "people"), ("injured", 64, 64, 64, "people"), ("injured", 15, 15, 15, "civilians")}),
    ("Fourteen people were injured, three of them seriously.",
     {("injured", 14, 14, 14, "people"), ("injured", 3, 3, 3, "people")}),
    ("Avalanches killed 19 people, among them a family of five.",
     {("killed", 19, 19, 19, "people"), ("killed", 5, 5, 5, "civilians")}),
    ("Among the dead are four Britons.", {("killed", 4, 4, 4, "people")}),
    ("The ministry reported 50 deaths among its own troops.", {("killed", 50, 50, 50, "security_forces")}),
    ("The quake's victims include 19 schoolchildren.", {("killed", 19, 19, 19, "civilians")}),
    ("He was killed along with his wife and two sons.",
     {("killed", 1, 1, 1, "civilians"), ("killed", 2, 2, 2, "civilians")}),
    ("Some 40 villagers were taken to the main military hospital.",
     {("hospitalised", 40, None, None, "civilians")}),
    ("The minister was unhurt.", {("injured", 0, 0, 0, "officials")}),
]  # fmt: skip

NO_CASUALTIES = [
    "The senate killed the bill on Tuesday.",
    "The noise killed the mood.",
    "He was hurt by the criticism of his film.",
    "Exports were hurt by the tariff.",
    "The talks reached a dead end.",
    "The governing body met in Zurich.",
    "If troops fire, people could be killed.",
    "She is out for the season with a knee injury.",
    "The frost killed 300 trees.",
    "He faces the death penalty.",
    "Police threatened to kill the hostages if they were attacked.",
    "The battery died after two hours.",
    "The funds went missing in 2011.",
    "Shares took a beating and 30 stocks were wounded.",
    "The comedian killed it on stage.",
    "Ten deadly sins of gardening.",
]

DETENTIONS: list[tuple[str, set[Told]]] = [
    ("Villagers were holding 47 soldiers in a school.", {("abducted", 47, 47, 47, "security_forces")}),
    ("The 43 were later given prison terms.", {("convicted", 43, 43, 43, "people")}),
    ("The king announced an amnesty for 5,000 prisoners.", {("released", 5000, 5000, 5000, "prisoners")}),
    ("Six members of the group had been taken from their flats at dawn.", {("detained", 6, 6, 6, "people")}),
    ("An editor and eleven others were arrested.",
     {("detained", 1, 1, 1, "journalists"), ("detained", 11, 11, 11, "people")}),
    ("The former editor of Zubrowka Post Ivan Lutz and two aides were detained.",
     {("detained", 1, 1, 1, "journalists"), ("detained", 2, 2, 2, "civilians")}),
    ("Rebels took a family hostage in the village.", {("abducted", None, None, None, "civilians")}),
    ("Four sailors were captured and beaten by pirates.", {("abducted", 4, 4, 4, "security_forces")}),
    ("The gunmen freed 12 girls who were seized last week.",
     {("abducted", 12, 12, 12, "civilians"), ("released", 12, 12, 12, "civilians")}),
    ("The governor ordered the release of nine jailed editors.", {("released", 9, 9, 9, "journalists")}),
    ("Two of those arrested were released on bail.", {("released", 2, 2, 2, "people")}),
    ("Five engineers, three of them from Lutz, were jailed.",
     {("detained", 5, 5, 5, "civilians"), ("detained", 3, 3, 3, "civilians")}),
    ("The state holds 6,000 gang members.", {("detained", 6000, 6000, 6000, "militants")}),
    ("The minister put the number held at 718.", {("detained", 718, 718, 718, "people")}),
    ("Raiders carried off about 20 women.", {("abducted", 20, None, None, "civilians")}),
    ("Four men went to the well to fetch water and were shot.", set()),
    ("Police arrested dozens of people on Sunday.", {("detained", None, None, None, "people")}),
    ("Security forces detained more than 470 people on Saturday alone.", {("detained", 470, 470, None, "people")}),
    ("Three reporters were among those arrested.", {("detained", 3, 3, 3, "journalists")}),
    ("Forty-six protesters had been arrested by nightfall, including two girls.",
     {("detained", 46, 46, 46, "protesters"), ("detained", 2, 2, 2, "civilians")}),
    ("Another 24 passengers are still in captivity.", {("abducted", 24, 24, 24, "civilians")}),
    ("The conviction of six nurses was condemned.", {("convicted", 6, 6, 6, "aid_workers")}),
    ("A court jailed 15 journalists on Thursday.", {("convicted", 15, 15, 15, "journalists")}),
    ("Nine teenagers were sent to prison.", {("convicted", 9, 9, 9, "civilians")}),
    ("Officers made 12 arrests at the scene.", {("detained", 12, 12, 12, "people")}),
    ("The number of arrests climbed to 5,800.", {("detained", 5800, 5800, 5800, "people")}),
    ("Three suspects were taken into custody, police said.", {("detained", 3, 3, 3, "people")}),
    ("About 900 people are still in detention.", {("detained", 900, None, None, "people")}),
    ("The rebels freed 21 hostages on Sunday.", {("released", 21, 21, 21, "prisoners")}),
    ("Gunmen kidnapped 30 schoolchildren.", {("abducted", 30, 30, 30, "civilians")}),
    ("A court sentenced 23 demonstrators to five years.", {("convicted", 23, 23, 23, "protesters")}),
    ("Eight opposition leaders are being held at a barracks.", {("detained", 8, 8, 8, "officials")}),
    ("The court handed down life sentences to 14 officers.", {("convicted", 14, 14, 14, "security_forces")}),
    ("A military court gave 16 soldiers life terms.", {("convicted", 16, 16, 16, "security_forces")}),
    ("Three activists were given prison terms of up to 12 years.", {("convicted", 3, 3, 3, "protesters")}),
    ("Eleven men were convicted of plotting to bomb a bridge.", {("convicted", 11, 11, 11, "people")}),
    ("The 23 sailors are being held by pirates.", {("abducted", 23, 23, 23, "security_forces")}),
    ("Two French reporters walked free on Monday.", {("released", 2, 2, 2, "journalists")}),
    ("The state holds some 6,000 political prisoners.", {("detained", 6000, None, None, "prisoners")}),
    ("The police said 200 people were arrested in Cairo and 45 in Alexandria.",
     {("detained", 200, 200, 200, "people"), ("detained", 45, 45, 45, "people")}),
]  # fmt: skip

NO_DETENTIONS = [
    "The bank arrested the decline of the currency.",
    "He died of cardiac arrest.",
    "The court issued an arrest warrant for the mayor.",
    "The film captured the hearts of millions.",
    "The ministry released a statement.",
    "The union held a rally of 500 members.",
    "Police may detain anyone who breaks the curfew.",
    "The team was released from the tournament.",
    "Thieves snatched a necklace.",
    "Two men are accused of plotting to kidnap a judge.",
    "Gunmen took part in the march.",
    "The teacher handed 14 books to her pupils.",
]


@pytest.mark.parametrize(("sentence", "expected"), CASUALTIES, ids=[s for s, _ in CASUALTIES])
def test_casualties_are_counted(sentence: str, expected: set[Told]) -> None:
    assert told(sentence, "casualty") == expected


@pytest.mark.parametrize("sentence", NO_CASUALTIES)
def test_no_casualty_is_seen_where_none_is_told(sentence: str) -> None:
    assert told(sentence, "casualty") == set()


@pytest.mark.parametrize(("sentence", "expected"), DETENTIONS, ids=[s for s, _ in DETENTIONS])
def test_detentions_are_counted(sentence: str, expected: set[Told]) -> None:
    assert told(sentence, "detention") == expected


@pytest.mark.parametrize("sentence", NO_DETENTIONS)
def test_no_detention_is_seen_where_none_is_told(sentence: str) -> None:
    assert told(sentence, "detention") == set()
