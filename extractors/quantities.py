"""The quantities of one sentence, with bounds as the claims guide's table of counts lays them down."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extractors.number_words import Cardinal, CardinalReader, lex
from extractors.quantity_kinds import Reading, Sense, sense_of
from extractors.quantity_lexicon import quantity_lexicon
from extractors.records import Count, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Token

    from extractors.quantity_lexicon import Effect, Phrase

_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_ONE = frozenset({"a", "an", "one", "another"})
_NOT_THE_NUMBER_ONE = frozenset({"the", "this", "that", "which", "each", "every", "any", "some", "last", "every", "only"})
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
    """All quantities of a sentence from left to right, none overlapping; ``doc.text[char_start:char_end] == count.text``."""
    reading = _reading(doc)
    return tuple(_quantity(doc, reading, span) for span in _spans(reading))


def article_count(noun: Token) -> Quantity | None:
    """One, where a noun in the singular has "a", "an", "one" or "another": ``a police officer``."""
    if noun.tag_ not in {"NN", "NNP", "JJ"}:
        return None
    for child in noun.lefts:
        if child.lower_ in _ONE:
            count = Count(1, 1, 1, child.text)
            return Quantity(child.i, child.i + 1, child.idx, child.idx + len(child.text), "number", count)
    return None


def _reading(doc: Doc) -> Reading:
    lexicon = quantity_lexicon()
    lexemes = lex(doc.text, _MONTHS)
    starts = _token_at(doc)
    tags = tuple(doc[starts[lexeme.start]].tag_ for lexeme in lexemes)
    return Reading(lexemes, tags, lexicon, lexicon.unit_kinds(), lexicon.unit_days())


def _token_at(doc: Doc) -> list[int]:
    """For each character the token that it belongs to; a space belongs to the token before it."""
    owners: list[int] = []
    for token in doc:
        owners.extend([token.i] * len(token.text_with_ws))
    return owners


def _quantity(doc: Doc, reading: Reading, span: _Span) -> Quantity:
    start, end = reading.lexemes[span.start].start, reading.lexemes[span.end - 1].end
    owners = _token_at(doc)
    count = Count(span.value, span.low, span.high, doc.text[start:end])
    return Quantity(owners[start], owners[end - 1] + 1, start, end, span.kind, count)


def _spans(reading: Reading) -> Iterator[_Span]:
    reader = CardinalReader(reading.lexemes, reading.lexicon.numbers)
    taken = 0
    i = 0
    while i < len(reading.lexemes):
        span = _none(reading, i) or _number(reading, reader, i, taken) or _vague(reading, i)
        if span:
            yield span
            taken = span.end
        i = max(i + 1, span.end if span else 0)


@cache
def _tables() -> tuple[Mapping[Phrase, Effect], Mapping[Phrase, Effect], frozenset[Phrase], frozenset[Phrase]]:
    lexicon = quantity_lexicon()
    return lexicon.before_phrases(), lexicon.after_phrases(), lexicon.vague_phrases(), lexicon.none_phrases()


def _longest(reading: Reading, i: int, phrases: frozenset[Phrase] | Mapping[Phrase, Effect]) -> Phrase | None:
    """The longest phrase that starts at lexeme ``i``."""
    found = [phrase for phrase in _starting(reading.norm(i)) if phrase in phrases and _stands(reading, i, phrase)]
    return max(found, key=len, default=None)


@cache
def _starting(word: str) -> tuple[tuple[str, ...], ...]:
    return tuple(phrase for table in _tables() for phrase in table if phrase[0] == word)


def _stands(reading: Reading, i: int, phrase: Phrase) -> bool:
    return all(reading.norm(i + offset) == word for offset, word in enumerate(phrase))


def _none(reading: Reading, i: int) -> _Span | None:
    phrase = _longest(reading, i, _tables()[3])
    if phrase is None:
        return None
    end = i + len(phrase)
    follows = reading.norm(end)
    bare_no = phrase == ("no",) and (not reading.is_word(end) or follows in reading.lexicon.not_none_before)
    if bare_no or (phrase == ("zero",) and reading.glued(end)):
        return None
    return _Span(i, end, "none", 0, 0, 0)


def _vague(reading: Reading, i: int) -> _Span | None:
    phrase = _longest(reading, i, _tables()[2])
    end = i + len(phrase or ())
    if phrase is None or reading.norm(i - 1) in reading.lexicon.not_vague_after or _is_verb(reading, i):
        return None
    if reading.norm(end) == "more" and reading.norm(end + 1) == "than":
        return None
    return _Span(i, end, _vague_kind(reading, end), None, None, None)


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
    return before in _NOT_THE_NUMBER_ONE or after in _MODAL


def _single(reading: Reading, number: Cardinal, taken: int) -> _Span:
    sense = sense_of(reading, number)
    value = round(number.value * sense.factor, 6)
    return _bounded(reading, number.start, sense, value, taken)


def _bounded(reading: Reading, start: int, sense: Sense, value: float, taken: int) -> _Span:
    start, before = _before(reading, start, taken)
    end, after = _after(reading, sense)
    low, high = _bounds(value, before if before != "exact" else after)
    return _Span(start, end, sense.kind, value, low, high)


def _bounds(value: float, effect: Effect) -> tuple[float | None, float | None]:
    low = value if effect in {"exact", "at_least"} else None
    high = value if effect in {"exact", "under"} else None
    return low, high


def _before(reading: Reading, start: int, taken: int) -> tuple[int, Effect]:
    """Where the modifiers before ``start`` begin and what the outermost that bounds says."""
    effect: Effect = "exact"
    while found := _modifier_ending(reading, start, taken):
        start, inner = found
        effect = inner if effect in {"exact", "about"} else effect
    return start, effect


def _modifier_ending(reading: Reading, end: int, taken: int) -> tuple[int, Effect] | None:
    table = _tables()[0]
    for length in range(5, 0, -1):
        begin = end - length
        phrase = tuple(reading.norm(i) for i in range(begin, end))
        if begin >= taken and phrase in table and not _is_preposition(reading, begin, phrase):
            return begin, table[phrase]
    return None


def _is_preposition(reading: Reading, begin: int, phrase: Phrase) -> bool:
    """``anger over 12 deaths``, ``a report about two killings``: of what, not how many."""
    return phrase in {("over",), ("about",), ("around",), ("above",)} and reading.norm(begin - 1) in reading.lexicon.topic_words


def _after(reading: Reading, sense: Sense) -> tuple[int, Effect]:
    if sense.kind not in {"number", "duration", "percent"}:
        return sense.end, "exact"
    if reading.norm(sense.end) == "+":
        return sense.end + 1, "at_least"
    at = sense.end + 1 if reading.hyphened(sense.end) else sense.end
    phrase = _longest(reading, at, _tables()[1])
    if phrase is None or (at != sense.end and phrase not in {("plus",), ("odd",)}):
        return sense.end, "exact"
    return at + len(phrase), _tables()[1][phrase]


def _range(reading: Reading, reader: CardinalReader, first: Cardinal, taken: int) -> _Span | None:
    """``between 20 and 30``, ``from 20 to 30``, ``20-30``, ``two or three``: no value, two bounds."""
    joiner = reading.norm(first.end)
    before = reading.norm(first.start - 1)
    allowed = {"to", "or"} | ({"and"} if before == "between" else set())
    if not (joiner in allowed or (reading.lexemes[first.end].is_hyphen if first.end < len(reading.lexemes) else False)):
        return None
    second = reader.read(first.end + 1) if first.end + 1 < len(reading.lexemes) else None
    if second is None or _is_change(reading, first.start, joiner):
        return None
    low, high = _shared_scale(first, second), second.value
    if low >= high or (joiner == "or" and first.figures and high - low > low):
        return None
    sense = sense_of(reading, Cardinal(first.start, second.end, high, second.scale, second.is_fraction, second.figures))
    if sense_of(reading, first).kind not in {"number", sense.kind} and not reading.lexemes[first.end].is_hyphen:
        return None
    return _range_span(reading, first.start, sense, (low, high), taken)


def _range_span(reading: Reading, start: int, sense: Sense, bounds: tuple[float, float], taken: int) -> _Span:
    begin = start - 1 if reading.norm(start - 1) in {"between", "from"} else start
    begin, _ = _before(reading, begin, taken)
    low, high = (round(bound * sense.factor, 6) for bound in bounds)
    return _Span(begin, sense.end, sense.kind, None, low, high)


def _shared_scale(first: Cardinal, second: Cardinal) -> float:
    """The lower bound of "two to three thousand" is two thousand."""
    shares = first.scale == 1 and second.scale > 1 and first.value * second.scale < second.value
    return first.value * second.scale if shares else first.value


def _is_change(reading: Reading, start: int, joiner: str) -> bool:
    """``rose from 20 to 30`` names two numbers, no range."""
    near = {reading.norm(i) for i in range(max(0, start - 6), start)}
    return joiner == "to" and bool(near & reading.lexicon.change_verbs)
