"""What can happen: one frozen record per event type.

An event says what happened and nothing else; where it stands in the log (position, stream, commit, time of recording)
is the envelope's business, which the log adds on append. Field types here and the columns in ``schema/`` are compared
by a test, so neither can drift from the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime  # noqa: TC003 - the log reads the types of the fields
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleIngested:
    """An article came in at an address that the log did not know.

    ``article_id`` names the address and stays the same through revisions; ``article_version`` is the SHA-256 of the
    clean text together with the facts about it, so two versions differ exactly where a reader could tell them apart.
    """

    event_type: ClassVar[str] = "article_ingested"

    article_id: str
    article_version: str
    raw_digest: str  # SHA-256 of the bytes in the archive
    address: str  # the URL where one is known, else the file's path below the folder that was ingested
    file_name: str
    title: str | None
    text: str  # clean text, headline first; claims' character ranges point into it
    published_at: datetime | None  # midnight UTC where only the day is known
    published_prec: str | None  # "second" or "day"; null where published_at is
    published_on: date | None  # the day at the outlet's own place, which UTC shifts by one in the small hours
    outlet: str | None
    url: str | None
    author: str | None
    language: str
    media_type: str  # "text/plain" or "text/html"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRevised(ArticleIngested):
    """Another text, or other facts, came in at an address that the log already knew.

    ``revision`` counts from 1 at each address. Without it an article that goes back to an earlier text would carry the
    content, and so the id, of an event that the log holds already, and its return would be lost.
    """

    event_type: ClassVar[str] = "article_revised"

    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRejected:
    """Input that was refused. Its bytes, where they could be read, are in the archive under ``raw_digest``."""

    event_type: ClassVar[str] = "article_rejected"

    address: str
    file_name: str
    reason_code: str  # "empty", "binary", "undecodable", "too_large", ...
    reason: str  # one sentence for a person: what and where
    remedy: str  # one sentence for a person: what to do
    raw_digest: str | None
    byte_count: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractionCompleted:
    """One extractor read one article version; appended also where it found nothing, together with its claims."""

    event_type: ClassVar[str] = "extraction_completed"

    article_id: str
    article_version: str
    extractor: str  # the extractor's id, e.g. "rules"
    extractor_version: str  # moves with its code, its lexicons and its language model
    lexicon_digest: str
    claim_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimReported:
    """One claim of one article version, with the fields of the claims guide laid flat. Base of the nine families.

    ``claim_id`` is a digest of article version, extractor and what the claim says, so that a newer version of the same
    extractor that finds the same claim gives it the same id.
    """

    event_type: ClassVar[str] = "claim_reported"

    claim_id: str
    article_id: str
    article_version: str
    extractor: str
    extractor_version: str
    rule: str  # id of the lexicon rule that fired
    family: str
    kind: str
    count_value: float | None
    count_low: float | None
    count_high: float | None
    count_text: str | None  # null exactly where the article gives no number
    count_start: int | None  # character range of the quantity in the article's text
    count_end: int | None
    subject: str | None
    group_name: str | None  # "group" in the guide, which SQL reserves
    actor: str | None
    place: str | None
    country_code: str | None  # ISO 3166-1 alpha-2
    admin1_code: str | None  # GeoNames' first-order code, e.g. "KZ.02"
    geoname_id: int | None
    latitude: float | None
    longitude: float | None
    where_prec: int | None  # UCDP: 1 exact ... 6 country
    when_text: str | None
    when_start: date | None
    when_end: date | None
    scope: str | None
    source: str | None
    via: str | None
    source_type: str | None
    status: str
    evidence: str
    evidence_start: int  # character range of the evidence in the article's text
    evidence_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CasualtyReported(ClaimReported):
    event_type: ClassVar[str] = "casualty_reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class DetentionReported(ClaimReported):
    event_type: ClassVar[str] = "detention_reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplacementReported(ClaimReported):
    event_type: ClassVar[str] = "displacement_reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeploymentReported(ClaimReported):
    event_type: ClassVar[str] = "deployment_reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class DamageReported(ClaimReported):
    event_type: ClassVar[str] = "damage_reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnrestReported(ClaimReported):
    event_type: ClassVar[str] = "unrest_reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class DisruptionReported(ClaimReported):
    event_type: ClassVar[str] = "disruption_reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureReported(ClaimReported):
    event_type: ClassVar[str] = "measure_reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseReported(ClaimReported):
    event_type: ClassVar[str] = "response_reported"


CLAIM_TYPES: tuple[type[ClaimReported], ...] = (
    CasualtyReported,
    DetentionReported,
    DisplacementReported,
    DeploymentReported,
    DamageReported,
    UnrestReported,
    DisruptionReported,
    MeasureReported,
    ResponseReported,
)

Event = ArticleIngested | ArticleRejected | ExtractionCompleted | ClaimReported
EVENT_TYPES: tuple[type[Event], ...] = (
    ArticleIngested,
    ArticleRevised,
    ArticleRejected,
    ExtractionCompleted,
    *CLAIM_TYPES,
)
