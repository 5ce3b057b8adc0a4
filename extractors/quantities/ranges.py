"""Two numbers that make one quantity, and two that only look it: ranges, scores, telephone numbers, spans of years."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractors.quantities.kinds import Reading
    from extractors.quantities.number_words import Cardinal, CardinalReader

_NEAR = 6
_THOUSAND = 1000.0
_PHONE = (3, 4)


def second_of(reading: Reading, reader: CardinalReader, first: Cardinal) -> Cardinal | None:
    """The number that a joining word or hyphen ties to ``first``."""
    if first.end + 1 >= len(reading.lexemes):
        return None
    joins = {"to", "or"} | ({"and"} if reading.norm(first.start - 1) == "between" else set())
    tied = reading.norm(first.end) in joins or (
        reading.lexemes[first.end].is_hyphen and reading.glued(first.end + 1) == reading.glued(first.end)
    )
    return reader.read(first.end + 1) if tied else None


def is_pairing(reading: Reading, first: Cardinal, second: Cardinal) -> bool:
    """``2-1``, ``57-43``, ``555-1234``, ``1994-95``: no range, and no counts either."""
    if not (first.figures and second.figures and reading.lexemes[first.end].is_hyphen):
        return False
    chained = reading.hyphened(second.end) and reading.is_figures(second.end + 1)
    phone = (len(first.figures), len(second.figures)) == _PHONE and second.figures.isdigit()
    backwards = _low(first, second) >= second.value
    return chained or phone or backwards or _is_year(first) or _is_score(reading, first, second)


def _is_year(number: Cardinal) -> bool:
    figures = number.figures or ""
    return len(figures) == 4 and figures.startswith(("18", "19", "20"))  # noqa: PLR2004


def _is_score(reading: Reading, first: Cardinal, second: Cardinal) -> bool:
    around = [*range(first.start - _NEAR, first.start), *range(second.end, second.end + _NEAR)]
    return any(reading.norm(i) in reading.lexicon.score_words for i in around)


def range_bounds(reading: Reading, first: Cardinal, second: Cardinal) -> tuple[float, float] | None:
    """The two bounds; None where the two numbers stand each for itself."""
    low, high = _low(first, second), second.value
    loose_or = reading.norm(first.end) == "or" and high - low > max(low, 1)
    return None if low >= high or loose_or or _is_change(reading, first) else (low, high)


def _low(first: Cardinal, second: Cardinal) -> float:
    """The lower bound of "two to three thousand" and of "20-30,000" is in thousands too."""
    if first.scale == 1 and second.scale > 1 and first.value * second.scale < second.value:
        return first.value * second.scale
    bare = first.figures is not None and first.figures.isdigit() and first.value < _THOUSAND
    thousands = (second.figures or "").endswith((",000", ",500")) and first.value * _THOUSAND < second.value
    return first.value * _THOUSAND if bare and thousands and first.value < 100 else first.value  # noqa: PLR2004


def _is_change(reading: Reading, first: Cardinal) -> bool:
    """``rose from 20 to 30`` names two numbers, no range."""
    near = {reading.norm(i) for i in range(max(0, first.start - _NEAR), first.start)}
    return reading.norm(first.end) == "to" and bool(near & reading.lexicon.change_verbs)
