"""Gold sets: a folder of gold files, and the folder with the articles that they are about."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation.articles import read_text, stated_in_folder
from evaluation.gold_files import GoldDocument, GoldError, coded_gold, read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from evaluation.articles import ReadArticle
    from evaluation.claims import CodedClaim
    from extractors.records import ArticleText
    from ingest.records import Facts

HELD_OUT = "held_out.txt"
GOLD = Path(__file__).parent / "gold"
EXAMPLES = Path(__file__).parent.parent / "examples"


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article with its gold claims. ``text`` is null where ingest refuses the article; ``refusal`` says why."""

    file_name: str
    families: frozenset[str]
    claims: tuple[CodedClaim, ...]
    text: ArticleText | None
    refusal: str | None = None
    held_out: bool = False


@dataclass(frozen=True, slots=True)
class GoldSet:
    """``digest``: SHA-256 of all that is measured against: gold, articles' bytes and the facts beside them."""

    name: str
    digest: str
    articles: tuple[GoldArticle, ...]

    def part(self, name: str, wanted: Callable[[GoldArticle], bool]) -> GoldSet:
        """The articles that ``wanted`` takes, under a name of their own."""
        return replace(self, name=name, articles=tuple(filter(wanted, self.articles)))


def read_gold_set(name: str, gold: Path, articles: Path) -> GoldSet:
    """All gold files of a folder in the order of their names; raises ``GoldError``."""
    paths = sorted(gold.glob("*.json"))
    if not paths:
        raise GoldError(f"{gold}: no gold files (*.json) are here; name the folder that holds them")
    documents = [read_document(path) for path in paths]
    require_one_each(paths, documents)
    listed = stated_in_folder(articles)
    held_out = read_held_out(gold, documents)
    read = [
        read_for_gold(path, articles / document.article, listed)
        for path, document in zip(paths, documents, strict=True)
    ]
    return GoldSet(
        name,
        set_digest(zip(documents, read, strict=True), held_out),
        tuple(gold_article(document, article, held_out) for document, article in zip(documents, read, strict=True)),
    )


def require_one_each(paths: list[Path], documents: list[GoldDocument]) -> None:
    first: dict[str, Path] = {}
    for path, document in zip(paths, documents, strict=True):
        if document.article in first:
            raise GoldError(f"{path}: {document.article} has its gold in {first[document.article].name}; keep one")
        first[document.article] = path


def read_held_out(gold: Path, documents: list[GoldDocument]) -> frozenset[str]:
    """Articles whose words nobody who writes rules may look at: their names or stems, one a line; # begins a remark."""
    path = gold / HELD_OUT
    if not path.is_file():
        return frozenset()
    by_name = {known: d.article for d in documents for known in (d.article, Path(d.article).stem)}
    lines = [line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines()]
    for number, line in enumerate(lines, start=1):
        if line and line not in by_name:
            raise GoldError(f"{path}:{number}: no gold file is about {line!r}; correct or remove the line")
    return frozenset(by_name[line] for line in lines if line)


def read_for_gold(gold: Path, article: Path, listed: Mapping[str, Facts]) -> ReadArticle:
    try:
        return read_text(article, listed)
    except OSError as error:
        raise GoldError(f"{gold}: its article {article} cannot be read ({error.strerror}); put it there") from None


def gold_article(document: GoldDocument, read: ReadArticle, held_out: frozenset[str]) -> GoldArticle:
    text = read.text
    if text and text.published is None:
        text = replace(text, published=document.published)
    return GoldArticle(
        document.article,
        frozenset(document.families),
        tuple(coded_gold(claim, text.text if text else "") for claim in document.claims),
        text,
        read.refusal,
        document.article in held_out,
    )


def set_digest(articles: Iterable[tuple[GoldDocument, ReadArticle]], held_out: frozenset[str]) -> str:
    """Of gold and articles as they stand on disk: it must not move when ingest learns to read them better."""
    digest = hashlib.sha256()
    for document, read in articles:
        stated = (document.article in held_out, read.text and (read.text.published, read.text.outlet))
        for part in (document.model_dump_json().encode(), read.raw, repr(stated).encode()):
            digest.update(len(part).to_bytes(8) + part)
    return digest.hexdigest()


def bundled_sets() -> tuple[GoldSet, ...]:
    """The gold that comes with newsledger: short texts and articles of many countries, and those of the example."""
    folders = (
        ("short", GOLD / "short", GOLD / "short"),
        ("wire", GOLD / "wire", GOLD / "wire"),
        ("press", GOLD / "press", GOLD / "press"),
        ("kazakhstan_2022", GOLD / "kazakhstan_2022", EXAMPLES / "kazakhstan-2022"),
    )
    return tuple(read_gold_set(name, gold, articles) for name, gold, articles in folders if gold.is_dir())
