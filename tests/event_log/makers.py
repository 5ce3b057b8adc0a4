"""Events to try things with: a test names what matters to it, the rest is filled in."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from event_log.events import (
    ArticleIngested,
    ArticleRejected,
    ArticleRevised,
    CasualtyReported,
    ExtractionCompleted,
)

if TYPE_CHECKING:
    from event_log.archive import Archive

TEXT = "Unrest in Óbidos\nAt least 26 people were killed, the ministry said."
PUBLISHED = datetime(2022, 1, 7, 9, 30, tzinfo=UTC)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


def article(name: str = "a", **given: Any) -> ArticleIngested:
    text = given.get("text") or TEXT
    made = ArticleIngested(
        article_id=name,
        article_version=digest(text),
        raw_digest=digest(text),
        address=f"https://example.org/{name}",
        file_name=f"{name}.txt",
        title="Unrest in Óbidos",
        text=TEXT,
        published_at=PUBLISHED,
        published_prec="second",
        published_on=PUBLISHED.date(),
        outlet="Example Wire",
        url=f"https://example.org/{name}",
        author=None,
        language="en",
        media_type="text/plain",
    )
    return replace(made, **given)


def revision(name: str = "a", *, number: int = 1, **given: Any) -> ArticleRevised:
    return ArticleRevised(**asdict(article(name, **given)), revision=number)


def rejection(name: str = "b", **given: Any) -> ArticleRejected:
    made = ArticleRejected(
        address=name,
        file_name=f"{name}.txt",
        reason_code="empty",
        reason="The file is empty.",
        remedy="Fetch it again.",
        raw_digest=None,
        byte_count=0,
    )
    return replace(made, **given)


def extraction(name: str = "a", **given: Any) -> ExtractionCompleted:
    made = ExtractionCompleted(
        article_id=name,
        article_version=digest(TEXT),
        extractor="rules",
        extractor_version="1",
        lexicon_digest=digest("lexicons"),
        claim_count=1,
    )
    return replace(made, **given)


def claim(name: str = "a", **given: Any) -> CasualtyReported:
    start, end = TEXT.index("At least"), len(TEXT)
    made = CasualtyReported(
        claim_id=f"claim of {name}",
        article_id=name,
        article_version=digest(TEXT),
        extractor="rules",
        extractor_version="1",
        rule="killed/passive",
        family="casualty",
        kind="killed",
        count_value=None,
        count_low=26.0,
        count_high=None,
        count_text="At least 26",
        count_start=start,
        count_end=start + len("At least 26"),
        subject="people",
        group_name="civilians",
        actor=None,
        place="Óbidos",
        country_code="PT",
        admin1_code=None,
        geoname_id=8010501,
        latitude=39.36,
        longitude=-9.157,
        where_prec=1,
        when_text=None,
        when_start=None,
        when_end=date(2022, 1, 7),
        scope="total",
        source="the ministry",
        via=None,
        source_type="government",
        status="reported",
        evidence=TEXT[start:end],
        evidence_start=start,
        evidence_end=end,
    )
    return replace(made, **given)


def archived(archive: Archive, *articles: ArticleIngested) -> None:
    """Put the raw bytes of the articles where their digests say."""
    for one in articles:
        archive.put(one.text.encode())
