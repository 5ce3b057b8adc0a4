"""The time expressions of a sentence, resolved against the day of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from extractors.calendar_days import (
    UNKNOWN,
    Days,
    Standpoint,
    day_of_month,
    month,
    month_away,
    month_day,
    moved,
    on_date,
    single,
    weekday,
    weekend,
    whole_month,
    whole_year,
    year_away,
)
from extractors.event_times import saying_time, time_of, when_of
from extractors.records import TimeExpression
from extractors.time_lexicon import time_lexicon
from extractors.time_patterns import TimePattern, time_patterns, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

__all__ = ["find_times", "saying_time", "time_of", "when_of"]

_IGNORED = frozenset({"name", "every"})
_KINDS = {"as of": "as_of", "as at": "as_of", "as recently as": "as_of", "by": "as_of", "since": "since", "until": "until", "till": "until", "up until": "until", "up to": "until"}
_STRETCH = r"[^,;:.()\u2014\u2013\"\u201c\u201d]"
_CLAUSE_BREAK = re.compile(r"[,;:()\u2014\u2013\"\u201c\u201d]|\bthat\b|\bwhich\b|\bafter\b")


@dataclass(frozen=True, slots=True)
class _Hit:
    """A shape found in the text, not yet resolved."""

    name: str
    match: re.Match[str]
    start: int
    end: int


def find_times(text: str, published: date | None, *, anchor: date | None = None) -> tuple[TimeExpression, ...]:
    """All time expressions of a sentence from left to right, none overlapping; relative days stay without dates where ``published`` is None.

    ``anchor`` is the day that the story last spoke of, for "the day before" and "hours later"; the sentence's own days move it.
    """
    found: list[TimeExpression] = []
    for hit in _hits(text):
        standpoint = Standpoint(published, anchor, _lies_ahead(text, hit))
        expression = _expression(text, hit, standpoint)
        found.append(expression)
        anchor = expression.end if expression.kind == "day" and expression.start == expression.end else anchor
    return _with_since_clauses(text, tuple(found))


def _hits(text: str) -> Iterator[_Hit]:
    """Non-overlapping hits: earlier shapes win, then longer ones."""
    taken: list[_Hit] = []
    for shape in time_patterns():
        taken.extend(hit for hit in _shape_hits(shape, text) if not any(hit.start < other.end and other.start < hit.end for other in taken))
    return (hit for hit in sorted(taken, key=_start) if hit.name not in _IGNORED)


def _start(hit: _Hit) -> int:
    return hit.start


def _shape_hits(shape: TimePattern, text: str) -> Iterator[_Hit]:
    for match in shape.pattern.finditer(text):
        start = match.end("mark") if shape.pattern.groupindex.get("mark") and match["mark"] else match.start()
        yield _Hit(shape.name, match, start, match.end())


def _group(match: re.Match[str], name: str) -> str:
    return (match.group(name) or "").lower() if name in match.re.groupindex else ""


def _lead(hit: _Hit) -> str:
    return re.sub(r"\s+", " ", _group(hit.match, "lead"))


def _expression(text: str, hit: _Hit, standpoint: Standpoint) -> TimeExpression:
    days = _RESOLVERS[hit.name](hit.match, standpoint)
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
    return re.compile(r"\b(?:curfew|emergency|extend\w*|ban|closed|suspended|lockdown|truce|ceasefire|in force|in effect|in place)\b", re.IGNORECASE)


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


def _number(text: str) -> int:
    figures = re.match(r"[0-9]+", text)
    return int(figures.group()) if figures else time_lexicon().counts.get(text, 1)


def _month_number(match: re.Match[str], name: str = "month") -> int:
    return time_lexicon().months.get(_group(match, name), 0)


def _year(match: re.Match[str]) -> int | None:
    return int(match["year"]) if _group(match, "year") else None


def _dated(match: re.Match[str], standpoint: Standpoint, month_group: str, day_group: str) -> date | None:
    number, day = _month_number(match, month_group), _number(_group(match, day_group))
    year = _year(match)
    return on_date(year, number, day) if year else month_day(standpoint, number, day)


def _resolve_iso(match: re.Match[str], _: Standpoint) -> Days:
    return single(on_date(int(match["year"]), int(match["month"]), int(match["day"])))


def _resolve_date(match: re.Match[str], standpoint: Standpoint) -> Days:
    return single(_dated(match, standpoint, "month", "day"))


def _resolve_span(match: re.Match[str], standpoint: Standpoint) -> Days:
    second = "month2" if _group(match, "month2") else "month"
    first_month, last_month = ("month", second) if match.start("month") < match.start("day") else (second, "month")
    start, end = _dated(match, standpoint, first_month, "day"), _dated(match, standpoint, last_month, "day2")
    if start and end and end < start:  # over New Year
        return on_date(start.year - 1, start.month, start.day), end
    return start, end


def _resolve_weekday(match: re.Match[str], standpoint: Standpoint) -> Days:
    day = weekday(standpoint, time_lexicon().weekdays[_group(match, "weekday")], _group(match, "which"))
    day = _or_tomorrow(match, standpoint, day)
    if re.search(r"overnight", match.group(), re.IGNORECASE):
        return day, moved(day, 1)
    return single(day)


def _or_tomorrow(match: re.Match[str], standpoint: Standpoint, day: date | None) -> date | None:
    """ "early Thursday" in an article dated Wednesday: updated past midnight; nobody calls a day six days ago so."""
    tomorrow = moved(standpoint.published, 1)
    early = re.search(r"\b(?:early|dawn|early hours of)\b", match.group(), re.IGNORECASE) and not _group(match, "which")
    return tomorrow if early and tomorrow and moved(tomorrow, -7) == day else day


def _resolve_weekdays(match: re.Match[str], standpoint: Standpoint) -> Days:
    days = time_lexicon().weekdays
    end = weekday(standpoint, days[_group(match, "weekday2")])
    start = weekday(Standpoint(end, None), days[_group(match, "weekday")])
    return start, end


def _resolve_month(match: re.Match[str], standpoint: Standpoint) -> Days:
    number, year = _month_number(match), _year(match)
    return whole_month(year, number) if year else month(standpoint, number, _group(match, "which"))


def _resolve_holiday(match: re.Match[str], standpoint: Standpoint) -> Days:
    return single(month_day(standpoint, *time_lexicon().holidays[_group(match, "holiday")]))


def _resolve_day_of_month(match: re.Match[str], standpoint: Standpoint) -> Days:
    return single(day_of_month(standpoint, _number(match["day"])))


def _resolve_year(match: re.Match[str], _: Standpoint) -> Days:
    return whole_year(int(match["year"]))


def _resolve_years(match: re.Match[str], _: Standpoint) -> Days:
    return on_date(int(match["year"]), 1, 1), on_date(int(match["year2"]), 12, 31)


def _resolve_decade(match: re.Match[str], _: Standpoint) -> Days:
    return on_date(int(match["year"]), 1, 1), on_date(int(match["year"]) + 9, 12, 31)


def _resolve_today(_: re.Match[str], standpoint: Standpoint) -> Days:
    return single(standpoint.published)


def _resolve_yesterday(_: re.Match[str], standpoint: Standpoint) -> Days:
    return single(moved(standpoint.published, -1))


def _resolve_tomorrow(_: re.Match[str], standpoint: Standpoint) -> Days:
    return single(moved(standpoint.published, 1))


def _resolve_day_before(_: re.Match[str], standpoint: Standpoint) -> Days:
    return single(moved(standpoint.story_day, -1))


def _resolve_day_after(_: re.Match[str], standpoint: Standpoint) -> Days:
    return single(moved(standpoint.anchor, 1))


def _resolve_days_ago(match: re.Match[str], standpoint: Standpoint) -> Days:
    length = _number(_group(match, "count")) * (7 if _group(match, "unit") == "week" else 1)
    side = _group(match, "side")
    if side == "later":
        return single(moved(standpoint.anchor, length))
    return single(moved(standpoint.published if side == "ago" else standpoint.story_day, -length))


def _resolve_story_day(_: re.Match[str], standpoint: Standpoint) -> Days:
    return single(standpoint.story_day)


def _resolve_overnight(_: re.Match[str], standpoint: Standpoint) -> Days:
    return moved(standpoint.published, -1), standpoint.published


def _resolve_weekend(match: re.Match[str], standpoint: Standpoint) -> Days:
    return weekend(standpoint, _group(match, "which"))


def _resolve_month_away(match: re.Match[str], standpoint: Standpoint) -> Days:
    return month_away(standpoint, -1 if _group(match, "which") == "last" else 1)


def _resolve_year_away(match: re.Match[str], standpoint: Standpoint) -> Days:
    return year_away(standpoint, -1 if _group(match, "which") == "last" else 1)


def _resolve_vague(_: re.Match[str], __: Standpoint) -> Days:
    return UNKNOWN


_RESOLVERS: dict[str, Callable[[re.Match[str], Standpoint], Days]] = {
    "iso": _resolve_iso,
    "date": _resolve_date,
    "span": _resolve_span,
    "weekday": _resolve_weekday,
    "weekdays": _resolve_weekdays,
    "month": _resolve_month,
    "holiday": _resolve_holiday,
    "day_of_month": _resolve_day_of_month,
    "year": _resolve_year,
    "years": _resolve_years,
    "decade": _resolve_decade,
    "today": _resolve_today,
    "yesterday": _resolve_yesterday,
    "tomorrow": _resolve_tomorrow,
    "day_before": _resolve_day_before,
    "day_after": _resolve_day_after,
    "days_ago": _resolve_days_ago,
    "numbered_day": _resolve_story_day,
    "part_of_day": _resolve_story_day,
    "overnight": _resolve_overnight,
    "weekend": _resolve_weekend,
    "month_away": _resolve_month_away,
    "year_away": _resolve_year_away,
    "vague": _resolve_vague,
}


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
    return tuple(replace(e) for e in expressions)


def _char_start(expression: TimeExpression) -> int:
    return expression.char_start
