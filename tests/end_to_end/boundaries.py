"""Ingest and extract in a process that kills itself at one boundary of a commit."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING

from event_log import Archive, EventLog, session
from extractors import extraction
from extractors.extractor import Extractor
from extractors.records import ArticleText, Claim
from ingest import IngestSettings, ingest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection
    from pathlib import Path

    from duckdb import DuckDBPyConnection

A_COMMIT = 2  # articles


class Boundaries:
    """Counts what is passed; at one of them, the process dies."""

    def __init__(self, dies_at: int) -> None:
        self.dies_at = dies_at
        self._numbers = count(1)
        self.passed = 0

    def boundary(self) -> None:
        self.passed = next(self._numbers)
        if self.passed == self.dies_at:
            os.kill(os.getpid(), signal.SIGKILL)


def take_in(home: Path, articles: Path, dies_at: int, tells: Connection) -> None:
    """To be called in a process of its own: it changes the modules under test. Tells how many boundaries it passed."""
    boundaries = Boundaries(dies_at)
    _watch(boundaries)
    log = EventLog(home / "event_log.duckdb")
    settings = IngestSettings(commit_size=A_COMMIT)
    ingest([articles], log=log, archive=Archive(home / "archive"), settings=settings, run_id="r")
    extraction.extract_pending(log=log, extractor=Extractor("test", "1", "0", _two_claims), run_id="r")
    tells.send(boundaries.passed)


def _watch(boundaries: Boundaries) -> None:
    whole, put = session.transaction, Archive.put

    @contextmanager
    def transaction(connection: DuckDBPyConnection, path: Path) -> Iterator[None]:
        with whole(connection, path):
            boundaries.boundary()  # begun
            yield
            boundaries.boundary()  # written, not committed
        boundaries.boundary()  # committed, not known to whoever asked for it

    def put_and_pass(archive: Archive, content: bytes) -> str:
        digest = put(archive, content)
        boundaries.boundary()
        return digest

    session.transaction, Archive.put = transaction, put_and_pass  # type: ignore[method-assign]
    extraction.ARTICLES_A_COMMIT = A_COMMIT


def _two_claims(article: ArticleText) -> tuple[Claim, ...]:
    start = article.text.index("Police")
    return tuple(_claim(kind, article.text[start:], start) for kind in ("killed", "injured"))


def _claim(kind: str, evidence: str, start: int) -> Claim:
    return Claim(
        family="casualty",
        kind=kind,
        count=None,
        subject=None,
        group=None,
        actor=None,
        place=None,
        when=None,
        scope=None,
        speaker=None,
        status="reported",
        evidence=evidence,
        start=start,
        end=start + len(evidence),
        rule="test/boundary",
    )
