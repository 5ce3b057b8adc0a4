"""Speakers set off by a mark alone, as headlines do: "Police: 12 killed in blast", "Five dead in crash - ministry"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractors.attribution.source_types import source_type_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractors.records import Sentence

LABEL_FIRST = re.compile(r"^(?P<speaker>[A-Z][^:.,;“”\"]{2,45}): (?P<content>\S.{8,})$", re.DOTALL)
LABEL_LAST = re.compile(r"^(?P<content>[^:]{10,}?)(?:: | [-–—] )(?P<speaker>[A-Za-z][^:.,;“”\"]{2,35})$", re.DOTALL)
MOST_WORDS = 6


def is_speaker(words: str) -> bool:
    return len(words.split()) <= MOST_WORDS and source_type_of(words) != "other"


def labels_of(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """Speaker and the range of the sentence that stands on the speaker's word; only in lines without a full stop."""
    if sentence.text.endswith((".", "?", "!")):
        return
    for pattern in (LABEL_FIRST, LABEL_LAST):
        found = pattern.match(sentence.text)
        if found is not None and is_speaker(found["speaker"]):
            yield found["speaker"], *found.span("content")
            return
