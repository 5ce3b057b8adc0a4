"""Withdrawing an article: what it says is not to be relied on any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from event_log.events import ArticleWithdrawn
from event_log.queries import articles_called

if TYPE_CHECKING:
    from datetime import datetime

    from event_log import EventLog
    from event_log.queries import KnownArticle

PRODUCER = "withdraw"


class UnknownArticle(Exception):  # noqa: N818 - it is what the user meets
    """No article, or more than one, goes by the name that was given."""


def withdraw(
    log: EventLog, name: str, *, reason: str, withdrawn_by: str, withdrawn_at: datetime, run_id: str
) -> tuple[KnownArticle, bool]:
    """The article, and whether its withdrawal was new; the article as it stands may be withdrawn once."""
    article = only_article(log, name)
    if any(
        event.article_version == article.article_version
        for event in log.read(ArticleWithdrawn)
        if event.article_id == article.article_id
    ):
        return article, False
    event = ArticleWithdrawn(
        article_id=article.article_id,
        article_version=article.article_version,
        withdrawn_at=withdrawn_at,
        reason=reason,
        withdrawn_by=withdrawn_by,
    )
    # a revision that comes in meanwhile must not be withdrawn unseen
    log.append(
        [event],
        run_id=run_id,
        producer=PRODUCER,
        expected_versions={article.article_id: article.stream_version},
    )
    return article, True


def only_article(log: EventLog, name: str) -> KnownArticle:
    """The one article with this id, address or file name; raises ``UnknownArticle``."""
    found = articles_called(log, name)
    if len(found) == 1:
        return found[0]
    if not found:
        raise UnknownArticle(
            f"No article is called {name!r}. Give its id, its address or its file name; "
            'they are listed by `newsledger sql "from dim_articles"`.'
        )
    ids = ", ".join(f"{article.article_id} ({article.address})" for article in found)
    raise UnknownArticle(f"{len(found)} articles are called {name!r}: {ids}. Give the id of one.")
