"""Why input is refused: a code for machines, a sentence and a remedy for people."""

from __future__ import annotations

from dataclasses import dataclass

from event_log.events import ArticleRejected


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One refusal. ``reason`` says what and where in a sentence, ``remedy`` what to do about it."""

    code: str
    reason: str
    remedy: str
    raw: bytes | None = None  # for the archive, where it could be read
    byte_count: int | None = None


class RefusedError(Exception):
    """Raised where a file cannot become an article; carries the refusal that goes into the log."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.reason)
        self.refusal = refusal


def refused(code: str, reason: str, remedy: str) -> RefusedError:
    return RefusedError(Refusal(code=code, reason=reason, remedy=remedy))


def rejection(refusal: Refusal, *, address: str, file_name: str, raw_digest: str | None) -> ArticleRejected:
    """Return the event that records a refusal."""
    return ArticleRejected(
        address=address,
        file_name=file_name,
        reason_code=refusal.code,
        reason=refusal.reason,
        remedy=refusal.remedy,
        raw_digest=raw_digest,
        byte_count=refusal.byte_count if refusal.raw is None else len(refusal.raw),
    )
