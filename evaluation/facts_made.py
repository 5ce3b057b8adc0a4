"""A ledger of any size to measure the facts with: articles in crises, five claims each, and what people did to them.

Every hundredth article is revised, some are withdrawn, some claims reviewed; about one in seven is another article's
text in another outlet. One number in ten is a word; a few claims are denials, plans or unconfirmed. The same seed makes
the same ledger.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from functools import cache
from random import Random
from typing import TYPE_CHECKING, Any

from evaluation.facts_world import Crisis, Source, Topic, crisis_sizes, made_crisis
from event_log.events import (
    CLAIM_TYPES,
    ArticleIngested,
    ArticleRevised,
    ArticleWithdrawn,
    ClaimReviewed,
    ExtractionCompleted,
)
from extractors.extraction import CLAIM_ID_DIGITS
from ingest.addresses import article_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from event_log.archive import Archive
    from event_log.events import ClaimReported, Event

PRODUCER = "benchmark"
SEED = 2022
CLAIMS_AN_ARTICLE = 5
OUTLETS = 120
REVISED, WITHDRAWN, REVIEWED, COPIED, SOURCED, WORDED = 0.01, 0.001, 0.01, 0.15, 0.7, 0.1  # how often
_RAW = b"The made articles share one raw file: what is measured are the facts."
_EXTRACTOR_VERSION = "0123456789abcdef"
_LEXICON = hashlib.sha256(b"made").hexdigest()
_CLAIM_TYPES = {kind.event_type.removesuffix("_reported"): kind for kind in CLAIM_TYPES}
_SYLLABLES = ("ba", "dor", "kel", "mi", "nas", "ro", "tu", "ven", "lo", "sha", "pri", "gan", "he", "wick", "zu", "fel")
_NUMBER_WORDS = ("dozens of", "hundreds of", "several", "scores of", "many", "thousands of")
_STATUSES, _HOW_OFTEN = ("asserted", "unconfirmed", "denied", "planned"), (94.0, 3.0, 2.0, 1.0)
_FRAMES = (
    "{source} said {count} {subject} had been {kind} in {place} by then.",
    "In {place}, {count} {subject} were {kind}, according to {source}.",
    "{source} put the number in {place} at {count} {subject} {kind}.",
    "Of {place} {source} spoke of {count} {subject}, {kind} since it began.",
)


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of a made article, what it claims, and words after it that no other article has."""

    topic: Topic
    source: Source | None
    status: str
    count_text: str | None
    value: float | None
    low: float | None
    high: float | None
    text: str = ""
    filler: str = ""


def made_events(articles: int, archive: Archive, *, seed: int = SEED) -> Iterator[list[Event]]:
    """The ledger, an article or a few at a time: what came in, what was read in it, what people made of that."""
    raw_digest = archive.put(_RAW)
    for number, size in enumerate(crisis_sizes(articles)):
        crisis = made_crisis(seed, number, size)
        for article in range(size):
            yield events_of(crisis, article, raw_digest)


def more_events(articles: int, count: int, archive: Archive, *, seed: int = SEED) -> Iterator[list[Event]]:
    """What comes in afterwards: so many articles more, ten in each of some crises of a ledger of ``articles``."""
    raw_digest = archive.put(_RAW)
    sizes = crisis_sizes(articles)
    for later in range(count):
        number = (later // 10) * 7 % len(sizes)
        crisis = made_crisis(seed, number, sizes[number])
        yield events_of(crisis, crisis.size + 10 * (later // 10 // len(sizes)) + later % 10, raw_digest)


def events_of(crisis: Crisis, article: int, raw_digest: str) -> list[Event]:
    """One article with its claims and its later fate."""
    chance = Random(f"{crisis.name}/{article}/fate")  # noqa: S311
    sentences = _sentences(crisis, _told(article, chance))
    first = _ingested(crisis, article, sentences, raw_digest)
    events = _read(first, sentences)
    if chance.random() < REVISED:
        events += _revised(crisis, article, first)
    if chance.random() < WITHDRAWN:
        events.append(_withdrawn(first))
    if chance.random() < REVIEWED:
        events.append(_reviewed(next(event for event in events if isinstance(event, CLAIM_TYPES)), chance))
    return events


def _read(version: ArticleIngested, sentences: Sequence[Said]) -> list[Event]:
    claims = list(_claims(version, sentences))
    done = ExtractionCompleted(
        article_id=version.article_id,
        article_version=version.article_version,
        extractor="rules",
        extractor_version=_EXTRACTOR_VERSION,
        lexicon_digest=_LEXICON,
        claim_count=len(claims),
    )
    return [version, *claims, done]


def _told(article: int, chance: Random) -> int:
    """The article whose text this one carries: its own, or where it is a copy that of one shortly before."""
    return article - chance.randint(1, 9) if article >= 10 and chance.random() < COPIED else article  # noqa: PLR2004


def _revised(crisis: Crisis, article: int, first: ArticleIngested) -> list[Event]:
    """The same address five hours later, with what the article after next says."""
    assert first.published_at is not None
    sentences = _sentences(crisis, article + 2)
    version = _version(first.address, sentences, first.published_at + timedelta(hours=5), first.raw_digest)
    facts = {field.name: getattr(version, field.name) for field in fields(version)}
    return _read(ArticleRevised(**facts, revision=1), sentences)


def _ingested(crisis: Crisis, article: int, sentences: Sequence[Said], raw_digest: str) -> ArticleIngested:
    address = f"https://example.org/{crisis.name}/{article}"
    return _version(address, sentences, crisis.published_at(article), raw_digest)


def _version(address: str, sentences: Sequence[Said], published_at: datetime, raw_digest: str) -> ArticleIngested:
    title = sentences[0].filler[:40]
    text = "\n".join((title, *(f"{said.text} {said.filler}." for said in sentences)))
    return ArticleIngested(
        article_id=article_id(address),
        article_version=_digest(f"{address}\n{published_at}\n{text}"),
        raw_digest=raw_digest,
        address=address,
        file_name=f"{address.removeprefix('https://example.org/').replace('/', '-')}.txt",
        title=title,
        text=text,
        published_at=published_at,
        published_prec="second",
        published_on=published_at.date(),
        outlet=_outlet(int(_digest(address)[:8], 16) % OUTLETS),
        url=address,
        author=None,
        language="en",
        media_type="text/plain",
    )


@cache
def _outlet(number: int) -> str:
    return f"The {_filler(Random(number), 2).title()} Post"  # noqa: S311


@cache
def _words() -> tuple[str, ...]:
    return tuple(a + b for a in _SYLLABLES for b in _SYLLABLES)


def _filler(chance: Random, count: int) -> str:
    return " ".join(chance.choices(_words(), k=count))


def _sentences(crisis: Crisis, article: int) -> list[Said]:
    """What the article says: each thing once, at the number that its source gave last."""
    chance = Random(f"{crisis.name}/{article}")  # noqa: S311
    moment = crisis.published_at(article)
    weights, chosen = [topic.often for topic in crisis.topics], dict[int, None]()
    while len(chosen) < CLAIMS_AN_ARTICLE:
        chosen[chance.choices(range(len(crisis.topics)), weights)[0]] = None
    return [_said(crisis, crisis.topics[topic], moment, chance) for topic in chosen]


def _said(crisis: Crisis, topic: Topic, moment: datetime, chance: Random) -> Said:
    source = chance.choice(topic.sources) if chance.random() < SOURCED else None
    status = chance.choices(_STATUSES, _HOW_OFTEN)[0]
    said = _counted(crisis, topic, source, moment, chance)
    frame = chance.choice(_FRAMES)
    text = frame.format(
        source=source.wording if source else "the newspaper",
        count=said.count_text or "no number of",
        subject=topic.subject,
        kind=topic.kind.replace("_", " "),
        place=topic.place.name,
    )
    return replace(said, status=status, text=text[0].upper() + text[1:], filler=_filler(chance, 12).capitalize())


def _counted(crisis: Crisis, topic: Topic, source: Source | None, moment: datetime, chance: Random) -> Said:
    if not topic.final:
        return Said(topic, source, "", None, None, None, None)
    if chance.random() < WORDED:
        return Said(topic, source, "", chance.choice(_NUMBER_WORDS), None, None, None)
    # A newspaper that names nobody mostly has its number from one of the offices.
    counting = source or chance.choice(topic.sources)
    value = float(max(2, round(topic.final * crisis.progress(moment, counting.hours) * counting.factor)))
    words, low, high = chance.choices(
        (("", value, value), ("at least ", value, None), ("nearly ", None, value), ("about ", None, None)),
        (70.0, 18.0, 6.0, 6.0),
    )[0]
    return Said(topic, source, "", f"{words}{value:,.0f}", value, low, high)


def _claims(version: ArticleIngested, sentences: Sequence[Said]) -> Iterator[ClaimReported]:
    start = 0
    for said in sentences:
        start = version.text.index(said.text, start)
        yield _claim(version, said, start)
        start += len(said.text)


def _claim(version: ArticleIngested, said: Said, start: int) -> ClaimReported:
    topic, place, source = said.topic, said.topic.place, said.source
    count_start = start + said.text.index(said.count_text) if said.count_text else None
    return _CLAIM_TYPES[topic.family](
        claim_id=_digest(f"{version.article_version} {start}")[:CLAIM_ID_DIGITS],
        article_id=version.article_id,
        article_version=version.article_version,
        extractor="rules",
        extractor_version=_EXTRACTOR_VERSION,
        rule=f"{topic.family}/made",
        family=topic.family,
        kind=topic.kind,
        count_value=said.value,
        count_low=said.low,
        count_high=said.high,
        count_text=said.count_text,
        count_start=count_start,
        count_end=None if count_start is None else count_start + len(said.count_text or ""),
        subject=topic.subject,
        group_name=topic.group_name,
        actor=None,
        place=place.name,
        country_code=place.country_code,
        admin1_code=place.admin1_code,
        geoname_id=place.geoname_id,
        latitude=place.latitude,
        longitude=place.longitude,
        where_prec=place.where_prec,
        when_text=None,
        when_start=None,
        when_end=version.published_on if start % 2 else None,
        scope=topic.scope,
        source=source.wording if source else None,
        via=None,
        source_type=source.source_type if source else None,
        status=said.status,
        evidence=said.text,
        evidence_start=start,
        evidence_end=start + len(said.text),
    )


def _withdrawn(version: ArticleIngested) -> ArticleWithdrawn:
    assert version.published_at is not None
    return ArticleWithdrawn(
        article_id=version.article_id,
        article_version=version.article_version,
        withdrawn_at=version.published_at + timedelta(days=1),
        reason="It was wrong.",
        withdrawn_by="benchmark",
    )


def _reviewed(claim: ClaimReported, chance: Random) -> ClaimReviewed:
    verdict = chance.choice(("accepted", "rejected", "corrected"))
    empty: dict[str, Any] = dict.fromkeys(field.name for field in fields(ClaimReviewed))
    stated = {"claim_id": claim.claim_id, "article_id": claim.article_id, "article_version": claim.article_version}
    corrected = {"corrected_fields": "scope", "scope": "total"} if verdict == "corrected" else {}
    judged = {"verdict": verdict, "reviewed_by": "benchmark", "review": 1}
    return ClaimReviewed(**{**empty, **stated, **judged, **corrected})


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
