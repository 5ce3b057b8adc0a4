"""Paragraphs that stand under a place: "Lutz: two bridges are gone", or a heading "Lutz district" above them.

Situation reports, live pages and round-ups go from place to place like that and name none in their sentences.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractors.places.words import precisions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from extractors.records import Place, PlaceMention, Sentence

FEWEST_SECTIONS = 2  # places; one alone may be a caption or a link
LONGEST_HEADING = 5  # words
UNLIKE_HEADINGS = frozenset('.!?:;,"\u201d')  # at its end
_BULLET = re.compile(r"^\W*(?:\d+[.)]\s*)?$")


@cache
def _behind(rest: str) -> re.Pattern[str]:
    """What may follow a label: its type, then ``rest``."""
    types = "|".join(sorted(precisions("administrative_types"), key=len, reverse=True))
    return re.compile(rf"^(?: (?:{types}))?{rest}")


def _label(sentence: Sentence, mentions: Sequence[PlaceMention], rest: str) -> Place | None:
    """The place that the sentence begins with, where ``rest`` follows it."""
    if not mentions or not _BULLET.match(sentence.text[: mentions[0].char_start]):
        return None
    return mentions[0].place if _behind(rest).match(sentence.text[mentions[0].char_end :]) else None


def _first_of_paragraphs(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    seen: set[int] = set()
    for sentence in sentences:
        if sentence.paragraph not in seen and not sentence.is_headline:
            yield sentence
        seen.add(sentence.paragraph)


def _is_heading(text: str) -> bool:
    return len(text.split()) <= LONGEST_HEADING and text[-1] not in UNLIKE_HEADINGS


def section_places(sentences: Sequence[Sentence], mentions: Sequence[Sequence[PlaceMention]]) -> Mapping[int, Place]:
    """The place of each paragraph that stands under one, by its number; a heading holds until the next."""
    found: dict[int, Place] = {}
    heading: Place | None = None
    for sentence in _first_of_paragraphs(sentences):
        here = mentions[sentence.index]
        if _is_heading(sentence.text):
            heading = _label(sentence, here, r"\W*$")
        place = _label(sentence, here, r"(?:\s?:|\s[\u2013\u2014-](?=\s[A-Z0-9]))\s") or heading
        if place is not None:
            found[sentence.paragraph] = place
    return found if len(set(found.values())) >= FEWEST_SECTIONS else {}
