"""The second extractor: a number beside a verb, and nothing else.

What the rules must beat by far; and the proof that an extractor is only a name, a version and a function from text to
claims, which anybody can put beside the first.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.extractor import Extractor
from extractors.grammar.sentences import split
from extractors.records import Claim, Count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from extractors.records import ArticleText, Sentence

REACH = 5  # words between number and verb
WORD = re.compile(r"\d[\d,]*\d|\d|[^\W\d_]+")
UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
VERBS: Mapping[str, tuple[str, str]] = {
    "killed": ("casualty", "killed"),
    "dead": ("casualty", "killed"),
    "died": ("casualty", "killed"),
    "injured": ("casualty", "injured"),
    "wounded": ("casualty", "injured"),
    "hospitalised": ("casualty", "hospitalised"),
    "hospitalized": ("casualty", "hospitalised"),
    "missing": ("casualty", "missing"),
    "arrested": ("detention", "detained"),
    "detained": ("detention", "detained"),
    "released": ("detention", "released"),
    "abducted": ("detention", "abducted"),
    "kidnapped": ("detention", "abducted"),
    "displaced": ("displacement", "displaced"),
    "evacuated": ("displacement", "evacuated"),
    "deployed": ("deployment", "deployed"),
    "damaged": ("damage", "damaged"),
    "destroyed": ("damage", "destroyed"),
}


def number(word: str) -> int | None:
    lower = word.lower()
    if lower in UNITS:
        return UNITS.index(lower) + 1
    digits = word.replace(",", "")
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < len("1,000,000,000") else None


def counts(words: list[re.Match[str]]) -> Iterator[tuple[int, re.Match[str], int]]:
    for place, word in enumerate(words):
        value = number(word.group())
        if value is not None:
            yield place, word, value


def nearest_verb(words: list[re.Match[str]], place: int) -> str | None:
    near = range(max(0, place - REACH), min(len(words), place + REACH + 1))
    verbs = [at for at in near if words[at].group().lower() in VERBS]
    return words[min(verbs, key=lambda at: (abs(at - place), at < place))].group().lower() if verbs else None


def claims_in(sentence: Sentence) -> Iterator[Claim]:
    words = list(WORD.finditer(sentence.text))
    for place, word, value in counts(words):
        verb = nearest_verb(words, place)
        if verb is not None:
            family, kind = VERBS[verb]
            yield Claim(
                family=family,
                kind=kind,
                count=Count(value, value, value, word.group()),
                subject=None,
                group="people" if family != "damage" else None,
                actor=None,
                place=None,
                when=None,
                scope=None,
                speaker=None,
                status="asserted",
                evidence=sentence.text,
                start=sentence.start,
                end=sentence.end,
                rule=f"{kind}.number_beside_{verb}",
                count_start=sentence.start + word.start(),
                count_end=sentence.start + word.end(),
            )


def extract(article: ArticleText) -> tuple[Claim, ...]:
    """Any small cardinal within ``REACH`` words of a verb of harm, arrest, flight or damage."""
    return tuple(claim for sentence in split(article.text) for claim in claims_in(sentence))


def baseline_extractor() -> Extractor:
    """Beside ``extractors.rule_extractor``; its version is a digest of this file, which holds its words too."""
    source = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
    words = hashlib.sha256(repr(sorted(VERBS.items())).encode()).hexdigest()
    return Extractor("baseline", source, words, extract)
