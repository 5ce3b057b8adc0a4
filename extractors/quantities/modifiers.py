"""What stands around a number and bounds it ("at least", "or more"), and phrases that are quantities by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extractors.quantities.number_words import figures_value
from extractors.quantities.words import quantity_lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractors.quantities.kinds import Reading, Sense
    from extractors.quantities.words import Effect, Phrase

_PREPOSITIONS = frozenset({("over",), ("about",), ("around",), ("above",)})
_SMALL = 20  # from here on, "over" after a verb counts
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class PhraseTables:
    """Every phrase of quantity, and by its first word."""

    before: Mapping[Phrase, Effect]
    after: Mapping[Phrase, Effect]
    vague: frozenset[Phrase]
    none: frozenset[Phrase]


@cache
def phrase_tables() -> PhraseTables:
    lexicon = quantity_lexicon()
    return PhraseTables(
        lexicon.before_phrases(), lexicon.after_phrases(), lexicon.vague_phrases(), lexicon.none_phrases()
    )


def longest_phrase(reading: Reading, i: int, phrases: frozenset[Phrase] | Mapping[Phrase, Effect]) -> Phrase | None:
    """The longest phrase that starts at lexeme ``i``."""
    found = [phrase for phrase in _starting(reading.norm(i)) if phrase in phrases and _stands(reading, i, phrase)]
    return max(found, key=len, default=None)


@cache
def _last_words() -> frozenset[str]:
    """The words that end a phrase before a number."""
    return frozenset(phrase[-1] for phrase in phrase_tables().before)


@cache
def _starting(word: str) -> tuple[tuple[str, ...], ...]:
    tables = (phrase_tables().after, phrase_tables().vague, phrase_tables().none)
    return tuple(phrase for table in tables for phrase in table if phrase[0] == word)


def _stands(reading: Reading, i: int, phrase: Phrase) -> bool:
    return all(reading.norm(i + offset) == word for offset, word in enumerate(phrase))


def bounds(value: float, effect: Effect) -> tuple[float | None, float | None]:
    low = value if effect in {"exact", "at_least"} else None
    high = value if effect in {"exact", "under"} else None
    return low, high


def modifiers_before(reading: Reading, start: int, taken: int) -> tuple[int, Effect]:
    """Where the modifiers before ``start`` begin and what the outermost that bounds says."""
    effect: Effect = "exact"
    while found := _modifier_ending(reading, start, taken):
        start, inner = found
        effect = inner if effect in {"exact", "about"} else effect
    return start, effect


def _modifier_ending(reading: Reading, end: int, taken: int) -> tuple[int, Effect] | None:
    table = phrase_tables().before
    if reading.norm(end - 1) not in _last_words():
        return None
    for length in range(_LONGEST, 0, -1):
        begin = end - length
        phrase = tuple(reading.norm(i) for i in range(begin, end))
        if begin >= taken and phrase in table and not _is_preposition(reading, begin, phrase):
            return begin, table[phrase]
    return None


def _is_preposition(reading: Reading, begin: int, phrase: Phrase) -> bool:
    """``anger over 12 deaths``, ``a report about two killings``: of what, not how many."""
    if phrase not in _PREPOSITIONS:
        return False
    before = reading.norm(begin - 1)
    topical = before in reading.lexicon.topic_words
    return topical or (before in reading.lexicon.topic_verbs and _is_small(reading, begin + 1))


def _is_small(reading: Reading, i: int) -> bool:
    """``arrested over two killings`` against ``arrested over 200 people``."""
    if reading.norm(i + 1) in reading.lexicon.numbers.scales:
        return False
    if reading.is_figures(i):
        return figures_value(reading.text(i)) < _SMALL
    return reading.lexicon.numbers.cardinals.get(reading.norm(i), _SMALL) < _SMALL


def modifiers_after(reading: Reading, sense: Sense) -> tuple[int, Effect]:
    if sense.kind not in {"number", "duration", "percent"}:
        return sense.end, "exact"
    if reading.norm(sense.end) == "+":
        return sense.end + 1, "at_least"
    at = sense.end + 1 if reading.hyphened(sense.end) else sense.end
    phrase = longest_phrase(reading, at, phrase_tables().after)
    if (
        phrase is None
        or (phrase == ("some",) and at == sense.end)
        or (at != sense.end and phrase not in {("plus",), ("odd",), ("some",)})
    ):
        return sense.end, "exact"
    return at + len(phrase), phrase_tables().after[phrase]
