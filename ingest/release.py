"""Letting refused input in after all, with what a person states about it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from event_log.events import ArticleIngested, ArticleRejected, ArticleReleased, ArticleRevised
from ingest.folders import FoundFile
from ingest.held import Held
from ingest.intake import article_columns
from ingest.reading import RawFile, read_article
from ingest.records import Facts

if TYPE_CHECKING:
    from event_log.archive import Archive
    from event_log.log import EventLog
    from ingest.records import Article
    from ingest.settings import IngestSettings

PRODUCER = "release"


class NotReleasedError(Exception):
    """Input that cannot be released; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Released:
    """The article that came in."""

    article_id: str
    address: str
    is_revision: bool


def release(
    address: str,
    *,
    stated: Facts,
    reason: str,
    released_by: str,
    log: EventLog,
    archive: Archive,
    settings: IngestSettings,
    run_id: str,
) -> Released:
    """Read what was refused at ``address`` again, with the facts stated, and append release and article together.

    Raises ``NotReleasedError`` where nothing was refused there or its bytes are not kept, ``RefusedError`` where they
    are refused again. Whenever the same bytes are met there again, the stated facts hold for them.
    """
    rejected = _newest_rejection(log, address)
    if rejected.raw_digest is None:
        raise NotReleasedError(f"The bytes of {address} were not kept ({rejected.reason}) {rejected.remedy}")
    held = Held.in_log(log)
    file = FoundFile(Path(rejected.file_name), Path(), kept_at=address)
    source = RawFile(file, archive.get(rejected.raw_digest), stated)
    article = read_article(source, held=held, settings=settings)
    current = held.current(article.article_id)
    event = _article_event(article, held)
    released = _release_event(rejected, rejected.raw_digest, stated, reason, released_by)
    log.append([released, *([] if current and current.is_same(article) else [event])], run_id=run_id, producer=PRODUCER)
    return Released(article.article_id, article.address, current is not None)


def _newest_rejection(log: EventLog, address: str) -> ArticleRejected:
    found = [event for event in log.read(ArticleRejected) if event.address == address]
    if not found:
        raise NotReleasedError(
            f"Nothing was refused at {address!r}. "
            'The addresses of what was refused: `newsledger sql "from dim_rejections"`.'
        )
    return found[-1]


def _article_event(article: Article, held: Held) -> ArticleIngested:
    versions = held.versions(article.article_id)
    if not versions:
        return ArticleIngested(**article_columns(article))
    return ArticleRevised(**article_columns(article), revision=len(versions))


def _release_event(rejected: ArticleRejected, digest: str, stated: Facts, reason: str, by: str) -> ArticleReleased:
    facts: dict[str, Any] = {field.name: getattr(stated, field.name) for field in fields(Facts)}
    return ArticleReleased(
        address=rejected.address,
        file_name=rejected.file_name,
        raw_digest=digest,
        reason_code=rejected.reason_code,
        reason=reason,
        released_by=by,
        **facts,
    )
