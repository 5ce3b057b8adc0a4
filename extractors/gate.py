"""Which sentences are worth a parse: one pass of a single regular expression over the raw text.

A sentence is a candidate where any form of any trigger word of any family stands in it. Its neighbour before is
parsed too, because speakers and
antecedents stand there. The gate must never change a claim: a test compares the claims with and without it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractors.groups import TROOPS, nouns_of
from extractors.lexicon import family_lexicons
from extractors.triggers import phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractors.records import Sentence
    from extractors.triggers import Phrase

COMMON = frozenset({"be", "have"})  # verbs that stand in every other sentence
BEFORE = 2  # sentences before a candidate that are parsed with it


@cache
def trigger_words() -> re.Pattern[str]:
    """Every first word of every phrase, in every form; the last word of a phrase that "be" or "have" begins."""
    listed = (found for family in family_lexicons() for entries in phrases(family).values() for found in entries)
    forms = {form for found in listed for form in telling_words(found)}
    return re.compile(
        r"(?<![\w-])(?:" + "|".join(sorted(map(re.escape, forms), key=len, reverse=True)) + r")(?![\w])", re.IGNORECASE
    )


def telling_words(found: Phrase) -> frozenset[str]:
    """The word of a phrase that is rarest in text: "is on strike" is looked for by "strike"."""
    if not found.first & COMMON:
        return found.first
    return found.parts[-1][-1] if found.size else frozenset()  # bare "have" is looked for by what is had


@cache
def forces_present() -> re.Pattern[str]:
    """A force behind "has" or "there": "NATO has 3,700 troops in Kosovo", "there are hundreds of police"."""
    nouns = sorted(nouns_of(TROOPS), key=len, reverse=True)
    return re.compile(
        r"\b(?:has|have|had|having|there)\b.*?\b(?:" + "|".join(map(re.escape, nouns)) + r")\b",
        re.IGNORECASE | re.DOTALL,
    )


def is_candidate(sentence: Sentence) -> bool:
    return any(words().search(sentence.text) for words in (trigger_words, forces_present))


def candidates(sentences: Sequence[Sentence]) -> frozenset[int]:
    return frozenset(sentence.index for sentence in sentences if is_candidate(sentence))


def with_context(found: frozenset[int]) -> frozenset[int]:
    """The candidates and the sentences right before them."""
    return frozenset(index - back for index in found for back in range(BEFORE + 1) if index >= back)
