"""Articles to measure on, read as ``ingest`` reads them, so that text, offsets and facts are those of a real run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.records import ArticleText
from ingest.folders import FoundFile
from ingest.held import Held
from ingest.index_files import read_index
from ingest.reading import RawFile, read_article, read_bytes
from ingest.records import Facts
from ingest.refusals import Refusal, RefusedError
from ingest.settings import IngestSettings
from ingest.sidecars import read_sidecar, sidecar_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """``text`` is null where ingest refuses the file; ``refusal`` then says why."""

    file_name: str
    raw: bytes
    text: ArticleText | None
    refusal: str | None = None


def stated_in_folder(folder: Path) -> Mapping[str, Facts]:
    """Facts by file name, from the folder's ``index.jsonl`` where it has one."""
    return read_index(folder, max_bytes=IngestSettings().max_bytes).facts


def stated_about(path: Path, listed: Mapping[str, Facts]) -> Facts:
    """Facts from the article's sidecar, over those of the index."""
    sidecar = sidecar_of(path)
    told = read_sidecar(sidecar) if sidecar else Facts()
    index = listed.get(path.name, Facts())
    return index if isinstance(told, Refusal) else told.over(index)


def read_text(path: Path, listed: Mapping[str, Facts]) -> ReadArticle:
    """One article as ingest would take it in; raises ``OSError`` where there is no such file."""
    raw = path.read_bytes()
    settings = IngestSettings()
    try:
        read_bytes(path, max_bytes=settings.max_bytes)
        source = RawFile(FoundFile(path, path.parent), raw, stated_about(path, listed))
        article = read_article(source, held=Held([]), settings=settings)
    except RefusedError as error:
        return ReadArticle(path.name, raw, None, error.refusal.reason)
    text = ArticleText(
        article.article_id,
        article.article_version,
        article.text,
        published=article.facts.published_on,
        outlet=article.facts.outlet,
    )
    return ReadArticle(path.name, raw, text)
