"""The quantities of one sentence, with bounds as the claims guide's table of counts lays them down."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extractors.grammar.doc_words import text_of
from extractors.quantities.kinds import Reading, Sense, sense_of
from extractors.quantities.modifiers import bounds, longest_phrase, modifiers_after, modifiers_before, phrase_tables
from extractors.quantities.number_words import Cardinal, CardinalReader, Lexeme, lex
from extractors.quantities.ranges import is_pairing, range_bounds, second_of
from extractors.quantities.shares import share_of
from extractors.quantities.words import quantity_lexicon
from extractors.records import Count, Quantity
from extractors.times.words import time_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token


_ONE = frozenset({"a", "an", "one", "another"})
_NOT_THE_NUMBER_ONE = frozenset({"the", "this", "that", "which", "each", "every", "any", "some", "last", "only"})
_MODAL = frozenset({"must", "can", "could", "should", "would", "might", "may", "another", "'s", "day"})


@dataclass(frozen=True, slots=True)
class _Span:
    """A quantity over lexemes ``[start, end)``, before it has characters."""

    start: int
    end: int
    kind: str
    value: float | None
    low: float | None
    high: float | None


def find_quantities(doc: Doc) -> tuple[Quantity, ...]:
    """All quantities of a sentence in order, none overlapping; ``doc.text[char_start:char_end] == count.text``."""
    lexemes = lex(text_of(doc), _months())
    if not any(map(_may_begin, lexemes)):
        return ()
    starts = [token.idx for token in doc]
    reading = _reading(doc, lexemes, starts)
    return tuple(_quantity(doc, starts, reading, span) for span in _spans(reading))


def article_count(noun: Token) -> Quantity | None:
    """One, where a noun in the singular has "a", "an", "one" or "another": ``a police officer``."""
    if noun.tag_ not in {"NN", "NNP", "JJ"}:
        return None
    for child in noun.lefts:
        if child.lower_ in _ONE:
            count = Count(1, 1, 1, child.text)
            return Quantity(child.i, child.i + 1, child.idx, child.idx + len(child.text), "number", count)
    return None


def _reading(doc: Doc, lexemes: tuple[Lexeme, ...], starts: Sequence[int]) -> Reading:
    by_token = [token.tag_ for token in doc]
    tags = tuple(by_token[_token_at(starts, lexeme.start)] for lexeme in lexemes)
    return Reading(lexemes, tags, quantity_lexicon(), *_units())


@cache
def _first_words() -> frozenset[str]:
    """The words that a quantity can begin with, where it does not begin with figures."""
    numbers, tables = quantity_lexicon().numbers, phrase_tables()
    phrases = (*tables.none, *tables.vague, *(fraction.words for fraction in numbers.fractions_of_scale))
    listed = (numbers.cardinals, numbers.scales, numbers.articles, numbers.ordinals)
    return _ONE.union({"half", "both"}, (phrase[0] for phrase in phrases), *listed)


def _may_begin(lexeme: Lexeme) -> bool:
    return lexeme.is_figures or lexeme.norm in _first_words()


@cache
def _months() -> frozenset[str]:
    return frozenset(time_lexicon().months)


@cache
def _units() -> tuple[dict[str, str], dict[str, float]]:
    return quantity_lexicon().unit_kinds(), quantity_lexicon().unit_days()


def _token_at(starts: Sequence[int], position: int) -> int:
    """The token that a character belongs to, by where tokens start; a space belongs to the token before it."""
    return bisect_right(starts, position) - 1


def _quantity(doc: Doc, starts: Sequence[int], reading: Reading, span: _Span) -> Quantity:
    start, end = reading.lexemes[span.start].start, reading.lexemes[span.end - 1].end
    count = Count(span.value, span.low, span.high, text_of(doc)[start:end])
    return Quantity(_token_at(starts, start), _token_at(starts, end - 1) + 1, start, end, span.kind, count)


def _spans(reading: Reading) -> Iterator[_Span]:
    reader = CardinalReader(reading.lexemes, reading.lexicon.numbers)
    taken = 0
    i = 0
    while i < len(reading.lexemes):
        if not _may_begin(reading.lexemes[i]):
            i += 1
            continue
        span = (
            _none(reading, i)
            or _share(reading, reader, i)
            or _number(reading, reader, i, taken)
            or _other(reading, i, taken)
        )
        if span:
            yield span
            taken = span.end
        i = max(i + 1, span.end if span else 0)


def _share(reading: Reading, reader: CardinalReader, i: int) -> _Span | None:
    end = share_of(reading, reader, i)
    return _Span(i, end, "share", None, None, None) if end else None


def _other(reading: Reading, i: int, taken: int) -> _Span | None:
    return _collective(reading, i, taken) or _vague(reading, i) or _ordinal(reading, i)


def _collective(reading: Reading, i: int, taken: int) -> _Span | None:
    """``a couple of``, ``a pair of``, ``both men``."""
    if reading.norm(i) == "both" and (reading.is_plural(i + 1) or reading.norm(i + 1) in {"of", "the", "were", "are"}):
        return _Span(i, i + 1, "number", 2, 2, 2)
    value = reading.lexicon.numbers.collectives.get(reading.norm(i + 1))
    if (
        value is None
        or reading.norm(i) not in {"a", "another"}
        or reading.norm(i + 2) != "of"
        or longest_phrase(reading, i, phrase_tables().vague)
    ):
        return None
    first = i if reading.norm(i) == "a" else i + 1
    return _bounded(reading, first, Sense(_vague_kind(reading, i + 2), i + 2), value, taken)


def _ordinal(reading: Reading, i: int) -> _Span | None:
    return _Span(i, i + 1, "ordinal", None, None, None) if reading.norm(i) in reading.lexicon.numbers.ordinals else None


def _none(reading: Reading, i: int) -> _Span | None:
    phrase = longest_phrase(reading, i, phrase_tables().none)
    if phrase is None:
        return None
    end = i + len(phrase)
    follows = reading.norm(end)
    bare_no = phrase == ("no",) and (not reading.is_word(end) or follows in reading.lexicon.not_none_before)
    if bare_no or (phrase == ("zero",) and reading.glued(end)):
        return None
    return _Span(i, end, "none", 0, 0, 0)


def _vague(reading: Reading, i: int) -> _Span | None:
    phrase = longest_phrase(reading, i, phrase_tables().vague)
    end = i + len(phrase or ())
    if phrase is None or _is_verb(reading, i):
        return None
    if phrase in {("many",), ("few",)} and reading.norm(i - 1) in reading.lexicon.not_vague_after:
        return None
    if reading.norm(end) == "more" and reading.norm(end + 1) == "than":
        return None
    kind = _vague_kind(reading, end)
    kept = end + 1 if kind == "duration" and reading.norm(end) in reading.units else end
    return _Span(i, kept, kind, None, None, None)


def _is_verb(reading: Reading, i: int) -> bool:
    """``He scores a goal``, ``test scores``."""
    return reading.norm(i) == "scores" and (reading.tag(i) == "VBZ" or reading.tag(i - 1) in {"NN", "PRP$", "DT", "JJ"})


def _vague_kind(reading: Reading, end: int) -> str:
    """``a few days`` is a length, ``millions of dollars`` money."""
    at = end + 1 if reading.norm(end) in {"of", "more"} else end
    return reading.units.get(reading.norm(at), "number")


def _number(reading: Reading, reader: CardinalReader, i: int, taken: int) -> _Span | None:
    number = reader.read(i)
    if number is None or _is_no_numeral(reading, number):
        return None
    return _range(reading, reader, number, taken) or _single(reading, number, taken)


def _is_no_numeral(reading: Reading, number: Cardinal) -> bool:
    """The pronoun "one", and bare scale words that belong to a vague phrase."""
    if number.figures or number.value != 1:
        return False
    before, after = reading.norm(number.start - 1), reading.norm(number.end)
    if after in {"on", "by", "-"} and reading.norm(number.end + 1) == "one":
        return True
    superlative = after == "of" and any(reading.tag(i) in {"JJS", "RBS"} for i in range(number.end + 1, number.end + 6))
    predicate = after == "of" and before in {
        "is",
        "was",
        "are",
        "were",
        "be",
        "as",
        "become",
        "became",
        "remains",
        "considered",
    }
    return before in _NOT_THE_NUMBER_ONE or after in _MODAL or superlative or predicate


def _single(reading: Reading, number: Cardinal, taken: int) -> _Span:
    sense = sense_of(reading, number)
    value = round(number.value * sense.factor, 6)
    return _bounded(reading, number.start, sense, value, taken)


def _bounded(reading: Reading, start: int, sense: Sense, value: float, taken: int) -> _Span:
    start, before = modifiers_before(reading, start, taken)
    end, after = modifiers_after(reading, sense)
    low, high = bounds(value, before if before != "exact" else after)
    return _Span(start, end, sense.kind, value, low, high)


def _range(reading: Reading, reader: CardinalReader, first: Cardinal, taken: int) -> _Span | None:
    """``between 20 and 30``, ``from 20 to 30``, ``20-30``, ``two or three``: no value, two bounds."""
    second = second_of(reading, reader, first)
    if second is None:
        return None
    if is_pairing(reading, first, second):
        return _Span(first.start, second.end, "measure", None, None, None)
    ends = range_bounds(reading, first, second)
    if ends is None:
        return None
    sense = sense_of(
        reading, Cardinal(first.start, second.end, ends[1], second.scale, second.is_fraction, second.figures)
    )
    begin = first.start - 1 if reading.norm(first.start - 1) in {"between", "from"} else first.start
    begin, _ = modifiers_before(reading, begin, taken)
    low, high = (round(bound * sense.factor, 6) for bound in ends)
    return _Span(begin, sense.end, sense.kind, None, low, high)
