"""When an article was published, from the ways people and pages write it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import NamedTuple


class Published(NamedTuple):
    """``at`` in UTC, ``prec`` "second" or "day", ``on`` the day at the outlet's own place: as it was written."""

    at: datetime
    prec: str
    on: date


def published(value: date | datetime | str) -> Published:
    """Return when and on which day.

    A time without a zone is taken as UTC; a day alone is its midnight. Raises ``ValueError`` where ``value`` is
    neither.
    """
    moment = _parsed(value) if isinstance(value, str) else value
    try:
        if isinstance(moment, datetime):
            return Published(_in_utc(moment), "second", moment.date())
        return Published(datetime(moment.year, moment.month, moment.day, tzinfo=UTC), "day", moment)
    except OverflowError as error:
        raise ValueError(f"{value} is out of range") from error


def published_or_none(value: str | None) -> Published | None:
    """As ``published``, for pages: what a page says badly is as good as unsaid."""
    try:
        return published(value.strip()) if value else None
    except ValueError:
        return None


def _parsed(text: str) -> date | datetime:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return datetime.fromisoformat(text)


def _in_utc(moment: datetime) -> datetime:
    aware = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
    return aware.astimezone(UTC).replace(microsecond=0)
