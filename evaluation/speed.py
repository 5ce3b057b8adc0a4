"""How fast the rule extractor is, beside the whole pipeline of the same language model over the same texts.

`python -m evaluation.speed ARTICLES_DIR --times 10`: both in one process and one run, taking turns, so that whatever
else the machine does slows both. Tokens are the pipeline's own, of the texts as a reader sees them.
"""

from __future__ import annotations

import argparse
import resource
import sys
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from evaluation.articles import read_text, stated_in_folder
from extractors.rules import BATCH, MODEL, extract
from ingest.readers import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.language import Language

    from extractors.records import ArticleText

TIMES = 10
KIBIBYTE = 1024
MEBIBYTE = KIBIBYTE * KIBIBYTE


@dataclass(frozen=True, slots=True)
class Speed:
    """One run. Seconds are of all rounds together; ``tokens`` of one round; memory is the process's peak in bytes."""

    texts: int
    tokens: int
    rounds: int
    extractor_seconds: float
    pipeline_seconds: float
    peak_memory: int
    claims: int
    same_without_gate: bool

    @property
    def ratio(self) -> float:
        """How many times as fast the extractor is."""
        return self.pipeline_seconds / self.extractor_seconds

    def tokens_per_second(self, seconds: float) -> float:
        return self.tokens * self.rounds / seconds


def read_folder(folder: Path) -> tuple[ArticleText, ...]:
    """Every article that ingest would take in."""
    listed = stated_in_folder(folder)
    paths = sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES)
    return tuple(read.text for path in paths if (read := read_text(path, listed)).text is not None if read.text)


def full_pipeline() -> Language:
    """The model as it comes, with its entity recogniser."""
    import spacy

    return spacy.load(MODEL)


def seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def extract_all(articles: Sequence[ArticleText]) -> None:
    for article in articles:
        extract(article)


def count_tokens(nlp: Language, articles: Sequence[ArticleText]) -> int:
    return sum(len(doc) for doc in nlp.pipe((article.text for article in articles), batch_size=BATCH))


def peak_memory() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * KIBIBYTE  # Linux counts in kibibytes


def measure_speed(articles: Sequence[ArticleText], *, rounds: int = TIMES) -> Speed:
    """Extractor and pipeline in turns; both have read every text once before the clock starts."""
    nlp = full_pipeline()
    tokens = count_tokens(nlp, articles)
    gated = [extract(article) for article in articles]
    extractor_seconds = pipeline_seconds = 0.0
    for _ in range(rounds):
        extractor_seconds += seconds(lambda: extract_all(articles))
        pipeline_seconds += seconds(lambda: count_tokens(nlp, articles))
    return Speed(
        texts=len(articles),
        tokens=tokens,
        rounds=rounds,
        extractor_seconds=extractor_seconds,
        pipeline_seconds=pipeline_seconds,
        peak_memory=peak_memory(),
        claims=sum(map(len, gated)),
        same_without_gate=gated == [extract(article, gated=False) for article in articles],
    )


def told(speed: Speed) -> str:
    """A few lines for a person."""
    ours, theirs = (speed.tokens_per_second(s) for s in (speed.extractor_seconds, speed.pipeline_seconds))
    gate = "the same" if speed.same_without_gate else "NOT the same"
    return (
        f"{speed.texts} texts of {speed.tokens:,} tokens, {speed.rounds} times, in turns\n"
        f"rule extractor           {ours:>10,.0f} tokens/s {speed.extractor_seconds:8.2f} s\n"
        f"full pipeline of {MODEL} {theirs:,.0f} tokens/s {speed.pipeline_seconds:8.2f} s\n"
        f"ratio                    {speed.ratio:>10.2f}\n"
        f"peak memory of both      {speed.peak_memory / MEBIBYTE:>10,.0f} MiB\n"
        f"claims                   {speed.claims:>10,} {gate} as without the gate\n"
    )


def main() -> int:
    """1 where the gate changes a claim."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.speed", description=__doc__)
    parser.add_argument("articles", type=Path, metavar="ARTICLES_DIR")
    parser.add_argument("--times", type=int, default=TIMES, help="how often each reads every text")
    options = parser.parse_args()
    if not options.articles.is_dir():
        parser.error(f"{options.articles}: no such folder")
    articles = read_folder(options.articles)
    if not articles or options.times < 1:
        parser.error(f"{options.articles}: no articles to read, or nothing to do with --times {options.times}")
    speed = measure_speed(articles, rounds=options.times)
    sys.stdout.write(told(speed))
    return 0 if speed.same_without_gate else 1


if __name__ == "__main__":
    sys.exit(main())
