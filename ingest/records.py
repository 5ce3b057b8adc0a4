"""The records that pass through this room: all frozen, all plain."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known about an article beside its text. ``published_at`` is in UTC, ``published_prec`` "second" or
    "day", ``published_on`` the day at the outlet's own place; all three are known or none.
    """

    published_at: datetime | None = None
    published_prec: str | None = None
    published_on: date | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None

    def over(self, other: Facts) -> Facts:
        """These facts, with the gaps filled from ``other``."""
        dated = other if self.published_at is None else self
        return Facts(
            published_at=dated.published_at,
            published_prec=dated.published_prec,
            published_on=dated.published_on,
            outlet=self.outlet or other.outlet,
            title=self.title or other.title,
            url=self.url or other.url,
            author=self.author or other.author,
            language=self.language or other.language,
        )

    def names(self) -> tuple[str, ...]:
        """The facts that are known."""
        return tuple(field.name for field in fields(self) if getattr(self, field.name) is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader makes of bytes: the text with its furniture, and what the page says about itself."""

    text: str
    facts: Facts
    media_type: str
    captions: tuple[str, ...] = ()  # of the article's own pictures, where they stand apart from the text


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article as it would stand in the log."""

    article_id: str
    article_version: str
    raw_digest: str
    address: str
    file_name: str
    media_type: str
    text: str
    facts: Facts
