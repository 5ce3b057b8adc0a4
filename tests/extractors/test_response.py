"""Responses: who condemns, urges, accuses, denies; and who is nobody in particular."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from extractors.records import ArticleText
from extractors.rules import extract

if TYPE_CHECKING:
    from extractors.records import Claim

THURSDAY = date(2024, 5, 16)


def responses(text: str) -> list[Claim]:
    return [claim for claim in extract(ArticleText("a", "v", text, THURSDAY)) if claim.family == "response"]


TOLD = [
    ("The UN Secretary-General said he was deeply concerned.", "expresses_concern", "The UN Secretary-General"),
    ("President-elect Ana Petrov urged both sides to keep calm.", "urges_restraint", "President-elect Ana Petrov"),
    ("Ghana's president urged the generals to return to talks.", "urges_restraint", "Ghana's president"),
    ("The African Union condemned the coup.", "condemns", "The African Union"),
    ("The massacre was condemned by Amnesty International.", "condemns", "Amnesty International"),
    ("The US condemned the killing of a reporter.", "condemns", "The US"),
    ("“We condemn this attack,” said Kenyan President Joseph Otieno.", "condemns", "Kenyan President Joseph Otieno"),
    ("Colombian officials denounced the ambush.", "condemns", "Colombian officials"),
    ("Pope Francis called for peace and calm.", "urges_restraint", "Pope Francis"),
    ("NATO urged both sides to refrain from violence.", "urges_restraint", "NATO"),
    ("All sides must exercise restraint, the Kremlin said.", "urges_restraint", "the Kremlin"),
    ("President Karim Haddad asked the alliance for help.", "requests_help", "President Karim Haddad"),
    ("Nepal appealed for foreign aid.", "requests_help", "Nepal"),
    ("Turkey offered assistance to its neighbour.", "offers_help", "Turkey"),
    ("The foreign ministry said it was ready to help.", "offers_help", "The foreign ministry"),
    ("The interior ministry blamed the blast on separatists.", "accuses", "The interior ministry"),
    ("Human Rights Watch accused the army of shelling homes.", "accuses", "Human Rights Watch"),
    ("The riots were orchestrated by foreign agents, the president said.", "accuses", "the president"),
    ("The Taliban denied any role in the bombing.", "denies", "The Taliban"),
    ("Britain said it was deeply concerned by the arrests.", "expresses_concern", "Britain"),
    ("Human Rights Watch described the killings as a massacre.", "condemns", "Human Rights Watch"),
    ("President Karim Haddad told reporters that he would not resign.", "denies", "President Karim Haddad"),
    ("Turkey offered to send rescue teams.", "offers_help", "Turkey"),
    ("The army rejected the allegations.", "denies", "The army"),
    ("Hezbollah said it had nothing to do with the blast.", "denies", "Hezbollah"),
    ("The force will not be used against protesters, the alliance said.", "denies", "the alliance"),
    ("A police spokesman denied that officers opened fire.", "denies", "A police spokesman"),
    ("The United Nations voiced alarm at the arrests.", "expresses_concern", "The United Nations"),
    ("The White House is closely monitoring the situation.", "expresses_concern", "The White House"),
    ("Prime Minister Ines Baptista was saddened by the deaths.", "expresses_concern", "Prime Minister Ines Baptista"),
    ("The governor praised the rescuers.", "praises", "The governor"),
    ("The rebels denied responsibility for the blast.", "denies", "The rebels"),
    ("The army called the claim a lie.", "denies", "The army"),
    ("The rebels rejected that version.", "denies", "The rebels"),
    ("Taiwan offered 60 million yen.", "offers_help", "Taiwan"),
    ("Turkey is to rebuild the field hospital.", "offers_help", "Turkey"),
    ("The governor asked Moscow for 10 billion roubles.", "requests_help", "The governor"),
    (
        "The prime minister of Kenya urged both generals to return to talks.",
        "urges_restraint",
        "The prime minister of Kenya",
    ),
    ("NATO said it was angered by the raid.", "condemns", "NATO"),
    ("The European Union welcomed the truce.", "praises", "The European Union"),
]

NOT_TOLD = [
    "Police offered a reward of 10,000 dollars.",
    "Neighbours called the claim a lie.",
    "Survivors asked for blankets.",
    "The alliance will send troops.",
    "Residents condemned the attack.",
    "Activists called for calm.",
    "Officials denied the reports.",
    "Analysts blamed the generals for the coup.",
    "A passer-by accused the guards of brutality.",
    "Western countries condemned the coup.",
    "State media blamed separatists for the blast.",
    "Reporters asked the mayor about the fire.",
    "The European Union could condemn the vote.",
    "The lorry slammed into a wall.",
    "The border guards denied entry to the refugees.",
    "He was accused of theft.",
    "The United Nations called for new elections.",
    "The president called a meeting of the cabinet.",
    "The guests were welcome at the palace.",
    "Drivers praised the new road.",
    "A monitor, which watches the war, counted 30 dead.",
    "The doctors monitored his pulse.",
    "The parties concerned met in Vienna.",
    "The forces were not used.",
    "Police described the suspect as tall.",
    "The embassy sent a letter to the ministry.",
    "The alliance sent peacekeepers to help restore order.",
    "The court rejected the charges.",
    "The children must remain calm.",
]


@pytest.mark.parametrize(("text", "kind", "speaker"), TOLD)
def test_response_has_kind_and_speaker(text: str, kind: str, speaker: str) -> None:
    found = [(claim.kind, claim.speaker.source if claim.speaker else None) for claim in responses(text)]
    assert found == [(kind, speaker)]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_response_is_not_made_of_what_anybody_says(text: str) -> None:
    assert [claim.rule for claim in responses(text)] == []


def test_response_names_its_speaker_as_actor_and_is_asserted() -> None:
    (claim,) = responses("The African Union may not act, but Chad condemned the coup.")
    assert (claim.actor, claim.status) == ("Chad", "asserted")


def test_two_speakers_respond_each_for_himself() -> None:
    found = responses("France and Germany condemned the coup.")
    assert {claim.actor for claim in found} == {"France", "Germany"}


def test_state_and_its_spokespeople_are_one_speaker() -> None:
    text = (
        "The United States condemned the coup on Monday. "
        "“We condemn the arrests in the strongest terms,” State Department spokesman John Doe said. "
        "Doe condemned the raid on the station."
    )
    assert len(responses(text)) == 1


def test_body_is_one_speaker_under_acronym_and_name() -> None:
    assert len(responses("The European Union condemned the vote. The EU also condemned the arrests.")) == 1


def test_mayor_does_not_speak_for_the_state() -> None:
    found = responses("The government of Chad condemned the raid. The mayor, Ali Saleh, condemned the raid, too.")
    assert len(found) == 2


def test_one_speaker_may_respond_in_two_ways() -> None:
    found = responses("Russia condemned the raid and urged all sides to show restraint.")
    assert {claim.kind for claim in found} == {"condemns", "urges_restraint"}


def test_pronoun_goes_back_to_who_spoke() -> None:
    found = responses("President Karim Haddad flew home on Monday. He condemned the attack.")
    assert [claim.actor for claim in found] == ["President Karim Haddad"]


def test_pronoun_that_stands_for_nobody_named_makes_no_response() -> None:
    assert responses("She condemned the attack.") == []


def test_who_reports_a_response_passes_it_on() -> None:
    (claim,) = responses("The government blamed the rebels for the blast, the BBC reported.")
    assert claim.speaker is not None
    assert (claim.speaker.source, claim.speaker.via) == ("The government", "the BBC")


def test_response_has_the_day_of_saying() -> None:
    (claim,) = responses("The Kremlin condemned the attack on Tuesday.")
    assert claim.when is not None
    assert claim.when.start == date(2024, 5, 14)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("China, Iran and the U.S. embassy condemned the raid.", ["China", "Iran", "the U.S. embassy"]),
        ("France and Algeria said they were ready to assist.", ["France", "Algeria"]),
        ("President Omar Kaya said ten had died, and denied having given an order to shoot.", ["President Omar Kaya"]),
    ],
)
def test_each_named_speaker_responds_for_himself(text: str, speakers: list[str]) -> None:
    assert [claim.speaker.source for claim in responses(text) if claim.speaker] == speakers


def test_words_of_the_next_verb_do_not_give_the_first_its_sense() -> None:
    told = responses("Jordan asked for time and sent tents and blankets to the valley.")
    assert [claim.kind for claim in told] == ["offers_help"]
