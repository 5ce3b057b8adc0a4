"""Measures: which sentences tell of one, of which kind, on whom, for how long and where; which only speak of one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from extractors.records import ArticleText
from extractors.rules import extract, language
from extractors.things.of_measures import things, word_classes

if TYPE_CHECKING:
    from extractors.grammar.noun_classes import NounClass
    from extractors.records import Claim

THURSDAY = date(2024, 5, 16)


def measures(text: str) -> list[Claim]:
    return [claim for claim in extract(ArticleText("a", "v", text, THURSDAY)) if claim.family == "measure"]


TOLD = [
    ("Police registered a murder case against the owners.", "inquiry", "asserted"),
    ("The prime minister handed in his resignation.", "dismissal", "asserted"),
    ("The African Union suspended Mali on Thursday.", "sanction", "asserted"),
    ("The governor declared a state of emergency in three counties.", "state_of_emergency", "asserted"),
    ("Martial law remains in force across the south.", "state_of_emergency", "asserted"),
    ("The state of emergency was lifted on Sunday.", "state_of_emergency", "ended"),
    ("The army imposed a dusk-to-dawn curfew.", "curfew", "asserted"),
    ("A curfew will be imposed on Saturday.", "curfew", "planned"),
    ("The junta banned gatherings of more than five people.", "gathering_ban", "asserted"),
    ("The decree contains a ban on public rallies.", "gathering_ban", "asserted"),
    ("The country closed its borders to travellers.", "movement_restriction", "asserted"),
    ("Lima went into lockdown at midnight.", "movement_restriction", "asserted"),
    ("The decree restricts movement between provinces.", "movement_restriction", "asserted"),
    ("The government capped the price of bread.", "price_control", "asserted"),
    ("Ministers announced price controls on rice.", "price_control", "asserted"),
    ("The government lifted price controls on diesel.", "price_control", "ended"),
    ("The king dismissed the cabinet.", "dismissal", "asserted"),
    ("The president invoked emergency powers.", "state_of_emergency", "asserted"),
    ("Residents were ordered to stay at home.", "movement_restriction", "asserted"),
    ("The frontier was reopened on Friday.", "movement_restriction", "ended"),
    ("The president named a new interior minister.", "appointment", "asserted"),
    ("Ana Lungu took over as prime minister on Friday.", "appointment", "asserted"),
    ("Washington froze the assets of five ministers.", "sanction", "asserted"),
    ("The minister named a team of seven to investigate the crash.", "inquiry", "asserted"),
    ("There will be an investigation, the governor said.", "inquiry", "planned"),
    ("The interior minister was sacked after the riot.", "dismissal", "asserted"),
    ("Prime Minister Ines Baptista resigned on Monday.", "dismissal", "asserted"),
    ("The mayor stepped down after the fire.", "dismissal", "asserted"),
    ("The president accepted the resignation of the defence minister.", "dismissal", "asserted"),
    ("The emir appointed Karim Haddad as interior minister.", "appointment", "asserted"),
    ("A new prime minister was sworn in on Tuesday.", "appointment", "asserted"),
    ("The rebels and the army signed a ceasefire.", "ceasefire", "asserted"),
    ("The truce collapsed within hours.", "ceasefire", "asserted"),
    ("The European Union imposed sanctions on four generals.", "sanction", "asserted"),
    ("The Security Council imposed an arms embargo.", "sanction", "asserted"),
    ("The prime minister ordered an inquiry into the shooting.", "inquiry", "asserted"),
    ("The ministry set up a committee to investigate the blast.", "inquiry", "asserted"),
    ("An investigation was opened on Friday.", "inquiry", "asserted"),
]

NOT_TOLD = [
    "The rebels offered a truce.",
    "The governor ruled out resigning.",
    "Washington welcomed the truce.",
    "There will be no truce with murderers.",
    "Police fired at the minister's car.",
    "Guards fired tear gas at the governor's house.",
    "The club sacked its head coach.",
    "The company's chief executive resigned.",
    "The judge dismissed the lawsuit.",
    "Protesters demanded that the president resign.",
    "The crowd called for the resignation of the government.",
    "The prime minister refused to resign.",
    "The mayor could impose a curfew.",
    "A curfew will be imposed if the river rises.",
    "Ceasefire talks resumed in the capital.",
    "The envoy brought a ceasefire proposal.",
    "The senator threatened sanctions.",
    "Relatives demanded an inquiry.",
    "The price of bread doubled.",
    "Emergency services rushed to the scene.",
    "The city banned plastic bags.",
    "The pilot made an emergency landing.",
    "Police named the victim as Jan Novak.",
    "The bank froze its hiring.",
    "The airline closed its office.",
    "The ousted president lives abroad.",
    "Nothing has changed since the ouster of the president.",
    "The president was not dismissed.",
]


@pytest.mark.parametrize(("text", "kind", "status"), TOLD)
def test_measure_has_kind_and_status(text: str, kind: str, status: str) -> None:
    assert [(claim.kind, claim.status) for claim in measures(text)] == [(kind, status)]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_measure_is_not_made_of_what_is_only_spoken_of(text: str) -> None:
    assert [claim.rule for claim in measures(text)] == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The president declared a 30-day state of emergency.", 30),
        ("The government froze fuel prices for six months.", 180),
        ("A two-week ceasefire took effect at dawn.", 14),
        ("A night curfew was imposed for ten days.", 10),
        ("The army imposed an eight-hour curfew.", None),
        ("The minister resigned after two years.", None),
        ("Six months later, the army imposed a curfew.", None),
    ],
)
def test_measure_counts_only_how_long_it_lasts(text: str, days: int | None) -> None:
    assert [claim.count.value if claim.count else None for claim in measures(text)] == [days]


def test_measure_over_a_list_of_towns_is_one_claim_each() -> None:
    found = measures("A state of emergency was declared in Almaty, Shymkent and Aktobe.")
    assert [claim.place.name if claim.place else None for claim in found] == ["Almaty", "Shymkent", "Aktobe"]


def test_measures_in_a_list_are_one_claim_each() -> None:
    found = measures("The decree brings an overnight curfew, restrictions on movement and a ban on mass gatherings.")
    assert {claim.kind for claim in found} == {"curfew", "movement_restriction", "gathering_ban"}


def test_measure_lasts_from_the_day_of_decision_to_its_last_day() -> None:
    (claim,) = measures("On Tuesday the president declared a state of emergency until May 28.")
    assert claim.when is not None
    assert (claim.when.start, claim.when.end) == (date(2024, 5, 14), date(2024, 5, 28))


def test_measure_of_long_ago_is_background() -> None:
    assert measures("The army imposed a curfew in 2011.") == []


def test_who_announces_a_measure_is_no_source_of_it() -> None:
    (claim,) = measures("The army announced a curfew.")
    assert claim.speaker is None
    assert claim.actor == "The army"


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Ines Baptista resigned. Baptista's resignation came at night.",
        "A curfew was imposed in Lima on Monday. The curfew emptied the streets of Lima.",
        "The king dismissed the government. The cabinet was dismissed after the riots.",
    ],
)
def test_measure_told_twice_is_one_claim(text: str) -> None:
    assert len(measures(text)) == 1


def test_dismissals_of_two_people_are_two_claims() -> None:
    assert len(measures("The president sacked Femi Okoro. The president also sacked Ana Lungu.")) == 2


@pytest.mark.parametrize("one", things().classes, ids=[one.name for one in things().classes])
def test_noun_class_takes_its_own_sentences_only(one: NounClass) -> None:
    def holds(sentence: str) -> bool:
        return any(one.name in word_classes(token) for token in language()(sentence))

    assert all(holds(sentence) for sentence in one.matches)
    assert not any(holds(sentence) for sentence in one.rejects)
