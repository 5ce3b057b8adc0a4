"""The number grammar against the claims guide's table of counts, and against what in a report is no count."""

from __future__ import annotations

import pytest

from extractors.parsing import language
from extractors.quantities.finding import article_count
from extractors.quantities.number_words import CardinalReader, figures_value, lex
from extractors.quantities.words import quantity_lexicon
from tests.extractors.quantified import counts, kinds, quantities

LEXICON = quantity_lexicon()


@pytest.mark.parametrize(
    ("figures", "value"),
    [
        ("1,000", 1000),
        ("1 000", 1000),
        ("1\u00a0200\u00a0000", 1200000),
        ("1.000.000", 1000000),
        ("2.5", 2.5),
        ("1,50,000", 150000),
        ("7", 7),
    ],
)
def test_figures_value_knows_every_separator(figures: str, value: float) -> None:
    assert figures_value(figures) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty-six", 26),
        ("twenty six", 26),
        ("one hundred and five", 105),
        ("a hundred", 100),
        ("two hundred thousand", 200000),
        ("one hundred and twenty-five thousand", 125000),
        ("three thousand, two", 3000),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("half a million", 500000),
        ("a quarter of a million", 250000),
        ("one and a half million", 1500000),
        ("two and a half thousand", 2500),
        ("1.2 million", 1200000),
        ("2.5m", 2500000),
        ("10 lakh", 1000000),
        ("3 crore", 30000000),
        ("15k", 15000),
        ("ninety-nine", 99),
        ("nineteen", 19),
        ("a thousand and one", 1001),
        ("2.500", 2500),
    ],
)
def test_cardinal_reader_reads_words_and_figures(words: str, value: float) -> None:
    number = CardinalReader(lex(words), LEXICON.numbers).read(0)
    assert number is not None
    assert number.value == value


EXACT = [
    ("Police said 26 people died in the blast.", "26"),
    ("Twenty-six miners were trapped.", "Twenty-six"),
    ("The army lost another 317 soldiers.", "317"),
    ("A further 12 villagers were treated.", "12"),
    ("All 44 passengers were killed.", "44"),
    ("A total of 19 homes collapsed.", "19"),
    ("Rebels freed two of them.", "two"),
    ("One of the hostages was shot.", "One"),
    ("The bomb killed a dozen worshippers.", "a dozen"),
    ("Half a dozen trucks were torched.", "Half a dozen"),
    ("Officers detained both men.", "both"),
    ("A couple of villagers drowned.", "A couple"),
    ("The flood drove 1.2 million people from their homes.", "1.2 million"),
    ("Troops arrested 2000 people.", "2000"),
    ("A 30-strong gang raided the depot.", "30"),
    ("They buried 1 200 soldiers.", "1 200"),
    ("The quake left 3,000 dead.", "3,000"),
    ("Three others were hurt.", "Three"),
    ("In May 12 prisoners fled.", "12"),
]


@pytest.mark.parametrize(("sentence", "text"), EXACT)
def test_find_quantities_gives_exact_bounds(sentence: str, text: str) -> None:
    ((found, value, low, high),) = counts(sentence)
    assert found == text
    assert value == low == high


BOUNDED = [
    ("At least 26 people died.", "At least 26", 26, 26, None),
    ("26 or more were hurt.", "26 or more", 26, 26, None),
    ("More than 200 fled.", "More than 200", 200, 200, None),
    ("Police held over 200 students.", "over 200", 200, 200, None),
    ("A crowd of 200-plus gathered.", "200-plus", 200, 200, None),
    ("A crowd of 1,000+ gathered.", "1,000+", 1000, 1000, None),
    ("No fewer than twelve shops burned.", "No fewer than twelve", 12, 12, None),
    ("Well over 500 were buried.", "Well over 500", 500, 500, None),
    ("More than a dozen men were shot.", "More than a dozen", 12, 12, None),
    ("At least about 300 marched.", "At least about 300", 300, 300, None),
    ("The toll topped 1,000 this week.", "topped 1,000", 1000, 1000, None),
    ("About 2,500 troops landed.", "About 2,500", 2500, None, None),
    ("Some 2,500 troops landed.", "Some 2,500", 2500, None, None),
    ("An estimated 300 gathered.", "An estimated 300", 300, None, None),
    ("Roughly two dozen were held.", "Roughly two dozen", 24, None, None),
    ("30 or so were arrested.", "30 or so", 30, None, None),
    ("30-odd men attacked.", "30-odd", 30, None, None),
    ("20-some huts burned.", "20-some", 20, None, None),
    ("Nearly 1,000 were hurt.", "Nearly 1,000", 1000, None, 1000),
    ("Almost 40 boats sank.", "Almost 40", 40, None, 40),
    ("Close to 50 huts burned.", "Close to 50", 50, None, 50),
    ("Just under 40 survived.", "Just under 40", 40, None, 40),
    ("Up to 50 were buried.", "Up to 50", 50, None, 50),
    ("As many as 50 were buried.", "As many as 50", 50, None, 50),
    ("Fewer than 50 stayed.", "Fewer than 50", 50, None, 50),
    ("No more than 50 stayed.", "No more than 50", 50, None, 50),
    ("Between 20 and 30 died.", "Between 20 and 30", None, 20, 30),
    ("20 to 30 died.", "20 to 30", None, 20, 30),
    ("About 20-30 died.", "About 20-30", None, 20, 30),
    ("Two or three men fled.", "Two or three", None, 2, 3),
    ("Two to three thousand fled.", "Two to three thousand", None, 2000, 3000),
    ("Between 1 and 1.5 million fled.", "Between 1 and 1.5 million", None, 1000000, 1500000),
    ("Dozens of marchers were hurt.", "Dozens", None, None, None),
    ("Tens of thousands fled.", "Tens of thousands", None, None, None),
    ("Several dozen were held.", "Several dozen", None, None, None),
    ("A few hundred marched.", "A few hundred", None, None, None),
    ("A handful of boats sank.", "A handful", None, None, None),
    ("A number of guards were hurt.", "A number of", None, None, None),
    ("Hundreds more were hurt.", "Hundreds", None, None, None),
    ("Many died.", "Many", None, None, None),
    ("No one was hurt.", "No one", 0, 0, 0),
    ("None of the crew died.", "None", 0, 0, 0),
    ("No civilians died.", "No", 0, 0, 0),
    ("Not a single house stood.", "Not a single", 0, 0, 0),
    ("The driver was unhurt.", "unhurt", 0, 0, 0),
]


@pytest.mark.parametrize(("sentence", "text", "value", "low", "high"), BOUNDED)
def test_find_quantities_bounds_follow_the_guide(
    sentence: str, text: str, value: float | None, low: float | None, high: float | None
) -> None:
    assert counts(sentence) == [(text, value, low, high)]


def test_find_quantities_modifier_does_not_reach_over_a_list() -> None:
    assert counts("At least 26 marchers and 18 officers died.") == [("At least 26", 26, 26, None), ("18", 18, 18, 18)]


def test_find_quantities_change_names_two_numbers() -> None:
    assert counts("The toll rose from 20 to 30.") == [("20", 20, 20, 20), ("30", 30, 30, 30)]


@pytest.mark.parametrize(
    ("sentence", "kind", "text"),
    [
        ("Two weeks of curfew began.", "duration", "Two weeks"),
        ("A 180-day cap was set.", "duration", "180-day"),
        ("It lasted about six months.", "duration", "about six months"),
        ("A 24-hour strike began.", "duration", "24-hour"),
        ("Connectivity was at about five percent.", "percent", "about five percent"),
        ("Some 80 % fled.", "percent", "Some 80 %"),
        ("One in ten homes was lost.", "share", "One in ten"),
        ("Two-thirds of the crop was lost.", "share", "Two-thirds"),
        ("A third of residents left.", "share", "A third"),
        ("Half of the village left.", "share", "Half"),
        ("The third convoy arrived.", "ordinal", "third"),
        ("The 5th brigade left.", "ordinal", "5th"),
        ("The fine was $5m.", "money", "5m"),
        ("The fine was 300 tenge.", "money", "300"),
        ("A 25-year-old was shot.", "age", "25"),
        ("Ivan Petrov, 34, was shot.", "age", "34"),
        ("A man aged 30 was shot.", "age", "30"),
        ("Children under 5 were moved.", "age", "under 5"),
        ("A man, 45, was held.", "age", "45"),
        ("A magnitude 6.3 quake hit.", "measure", "6.3"),
        ("The camp lies 30 km away.", "measure", "30"),
        ("A 12-member panel met.", "measure", "12"),
        ("A 33-vehicle convoy left.", "measure", "33"),
        ("The side won 2-1.", "measure", "2-1"),
        ("Call 555-1234 now.", "measure", "555-1234"),
    ],
)
def test_find_quantities_tells_what_is_measured(sentence: str, kind: str, text: str) -> None:
    assert kinds(sentence) == [(kind, text)]


@pytest.mark.parametrize(
    ("text", "days"), [("two weeks", 14), ("six months", 180), ("24 hours", 1), ("a 180-day", 180), ("one year", 365)]
)
def test_find_quantities_turns_lengths_into_days(text: str, days: float) -> None:
    (found,) = quantities(f"The curfew holds for {text} term." if "-" in text else f"The curfew holds for {text}.")
    assert found.count.value == pytest.approx(days, rel=1e-3)


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2011 police opened fire.",
        "The law dates from 1994.",
        "It happened on January 5 in the north.",
        "It happened on 5 January in the north.",
        "Between Jan. 2 and 5 the road was shut.",
        "The bomb went off at 4:45 pm.",
        "The bomb went off at 10.30 near a bank.",
        "Article 370 was revoked.",
        "A Boeing 737 went down.",
        "An F-16 went down.",
        "The Group of 20 met.",
        "Covid-19 spread.",
        "He left No. 10 on foot.",
        "They drove along Route 66.",
        "A 4x4 was stolen.",
        "See page 3 for more.",
        "Resolution 2254 was passed.",
        "He was in New York on 9/11.",
        "One thing is clear.",
        "It is one of the largest mines.",
        "He was one of the founders.",
        "There is no doubt.",
        "They are no longer held.",
        "How many died?",
        "He scores a goal.",
        "M23 rebels took the town.",
        "The price rose by 12,5 percent.",
        "Some protesters left.",
        "In the 1990s the mine closed.",
        "On day one of the siege it rained.",
        "It is a 24/7 watch.",
        "A Twenty20 match began.",
        "The shop in the 1300 block closed.",
    ],
)
def test_find_quantities_counts_nothing_in(sentence: str) -> None:
    assert counts(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "noun", "text"),
    [
        ("A police officer was shot.", "officer", "A"),
        ("An injured guard was moved.", "guard", "An"),
        ("Another villager drowned.", "villager", "Another"),
        ("One soldier was shot.", "soldier", "One"),
        ("The soldiers were shot.", "soldiers", None),
        ("The soldier was shot.", "soldier", None),
    ],
)
def test_article_count_is_one(sentence: str, noun: str, text: str | None) -> None:
    token = next(token for token in language()(sentence) if token.text == noun)
    found = article_count(token)
    assert (found.count.text if found else None) == text
    assert found is None or found.count.value == found.count.low == found.count.high == 1
