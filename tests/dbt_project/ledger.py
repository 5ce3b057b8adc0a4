"""Small ledgers in literal claims: what the tests of models, report and expectations build from."""

from __future__ import annotations

import csv
import functools
import hashlib
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime, timedelta
from importlib import resources
from typing import TYPE_CHECKING, Any

from event_log.events import (
    CLAIM_TYPES,
    ArticleIngested,
    ArticleRejected,
    ArticleRevised,
    ArticleWithdrawn,
    ClaimReported,
    ClaimReviewed,
    ExtractionCompleted,
)
from event_log.log import EventLog

if TYPE_CHECKING:
    from pathlib import Path

RECORDED = datetime(2022, 2, 1, tzinfo=UTC)
SEED = resources.files("dbt_project") / "seeds" / "countries.csv"
FAMILIES = {"killed": "casualty", "injured": "casualty", "detained": "detention", "deployed": "deployment"}


@functools.cache
def countries() -> dict[str, str]:
    """Names by code, as the models know them."""
    lines = SEED.read_text(encoding="utf-8").splitlines()
    return {row["country_code"]: row["country"] for row in csv.DictReader(lines)}


def digest(*parts: object) -> str:
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()


def almaty(text: str) -> datetime:
    """A moment in Almaty's time of 2022, six hours ahead of UTC."""
    return datetime.fromisoformat(f"{text}:00+06:00")


@dataclass(frozen=True)
class Said:
    """One claim, as short as a test likes it; ``low`` and ``high`` are the value's own unless given."""

    kind: str
    value: float | None
    group: str = "people"
    source: str | None = "the Interior Ministry"
    source_type: str | None = "government"
    place: str | None = "Kazakhstan"
    country: str | None = "KZ"
    scope: str | None = "total"
    status: str = "asserted"
    low: float | str | None = "same"
    high: float | str | None = "same"
    family: str | None = None
    evidence: str = "So many, the office said."
    actor: str | None = None


@dataclass
class Ledger:
    """Appends articles and their claims to a log, one commit an article."""

    path: Path
    extractor_version: str = "1"
    recorded_at: datetime = RECORDED
    log: EventLog = field(init=False)

    def __post_init__(self) -> None:
        self.log = EventLog(self.path)

    def article(
        self,
        name: str,
        published: datetime | None,
        *said: Said,
        outlet: str | None = "The Example",
        text: str = "An article.",
        revises: bool = False,
    ) -> str:
        """Ingest (or revise) one article and append its extraction; returns its id."""
        article_id = digest(name)
        version = digest(name, text, published)
        facts: dict[str, Any] = {
            "article_id": article_id,
            "article_version": version,
            "raw_digest": digest("raw", text),
            "address": f"{name}.txt",
            "file_name": f"{name}.txt",
            "title": name,
            "text": text,
            "published_at": published,
            "published_prec": "second" if published else None,
            "published_on": published.date() if published else None,
            "outlet": outlet,
            "url": None,
            "author": None,
            "language": "en",
            "media_type": "text/plain",
        }
        event = ArticleRevised(revision=1, **facts) if revises else ArticleIngested(**facts)
        self._append(event)
        self.extraction(article_id, version, *said)
        return article_id

    def extraction(self, article_id: str, version: str, *said: Said) -> None:
        completed = ExtractionCompleted(
            article_id=article_id,
            article_version=version,
            extractor="rules",
            extractor_version=self.extractor_version,
            lexicon_digest=digest("lexicons"),
            claim_count=len(said),
        )
        claims = [claim_of(one, article_id, version, self.extractor_version) for one in said]
        self._append(*claims, completed)

    def reject(self, name: str, reason_code: str = "empty") -> None:
        self._append(
            ArticleRejected(
                address=name,
                file_name=name,
                reason_code=reason_code,
                reason=f"{name} holds no text.",
                remedy="Give a file with text.",
                raw_digest=None,
                byte_count=0,
            )
        )

    def withdraw(self, article_id: str, at: datetime) -> None:
        self._append(
            ArticleWithdrawn(
                article_id=article_id,
                article_version="any",
                withdrawn_at=at,
                reason="The outlet took it down.",
                withdrawn_by="a tester",
            )
        )

    def review(self, claim_id: str, article_id: str, verdict: str, **corrected: Any) -> None:
        unset = {field.name: None for field in fields(ClaimReviewed)}
        facts: dict[str, Any] = {
            "claim_id": claim_id,
            "article_id": article_id,
            "article_version": "any",
            "verdict": verdict,
            "reason": "read it again",
            "reviewed_by": "a tester",
            "review": len(self.log.read(ClaimReviewed)) + 1,
            "corrected_fields": " ".join(sorted(corrected)) or None,
        }
        self._append(ClaimReviewed(**{**unset, **facts, **corrected}))

    def _append(self, *events: Any) -> None:
        self.recorded_at += timedelta(minutes=1)
        self.log.append(events, run_id="test", producer="test", recorded_at=self.recorded_at)


def claim_of(said: Said, article_id: str, version: str, extractor_version: str) -> ClaimReported:
    family = said.family or FAMILIES[said.kind]
    event_type = next(t for t in CLAIM_TYPES if t.event_type == f"{family}_reported")
    is_national = said.place == countries().get(said.country or "")
    return event_type(
        claim_id=digest(version, replace(said, evidence="")),
        article_id=article_id,
        article_version=version,
        extractor="rules",
        extractor_version=extractor_version,
        rule=f"{said.kind}-1",
        family=family,
        kind=said.kind,
        count_value=said.value,
        count_low=said.value if said.low == "same" else said.low,  # type: ignore[arg-type]
        count_high=said.value if said.high == "same" else said.high,  # type: ignore[arg-type]
        count_text=None if said.value is None else str(said.value),
        count_start=None if said.value is None else 0,
        count_end=None if said.value is None else 2,
        subject=said.group,
        group_name=said.group,
        actor=said.actor,
        place=said.place,
        country_code=said.country,
        admin1_code=None,
        geoname_id=None,
        latitude=None,
        longitude=None,
        where_prec=6 if is_national else 3,
        when_text=None,
        when_start=None,
        when_end=None,
        scope=None if family == "deployment" else said.scope,
        source=said.source,
        via=None,
        source_type=said.source_type if said.source else None,
        status=said.status,
        evidence=said.evidence,
        evidence_start=0,
        evidence_end=len(said.evidence),
    )
