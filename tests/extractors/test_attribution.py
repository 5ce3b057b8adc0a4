"""Whose word each stretch of an article is. In the tables `[...]` marks the stretch that is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.attribution.article import Attributions
from extractors.attribution.cues import cue_lexicon
from extractors.attribution.finding import Attribution, speaker_of
from extractors.attribution.quotations import quoted_sentences
from extractors.grammar.sentences import split
from extractors.parsing import language

if TYPE_CHECKING:
    from extractors.records import Speaker

WORDS = (
    "said",
    "police",
    ",",
    ".",
    "the",
    "citing",
    "\u201c",
    "\u201d",
    '"',
    "killed",
    "according",
    "to",
    "20",
    "He",
    "-",
    "\n\n",
    "\u200b",
    "reported",
    "by",
)


def read(text: str) -> tuple[Attribution, ...]:
    sentences = split(text)
    docs = {sentence.index: language()(sentence.text) for sentence in sentences}
    found = Attributions(sentences, docs, docs)
    return tuple(each for sentence in sentences for each in found.of(sentence.index))


def speaker(marked: str) -> Speaker | None:
    start = marked.index("[")
    end = marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    return speaker_of(start, end, read(text))


def source(marked: str) -> str | None:
    found = speaker(marked)
    return None if found is None else found.source


def examples(field: str) -> list[str]:
    lexicon = cue_lexicon()
    return [sentence for entry in (*lexicon.entries, *lexicon.prepositions) for sentence in getattr(entry, field)]


@pytest.mark.parametrize("sentence", examples("matches"))
def test_cue_finds_a_speaker_in_its_matches(sentence: str) -> None:
    assert read(sentence)


@pytest.mark.parametrize("sentence", examples("rejects"))
def test_cue_finds_no_speaker_in_its_rejects(sentence: str) -> None:
    assert not read(sentence)


ATTRIBUTED = (
    # before
    ("Police said on Friday that [three people] had been killed.", "Police"),
    ("The interior ministry said [26 rebels] were dead.", "The interior ministry"),
    ("On Monday, the army said it had lost [two tanks].", "the army"),
    ("Peru's health ministry reported [14 deaths] on Monday.", "Peru's health ministry"),
    ("The Red Cross put the toll at [212].", "The Red Cross"),
    ("The governor, Rosa Diaz, said [nine villages] were cut off.", "The governor, Rosa Diaz"),
    ("Mining giant Orex, which owns the shaft, said Tuesday that [output] had been cut.", "Mining giant Orex"),
    ("The government said that [63 dockers] had been killed and over 900 hurt.", "The government"),
    ("In a statement, the union said [40 members] were held.", "the union"),
    ("Meanwhile, the mayor confirmed that [six schools] had burned.", "the mayor"),
    ("State television announced that [the airport] had been taken.", "State television"),
    # after
    ("[Three people] were killed, police said.", "police"),
    ("[Three people] were killed in clashes, a police spokesman said on Sunday.", "a police spokesman"),
    ("[Two ferries] have sunk, the coast guard said in a statement.", "the coast guard"),
    ("[Nine people] were hurt, said Governor Rosa Diaz.", "Governor Rosa Diaz"),
    ("“[Nine people] were hurt,” said Rosa Diaz, the governor of Lara state.", "Rosa Diaz, the governor of Lara state"),
    ("A bomb exploded, [killing 12] and bringing the toll this week to 40, the ministry said.", "the ministry"),
    ("[Two planes] had landed, the state news agency reported.", "the state news agency"),
    ("[Gunmen] attacked a wedding, officials say.", "officials"),
    ("[More than 90 people] were displaced, according to the mayor's office.", "the mayor's office"),
    # in the middle
    ("The force, the ministry said, will number [2,500].", "the ministry"),
    ("The attack, according to police, killed [five].", "police"),
    (
        "Internet traffic fell on Monday, the monitor Netpulse said, with [connectivity] at five percent.",
        "the monitor Netpulse",
    ),
    # in front
    ("According to the army, [60 rebels] were killed.", "the army"),
    (
        "According to data from the weather service, [30 centimetres] of rain fell and nine people drowned.",
        "the weather service",
    ),
    ("As reported by the newspaper La Hora, [two banks] were looted.", "the newspaper La Hora"),
    # papers, pictures, figures
    ("A tally by the Associated Press shows [61 people] have died.", "the Associated Press"),
    ("The monitor's figures show that [61 people] have died.", "The monitor"),
    ("Witnesses saw [two bodies] in the street.", "Witnesses"),
    ("A Reuters reporter saw [two tanks] in the square.", "A Reuters reporter"),
    # blame
    ("The opposition accused the army of killing [20 people].", "The opposition"),
    # several speakers, each his own
    ("Police said [120 cars] were burned, while the fire service said nine shops were gutted.", "Police"),
    ("Police said 120 cars were burned, while the fire service said [nine shops] were gutted.", "the fire service"),
    ("Rebel leaders said [hundreds] had been killed; the army said about a dozen were dead.", "Rebel leaders"),
    ("Rebel leaders said hundreds had been killed; the army said [about a dozen] were dead.", "the army"),
    ("The ministry gave the same toll but said [58] were wounded.", "The ministry"),
    ("The mayor said the bridge was gone and added that [two trucks] had fallen.", "The mayor"),
    ("Villages were flooded, though the army said [the dam] had held.", "the army"),
    # chains
    ("Sky Radio says [a cameraman] was shot, the Daily Post reported.", "Sky Radio"),
    ("The radio, citing the governor, said [nine miners] were dead.", "the governor"),
    ("[Nine miners] were dead, Reuters reported, citing fire officials.", "fire officials"),
    ("Tass quoted the ministry as saying that [two planes] had landed.", "the ministry"),
    ("According to the United Nations citing aid workers, [nearly 1,000 people] were hurt.", "aid workers"),
    # pronouns and bare nouns
    ("The army said it had moved in. It said [nine men] had surrendered.", "The army"),
    (
        "Diaz came at noon, police said. “We mourn,” Governor Rosa Diaz said. She added that [nine miners] were dead.",
        "Governor Rosa Diaz",
    ),
    (
        "The health ministry spokesman Ali Badr said nine died. The spokesman said [two medics] were among them.",
        "The health ministry spokesman Ali Badr",
    ),
    # direct speech without a cue of its own
    ("“The road is gone,” Mayor Ana Paz said. “[Forty houses] were washed away.”", "Mayor Ana Paz"),
    ("“It was dark. [Forty houses] were washed away,” Mayor Ana Paz said.", "Mayor Ana Paz"),
)


@pytest.mark.parametrize(("marked", "expected"), ATTRIBUTED)
def test_stretch_stands_on_its_speakers_word(marked: str, expected: str) -> None:
    assert source(marked) == expected


OWN_VOICE = (
    "[Three people] were killed in a market on Sunday.",
    "The president declared [a state of emergency] on Monday.",
    "Protesters stormed [the town hall], though the ministry said it was quiet.",
    "[Gunshots] were heard as officials said the talks were over.",
    "The army said it would move to the border, where [nine people] were killed last week.",
    "Reporters saw two tanks in the square, where soldiers [fired] at a crowd.",
    "The group claimed responsibility for [the blast], which killed nine.",
    "Soldiers told residents to leave [the village].",
    "Police said they were looking for two men.\n\n[Nine people] were hurt in a second blast.",
    "“Armed bandits” burned [two villages] on Monday, and police said little.",
)


@pytest.mark.parametrize("marked", OWN_VOICE)
def test_article_speaks_in_its_own_voice(marked: str) -> None:
    assert source(marked) is None


CHAINS = (
    ("According to the United Nations citing aid workers, [nearly 1,000 people] were hurt.", "the United Nations"),
    ("[Nine miners] were dead, Reuters reported, citing fire officials.", "Reuters"),
    ("Sky Radio says [a cameraman] was shot, the Daily Post reported.", "the Daily Post"),
    ("[Two planes] had landed, the minister told the Interfax news agency.", "the Interfax news agency"),
    ("[Two planes] had landed, the minister told reporters.", None),
    ("[Two planes] had landed, the minister said.", None),
)


@pytest.mark.parametrize(("marked", "via"), CHAINS)
def test_chain_names_who_passes_it_on(marked: str, via: str | None) -> None:
    found = speaker(marked)
    assert found is not None
    assert found.via == via


def test_attribution_keeps_the_cue_that_decided() -> None:
    (found,) = read("Three people were killed, police said.")
    assert (found.cue, found.rule, found.way) == ("said", "say", "speech")


def test_unparsed_sentence_still_tells_whom_a_pronoun_means() -> None:
    text = "The army said the town was calm. It said nine men had surrendered."
    sentences = split(text)
    docs = {1: language()(sentences[1].text)}
    assert [one.speaker.source for one in Attributions(sentences, docs, docs).of(1)] == ["The army"]


def test_it_makes_no_difference_which_sentence_is_asked_for_first() -> None:
    text = "The army said all was calm. It said nine had surrendered. “All is well.”\nIt added that two had fled."
    sentences = split(text)
    docs = {sentence.index: language()(sentence.text) for sentence in sentences}
    forwards, backwards = Attributions(sentences, docs, docs), Attributions(sentences, docs, docs)
    assert {i: forwards.of(i) for i in range(4)} == {i: backwards.of(i) for i in (3, 2, 1, 0)}
    assert [one.speaker.source for i in range(4) for one in forwards.of(i)] == ["The army"] * 4


def test_a_pronoun_is_traced_through_any_number_of_pronouns() -> None:
    sentences = split("The army said the town was calm. " + "It said nine men had surrendered. " * 400)
    army, others = (language()(sentences[i].text) for i in (0, 1))
    docs = {0: army, **{sentence.index: others for sentence in sentences[1:]}}
    (last,) = Attributions(sentences, docs, docs).of(400)
    assert last.speaker.source == "The army"


def test_only_sentences_that_tell_who_is_meant_are_looked_at() -> None:
    sentences = split("The mayor said it rained. The army said all was calm. It said nine had died. He said no.")
    docs = {i: language()(sentences[i].text) for i in (1, 2)}  # a look at any other would fail
    (found,) = Attributions(sentences, docs, range(4)).of(2)
    assert found.speaker.source == "The army"


def test_scare_quotes_are_no_direct_speech() -> None:
    text = "The men, whom officials call “armed bandits”, burned two villages on Monday. “We saw nothing of it at all.”"
    assert quoted_sentences(split(text)) == {1}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=14))
def test_ranges_lie_within_the_article_whatever_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for found in read(text):
        assert 0 <= found.start <= found.end <= len(text)
        assert text[found.cue_start :].startswith(found.cue)
