"""Paragraphs that stand under a day: ``Thursday, July 18.``, and then what happened on it, as in reconstructions.

A day on a line of its own holds until the next such line; one that opens a paragraph holds for that paragraph.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from extractors.records import When
from extractors.times.expressions import find_times
from extractors.times.words import time_lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from extractors.records import Sentence

HEADING_WORDS = 6  # "On the evening of Thursday, July 18"


def day_alone(text: str, published: date | None) -> When | None:
    """The day that a sentence names, where it says nothing else; a bare hour, as of a live report, is none."""
    words = [word.strip(".,:;-\u2013\u2014").lower() for word in text.split()]
    if len(words) > HEADING_WORDS or (time_lexicon().weekdays.keys() | time_lexicon().months.keys()).isdisjoint(words):
        return None
    times = find_times(text, published)
    if len(times) != 1 or times[0].kind != "day" or times[0].start is None or times[0].start != times[0].end:
        return None
    beside = text[: times[0].char_start] + text[times[0].char_end :]
    return None if any(letter.isalnum() for letter in beside) else When(times[0].text, times[0].start, times[0].end)


def headed_days(sentences: Sequence[Sentence], published: date | None) -> Mapping[int, When]:
    """The day that each paragraph stands under, by the paragraph's number."""
    headed: dict[int, When] = {}
    section: When | None = None
    for number, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        first, *rest = group
        day = day_alone(first.text, published)
        if day is not None and not rest:
            section = day
        if (held := day or section) is not None:
            headed[number] = held
    return headed
