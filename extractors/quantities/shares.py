"""Shares: ``one in ten``, ``two out of three``, ``two-thirds``, ``half of``, ``all but six``. They count nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractors.quantities.kinds import Reading
    from extractors.quantities.number_words import CardinalReader

_ROUND = frozenset({2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 20.0, 50.0, 100.0, 1000.0})
_LEAVING_OUT = frozenset(
    {("all", "but"), ("everyone", "but"), ("everybody", "but"), ("none", "but"), ("except", "for"), ("apart", "from"),
     ("other", "than"), ("aside", "from")}
)  # fmt: skip
_WHOLES = frozenset({"of", "the", "its", "their", "his", "her", "all", "that"})


def share_of(reading: Reading, reader: CardinalReader, i: int) -> int | None:
    """The position after the share that starts at lexeme ``i``, None where none does."""
    return _fraction(reading, i) or _one_in_ten(reading, reader, i) or _left_out(reading, reader, i)


def _left_out(reading: Reading, reader: CardinalReader, i: int) -> int | None:
    """ "All but six of whom were freed", "everybody except two": the number says who was not."""
    before = (reading.norm(i - 2), reading.norm(i - 1))
    if before not in _LEAVING_OUT and before[1] not in {"except", "barring", "excluding"}:
        return None
    number = reader.read(i)
    return number.end if number is not None else None


def _fraction(reading: Reading, i: int) -> int | None:
    if reading.norm(i) == "half" and reading.norm(i + 1) in _WHOLES:
        return i + 1
    joined = reading.hyphened(i + 1)
    at = i + 2 if joined else i + 1
    unit = reading.norm(at)
    if unit not in reading.lexicon.numbers.share_units or reading.norm(at + 1) in {
        "dozen",
        "million",
        "thousand",
        "billion",
    }:
        return None
    number = reading.norm(i) in reading.lexicon.numbers.cardinals or reading.is_figures(i)
    plural = number and unit.endswith("s") and unit != "halfs"
    single = reading.norm(i) in {"a", "an", "one"} and (reading.norm(at + 1) == "of" or joined) and unit != "half"
    return at + 1 if plural or single else None


def _one_in_ten(reading: Reading, reader: CardinalReader, i: int) -> int | None:
    first = reader.read(i)
    if first is None or first.is_fraction or first.scale > 1:
        return None
    at = _after_joiner(reading, first.end, loose=first.figures is None or first.value == 1)
    second = reader.read(at) if at and at < len(reading.lexemes) else None
    if second is None or second.value not in _ROUND or second.value <= first.value:
        return None
    return second.end


def _after_joiner(reading: Reading, i: int, *, loose: bool) -> int | None:
    """The position after "out of", "out of every", "in" or "in every"."""
    if (reading.norm(i), reading.norm(i + 1)) == ("out", "of") or (reading.norm(i), reading.norm(i + 1)) == (
        "of",
        "every",
    ):
        return i + 3 if reading.norm(i + 2) == "every" else i + 2
    if reading.norm(i) != "in" or not loose:
        return None
    return i + 2 if reading.norm(i + 1) == "every" else i + 1
