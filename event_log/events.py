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
class ArticleReleased:
    """A person let refused input in after all; what they state holds whenever these bytes are met there again."""

    event_type: ClassVar[str] = "article_released"

    address: str
    file_name: str
    raw_digest: str
    reason_code: str  # why it had been refused
    reason: str  # why it is let in
    released_by: str
    title: str | None
    published_at: datetime | None
    published_prec: str | None
    published_on: date | None
    outlet: str | None
    url: str | None
    author: str | None
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleWithdrawn:
    """An article, as it stood then, is not to be relied on any more; a later revision of it stands again.

    Its claims count until ``withdrawn_at``, the public's clock, and not from then on.
    """

    event_type: ClassVar[str] = "article_withdrawn"

    article_id: str
    article_version: str  # the newest at that time
    withdrawn_at: datetime
    reason: str
    withdrawn_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRedacted:
    """The words of an article were removed for good, and its raw bytes; ``rows_digest`` vouches for what stays.

    The rows keep the ids of what they once said, so that the chain holds (see ``event_log.redaction``).
    """

    event_type: ClassVar[str] = "article_redacted"

    article_id: str
    reason: str
    redacted_by: str
    redacted_from: int  # first and last position of the article's events at that time
    redacted_to: int
    row_count: int  # rows that lost words
    rows_digest: str
    raw_digests: str  # of the bytes that were removed, joined by spaces


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimReviewed:
    """A person's verdict on a claim; the newest verdict on a claim is the one that holds.

    It is on what the claim says: ``claim_id`` is the same for every extractor version that finds the same claim.
    ``corrected_fields`` names what the reviewer set; of the fields from ``kind`` on only those count.
    """

    event_type: ClassVar[str] = "claim_reviewed"

    claim_id: str
    article_id: str
    article_version: str
    verdict: str  # "accepted", "rejected", "corrected", or "open" where an earlier verdict was taken back
    reason: str | None
    reviewed_by: str
    review: int  # counts from 1 at each claim, so that the same verdict may come back
    corrected_fields: str | None
    kind: str | None
    count_value: float | None
    count_low: float | None
    count_high: float | None
    group_name: str | None
    place: str | None
    country_code: str | None
    where_prec: int | None
    when_start: date | None
    when_end: date | None
    scope: str | None
    source: str | None
    source_type: str | None
    status: str | None


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

    ``claim_id`` is a digest of article, its version, extractor and what the claim says, so that a newer version of the
    same extractor that finds the same claim gives it the same id.
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

Event = (
    ArticleIngested
    | ArticleRejected
    | ArticleReleased
    | ArticleWithdrawn
    | ArticleRedacted
    | ExtractionCompleted
    | ClaimReported
    | ClaimReviewed
)
EVENT_TYPES: tuple[type[Event], ...] = (
    ArticleIngested,
    ArticleRevised,
    ArticleRejected,
    ArticleReleased,
    ArticleWithdrawn,
    ArticleRedacted,
    ExtractionCompleted,
    *CLAIM_TYPES,
    ClaimReviewed,
)
