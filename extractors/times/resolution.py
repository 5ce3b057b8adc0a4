"""What each shape of time expression stands for: one resolver by shape's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractors.times.calendar_days import (
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
from extractors.times.words import time_lexicon

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


def resolve(name: str, match: re.Match[str], standpoint: Standpoint) -> Days:
    """The first and last day that a hit of the shape ``name`` stands for."""
    return _RESOLVERS[name](match, standpoint)


def group(match: re.Match[str], name: str) -> str:
    """A named group in lower case, empty where the shape has none."""
    return (match.group(name) or "").lower() if name in match.re.groupindex else ""


def _number(text: str) -> int:
    figures = re.match(r"[0-9]+", text)
    return int(figures.group()) if figures else time_lexicon().counts.get(text, 1)


def _month_number(match: re.Match[str], name: str = "month") -> int:
    return time_lexicon().months.get(group(match, name), 0)


def _year(match: re.Match[str]) -> int | None:
    return int(match["year"]) if group(match, "year") else None


def _dated(match: re.Match[str], standpoint: Standpoint, month_group: str, day_group: str) -> date | None:
    number, day = _month_number(match, month_group), _number(group(match, day_group))
    year = _year(match)
    return on_date(year, number, day) if year else month_day(standpoint, number, day)


def _resolve_iso(match: re.Match[str], _: Standpoint) -> Days:
    return single(on_date(int(match["year"]), int(match["month"]), int(match["day"])))


def _resolve_date(match: re.Match[str], standpoint: Standpoint) -> Days:
    return single(_dated(match, standpoint, "month", "day"))


def _resolve_span(match: re.Match[str], standpoint: Standpoint) -> Days:
    second = "month2" if group(match, "month2") else "month"
    first_month, last_month = ("month", second) if match.start("month") < match.start("day") else (second, "month")
    start, end = _dated(match, standpoint, first_month, "day"), _dated(match, standpoint, last_month, "day2")
    if start and end and end < start:  # over New Year
        return on_date(start.year - 1, start.month, start.day), end
    return start, end


def _resolve_weekday(match: re.Match[str], standpoint: Standpoint) -> Days:
    day = weekday(standpoint, time_lexicon().weekdays[group(match, "weekday")], group(match, "which"))
    day = _or_tomorrow(match, standpoint, day)
    if re.search(r"overnight", match.group(), re.IGNORECASE):
        return day, moved(day, 1)
    return single(day)


def _or_tomorrow(match: re.Match[str], standpoint: Standpoint, day: date | None) -> date | None:
    """In an article dated Wednesday, "early Thursday" was written past midnight: nobody calls a day six days ago so."""
    tomorrow = moved(standpoint.published, 1)
    early = re.search(r"\b(?:early|dawn|early hours of)\b", match.group(), re.IGNORECASE) and not group(match, "which")
    return tomorrow if early and tomorrow and moved(tomorrow, -7) == day else day


def _resolve_weekdays(match: re.Match[str], standpoint: Standpoint) -> Days:
    days = time_lexicon().weekdays
    end = weekday(standpoint, days[group(match, "weekday2")])
    start = weekday(Standpoint(end, None), days[group(match, "weekday")])
    return start, end


def _resolve_month(match: re.Match[str], standpoint: Standpoint) -> Days:
    number, year = _month_number(match), _year(match)
    return whole_month(year, number) if year else month(standpoint, number, group(match, "which"))


def _resolve_holiday(match: re.Match[str], standpoint: Standpoint) -> Days:
    return single(month_day(standpoint, *time_lexicon().holidays[group(match, "holiday")]))


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
    length = _number(group(match, "count")) * (7 if group(match, "unit") == "week" else 1)
    side = group(match, "side")
    if side == "later":
        return single(moved(standpoint.anchor, length))
    return single(moved(standpoint.published if side == "ago" else standpoint.story_day, -length))


def _resolve_days_after(match: re.Match[str], standpoint: Standpoint) -> Days:
    """``on Wednesday, two days after troops came``: they came on Monday."""
    count, unit = _number(group(match, "count")), group(match, "unit")
    if standpoint.anchor is None or unit == "month":
        return UNKNOWN
    if unit == "year":
        return single(on_date(standpoint.anchor.year - count, standpoint.anchor.month, standpoint.anchor.day))
    return single(moved(standpoint.anchor, -count * (7 if unit == "week" else 1)))


def _resolve_story_day(_: re.Match[str], standpoint: Standpoint) -> Days:
    return single(standpoint.story_day)


def _resolve_overnight(_: re.Match[str], standpoint: Standpoint) -> Days:
    return moved(standpoint.published, -1), standpoint.published


def _resolve_weekend(match: re.Match[str], standpoint: Standpoint) -> Days:
    return weekend(standpoint, group(match, "which"))


def _resolve_month_away(match: re.Match[str], standpoint: Standpoint) -> Days:
    return month_away(standpoint, -1 if group(match, "which") == "last" else 1)


def _resolve_year_away(match: re.Match[str], standpoint: Standpoint) -> Days:
    return year_away(standpoint, -1 if group(match, "which") == "last" else 1)


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
    "days_after": _resolve_days_after,
    "numbered_day": _resolve_story_day,
    "part_of_day": _resolve_story_day,
    "overnight": _resolve_overnight,
    "weekend": _resolve_weekend,
    "month_away": _resolve_month_away,
    "year_away": _resolve_year_away,
    "vague": _resolve_vague,
}
