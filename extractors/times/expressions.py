"""The time expressions of a sentence, resolved against the day of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extractors.records import TimeExpression
from extractors.times.calendar_days import Days, Standpoint
from extractors.times.events import saying_time, time_of, when_of
from extractors.times.patterns import TimePattern, shapes_for, words, words_in
from extractors.times.resolution import group, resolve
from extractors.times.words import time_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

__all__ = ["find_times", "saying_time", "time_of", "when_of"]

_IGNORED = frozenset({"name", "every", "hours", "stamp"})
_KINDS = {
    "as of": "as_of",
    "as at": "as_of",
    "as recently as": "as_of",
    "by": "as_of",
    "since": "since",
    "until": "until",
    "till": "until",
    "up until": "until",
    "up to": "until",
}
_BETWEEN_PARTS = re.compile(r",?\s+(?:on\s+)?")
_PART = re.compile(
    r".*(?:[0-9]\s?[ap]\.?m|gmt|local time|noon|midday|midnight|dawn|dusk|nightfall|morning|afternoon|evening"
    r"|[0-9][.:][0-9]{2})\b\.?$|overnight$",
    re.IGNORECASE,
)
_STRETCH = r"[^,;:.()\u2014\u2013\"\u201c\u201d]"
_CLAUSE_BREAK = re.compile(r"[,;:()\u2014\u2013\"\u201c\u201d]|\bthat\b|\bwhich\b|\bafter\b")


# "may", "march" and "august" are other words too
_UNCASED = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|april|june|july|september|october|november|december)\b"
)


@dataclass(frozen=True, slots=True)
class _Hit:
    """A shape found in the text, not yet resolved."""

    name: str
    match: re.Match[str]
    start: int
    end: int


def find_times(text: str, published: date | None, *, anchor: date | None = None) -> tuple[TimeExpression, ...]:
    """All time expressions of a sentence in order; relative days have no dates where ``published`` is None.

    ``anchor`` is the day that the story last spoke of, for "the day before" and "hours later"; days named here move it.
    """
    found: list[TimeExpression] = []
    for hit in _hits(_capitals(text)):
        standpoint = Standpoint(published, anchor, _lies_ahead(text, hit))
        is_loose = hit.name == "days_after" and not found
        expression = _expression(text, hit, Standpoint(None, None) if is_loose else standpoint)
        found.append(expression)
        anchor = expression.end if expression.kind == "day" and expression.start == expression.end else anchor
    return _with_since_clauses(text, _joined(text, found))


def _capitals(text: str) -> str:
    """The text with the capitals that scrapers take from the names of days and months; no letter moves."""
    return _UNCASED.sub(lambda match: match.group().capitalize(), text)


def last_day(times: Sequence[TimeExpression]) -> date | None:
    """The single day that a sentence named last: what "the same day" means in the next."""
    days = [time.end for time in times if time.kind == "day" and time.start == time.end]
    return days[-1] if days else None


def _joined(text: str, found: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """``at 4:45 p.m. on January 5`` is one expression, dated by the day that is named."""
    joined: list[TimeExpression] = []
    for expression in found:
        last = joined[-1] if joined else None
        if (
            last
            and _BETWEEN_PARTS.fullmatch(text[last.char_end : expression.char_start])
            and _is_part(last) != _is_part(expression)
        ):
            joined[-1] = _merged(text, last, expression)
        else:
            joined.append(expression)
    return tuple(joined)


def _is_part(expression: TimeExpression) -> bool:
    return _PART.match(expression.text) is not None


def _merged(text: str, first: TimeExpression, second: TimeExpression) -> TimeExpression:
    named = second if _is_part(first) else first
    span = text[first.char_start : second.char_end]
    return TimeExpression(first.char_start, second.char_end, span, named.start, named.end, named.kind)


def _hits(text: str) -> Iterator[_Hit]:
    """Non-overlapping hits: earlier shapes win, then longer ones."""
    taken: list[_Hit] = []
    for shape in shapes_for(words_in(text)):
        taken.extend(
            hit
            for hit in _shape_hits(shape, text)
            if not any(hit.start < other.end and other.start < hit.end for other in taken)
        )
    return (hit for hit in sorted(taken, key=_start) if hit.name not in _IGNORED)


def _start(hit: _Hit) -> int:
    return hit.start


def _shape_hits(shape: TimePattern, text: str) -> Iterator[_Hit]:
    for match in shape.pattern.finditer(text):
        yield _Hit(shape.name, match, match.start(), match.end())


def _lead(hit: _Hit) -> str:
    return re.sub(r"\s+", " ", group(hit.match, "lead"))


def _expression(text: str, hit: _Hit, standpoint: Standpoint) -> TimeExpression:
    days = resolve(hit.name, hit.match, standpoint)
    kind, (start, end) = _placed(_lead(hit), "vague" if hit.name == "vague" else "day", days, text, standpoint)
    return TimeExpression(hit.start, hit.end, text[hit.start : hit.end], start, end, kind)


def _placed(lead: str, kind: str, days: Days, text: str, standpoint: Standpoint) -> tuple[str, Days]:
    """What "since", "until" and "as of" make of the days after them."""
    kind = _KINDS.get(lead, kind)
    if lead == "through" and (standpoint.ahead or _measure_words().search(text)):
        kind = "until"
    if kind in {"as_of", "until"}:
        return kind, (None, days[1])
    return kind, (days[0], None) if kind == "since" else days


@cache
def _measure_words() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:curfew|emergency|extend\w*|ban|closed|suspended|lockdown|truce|ceasefire|in force|in effect|in place)\b",
        re.IGNORECASE,
    )


def _lies_ahead(text: str, hit: _Hit) -> bool:
    """Whether the words before, within the clause, say that the time is still to come."""
    lead = _lead(hit)
    if lead in {"until", "till", "up until"} or (lead == "through" and _measure_words().search(text)):
        return True
    before = _CLAUSE_BREAK.split(text[: hit.start])[-1]
    return _plan_words().search(before) is not None and not _said_last(before)


@cache
def _plan_words() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words(time_lexicon().planned.words)})(?!\w)", re.IGNORECASE)


def _said_last(before: str) -> bool:
    return re.search(r"\b(?:said|told \w+|announced|says)\s*$", before) is not None


@cache
def _since_clause() -> re.Pattern[str]:
    openers = words(time_lexicon().since.words)
    stop = r"(?=\s+(?:and|but|while|when|as|who|which|that|said|according)\b|[,;:.()\u2014\u2013\"\u201c\u201d]|$)"
    return re.compile(rf"(?<!\w)since\s+(?:{openers})\b{_STRETCH}{{0,80}}?{stop}", re.IGNORECASE)


def _with_since_clauses(text: str, expressions: tuple[TimeExpression, ...]) -> tuple[TimeExpression, ...]:
    """``since the protests began on Sunday`` takes the day in it as its start."""
    for match in _since_clause().finditer(text):
        inside = [e for e in expressions if e.char_start < match.end() and match.start() < e.char_end]
        if any(e.char_start <= match.start() and e.kind == "since" for e in inside):
            continue
        end = max([match.end(), *(e.char_end for e in inside)])
        start_day = next((e.start for e in inside if e.start), None)
        clause = TimeExpression(match.start(), end, text[match.start() : end], start_day, None, "since")
        expressions = tuple(sorted([clause, *(e for e in expressions if e not in inside)], key=_char_start))
    return expressions


def _char_start(expression: TimeExpression) -> int:
    return expression.char_start
