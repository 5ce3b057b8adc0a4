"""Run an extractor over gold articles. What it could not read counts as missed, never as left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evaluation.claims import coded
from evaluation.guide import FAMILIES
from evaluation.matching import Comparison, compare
from evaluation.scores import Scores, scores
from extractors.extraction import stands_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from evaluation.claims import CodedClaim
    from evaluation.gold import GoldArticle, GoldSet
    from extractors.extractor import Extractor

EVERY_FAMILY = frozenset(FAMILIES)


@dataclass(frozen=True, slots=True)
class ArticleResult:
    """``failure`` says why an article yielded nothing, where that was not the extractor's decision."""

    article: GoldArticle
    predicted: tuple[CodedClaim, ...]
    comparison: Comparison
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Measurement:
    """One extractor over one gold set."""

    gold_set: GoldSet
    extractor: str
    extractor_version: str
    results: tuple[ArticleResult, ...]

    @property
    def scores(self) -> Scores:
        return self.part(lambda _: True)

    def part(self, wanted: Callable[[GoldArticle], bool]) -> Scores:
        """The figures of some of the articles."""
        return sum((scores(result.comparison) for result in self.results if wanted(result.article)), Scores())

    @property
    def failures(self) -> tuple[ArticleResult, ...]:
        return tuple(result for result in self.results if result.failure)


def is_held_out(article: GoldArticle) -> bool:
    return article.held_out


def is_seen(article: GoldArticle) -> bool:
    return not article.held_out


def predict(extractor: Extractor, article: GoldArticle) -> tuple[tuple[CodedClaim, ...], str | None]:
    """The claims that a real run would keep, and what went wrong if anything did."""
    text = article.text
    if text is None:
        return (), f"ingest refuses it: {article.refusal}"
    try:
        claims = extractor.extract(text)
    except Exception as error:  # noqa: BLE001 - whatever an extractor dies of, its claims are missing
        return (), f"{extractor.name} broke down on it: {type(error).__name__}: {error}"
    kept = tuple(coded(claim) for claim in claims if stands_in(claim, text))
    lost = len(claims) - len(kept)
    return kept, f"{lost} claims do not stand in the text where they say, and were dropped" if lost else None


def measure_article(extractor: Extractor, article: GoldArticle, families: frozenset[str]) -> ArticleResult:
    """Only families that were coded are compared."""
    wanted = families & article.families
    predicted, failure = predict(extractor, article)
    predicted = tuple(claim for claim in predicted if claim.family in wanted)
    gold = tuple(claim for claim in article.claims if claim.family in wanted)
    return ArticleResult(article, predicted, compare(gold, predicted), failure)


def measure(
    extractor: Extractor,
    gold_set: GoldSet,
    *,
    families: frozenset[str] = EVERY_FAMILY,
    progress: Callable[[str], None] | None = None,
) -> Measurement:
    """One extractor over one gold set; ``progress`` is told before each article."""
    results = []
    for number, article in enumerate(gold_set.articles, start=1):
        if progress is not None:
            progress(f"{extractor.name}: {number} of {len(gold_set.articles)}: {article.file_name}")
        results.append(measure_article(extractor, article, families))
    return Measurement(gold_set, extractor.name, extractor.version, tuple(results))


def measure_all(
    extractors: Sequence[Extractor],
    gold_sets: Sequence[GoldSet],
    *,
    families: frozenset[str] = EVERY_FAMILY,
    progress: Callable[[str], None] | None = None,
) -> tuple[tuple[Measurement, ...], ...]:
    """For each gold set, every extractor beside the others."""
    return tuple(
        tuple(measure(extractor, gold_set, families=families, progress=progress) for extractor in extractors)
        for gold_set in gold_sets
    )
