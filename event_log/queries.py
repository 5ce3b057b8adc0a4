"""What other rooms ask of the log; each question is one query in ``sql/``."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from event_log.log import EventLog


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownArticle:
    """The newest version of an article; ``stream_version`` is what an append that revises it should expect."""

    article_id: str
    article_version: str
    raw_digest: str
    address: str
    stream_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldVersion:
    """One version of an article, newest or not, without its text: what tells whether input is already known."""

    article_id: str
    article_version: str
    raw_digest: str
    address: str
    file_name: str
    media_type: str
    title: str | None
    published_at: datetime | None
    published_prec: str | None
    published_on: date | None
    outlet: str | None
    url: str | None
    author: str | None
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingArticle:
    """What an extractor needs of an article version that it has not read."""

    article_id: str
    article_version: str
    file_name: str
    title: str | None
    text: str
    published_at: datetime | None
    published_prec: str | None
    published_on: date | None
    outlet: str | None
    language: str


def article_at(log: EventLog, address: str) -> KnownArticle | None:
    """The newest version of the article at an address."""
    return next((_known(row) for row in log.query("article_at", address=address)), None)


def article_named(log: EventLog, article_id: str) -> KnownArticle | None:
    """The newest version of an article."""
    return next((_known(row) for row in log.query("article_named", article_id=article_id)), None)


def articles_called(log: EventLog, name: str) -> tuple[KnownArticle, ...]:
    """Articles with this id, address or file name."""
    return tuple(_known(row) for row in log.query("articles_called", called=name))


def known_articles(log: EventLog) -> dict[str, KnownArticle]:
    """The newest version of every article, by article id: one query where ``article_named`` would take thousands."""
    return {row[0]: _known(row) for row in log.query("known_articles")}


def held_versions(log: EventLog) -> Iterator[HeldVersion]:
    """Every version of every article, oldest first."""
    names = [field.name for field in fields(HeldVersion)]
    for row in log.query("held_versions"):
        version = HeldVersion(**dict(zip(names, row, strict=True)))
        moment = version.published_at
        yield replace(version, published_at=moment and moment.astimezone(UTC))


def known_raw_digests(log: EventLog, address: str) -> frozenset[str]:
    """Digests of all raw bytes that ever came in as an article at an address."""
    return frozenset(row[0] for row in log.query("known_raw_digests", address=address))


def is_rejection_known(log: EventLog, *, address: str, reason_code: str, raw_digest: str | None) -> bool:
    """Whether the same bytes at the same address were already refused for the same reason."""
    asked = {"address": address, "reason_code": reason_code, "raw_digest": raw_digest}
    return bool(log.query("known_rejection", **asked))


def pending_articles(log: EventLog, *, extractor: str, extractor_version: str) -> tuple[PendingArticle, ...]:
    """Newest versions of articles that this version of the extractor has not completed, oldest in the log first."""
    rows = log.query("pending_articles", extractor=extractor, extractor_version=extractor_version)
    return tuple(_pending(row) for row in rows)


def event_counts(log: EventLog) -> dict[str, int]:
    """How many events of each type the log holds, zero included."""
    return dict(log.query("event_counts"))


def _known(row: tuple[str, str, str, str, int]) -> KnownArticle:
    article_id, article_version, raw_digest, address, stream_version = row
    return KnownArticle(
        article_id=article_id,
        article_version=article_version,
        raw_digest=raw_digest,
        address=address,
        stream_version=stream_version,
    )


def _pending(row: tuple[Any, ...]) -> PendingArticle:
    """The query's columns are the record's fields, in their order."""
    article = PendingArticle(**dict(zip((field.name for field in fields(PendingArticle)), row, strict=True)))
    return replace(article, published_at=article.published_at and article.published_at.astimezone(UTC))
