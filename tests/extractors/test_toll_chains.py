"""A toll told over several sentences of a paragraph."""

from __future__ import annotations

from datetime import date

from extractors.records import ArticleText, Claim
from extractors.rules import extract

TOLL = """The unrest in Kazakhstan has killed 164 people so far, the health ministry said on Sunday. """


def claims_of(sentence: str) -> list[Claim]:
    found = extract(ArticleText("a", "v", TOLL + sentence, date(2022, 1, 10)))
    return [claim for claim in found if claim.evidence == sentence]


def test_another_part_of_a_toll_stands_on_the_same_word_as_of_the_same_day() -> None:
    (claim,) = claims_of("Another 21 people were killed in Kyzylorda.")
    assert claim.speaker is not None
    assert claim.speaker.source == "the health ministry"
    assert claim.scope == "total"
    assert claim.when is not None
    assert (claim.when.start, claim.when.end) == (None, date(2022, 1, 9))


def test_a_sentence_of_its_own_keeps_its_silence() -> None:
    (claim,) = claims_of("Looters shot a guard dead at a market.")
    assert claim.speaker is None
    assert claim.scope == "incident"


def test_nobody_is_no_speaker() -> None:
    found = extract(ArticleText("a", "v", "Nobody said that 12 people had died in Aktau.", date(2022, 1, 10)))
    assert all(claim.speaker is None for claim in found)
