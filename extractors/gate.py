"""Which sentences are worth a parse: one pass of a single regular expression over the raw text.

A sentence is a candidate where any form of any trigger word of any family stands in it. Its neighbour before is
parsed too, because speakers and
antecedents stand there. The gate must never change a claim: a test compares the claims with and without it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractors.lexicon import family_lexicons
from extractors.triggers import phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractors.records import Sentence

BEFORE = 2  # sentences before a candidate that are parsed with it


@cache
def trigger_words() -> re.Pattern[str]:
    """Every first word of every phrase, in every form."""
    forms = {form for family in family_lexicons() for form in phrases(family)}
    return re.compile(
        r"(?<![\w-])(?:" + "|".join(sorted(map(re.escape, forms), key=len, reverse=True)) + r")(?![\w])", re.IGNORECASE
    )


def is_candidate(sentence: Sentence) -> bool:
    return trigger_words().search(sentence.text) is not None


def candidates(sentences: Sequence[Sentence]) -> frozenset[int]:
    return frozenset(sentence.index for sentence in sentences if is_candidate(sentence))


def with_context(found: frozenset[int]) -> frozenset[int]:
    """The candidates and the sentences right before them."""
    return frozenset(index - back for index in found for back in range(BEFORE + 1) if index >= back)
