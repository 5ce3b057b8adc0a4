"""Which of a sentence's times dates which event."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from extractors.parsing import language
from extractors.times.events import measure_when, response_when
from extractors.times.expressions import find_times, saying_time, time_of, when_of

if TYPE_CHECKING:
    from spacy.tokens import Token

FRIDAY = date(2022, 1, 7)


def event(sentence: str, word: str) -> Token:
    return next(token for token in language()(sentence) if token.text == word)


@pytest.mark.parametrize(
    ("sentence", "word", "text"),
    [
        ("Police killed 12 men on Thursday.", "killed", "on Thursday"),
        ("On Thursday, police killed 12 men.", "killed", "On Thursday"),
        ("The ministry said 26 people had been killed on Thursday.", "killed", "on Thursday"),
        ("The ministry said on Thursday that 26 people had been killed.", "killed", None),
        ("The ministry said Thursday 26 people had been killed.", "killed", None),
        ("In a statement on Thursday, the ministry said 26 people had been killed.", "killed", None),
        ("Gunmen opened fire Thursday at a wedding, killing 32 people.", "killing", "Thursday"),
        ("Police shot two men on Monday and arrested five on Tuesday.", "arrested", "on Tuesday"),
        ("Police shot two men on Monday and arrested five on Tuesday.", "shot", "on Monday"),
        ("Thursday's attack killed 12 people.", "killed", "Thursday's"),
        ("An attack on Thursday that killed 12 people was condemned.", "killed", "on Thursday"),
        ("The worst blast came last year, when a bomb killed 63 people.", "killed", "last year"),
        ("Twelve people died after a fire tore through a depot over the weekend.", "died", "over the weekend"),
        ("Troops shot ten before protests began on Thursday.", "shot", None),
        ("In recent days, crowds stormed a prison.", "stormed", "In recent days"),
    ],
)
def test_time_of_dates_the_event_and_not_the_saying(sentence: str, word: str, text: str | None) -> None:
    times = find_times(sentence, FRIDAY)
    dated = time_of(event(sentence, word), times, kinds=frozenset({"day", "vague"}))
    assert (dated.text if dated else None) == text


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("The ministry said on Thursday that 26 had died.", "on Thursday"),
        ("Officials said late Thursday that 26 had died.", "late Thursday"),
        ("Police killed 12 men on Thursday.", None),
    ],
)
def test_saying_time_is_the_day_of_the_word(sentence: str, text: str | None) -> None:
    said = saying_time(language()(sentence), find_times(sentence, FRIDAY))
    assert (said.text if said else None) == text


@pytest.mark.parametrize(
    ("sentence", "word", "scope", "start", "end"),
    [
        ("Police killed 12 men on Thursday.", "killed", "incident", date(2022, 1, 6), date(2022, 1, 6)),
        ("Some 300 had been killed as of Thursday.", "killed", "total", None, date(2022, 1, 6)),
        (
            "Officials said on Thursday that 300 had been killed since the coup.",
            "killed",
            "total",
            None,
            date(2022, 1, 6),
        ),
        ("Officials said on Thursday that 300 had been killed.", "killed", "total", None, date(2022, 1, 6)),
        ("About 300 people have been killed since January 2.", "killed", "total", None, None),
        ("The internet has been shut down since Wednesday.", "shut", None, date(2022, 1, 5), None),
        ("Two miners remained missing late on Thursday.", "missing", "incident", None, date(2022, 1, 6)),
    ],
)
def test_when_of_follows_the_guide(
    sentence: str, word: str, scope: str | None, start: date | None, end: date | None
) -> None:
    when = when_of(event(sentence, word), find_times(sentence, FRIDAY), scope=scope)
    assert when is not None
    assert (when.start, when.end) == (start, end)


def test_when_of_an_event_only_reported_is_none() -> None:
    sentence = "Officials said on Thursday that a guard had been killed."
    assert when_of(event(sentence, "killed"), find_times(sentence, FRIDAY), scope="incident") is None


def test_measure_when_runs_from_its_decision_to_its_last_day() -> None:
    sentence = "The president declared a state of emergency on Wednesday until January 19."
    when = measure_when(event(sentence, "declared"), find_times(sentence, FRIDAY))
    assert when is not None
    assert (when.start, when.end) == (date(2022, 1, 5), date(2022, 1, 19))
    sentence = "On Thursday the cabinet announced a 180-day price cap."
    when = measure_when(event(sentence, "announced"), find_times(sentence, FRIDAY), length_days=180)
    assert when is not None
    assert (when.start, when.end) == (date(2022, 1, 6), date(2022, 7, 5))


def test_response_when_is_the_day_of_saying() -> None:
    sentence = "The envoy condemned the raid in a statement on Thursday."
    when = response_when(event(sentence, "condemned"), find_times(sentence, FRIDAY))
    assert when is not None
    assert when.start == when.end == date(2022, 1, 6)
