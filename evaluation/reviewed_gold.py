"""Gold out of reviews: what people settled about articles of a ledger, as a gold set to measure against.

An article becomes gold when a person settled every claim of its newest reading. Rejected claims are left out, corrected
ones are as corrected. Reviewers see what was found: such gold tells how many of the claims are right, and of those that
were overlooked it knows nothing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from event_log.events import CLAIM_TYPES, ArticleIngested, ArticleRevised, ClaimReviewed, ExtractionCompleted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from event_log import Archive, EventLog
    from event_log.events import ClaimReported

NOTE = "From reviews: precision of what was found; nothing is known of what was overlooked."
_SUFFIXES = {"text/html": ".html"}


@dataclass(frozen=True, slots=True)
class SettledArticle:
    """An article's newest version, and its claims with the verdicts that stand on them."""

    article: ArticleIngested
    claims: tuple[tuple[ClaimReported, ClaimReviewed], ...]

    @property
    def file_name(self) -> str:
        """By id: names of files that came from elsewhere may collide."""
        return self.article.article_id + _SUFFIXES.get(self.article.media_type, ".txt")


def write_gold(log: EventLog, archive: Archive, target: Path) -> int:
    """Gold files into ``target/gold`` and the articles' bytes with their facts into ``target/articles``; how many."""
    settled = settled_articles(log)
    gold, articles = target / "gold", target / "articles"
    for folder in (gold, articles):
        folder.mkdir(parents=True, exist_ok=True)
    for one in settled:
        (articles / one.file_name).write_bytes(archive.get(one.article.raw_digest))
        document = json.dumps(gold_document(one), ensure_ascii=False, indent=1) + "\n"
        (gold / f"{one.article.article_id}.json").write_text(document, encoding="utf-8")
    lines = (json.dumps(stated(one)) + "\n" for one in settled)
    (articles / "index.jsonl").write_text("".join(lines), encoding="utf-8")
    return len(settled)


def settled_articles(log: EventLog) -> tuple[SettledArticle, ...]:
    """Articles of whose newest version every claim, of the newest reading, has a verdict; in the order of the log."""
    verdicts = {event.claim_id: event for event in log.read(ClaimReviewed)}
    readings = {event.article_version: event for event in log.read(ExtractionCompleted)}
    reported: dict[str, list[ClaimReported]] = {}
    for claim in (claim for kind in CLAIM_TYPES for claim in log.read(kind)):
        reading = readings.get(claim.article_version)
        if reading and reading.extractor_version == claim.extractor_version:
            reported.setdefault(claim.article_version, []).append(claim)
    settled = (_settled(article, reported.get(article.article_version, ()), verdicts) for article in _newest(log))
    return tuple(one for one in settled if one is not None)


def gold_document(settled: SettledArticle) -> dict[str, Any]:
    """The article's gold file, in the shape that ``evaluation.gold_files`` reads."""
    claims = [_gold_claim(*pair) for pair in settled.claims if pair[1].verdict != "rejected"]
    published = settled.article.published_on
    return {
        "article": settled.file_name,
        "published": published.isoformat() if published else None,
        "claims": [claim for place, claim in enumerate(claims) if claim not in claims[:place]],
        "note": NOTE,
    }


def stated(settled: SettledArticle) -> dict[str, str]:
    """The line of the index that states the article's facts."""
    article = settled.article
    facts = {
        "file": settled.file_name,
        "published": article.published_on.isoformat() if article.published_on else None,
        "outlet": article.outlet,
        "title": article.title,
        "language": article.language,
    }
    return {name: value for name, value in facts.items() if value is not None}


def _newest(log: EventLog) -> Iterable[ArticleIngested]:
    newest = {article.article_id: article for article in log.read(ArticleIngested)}
    return (newest | {revised.article_id: revised for revised in log.read(ArticleRevised)}).values()


def _settled(
    article: ArticleIngested, claims: Iterable[ClaimReported], verdicts: Mapping[str, ClaimReviewed]
) -> SettledArticle | None:
    pairs = [(claim, verdicts.get(claim.claim_id)) for claim in sorted(claims, key=_place)]
    known = tuple((claim, verdict) for claim, verdict in pairs if verdict and verdict.verdict != "open")
    return SettledArticle(article, known) if known and len(known) == len(pairs) else None


def _place(claim: ClaimReported) -> tuple[int, str, str]:
    return claim.evidence_start, claim.family, claim.claim_id


def _gold_claim(claim: ClaimReported, verdict: ClaimReviewed) -> dict[str, Any]:
    corrected = set((verdict.corrected_fields or "").split())

    def value(name: str) -> Any:
        return getattr(verdict if name in corrected else claim, name)

    source = value("source")
    return {
        "family": claim.family,
        "kind": value("kind"),
        "count": _count(claim.count_text, *(value(f"count_{name}") for name in ("value", "low", "high"))),
        "subject": claim.subject,
        "group": value("group_name"),
        "actor": claim.actor,
        "place": value("place"),
        "when": _when(claim.when_text, value("when_start"), value("when_end")),
        "scope": value("scope"),
        "source": source,
        "via": claim.via,
        "source_type": value("source_type") if source else None,
        "status": value("status"),
        "evidence": claim.evidence,
    }


def _count(text: str | None, value: float | None, low: float | None, high: float | None) -> dict[str, Any] | None:
    return {"value": value, "low": low, "high": high, "text": text} if text else None


def _when(text: str | None, start: Any, end: Any) -> dict[str, Any] | None:
    if not text:
        return None
    return {"text": text, "start": start and start.isoformat(), "end": end and end.isoformat()}
