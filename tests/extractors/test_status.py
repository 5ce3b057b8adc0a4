"""What the words around an event make of it; `*` marks the event."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.parsing import language
from extractors.status.cues import findings
from extractors.status.reading import is_actual, modality_of, status_of
from extractors.status.rules import StatusRule, status_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

WORDS = (
    "the",
    "will",
    "not",
    "may",
    "if",
    "killed",
    "20",
    "people",
    ",",
    ".",
    "to",
    "-",
    "denied",
    "feared",
    "?",
    "\u200b",
    "\u4e2d",
    "\u201c",
    "would have",
)


def event_in(marked: str) -> Token:
    position = marked.index("*")
    doc = language()(marked.replace("*", ""))
    return next(token for token in doc if token.idx <= position < token.idx + len(token))


def examples(field: str) -> list[tuple[str, str]]:
    return [(rule.id, sentence) for rule in status_lexicon().rules for sentence in getattr(rule, field)]


def rule_named(name: str) -> StatusRule:
    return next(rule for rule in status_lexicon().rules if rule.id == name)


@pytest.mark.parametrize(("rule", "sentence"), examples("matches"))
def test_rule_gives_its_category_to_its_matches(rule: str, sentence: str) -> None:
    found = modality_of(event_in(sentence))
    assert found is not None
    assert found.category == rule_named(rule).category


@pytest.mark.parametrize(("rule", "sentence"), examples("rejects"))
def test_rule_leaves_its_rejects_alone(rule: str, sentence: str) -> None:
    assert rule not in {found.rule for found in findings(event_in(sentence))}


ASSERTED = (
    "Gunmen *killed* 12 people in a market on Sunday.",
    "At least 40 people were *injured* when the bus overturned.",
    "Nine people have *died* since the rains began.",
    "Police said they had *arrested* 30 suspects.",
    "Two hundred soldiers *arrived* in the capital overnight.",
    "The *attack* left dozens of houses in ruins.",
    "No one was *hurt*.",
    "The crowd was forced to *flee*.",
    "Rescuers managed to *free* three miners.",
    "Troops began to *withdraw* on Monday.",
    "The strike, which began in May, *halted* production.",
    "Some 4,000 people were *displaced* by the flood that officials fear may get worse.",
    "The mine *collapsed* after heavy rain.",
    "More than 60 people were *detained*, the interior ministry said.",
    "A court *sentenced* nine men to life in prison.",
    "Ten people, including two children, *drowned*.",
    "Hospitals *treated* more than 300 wounded.",
    "Security forces *fired* tear gas to disperse the crowd.",
    "The army *shelled* the town before it agreed to talks.",
    "Three of the wounded later *died*.",
    "Officials in Lima confirmed that two children had *died*.",
    "The victims were *shot* as they tried to run.",
)
UNREAL = (
    "Did the army *kill* the protesters?",
    "The president threatened to *shoot* looters.",
    "Nobody should be *detained* for what they write.",
    "The bill would *ban* protests near schools.",
    "The driver was arrested before he could *kill* anyone.",
    "He was accused of planning to *bomb* a church.",
    "The nurse hid in a cupboard to avoid being *kidnapped*.",
    "Parents begged the gang to *release* the girls.",
    "The rebels refused to *withdraw* from the town.",
    "The army tried to *retake* the airport.",
    "Smokers *die* younger every year.",
    "The guards did not *injure* anybody.",
    "Soldiers surrounded the house in order to *arrest* the mayor.",
    "If the dam *bursts*, whole towns will go.",
    "The United Nations called on both sides to *halt* the war.",
    "It is not clear whether anyone was *killed*.",
    "The storm could *displace* a million people.",
    "Aid groups warned that thousands could *starve*.",
    "The group vowed to *attack* the embassy.",
    "The pilot narrowly avoided *crashing* into the school.",
    "Families want the soldiers to be *punished*.",
    "The police failed to *protect* them and never *fired*.",
)
STATUSES = (
    ("asserted", "Four men went to the well to fetch water and were *shot* by rebels."),
    ("planned", "The bloc will *send* peacekeepers to the island."),
    ("planned", "Peacekeepers will be *sent* to the island next week."),
    ("planned", "The ministry said it would *deploy* 300 more officers."),
    ("planned", "The governor ordered the *evacuation* of four villages."),
    ("planned", "Residents of four villages were ordered to *evacuate*."),
    ("planned", "The two sides agreed to *exchange* 200 prisoners."),
    ("planned", "Some 700 troops are expected to *arrive* on Tuesday."),
    ("planned", "A curfew will be *imposed* from Friday."),
    ("planned", "The airline plans to *resume* flights on Monday."),
    ("planned", "The alliance is preparing to *withdraw* its forces."),
    ("planned", "Britain pledged to *send* two ships."),
    ("planned", "Unions are set to *strike* on Monday."),
    ("unconfirmed", "At least six people were reportedly *killed* in the raid."),
    ("unconfirmed", "Eleven fishermen are feared *dead*."),
    ("unconfirmed", "Eleven fishermen are presumed *dead*."),
    ("unconfirmed", "The gunmen allegedly *abducted* three nuns."),
    ("unconfirmed", "As many as 80 people may have been *killed*."),
    ("unconfirmed", "The leader is believed to have *died* in the strike."),
    ("unconfirmed", "The leader is said to have been *wounded*."),
    ("unconfirmed", "There are fears that 30 more people have *drowned*."),
    ("unconfirmed", "About 20 miners are thought to be *trapped* underground."),
    ("unconfirmed", "Two soldiers were apparently *shot* by mistake."),
    ("denied", "The army denied that its men had *shot* civilians."),
    ("denied", "The minister rejected reports that 40 miners had *died*."),
    ("denied", "The company denied *polluting* the river."),
    ("ended", "The rebels stopped *shelling* the town on Sunday."),
    ("ended", "The governor lifted the *curfew* on Sunday."),
    ("ended", "The *curfew* was lifted on Sunday."),
)


@pytest.mark.parametrize("sentence", ASSERTED)
def test_what_happened_is_asserted(sentence: str) -> None:
    event = event_in(sentence)
    assert is_actual(event)
    assert status_of(event) == "asserted"


@pytest.mark.parametrize("sentence", UNREAL)
def test_what_did_not_happen_is_no_claim(sentence: str) -> None:
    assert not is_actual(event_in(sentence))


@pytest.mark.parametrize(("status", "sentence"), STATUSES)
def test_status_follows_the_guide(status: str, sentence: str) -> None:
    event = event_in(sentence)
    assert status_of(event) == status
    assert is_actual(event)


def test_negation_is_the_content_of_a_claim_of_none() -> None:
    event = event_in("The passengers were not *hurt*.")
    assert not is_actual(event)
    assert is_actual(event, says_none=True)
    assert status_of(event) == "asserted"


def test_finding_keeps_the_cue_that_decided() -> None:
    event = event_in("The mayor ordered 3,000 residents to *leave*.")
    found = modality_of(event)
    assert found is not None
    assert event.doc[found.cue].text == "ordered"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=12))
def test_no_text_breaks_the_reading(words: list[str]) -> None:
    for token in language()(" ".join(words)):
        assert status_of(token) in {"asserted", "planned", "unconfirmed", "denied", "ended"}
        assert is_actual(token) in {True, False}
