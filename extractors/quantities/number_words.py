"""The numbers of English prose: figures with any separator, number words, mixtures ("1.2 million", "half a dozen").

Works on lexemes of its own, because tokenizers disagree on ``20-30``, ``200-plus`` and ``2.5m``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractors.quantities.words import NumberWords

Parsed = tuple[float, int]  # a value and the position after its last lexeme

_FIGURES = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?"  # 1,000 and 1,200.5
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])"  # 1,50,000 as South Asia writes it
    r"|[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?![0-9,.]*[0-9])"  # 1 000
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9])"  # 1.000.000
    r"|[0-9]+(?:\.[0-9]+)?"
)
_LEXEME = re.compile(
    rf"(?P<figures>{_FIGURES.pattern})|(?P<word>[AaPp]\.[Mm]\b\.?|[^\W\d_]+(?:['\u2019][^\W\d_]+)*)|(?P<mark>\S)"
)
_FIRST_GROUP = re.compile(r"[0-9]+")
_DOTTED_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_HYPHENS = frozenset("-\u2010\u2011\u2013")
HUNDRED = 100.0
# The news counts no more of anything: a longer string of figures is the name of something, such as an account.
_MOST = 1e15


class Lexeme(NamedTuple):
    """A figure, a word or a mark; characters count from the start of the sentence."""

    text: str
    start: int
    end: int
    glued: bool  # no space between it and what stands before
    is_word: bool
    is_figures: bool
    norm: str  # lower case, with a straight apostrophe

    @property
    def is_hyphen(self) -> bool:
        return self.text in _HYPHENS


@dataclass(frozen=True, slots=True)
class Cardinal:
    """A number read from lexemes ``[start, end)``; ``scale`` is the power word it ends in (1 without one)."""

    start: int
    end: int
    value: float
    scale: float
    is_fraction: bool  # decimals left without a scale word: a measure, never a count of people
    figures: str | None = None


def lex(text: str, months: frozenset[str] = frozenset()) -> tuple[Lexeme, ...]:
    """The lexemes of a sentence; ``months`` (lower case) keep "January 5 300" from being read as 5,300."""
    lexemes: list[Lexeme] = []
    position = 0
    while match := _LEXEME.search(text, position):
        start, kind = match.start(), match.lastgroup
        glued = bool(lexemes) and start == position
        position = _figures_end(match, lexemes, months) if kind == "figures" else match.end()
        word = text[start:position]
        norm = word.lower().replace("\u2019", "'")
        lexemes.append(Lexeme(word, start, position, glued, kind == "word", kind == "figures", norm))
    return tuple(lexemes)


def _figures_end(match: re.Match[str], before: Sequence[Lexeme], months: frozenset[str]) -> int:
    spaced = not match.group().isascii() or " " in match.group()
    if spaced and before and (before[-1].norm in months or (before[-1].text == "." and before[-1].glued)):
        first = _FIRST_GROUP.match(match.group())
        return match.start() + (first.end() if first else 0)
    return match.end()


def figures_value(figures: str) -> float:
    """The number that a string of figures stands for: separators of thousands dropped, a lone point a decimal point."""
    plain = re.sub(r"[ ,\u00a0\u2009\u202f]", "", figures)
    return float(plain.replace(".", "") if plain.count(".") > 1 else plain)


class CardinalReader:
    """Reads the cardinal that starts at a lexeme, if one does."""

    def __init__(self, lexemes: Sequence[Lexeme], words: NumberWords) -> None:
        self._lexemes = lexemes
        self._words = words

    def read(self, start: int) -> Cardinal | None:
        found = self._half(start) or self._figures(start) or self._spelled(start)
        return found if found and found.value <= _MOST else None

    def _norm(self, i: int) -> str:
        return self._lexemes[i].norm if 0 <= i < len(self._lexemes) else ""

    def _skip_hyphen(self, i: int) -> int:
        """The position after a glued hyphen at ``i``, else ``i``."""
        inside = 0 < i < len(self._lexemes) - 1
        return i + 1 if inside and self._lexemes[i].is_hyphen and self._lexemes[i + 1].glued else i

    def _phrase(self, start: int, phrase: Sequence[str]) -> int | None:
        """The position after ``phrase`` where it stands at ``start``, hyphens between its words allowed."""
        i = start
        for word in phrase:
            i = self._skip_hyphen(i) if i > start else i
            if self._norm(i) != word:
                return None
            i += 1
        return i

    def _half(self, start: int) -> Cardinal | None:
        for fraction in self._words.fractions_of_scale:
            end = self._phrase(start, fraction.words)
            scale_at = self._skip_hyphen(end) if end else 0
            scale = self._words.scales.get(self._norm(scale_at)) if end else None
            if scale:
                return Cardinal(start, scale_at + 1, fraction.value * scale, scale, is_fraction=False)
        return None

    def _figures(self, start: int) -> Cardinal | None:
        lexeme = self._lexemes[start]
        if not lexeme.is_figures:
            return None
        value = figures_value(lexeme.text)
        value, end = self._and_a_half(value, start + 1)
        scale, end = self._scales(end)
        if scale == 1 and _DOTTED_THOUSANDS.fullmatch(lexeme.text):
            value *= 1000
        fraction = not value.is_integer() and scale == 1
        return Cardinal(start, end, _whole(value * scale), scale, is_fraction=fraction, figures=lexeme.text)

    def _and_a_half(self, value: float, i: int) -> Parsed:
        joined = self._skip_hyphen(i)
        end = self._phrase(joined, ("and", "a", "half"))
        return (value + 0.5, end) if end else (value, i)

    def _scales(self, i: int) -> Parsed:
        """The product of the scale words from ``i`` on ("hundred thousand"), 1 for none; "5m" has its scale glued."""
        product = 1.0
        while i < len(self._lexemes):
            at = self._skip_hyphen(i)
            lexeme = self._lexemes[at]
            table = self._words.glued_scales if lexeme.glued and at == i else self._words.scales
            scale = table.get(lexeme.norm)
            if scale is None:
                break
            product, i = product * scale, at + 1
        return product, i

    def _spelled(self, start: int) -> Cardinal | None:
        """Number words, least group last: "two hundred and five thousand, three hundred" is two groups."""
        total, i, scale = 0.0, start, 1.0
        while group := self._group(i, first=i == start, below=scale if total else None):
            (value, after), had = group, total
            scale, i = self._scales(after)
            total = had + value * scale
            if scale < HUNDRED:
                break
        if i == start:
            return None
        if scale == 1 and self._norm(i - 1) == "hundred":
            scale = HUNDRED
        return Cardinal(start, i, _whole(total), scale, is_fraction=not total.is_integer() and scale == 1)

    def _group(self, i: int, *, first: bool, below: float | None) -> Parsed | None:
        if not first and self._norm(i) == "and":
            i += 1
        if first and self._norm(i) in self._words.articles:
            return self._article_scale(i)
        if first and self._norm(i) in self._words.scales and self._stands_free(i):
            return 1.0, i
        read = self._below_thousand(i)
        if read is None or (below is not None and read[0] >= below):
            return None
        return self._and_a_half(*read) if first else read

    def _stands_free(self, i: int) -> bool:
        """A bare "hundred" is a number after "another" or at the start, not after "few" (vague) or a figure."""
        return i == 0 or self._norm(i - 1) in self._words.bare_scale_after

    def _article_scale(self, i: int) -> Parsed | None:
        return (1.0, i + 1) if self._norm(i + 1) in self._words.scales else None

    def _below_thousand(self, i: int) -> Parsed | None:
        read = self._below_hundred(i)
        if read is None or self._norm(self._skip_hyphen(read[1])) != "hundred":
            return read
        value, i = read[0] * HUNDRED, self._skip_hyphen(read[1]) + 1
        rest = self._below_hundred(i + 1 if self._norm(i) == "and" else i)
        return (value + rest[0], rest[1]) if rest else (value, i)

    def _below_hundred(self, i: int) -> Parsed | None:
        value = self._words.cardinals.get(self._norm(i))
        if value is None:
            return None
        if value < 20 or value % 10:  # noqa: PLR2004 - the tens, as English counts
            return value, i + 1
        joined = self._skip_hyphen(i + 1)
        unit = self._words.cardinals.get(self._norm(joined), HUNDRED)
        return (value + unit, joined + 1) if unit < 10 else (value, i + 1)  # noqa: PLR2004


def _whole(value: float) -> float:
    """Products like 1.1 * 1000000 without the dust of binary fractions."""
    return round(value, 6)
