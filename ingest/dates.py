"""When an article was published, from the ways people and pages write it."""

from __future__ import annotations

from datetime import UTC, date, datetime


def published(value: date | datetime | str) -> tuple[datetime, str]:
    """Return the time in UTC and its precision, "second" or "day".

    A time without a zone is taken as UTC; a day alone is its midnight. Raises ``ValueError`` where ``value`` is
    neither.
    """
    moment = _parsed(value) if isinstance(value, str) else value
    try:
        if isinstance(moment, datetime):
            return _in_utc(moment), "second"
        return datetime(moment.year, moment.month, moment.day, tzinfo=UTC), "day"
    except OverflowError as error:
        raise ValueError(f"{value} is out of range") from error


def published_or_none(value: str | None) -> tuple[datetime, str] | None:
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
