"""Take files and folders into the log."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from event_log.events import ArticleIngested, ArticleRejected, ArticleRevised
from ingest import addresses
from ingest.characters import printable
from ingest.folders import FoundFile, FoundFolder, find
from ingest.held import Held, Version, released_facts
from ingest.index_files import NAME as INDEX_NAME
from ingest.index_files import Index, read_index
from ingest.reading import RawFile, read_article, read_bytes
from ingest.records import Article, Facts
from ingest.refusals import Refusal, RefusedError, rejection
from ingest.settings import IngestSettings
from ingest.sidecars import read_sidecar, sidecar_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from event_log.archive import Archive
    from event_log.log import EventLog
    from ingest.folders import Found, Unusable

PRODUCER = "ingest"


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestReport:
    """What a run did: articles new, revised and unchanged, and all that was refused, also what was refused before."""

    new: int
    revised: int
    unchanged: int
    rejected: tuple[ArticleRejected, ...]


def _silent(_message: str) -> None:
    """Say nothing."""


def ingest(
    paths: Sequence[Path],
    *,
    log: EventLog,
    archive: Archive,
    run_id: str,
    settings: IngestSettings | None = None,
    progress: Callable[[str], None] = _silent,
) -> IngestReport:
    """Append what is new, changed or refused at ``paths`` (files and folders); what is known adds nothing.

    Appended in transactions of ``settings.commit_size`` articles: a run that was interrupted is repeated, and goes on
    where it stopped. The order is that of ``paths`` and of names in folders. Bad input is in the report, and stops
    nothing else; raises only what the log and the archive raise.
    """
    run = _Run(log=log, archive=archive, settings=settings or IngestSettings(), run_id=run_id)
    everything = list(find(paths))
    files = sum(isinstance(found, FoundFile) for found in everything)
    at = 0
    for found in everything:
        if isinstance(found, FoundFile):
            at += 1
            progress(f"{at} of {files}: {printable(found.path.name)}")
        run.take(found)
    return run.finish()


class _Run:
    """One run: what it has found out, and the events that are not appended yet."""

    def __init__(self, *, log: EventLog, archive: Archive, settings: IngestSettings, run_id: str) -> None:
        self._log = log
        self._archive = archive
        self._settings = settings
        self._run_id = run_id
        self._held = Held.in_log(log)
        self._released = released_facts(log)
        self._indexes: dict[Path, Index] = {}
        self._events: list[ArticleIngested | ArticleRejected] = []
        self._rejected: dict[ArticleRejected, None] = {}
        self._returned: dict[str, tuple[Article, bytes]] = {}
        self._new = self._revised = self._unchanged = 0

    def take(self, found: Found) -> None:
        if isinstance(found, FoundFolder):
            self._take_index(found)
        elif isinstance(found, FoundFile):
            self._take_file(found)
        else:
            self._take_unusable(found)
        if len(self._events) >= self._settings.commit_size:
            self._append()

    def finish(self) -> IngestReport:
        for article, raw in self._returned.values():
            self._revise(article, raw)
        self._append()
        return IngestReport(
            new=self._new, revised=self._revised, unchanged=self._unchanged, rejected=tuple(self._rejected)
        )

    def _append(self) -> None:
        if self._events:
            self._log.append(self._events, run_id=self._run_id, producer=PRODUCER)
            self._events = []

    def _take_index(self, folder: FoundFolder) -> None:
        if folder.path in self._indexes:
            return
        index = read_index(folder.path, max_bytes=self._settings.max_bytes)
        self._indexes[folder.path] = index
        address = addresses.path_address(folder.path / INDEX_NAME, folder.root)
        for bad in index.bad_lines:
            where = f"{address}:{bad.number}" if bad.number else address
            self._reject(bad.refusal, address=where, file_name=INDEX_NAME)

    def _take_unusable(self, found: Unusable) -> None:
        raw = None
        if found.path is not None:
            raw = self._bytes_to_keep(found.path)
        self._reject(found.refusal, address=found.address, file_name=found.file_name, raw=raw)

    def _bytes_to_keep(self, path: Path) -> bytes | None:
        try:
            return read_bytes(path, max_bytes=self._settings.max_bytes)
        except RefusedError:
            return None  # it is refused already, for a reason that says more

    def _take_file(self, file: FoundFile) -> None:
        raw: bytes | None = None
        try:
            raw = read_bytes(file.path, max_bytes=self._settings.max_bytes)
            released = self._released.get((file.address, addresses.digest(raw)), Facts())
            source = RawFile(file, raw, self._stated(file).over(released))
            known = self._known(source)
            if known is not None:
                self._keep(known.article_id)
                return
            article = read_article(source, held=self._held, settings=self._settings)
        except RefusedError as error:
            self._reject(error.refusal, address=file.address, file_name=printable(file.path.name), raw=raw)
            return
        self._place(article, raw)

    def _known(self, source: RawFile) -> Version | None:
        digest = addresses.digest(source.raw)
        return self._held.known_file(file_name=source.file_name, raw_digest=digest, stated=source.stated)

    def _keep(self, article_id: str) -> None:
        self._returned.pop(article_id, None)
        self._unchanged += 1

    def _stated(self, file: FoundFile) -> Facts:
        index = self._indexes.get(file.path.parent, Index())
        listed = index.facts.get(file.path.name, Facts())
        sidecar = sidecar_of(file.path)
        told = read_sidecar(sidecar) if sidecar else Facts()
        if isinstance(told, Refusal) and sidecar:
            address = addresses.path_address(sidecar, file.root)
            self._reject(told, address=address, file_name=printable(sidecar.name))
        return told.over(listed) if isinstance(told, Facts) else listed

    def _place(self, article: Article, raw: bytes) -> None:
        current = self._held.current(article.article_id)
        # What this run says of an article later stands over what it said before.
        self._returned.pop(article.article_id, None)
        if current is None:
            self._new += 1
            self._add(ArticleIngested(**article_columns(article)), article, raw)
        elif current.is_same(article):
            self._keep(article.article_id)
        elif any(version.is_same(article) for version in self._held.versions(article.article_id)):
            # An older version: it has come back, unless another file with the newest one lies beside it.
            self._returned[article.article_id] = (article, raw)
        else:
            self._revise(article, raw)

    def _revise(self, article: Article, raw: bytes) -> None:
        self._revised += 1
        revision = len(self._held.versions(article.article_id))
        self._add(ArticleRevised(**article_columns(article), revision=revision), article, raw)

    def _add(self, event: ArticleIngested, article: Article, raw: bytes) -> None:
        self._archive.put(raw)  # first: the log must never name bytes that are nowhere
        self._events.append(event)
        self._held.add(
            Version(
                article_id=article.article_id,
                article_version=article.article_version,
                raw_digest=article.raw_digest,
                address=article.address,
                file_name=article.file_name,
                media_type=article.media_type,
                facts=article.facts,
            )
        )

    def _reject(self, refusal: Refusal, *, address: str, file_name: str, raw: bytes | None = None) -> None:
        kept = raw if raw is not None else refusal.raw
        digest = self._archive.put(kept) if kept is not None else None
        if kept is not None:
            refusal = Refusal(
                code=refusal.code, reason=refusal.reason, remedy=refusal.remedy, raw=kept, byte_count=len(kept)
            )
        event = rejection(refusal, address=address, file_name=file_name, raw_digest=digest)
        if event not in self._rejected:
            self._rejected[event] = None
            self._events.append(event)


def article_columns(article: Article) -> dict[str, Any]:
    """Return the fields of the article's event."""
    columns = {field.name: getattr(article, field.name) for field in fields(Article)}
    facts = columns.pop("facts")
    return columns | {field.name: getattr(facts, field.name) for field in fields(Facts)}
