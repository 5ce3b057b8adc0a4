"""The one function of this room that writes: unread article versions in, claims appended.

An article's claims and the note that it was read go into the log together, so an interruption leaves an article
either read or unread. A newer extractor version reads every article again; what the older one said stays.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from event_log.events import CLAIM_TYPES, ExtractionCompleted
from event_log.queries import pending_articles
from extractors.records import ArticleText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from event_log import EventLog
    from event_log.events import ClaimReported, Event
    from event_log.queries import PendingArticle
    from extractors.extractor import Extractor
    from extractors.records import Claim

CLAIM_TYPE_OF = {claim_type.event_type.removesuffix("_reported"): claim_type for claim_type in CLAIM_TYPES}
CLAIM_ID_DIGITS = 32  # hexadecimal
ARTICLES_A_COMMIT = 20  # what an interruption costs at most


@dataclass(frozen=True, slots=True)
class UnreadArticle:
    """An article version over which the extractor broke: it is in the log, unread, and the next call tries again."""

    article_id: str
    file_name: str
    error: Exception


@dataclass(frozen=True, slots=True)
class ExtractionReport:
    articles: int
    claims: int
    unread: tuple[UnreadArticle, ...] = ()


def article_text(pending: PendingArticle) -> ArticleText:
    return ArticleText(pending.article_id, pending.article_version, pending.text, pending.published_on, pending.outlet)


def said(claim: Claim) -> str:
    """What a claim says, as one string: the part of it that its id stands for, and so a review of it."""
    count, speaker = claim.count, claim.speaker
    parts = (
        claim.family, claim.kind, count and (count.value, count.low, count.high, count.text), claim.subject,
        claim.group, claim.actor, claim.place and (claim.place.name, claim.place.country_code),
        claim.when and (claim.when.start, claim.when.end), claim.scope,
        speaker and (speaker.source, speaker.via, speaker.source_type), claim.status, claim.start, claim.count_start,
    )  # fmt: skip
    return repr(parts)


def claim_id(article: ArticleText, extractor: str, claim: Claim) -> str:
    """`CLAIM_ID_DIGITS` hex digits that a newer extractor version gives to the same claim again.

    The article is part of it: two addresses that print one text make two claims.
    """
    told = f"{article.article_id}\0{article.article_version}\0{extractor}\0{said(claim)}"
    return hashlib.sha256(told.encode()).hexdigest()[:CLAIM_ID_DIGITS]


def reported(claim: Claim, article: ArticleText, extractor: Extractor) -> ClaimReported:
    """A claim as the event that records it."""
    count, place, when, speaker = claim.count, claim.place, claim.when, claim.speaker
    return CLAIM_TYPE_OF[claim.family](
        claim_id=claim_id(article, extractor.name, claim),
        article_id=article.article_id,
        article_version=article.article_version,
        extractor=extractor.name,
        extractor_version=extractor.version,
        rule=claim.rule,
        family=claim.family,
        kind=claim.kind,
        count_value=count.value if count else None,
        count_low=count.low if count else None,
        count_high=count.high if count else None,
        count_text=count.text if count else None,
        count_start=claim.count_start,
        count_end=claim.count_end,
        subject=claim.subject,
        group_name=claim.group,
        actor=claim.actor,
        place=place.name if place else None,
        country_code=place.country_code if place else None,
        admin1_code=place.admin1_code if place else None,
        geoname_id=place.geoname_id if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        where_prec=place.where_prec if place else None,
        when_text=when.text if when else None,
        when_start=when.start if when else None,
        when_end=when.end if when else None,
        scope=claim.scope,
        source=speaker.source if speaker else None,
        via=speaker.via if speaker else None,
        source_type=speaker.source_type if speaker else None,
        status=claim.status,
        evidence=claim.evidence,
        evidence_start=claim.start,
        evidence_end=claim.end,
    )


def stands_in(claim: Claim, article: ArticleText) -> bool:
    """Law 2: the evidence and the quantity are letter for letter what the article says at their ranges."""
    evidence = article.text[claim.start : claim.end] == claim.evidence
    if claim.count is None or claim.count_start is None:
        return evidence
    return evidence and article.text[claim.count_start : claim.count_end] == claim.count.text


def events_of(pending: PendingArticle, extractor: Extractor) -> tuple[Event, ...]:
    """The claims of one article version and the note that it was read."""
    article = article_text(pending)
    claims = tuple(claim for claim in extractor.extract(article) if stands_in(claim, article))
    completed = ExtractionCompleted(
        article_id=article.article_id,
        article_version=article.article_version,
        extractor=extractor.name,
        extractor_version=extractor.version,
        lexicon_digest=extractor.lexicon_digest,
        claim_count=len(claims),
    )
    return (*(reported(claim, article, extractor) for claim in claims), completed)


def extract_pending(
    *,
    log: EventLog,
    extractor: Extractor,
    run_id: str,
    progress: Callable[[int, int], None] | None = None,
) -> ExtractionReport:
    """Read every article version that this extractor version has not read; ``progress`` gets articles done and to
    do. An article over which the extractor breaks stops none of the others.
    """
    pending = pending_articles(log, extractor=extractor.name, extractor_version=extractor.version)
    done = claims = 0
    unread: list[UnreadArticle] = []
    for batch in in_batches(pending):
        tried = [_tried(article, extractor) for article in batch]
        read = [each for each in tried if not isinstance(each, UnreadArticle)]
        unread += [each for each in tried if isinstance(each, UnreadArticle)]
        log.append([event for events in read for event in events], run_id=run_id, producer=_producer(extractor))
        done += len(batch)
        claims += sum(len(events) - 1 for events in read)
        if progress is not None:
            progress(done, len(pending))
    return ExtractionReport(done - len(unread), claims, tuple(unread))


def _tried(pending: PendingArticle, extractor: Extractor) -> tuple[Event, ...] | UnreadArticle:
    try:
        return events_of(pending, extractor)
    except Exception as error:  # noqa: BLE001 - whatever a rule meets in one text, the other texts are read
        return UnreadArticle(pending.article_id, pending.file_name, error)


def _producer(extractor: Extractor) -> str:
    return f"{extractor.name} {extractor.version[:12]}"


def in_batches(pending: Sequence[PendingArticle]) -> Iterator[Sequence[PendingArticle]]:
    for start in range(0, len(pending), ARTICLES_A_COMMIT):
        yield pending[start : start + ARTICLES_A_COMMIT]
