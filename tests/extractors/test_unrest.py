"""Unrest, sentence by sentence: what makes a claim, who is counted, what only sounds like it."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.records import ArticleText, Claim
from extractors.rules import extract


def unrest(text: str) -> list[Claim]:
    claims = extract(ArticleText("a", "v", text, date(2024, 5, 16)))
    return [claim for claim in claims if claim.family == "unrest"]


def kinds(text: str) -> list[str]:
    return sorted(claim.kind for claim in unrest(text))


TOLD = [
    ("strike", "On Thursday workers at the plant in Zhodzina and at Azot downed tools."),
    ("strike", "Four thousand dockers are on strike."),
    ("protest", "Police estimated the crowd at 12,000."),
    ("protest", "Doctors in white coats lay down in front of parliament."),
    ("attack", "Two cars packed with dynamite exploded outside the bank."),
    ("use_of_force", "Riot police cleared the square at dawn."),
    ("clash", "Tribal fighting along the only road killed eight men on Saturday."),
    ("attack", "Fifty people died in Friday's shootings at two mosques."),
    ("riot", "The charges stem from rioting last August in which a station was burned."),
    ("protest", "Hundreds of students staged a demonstration outside the embassy in Seoul on Tuesday."),
    ("protest", "Up to 100,000 people packed the main square to demand the president's resignation."),
    ("protest", "Opposition supporters rallied for a fifth straight day in Bangkok."),
    ("protest", "Farmers blocked highways across Punjab with tractors."),
    ("protest", "Police said about 30,000 people attended the march."),
    ("protest", "Supporters of the ousted president staged a sit-in near the university."),
    ("protest", "Demonstrations were held in at least 20 cities on Friday."),
    ("riot", "Rioting erupted in Los Angeles after the verdict."),
    ("riot", "Prisoners rioted at a jail in Manaus on Sunday."),
    ("clash", "Heavy clashes between the army and the rebels continued in Aleppo."),
    ("clash", "Fighting flared again in Mogadishu on Wednesday."),
    ("clash", "Two officers died in a gunfight with drug traffickers in Sinaloa."),
    ("clash", "Government forces battled insurgents near Debaltseve."),
    ("attack", "Gunmen on motorcycles raided a boarding school in Kaduna state."),
    ("attack", "A suicide bomber blew himself up at a checkpoint in Peshawar."),
    ("attack", "Syrian forces shelled the Yarmouk camp on Tuesday."),
    ("attack", "Bombs exploded on three commuter trains in London."),
    ("attack", "The army carried out air strikes against rebel positions in Tigray."),
    ("attack", "The crowd tried to storm the parliament building in Skopje."),
    ("attack", "Pirates attacked a tanker off the coast of Somalia."),
    ("use_of_force", "Soldiers shot into the crowd, killing five."),
    ("use_of_force", "Protesters were dispersed with tear gas and rubber bullets."),
    ("use_of_force", "Police fired shots into the air to disperse looters."),
    ("use_of_force", "Security forces shot and killed at least seven protesters on Sunday."),
    ("strike", "Train drivers walked off the job on Thursday."),
    ("strike", "Unions launched a nationwide strike against the reform."),
    ("strike", "About 40,000 auto workers went on strike."),
    ("protest", "Police arrested 140 demonstrators on Republic Square."),
    ("protest", "The protests spread to Dakar on Friday."),
    ("protest", 'Thousands of Cubans shouting "Freedom" marched in dozens of towns on Sunday.'),
    ("attack", "Demonstrators forced their way into the palace in Quito."),
    ("attack", "Militants killed 12 soldiers at an outpost near Djibo."),
    ("attack", "The number of dead in an arson attack in Daegu rose to nine."),
    ("use_of_force", "Rubber bullets were fired at the protesters in Santiago."),
    ("strike", "A 24-hour shutdown called by student groups emptied the streets."),
]

NOT_TOLD = [
    "A 13-year-old girl was charged with rioting.",
    "The two sides agreed on a pause in fighting.",
    "Rebels marched into the city of Goma.",
    "Army lorries carried food to the stricken villages.",
    "Those who block a road face two years in prison.",
    "Should the fighting last longer, 40 camps would be needed.",
    "A caller said that a bomb would go off at ten.",
    "Hail pelted the governor's car.",
    "A man with a hammer repaired two soldiers' tents.",
    "The shooting of the film took two years.",
    "The Dodgers rallied in the ninth inning to win.",
    "Gold rallied on Monday as the dollar fell.",
    "The striker was strong in attack.",
    "He died of a heart attack at his home in Boston.",
    "It was a clash of cultures.",
    "The colours of the two flags clash.",
    "The bank launched an attack on high prices.",
    "The minister attacked the opposition's tax plan.",
    "The firm struck a deal with the union.",
    "Lightning struck a barn in Kansas.",
    "A storm hit the coast and battered the port.",
    "The show was a riot of colour.",
    "Riot police stood outside the palace.",
    "The protest leader was released on Monday.",
    "She resigned in protest over the law.",
    "The union threatened to strike over pay.",
    "The opposition called for mass protests on Saturday.",
    "If troops fire on the crowd, the talks will end.",
    "The army warned that it would bomb the town.",
    "The two sides fought over the budget.",
    "Firefighters battled the blaze for hours.",
    "Police fired the officer after an inquiry.",
    "The mayor opened fire on the governor's budget.",
    "The film stormed the box office.",
    "Hackers attacked the bank's computers.",
    "A shark attacked a swimmer off Perth.",
    "North Korea launched a missile into the sea on Sunday.",
    "A gas explosion killed five people at a restaurant.",
    "A truck ploughed into a bus queue after its brakes failed.",
    "The sanctions target banks and oil companies.",
    "The troops marched in the parade on Sunday.",
    "The study demonstrated that the drug works.",
    "In March the rate fell to 3 percent.",
    "Fans filled the square to watch the final.",
    "Authorities feared riots.",
    "The law lets police use rubber bullets.",
    "Prosecutors charged two men with a plot to bomb the embassy.",
    "He passed the baton to his successor.",
    "The president vowed to crush any protest.",
    "The troops fired at targets in the exercise.",
]


@pytest.mark.parametrize(("kind", "sentence"), TOLD)
def test_unrest_is_read_from_a_sentence_that_tells_it(kind: str, sentence: str) -> None:
    assert kind in kinds(sentence)


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_unrest_is_not_read_into_other_sentences(sentence: str) -> None:
    assert kinds(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind", "subject", "group", "count"),
    [
        ("Hundreds of students marched in Dhaka.", "protest", "students", "protesters", "Hundreds"),
        ("Some 5,000 people took part in the protest.", "protest", "people", "protesters", "Some 5,000"),
        ("Hundreds of protesters battled police in Oran.", "clash", "protesters", "people", "Hundreds"),
        ("Israeli aircraft struck a house in Gaza City.", "attack", "Israeli aircraft", "security_forces", None),
        ("Militants fired 200 rockets at Haifa.", "attack", "Militants", "militants", None),
        ("Three gunmen stormed a hotel in Mogadishu.", "attack", "gunmen", "militants", "Three"),
        ("Three airstrikes hit the town of Saada.", "attack", "airstrikes", "security_forces", None),
    ],
)
def test_unrest_counts_those_who_take_part(
    sentence: str, kind: str, subject: str, group: str, count: str | None
) -> None:
    claim = next(claim for claim in unrest(sentence) if claim.kind == kind)
    assert (claim.subject, claim.group, claim.count and claim.count.text) == (subject, group, count)


def test_force_names_all_means_and_who_uses_them() -> None:
    (claim,) = unrest("Police used tear gas, stun grenades and rubber bullets against the strikers.")
    assert (claim.kind, claim.subject, claim.actor) == (
        "use_of_force",
        "tear gas, stun grenades and rubber bullets",
        "Police",
    )
    assert claim.group is None


def test_protest_told_again_without_day_or_place_is_the_same() -> None:
    text = "Thousands of people protested in Tunis on Wednesday. The protests were peaceful. The march lasted hours."
    (claim,) = unrest(text)
    assert (claim.kind, claim.place and claim.place.name, claim.count is not None) == ("protest", "Tunis", True)


def test_protests_on_two_days_are_two() -> None:
    text = "Students protested in Tunis on Tuesday. Students protested in Tunis again on Wednesday."
    assert kinds(text) == ["protest", "protest"]


def test_protests_in_two_named_cities_are_two() -> None:
    found = unrest("Protests erupted in Tehran and Mashhad.")
    assert sorted(claim.place.name for claim in found if claim.place) == ["Mashhad", "Tehran"]


def test_attackers_tell_attacks_apart() -> None:
    text = "Israeli jets bombed Tyre on Tuesday. Hezbollah fighters attacked a base in Tyre on Tuesday."
    assert [claim.group for claim in unrest(text)] == ["security_forces", "militants"]


def test_attack_spoken_of_later_is_the_attack() -> None:
    text = "Gunmen stormed a hotel in Mogadishu on Friday. The attack killed 32 people. Police condemned the attack."
    assert kinds(text) == ["attack"]


def test_attempt_is_an_attack_and_an_attack_called_off_is_ended() -> None:
    assert kinds("Rebels attempted to capture the town of Bunia.") == ["attack"]
    (claim,) = unrest("The rebels stopped attacking the port of Kismayo on Sunday.")
    assert claim.status == "ended"


def test_rioters_turned_violent_are_a_riot_and_a_protest() -> None:
    assert kinds("Violent protests shook Caracas on Monday.") == ["protest", "riot"]


def test_a_strike_that_is_called_is_planned_and_one_that_is_called_for_is_none() -> None:
    (planned,) = unrest("The union has called a general strike for Monday.")
    assert (planned.kind, planned.status) == ("strike", "planned")
    assert unrest("The union called for a general strike.") == []


def test_how_many_demonstrators_were_arrested_is_not_how_many_came() -> None:
    (protest,) = [claim for claim in unrest("Police arrested 140 demonstrators on Monday.") if claim.kind == "protest"]
    assert protest.count is None
