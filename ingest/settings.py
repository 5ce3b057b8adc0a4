"""What a run of ingest may vary, in one frozen object that every door builds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestSettings:
    """Limits of one run. ``max_bytes`` is the largest file that is opened; ``languages`` are ISO 639-1 codes."""

    max_bytes: int = 20_000_000
    languages: tuple[str, ...] = ("en",)
    commit_size: int = 50  # articles in one transaction: what an interruption can cost
