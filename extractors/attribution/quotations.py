"""Direct speech: which stretches of an article stand between quotation marks."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractors.records import Sentence

MARK = re.compile(r"[“”\"]|(?<!\w)‘(?=\w)|(?<=[.,!?])’")
# Share of a sentence between marks from which it is direct speech; below it stand scare quotes.
MOSTLY = 0.7


def quoted_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """Character ranges between quotation marks in one paragraph.

    An unclosed mark runs to the end, one that only closes from the start.
    """
    ranges: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in MARK.finditer(text):
        closes = mark.group() in "”’" or (mark.group() == '"' and opened is not None)
        if closes and (opened is not None or (not ranges and mark.group() == "”")):
            ranges.append((opened or 0, mark.end()))
            opened = None
        elif not closes and opened is None:
            opened = mark.start()
    if opened is not None:
        ranges.append((opened, len(text)))
    return tuple(ranges)


def paragraph_of(sentence: Sentence) -> int:
    return sentence.paragraph


def quoted_sentences(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Indices of the sentences that are direct speech for the most part."""
    found = set()
    for _, members in groupby(sentences, key=paragraph_of):
        paragraph = list(members)
        base = paragraph[0].start
        text = (
            "".join(sentence.text.ljust(after.start - sentence.start) for sentence, after in pairwise(paragraph))
            + paragraph[-1].text
        )
        ranges = quoted_ranges(text)
        for sentence in paragraph:
            start, end = sentence.start - base, sentence.end - base
            inside = sum(max(0, min(end, right) - max(start, left)) for left, right in ranges)
            if inside >= MOSTLY * max(1, end - start):
                found.add(sentence.index)
    return frozenset(found)
