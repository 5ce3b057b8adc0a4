"""Time expressions against the day of publication, and which of a sentence's events each of them dates."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.times.expressions import find_times
from extractors.times.patterns import shapes_for, time_patterns, words_in
from extractors.times.words import time_lexicon

FRIDAY = date(2022, 1, 7)
LEXICON = time_lexicon()


def found(text: str, published: date | None = FRIDAY) -> list[tuple[str, str, str, str]]:
    return [(t.text, t.kind, str(t.start), str(t.end)) for t in find_times(text, published)]


DAYS = [
    ("on Thursday", "2022-01-06", "2022-01-06"),
    ("on Friday", "2022-01-07", "2022-01-07"),
    ("late Thursday", "2022-01-06", "2022-01-06"),
    ("early Friday", "2022-01-07", "2022-01-07"),
    ("early Saturday", "2022-01-08", "2022-01-08"),
    ("Thursday night", "2022-01-06", "2022-01-06"),
    ("on the night of Thursday", "2022-01-06", "2022-01-06"),
    ("in the early hours of Thursday", "2022-01-06", "2022-01-06"),
    ("last Friday", "2021-12-31", "2021-12-31"),
    ("next Monday", "2022-01-10", "2022-01-10"),
    ("today", "2022-01-07", "2022-01-07"),
    ("this morning", "2022-01-07", "2022-01-07"),
    ("tonight", "2022-01-07", "2022-01-07"),
    ("last night", "2022-01-06", "2022-01-06"),
    ("yesterday", "2022-01-06", "2022-01-06"),
    ("yesterday evening", "2022-01-06", "2022-01-06"),
    ("tomorrow", "2022-01-08", "2022-01-08"),
    ("a day earlier", "2022-01-06", "2022-01-06"),
    ("the day before", "2022-01-06", "2022-01-06"),
    ("two days ago", "2022-01-05", "2022-01-05"),
    ("overnight", "2022-01-06", "2022-01-07"),
    ("overnight Wednesday into Thursday", "2022-01-05", "2022-01-06"),
    ("January 5", "2022-01-05", "2022-01-05"),
    ("on Jan. 5", "2022-01-05", "2022-01-05"),
    ("on 5 January 2020", "2020-01-05", "2020-01-05"),
    ("on the 5th of January", "2022-01-05", "2022-01-05"),
    ("on Wednesday, January 5, 2022", "2022-01-05", "2022-01-05"),
    ("on Wednesday 5 January", "2022-01-05", "2022-01-05"),
    ("on December 30", "2021-12-30", "2021-12-30"),
    ("on 2021-11-02", "2021-11-02", "2021-11-02"),
    ("on the 5th", "2022-01-05", "2022-01-05"),
    ("on the 20th", "2021-12-20", "2021-12-20"),
    ("in 2011", "2011-01-01", "2011-12-31"),
    ("in November", "2021-11-01", "2021-11-30"),
    ("in February 2020", "2020-02-01", "2020-02-29"),
    ("last month", "2021-12-01", "2021-12-31"),
    ("last year", "2021-01-01", "2021-12-31"),
    ("in the 1990s", "1990-01-01", "1999-12-31"),
    ("from 1975 to 1990", "1975-01-01", "1990-12-31"),
    ("between Jan 2 and 5", "2022-01-02", "2022-01-05"),
    ("between Dec. 9 and Dec. 12", "2021-12-09", "2021-12-12"),
    ("January 4-6", "2022-01-04", "2022-01-06"),
    ("4-6 January", "2022-01-04", "2022-01-06"),
    ("December 30 to January 2", "2021-12-30", "2022-01-02"),
    ("from Monday to Wednesday", "2022-01-03", "2022-01-05"),
    ("over the weekend", "2022-01-01", "2022-01-02"),
    ("at 4:45 p.m. on Thursday", "2022-01-06", "2022-01-06"),
    ("at about noon", "2022-01-07", "2022-01-07"),
    ("earlier in the day", "2022-01-07", "2022-01-07"),
    ("hours later", "2022-01-07", "2022-01-07"),
    ("on New Year's Day", "2022-01-01", "2022-01-01"),
    ("for a third straight day", "2022-01-07", "2022-01-07"),
]


@pytest.mark.parametrize(("words", "start", "end"), DAYS)
def test_find_times_resolves_days(words: str, start: str, end: str) -> None:
    assert found(f"Gunmen shot a guard {words} near the port.") == [(words, "day", start, end)]


@pytest.mark.parametrize(
    ("words", "kind", "start", "end"),
    [
        ("as of early Friday", "as_of", "None", "2022-01-07"),
        ("by Thursday evening", "as_of", "None", "2022-01-06"),
        ("since Monday", "since", "2022-01-03", "None"),
        ("since mid day Wednesday", "since", "2022-01-05", "None"),
        ("since January 2", "since", "2022-01-02", "None"),
        ("since the protests began", "since", "None", "None"),
        ("since then", "since", "None", "None"),
        ("since the coup on Monday", "since", "2022-01-03", "None"),
        ("until January 19", "until", "None", "2022-01-19"),
        ("until at least Jan. 19", "until", "None", "2022-01-19"),
        ("until Monday", "until", "None", "2022-01-10"),
        ("in recent days", "vague", "None", "None"),
        ("this week", "vague", "None", "None"),
        ("last week", "vague", "None", "None"),
        ("a few months earlier", "vague", "None", "None"),
        ("two weeks ago", "vague", "None", "None"),
        ("over the past 24 hours", "vague", "None", "None"),
    ],
)
def test_find_times_knows_kinds(words: str, kind: str, start: str, end: str) -> None:
    assert found(f"The army held the port {words}.") == [(words, kind, start, end)]


@pytest.mark.parametrize(
    "sentence",
    [
        "He wrote for the Sunday Times.",
        "Black Friday sales began.",
        "He may leave the march.",
        "They meet every Friday.",
        "They meet on Fridays.",
        "They left since nobody came.",
        "He fled since he feared arrest.",
        "An overnight curfew was set.",
        "Some 2,011 people fled.",
        "The May family left.",
    ],
)
def test_find_times_finds_nothing_in(sentence: str) -> None:
    assert found(sentence) == []


def test_find_times_without_publication_keeps_words_and_absolute_dates() -> None:
    assert found("He fell on Thursday.", None) == [("on Thursday", "day", "None", "None")]
    assert found("He fell on 5 May 2019.", None) == [("on 5 May 2019", "day", "2019-05-05", "2019-05-05")]


def test_find_times_planned_day_lies_ahead() -> None:
    assert found("Troops will arrive on Monday.")[0][2:] == ("2022-01-10", "2022-01-10")
    assert found("The ministry said Monday it will send troops.")[0][2:] == ("2022-01-03", "2022-01-03")


def test_find_times_day_before_reckons_from_the_day_just_named() -> None:
    assert found("Police shot two on Wednesday, and one the day before.")[1][2:] == ("2022-01-04", "2022-01-04")
    (later,) = find_times("A bank burned hours later.", FRIDAY, anchor=date(2022, 1, 5))
    assert later.start == date(2022, 1, 5)


def test_find_times_reckons_back_from_a_day_to_what_came_before() -> None:
    assert found("Police shot two on Wednesday, two days after crowds burned a bank.")[1][2:] == (
        "2022-01-03",
        "2022-01-03",
    )
    assert found("Two days after crowds burned a bank, police shot two.")[0][2:] == ("None", "None")


@pytest.mark.parametrize(
    "sentence", ["The curfew runs from 7 p.m. to 6 a.m.", "By our staff January 6, 2022 - 11:28 A bank burned."]
)
def test_find_times_takes_no_hours_of_a_curfew_and_no_stamp_of_a_page(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize("sentence", LEXICON.vague.matches)
def test_lexicon_vague_time_matches_its_examples(sentence: str) -> None:
    assert "vague" in {kind for _, kind, _, _ in found(sentence)}


@pytest.mark.parametrize("sentence", LEXICON.parts_of_day.matches)
def test_lexicon_part_of_day_matches_its_examples(sentence: str) -> None:
    assert "day" in {kind for _, kind, _, _ in found(sentence)}


@pytest.mark.parametrize("sentence", LEXICON.since.matches)
def test_lexicon_since_matches_its_examples(sentence: str) -> None:
    assert "since" in {kind for _, kind, _, _ in found(sentence)}


@pytest.mark.parametrize(
    "sentence", [*LEXICON.vague.rejects, *LEXICON.parts_of_day.rejects, *LEXICON.since.rejects, *LEXICON.names.rejects]
)
def test_lexicon_times_reject_their_examples(sentence: str) -> None:
    assert found(sentence) == []


TIME_WORDS = st.lists(
    st.sampled_from(
        [
            "on",
            "Monday",
            "Friday",
            "night",
            "January",
            "Jan.",
            "May",
            "5",
            "31",
            "2022",
            "9999",
            "2022-02-30",
            "since",
            "until",
            "by",
            "the",
            "weekend",
            "last",
            "next",
            "year",
            "month",
            "overnight",
            "between",
            "and",
            "to",
            "-",
            "ago",
            "two",
            "days",
            "as",
            "of",
            "early",
            "noon",
            ",",
            "0",
            "0000",
            "1899",
            "later",
            "before",
        ]
    ),
    max_size=12,
).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(st.text(max_size=60), TIME_WORDS),
    st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max])),
)
def test_find_times_ranges_cover_their_text_and_run_forwards(text: str, published: date | None) -> None:
    expressions = find_times(text, published)
    for expression in expressions:
        assert text[expression.char_start : expression.char_end] == expression.text != ""
    assert all(a.char_end <= b.char_start for a, b in pairwise(expressions))


@settings(max_examples=200, deadline=None)
@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.sampled_from(["Monday", "Thursday", "Sunday"])
)
def test_find_times_weekday_is_the_most_recent_such_day(published: date, name: str) -> None:
    (expression,) = find_times(f"A mine collapsed on {name}.", published)
    assert expression.start is not None
    assert 0 <= (published - expression.start).days < 7
    assert expression.start.strftime("%A") == name


@pytest.mark.parametrize(
    "sentence",
    [
        *time_lexicon().vague.matches,
        *time_lexicon().parts_of_day.matches,
        *time_lexicon().since.matches,
        "It fell between January 5 and 7, 2022, on Sept. 11 and on the 5th.",
        "By Monday and from Tuesday to Thursday, every Friday and on Sundays, it rained.",
        "On Christmas Day, New Year's Eve and Black Friday shops burned.",
        "It was today, tonight, this morning, last night.",
        "It was yesterday, tomorrow, the day before, the following night, two days ago.",
        "It was a week earlier, ten days after.",
        "For a third straight night, overnight, over the weekend, last month and next year they came.",
        "From 5 to 7 p.m., in the 1990s, between 2001 and 2003, 2022-01-05, in 2004.",
    ],
)
def test_no_shape_is_left_out_that_a_sentence_has(sentence: str) -> None:
    tried = shapes_for(words_in(sentence))
    assert [shape.name for shape in time_patterns() if shape.pattern.search(sentence) and shape not in tried] == []
