"""Days reckoned from the day of publication: "Thursday", "January 5", "November", "the weekend"."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

Days = tuple[date | None, date | None]
UNKNOWN: Days = (None, None)
_WEEK = 7
_SATURDAY = 5
_GRACE = timedelta(days=1)  # an article written past midnight may carry the day before


@dataclass(frozen=True, slots=True)
class Standpoint:
    """From where days are reckoned: the day of publication, the day last spoken of, and whether the time lies ahead."""

    published: date | None
    anchor: date | None
    ahead: bool = False

    @property
    def story_day(self) -> date | None:
        return self.anchor or self.published


def moved(day: date | None, days: int) -> date | None:
    """``day`` so many days later; None where there is none or the calendar ends."""
    try:
        return day + timedelta(days=days) if day else None
    except OverflowError:
        return None


def single(day: date | None) -> Days:
    return day, day


def weekday(standpoint: Standpoint, number: int, which: str = "") -> date | None:
    """The most recent such day, today included (the guide's rule); the next one where it lies ahead."""
    today = standpoint.published
    if today is None:
        return None
    back = (today.weekday() - number) % _WEEK
    if which in {"next", "coming", "following"}:
        return moved(today, _WEEK - back)
    if which in {"last", "previous", "past"}:
        return moved(today, -(back or _WEEK))
    return moved(today, (_WEEK - back) % _WEEK if standpoint.ahead else -back)


def on_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_day(standpoint: Standpoint, month: int, day: int) -> date | None:
    """A date without a year: the latest one by publication, or the nearest where it lies ahead."""
    today = standpoint.published
    if today is None:
        return None
    found = [on for year in (today.year - 1, today.year, today.year + 1) if (on := on_date(year, month, day))]
    if standpoint.ahead:
        return min(found, key=lambda on: abs(on - today), default=None)
    return max((on for on in found if on - today <= _GRACE), default=None)


def whole_month(year: int, month: int) -> Days:
    last = calendar.monthrange(year, month)[1] if 1 <= year <= date.max.year else 1
    return on_date(year, month, 1), on_date(year, month, last)


def month(standpoint: Standpoint, number: int, which: str = "") -> Days:
    """A named month is its full range: the latest that has begun, or the next where it lies ahead."""
    today = standpoint.published
    if today is None:
        return UNKNOWN
    year = today.year if number <= today.month else today.year - 1
    year += (
        1
        if (standpoint.ahead or which == "next")
        and number != today.month
        and (year, number) < (today.year, today.month)
        else 0
    )
    year -= 1 if which == "last" and number == today.month else 0
    return whole_month(year, number)


def whole_year(year: int) -> Days:
    return on_date(year, 1, 1), on_date(year, 12, 31)


def month_away(standpoint: Standpoint, months: int) -> Days:
    today = standpoint.published
    if today is None:
        return UNKNOWN
    position = today.year * 12 + today.month - 1 + months
    return whole_month(position // 12, position % 12 + 1)


def year_away(standpoint: Standpoint, years: int) -> Days:
    return whole_year(standpoint.published.year + years) if standpoint.published else UNKNOWN


def weekend(standpoint: Standpoint, which: str) -> Days:
    """Saturday and Sunday of the latest weekend that has begun; "last" on a weekend is the one before."""
    today = standpoint.published
    if today is None:
        return UNKNOWN
    saturday = moved(today, -((today.weekday() - _SATURDAY) % _WEEK))
    if which == "last" and today.weekday() >= _SATURDAY:
        saturday = moved(saturday, -_WEEK)
    if which in {"next", "coming"} or (which == "this" and standpoint.ahead and today.weekday() < _SATURDAY):
        saturday = moved(saturday, _WEEK)
    return saturday, moved(saturday, 1)


def day_of_month(standpoint: Standpoint, day: int) -> date | None:
    """``on the 5th``: the latest such day of a month."""
    today = standpoint.story_day
    if today is None:
        return None
    this = on_date(today.year, today.month, day)
    if this and this - today <= _GRACE:
        return this
    year, before = (today.year, today.month - 1) if today.month > 1 else (today.year - 1, 12)
    return on_date(year, before, day)
