"""What is cut, blocked, halted, restored - and what only sounds like it."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.records import ArticleText
from extractors.rules import extract

Told = tuple[str, float | None, str]


def told(sentence: str) -> set[Told]:
    claims = extract(ArticleText("a", "v", sentence, date(2024, 5, 16)))
    return {(c.kind, c.count.value if c.count else None, c.status) for c in claims if c.family == "disruption"}


DISRUPTIONS: list[tuple[str, set[Told]]] = [
    (
        "Electricity and telephone lines have not been restored.",
        {("power", None, "asserted"), ("telecom", None, "asserted")},
    ),
    ("Power has yet to be restored in 54 towns.", {("power", None, "asserted")}),
    ("The strike halted production at three refineries.", {("production", None, "asserted")}),
    ("Fourteen villages were cut off by snow.", {("transport", None, "asserted")}),
    ("No ferry has sailed since Sunday.", {("transport", None, "asserted")}),
    ("Radio Bukavu has been off the air since noon.", {("media", None, "asserted")}),
    ("The government should end the internet shutdown.", {("internet", None, "asserted")}),
    ("Some 85,000 customers were cut off by the storm.", {("power", None, "asserted")}),
    ("The government cut internet access.", {("internet", None, "asserted")}),
    ("The internet went down at noon.", {("internet", None, "asserted")}),
    ("Access to Twitter was restricted.", {("internet", None, "asserted")}),
    ("News websites were blocked.", {("internet", None, "asserted")}),
    ("The websites of ministries, police and airports were inaccessible.", {("internet", None, "asserted")}),
    ("Connectivity was at 4% of ordinary levels.", {("internet", 4, "asserted")}),
    (
        "Internet services were disrupted, with traffic at about 20 percent of normal levels.",
        {("internet", 20, "asserted")},
    ),
    ("Internet access was restored on Monday.", {("internet", None, "ended")}),
    ("An internet shutdown began at noon.", {("internet", None, "asserted")}),
    (
        "The march followed internet and mobile phone network outages.",
        {("internet", None, "asserted"), ("telecom", None, "asserted")},
    ),
    (
        "Telephone and internet links to the town were severed.",
        {("internet", None, "asserted"), ("telecom", None, "asserted")},
    ),
    ("The mobile network in the port was dead.", {("telecom", None, "asserted")}),
    ("Phone coverage remains patchy.", {("telecom", None, "asserted")}),
    ("Police shut down two radio stations.", {("media", None, "asserted")}),
    ("Officers seized the television station and took it off the air.", {("media", None, "asserted")}),
    ("The airline cancelled 300 flights.", {("transport", None, "asserted")}),
    ("Protesters blocked main roads and bridges.", {("transport", None, "asserted")}),
    ("The airport reopened on Thursday.", {("transport", None, "ended")}),
    ("The airport will be closed for two days.", {("transport", None, "planned")}),
    ("Trains stopped running at noon.", {("transport", None, "asserted")}),
    ("The Nanao Line is suspended.", {("transport", None, "asserted")}),
    ("The metro is running at half its usual frequency.", {("transport", None, "asserted")}),
    ("The country went into a fifth day without internet.", {("internet", None, "asserted")}),
    ("Phones had no signal in the valley.", {("telecom", None, "asserted")}),
    ("International phone calls became possible again on Tuesday.", {("telecom", None, "ended")}),
    ("Half the city had no electricity on Monday.", {("power", None, "asserted")}),
    ("The newspaper was shut in Managua on Friday.", {("media", None, "asserted")}),
    ("Public transport came to a standstill.", {("transport", None, "asserted")}),
    (
        "Truck drivers blockaded ports and refineries.",
        {("transport", None, "asserted"), ("production", None, "asserted")},
    ),
    ("The stock exchange suspended trading.", {("banking", None, "asserted")}),
    ("Banks were closed on Monday.", {("banking", None, "asserted")}),
    ("Shops, roads and some banks have reopened.", {("transport", None, "ended"), ("banking", None, "ended")}),
    ("The storm knocked out power to 40,000 homes.", {("power", None, "asserted")}),
    ("Some 300,000 homes were left without power.", {("power", None, "asserted")}),
    ("Power was out across the district.", {("power", None, "asserted")}),
    ("Electricity was restored to 98 percent of users.", {("power", 98, "ended")}),
    ("A power cut hit the city.", {("power", None, "asserted")}),
    ("The company halted oil production at the field.", {("production", None, "asserted")}),
    ("Production has stuttered at the field.", {("production", None, "asserted")}),
    ("Two refineries were shut down.", {("production", None, "asserted")}),
    ("Oil production resumed on Monday.", {("production", None, "ended")}),
]

NONE = [
    "No train was delayed.",
    "The internet disrupted the music business.",
    "The firm cut prices on its website.",
    "The minister threatened to block the internet.",
    "Internet access will be restored on Monday.",
    "Crews worked to restore power.",
    "The party lost power in the vote.",
    "The king was restored to power.",
    "The exchange closed 2% higher.",
    "The bank closed his account.",
    "The bank cut its growth forecast.",
    "The Fed cut interest rates.",
    "The bus stopped to pick up passengers.",
    "The train stopped at the station.",
    "The flight returned to the airport.",
    "The two sides closed the gap.",
    "The strike could ground 300 flights.",
    "The studio halted production of the film.",
    "The plant cut its carbon emissions.",
    "There was no disruption to flights.",
    "There were no power cuts.",
    "The players kept a media blackout.",
    "The newspaper closed its Paris bureau.",
    "Fighting went on in the West Bank.",
    "Phone sales fell to a low.",
    "He worked without power tools.",
    "The minister kept people in the dark about the plan.",
    "Shares in the mine fell to 3 dollars.",
    "If the dam fails, power will be cut.",
    "The reporter returned to the newspaper.",
    "See https://news.example/world/sudan-loses-internet-access-again for more.",
]


@pytest.mark.parametrize(("sentence", "expected"), DISRUPTIONS, ids=[s for s, _ in DISRUPTIONS])
def test_disruptions_are_found(sentence: str, expected: set[Told]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize("sentence", NONE)
def test_no_disruption_is_seen_where_none_is_told(sentence: str) -> None:
    assert told(sentence) == set()


def test_disruption_has_no_group_and_names_who_cut() -> None:
    (claim,) = extract(ArticleText("a", "v", "Police blocked the highway.", date(2024, 5, 16)))
    assert (claim.family, claim.group, claim.actor, claim.subject) == ("disruption", None, "Police", "highway")


def test_the_internet_by_any_name_is_one_claim() -> None:
    text = "Internet service was cut in Chad on Monday. The web was shut down in Chad on Monday."
    claims = [c for c in extract(ArticleText("a", "v", text, date(2024, 5, 16))) if c.family == "disruption"]
    assert len(claims) == 1


def test_a_service_cut_in_several_towns_is_a_claim_in_each() -> None:
    claims = extract(ArticleText("a", "v", "Internet access was cut in Quetta, Karachi and Lahore.", date(2024, 5, 16)))
    assert [claim.place.name for claim in claims if claim.place] == ["Quetta", "Karachi", "Lahore"]
