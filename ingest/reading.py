"""From a file on disk to an article: bytes, facts, clean text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest import addresses
from ingest.characters import printable
from ingest.furniture.sweep import swept
from ingest.headlines import with_captions, with_headline
from ingest.languages import language_of
from ingest.readers import reader_by_name
from ingest.records import Article, Facts
from ingest.refusals import Refusal, RefusedError, refused

if TYPE_CHECKING:
    from pathlib import Path

    from ingest.folders import FoundFile
    from ingest.held import Held
    from ingest.settings import IngestSettings


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file's bytes, and the facts that were stated about it beside it."""

    file: FoundFile
    raw: bytes
    stated: Facts

    @property
    def file_name(self) -> str:
        return printable(self.file.path.name)


def read_bytes(path: Path, *, max_bytes: int) -> bytes:
    """Return a file's bytes; raises ``RefusedError`` (vanished, unreadable, too_large)."""
    try:
        size = path.stat().st_size
        if size > max_bytes:
            raise _too_large(size, max_bytes)
        with path.open("rb") as file:
            raw = file.read(max_bytes + 1)  # it may have grown meanwhile
    except FileNotFoundError as error:
        raise refused("vanished", "The file was there and is gone.", "Put it back and ingest again.") from error
    except OSError as error:
        reason = f"The file cannot be read ({error.strerror})."
        raise refused("unreadable", reason, "Check its permissions and the disk, then ingest again.") from error
    if len(raw) > max_bytes:
        raise _too_large(len(raw), max_bytes)
    return raw


def read_article(source: RawFile, *, held: Held, settings: IngestSettings) -> Article:
    """Return the article in a file; raises ``RefusedError`` where there is none that we can read."""
    reading = reader_by_name(source.file.path.suffix, source.raw)(source.raw)
    facts = source.stated.over(reading.facts)
    text = with_captions(with_headline(swept(reading.text), facts.title), reading.captions)
    language = language_of(
        text, stated=source.stated.language, hint=reading.facts.language, readable=settings.languages
    )
    facts = replace(facts, language=language)
    raw_digest = addresses.digest(source.raw)
    address = held.address_of(path=source.file.address, file_name=source.file_name, raw_digest=raw_digest, facts=facts)
    return Article(
        article_id=addresses.article_id(address),
        article_version=addresses.article_version(text, facts),
        raw_digest=raw_digest,
        address=address,
        file_name=source.file_name,
        media_type=reading.media_type,
        text=text,
        facts=facts,
    )


def _too_large(size: int, max_bytes: int) -> RefusedError:
    return RefusedError(
        Refusal(
            code="too_large",
            reason=f"The file has {size:,} bytes; at most {max_bytes:,} are read.",
            remedy="Cut it into one file per article.",
            byte_count=size,
        )
    )
