"""A ledger of any size to measure with: made articles, and a made claim on every sentence of each."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from event_log.events import CLAIM_TYPES, ArticleIngested

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from event_log.archive import Archive
    from event_log.events import ClaimReported

E = TypeVar("E")

CLAIMS_AN_ARTICLE = 25
PRODUCER = "benchmark"
_RAW = b"The made articles share one raw file: what is measured is the log."
_DAY = date(2022, 1, 7)
_MOMENT = datetime(2022, 1, 7, 9, 30, tzinfo=UTC)
_PLACES = ("Óbidos", "Almaty", "Lagos", "Khartoum", "La Paz", "Dhaka", "Tunis", "Aqtöbe")


def made_articles(count: int, archive: Archive) -> Iterator[ArticleIngested]:
    """So many articles, each with a text of its own."""
    raw_digest = archive.put(_RAW)
    for number in range(count):
        text = _text(number)
        yield ArticleIngested(
            article_id=_digest(f"article {number}"),
            article_version=_digest(text),
            raw_digest=raw_digest,
            address=f"https://example.org/{number}",
            file_name=f"{number}.txt",
            title=f"Report {number}",
            text=text,
            published_at=_MOMENT,
            published_prec="second",
            published_on=_DAY,
            outlet="Example Wire",
            url=f"https://example.org/{number}",
            author=None,
            language="en",
            media_type="text/plain",
        )


def made_claims(articles: int, *, families: int = 1) -> Iterator[ClaimReported]:
    """One claim on each sentence of each article, of as many families in turn."""
    kinds = CLAIM_TYPES[:families]
    for number in range(articles):
        text, start = _text(number), 0
        article_id, version = _digest(f"article {number}"), _digest(text)
        for place, sentence in enumerate(_sentences(number)):
            kind = kinds[place % len(kinds)]
            yield _claim(kind, article_id, version, text.index(sentence, start), sentence)
            start += len(sentence)


def lots(events: Iterator[E], size: int) -> Iterator[Sequence[E]]:
    """The events, so many at a time."""
    while lot := list(islice(events, size)):
        yield lot


def _claim(kind: type[ClaimReported], article_id: str, version: str, start: int, sentence: str) -> ClaimReported:
    count_text = sentence.split(" said ")[1].split(" people", maxsplit=1)[0]
    count_start = start + sentence.index(count_text)
    family = kind.event_type.removesuffix("_reported")
    return kind(
        claim_id=_digest(f"{version} {start}"),
        article_id=article_id,
        article_version=version,
        extractor="rules",
        extractor_version="0123456789abcdef",
        rule=f"{family}/made",
        family=family,
        kind="killed",
        count_value=float(count_text.removeprefix("at least ")),
        count_low=None,
        count_high=None,
        count_text=count_text,
        count_start=count_start,
        count_end=count_start + len(count_text),
        subject="people",
        group_name="civilians" if start % 2 else None,
        actor=None,
        place=sentence.rsplit(" in ", 1)[1].rstrip("."),
        country_code="PT",
        admin1_code=None,
        geoname_id=8_010_501 + start,
        latitude=39.36,
        longitude=-9.157,
        where_prec=1,
        when_text=None,
        when_start=None,
        when_end=_DAY,
        scope="total",
        source="the police",
        via=None,
        source_type="government" if start % 3 else None,
        status="reported",
        evidence=sentence,
        evidence_start=start,
        evidence_end=start + len(sentence),
    )


def _text(number: int) -> str:
    return f"Report {number}\n" + " ".join(_sentences(number))


def _sentences(number: int) -> list[str]:
    return [
        f"Police said at least {number % 90 + place + 2} people were killed when gunmen attacked market {place} in "
        f"{_PLACES[(number + place) % len(_PLACES)]}."
        for place in range(CLAIMS_AN_ARTICLE)
    ]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
