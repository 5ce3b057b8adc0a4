"""The rule extractor: an article's text to its claims.

Text is split and cut into words, the gate picks sentences, spaCy parses those and whatever else somebody asks for,
components and families read them, completion and consolidation make claims. Pure: the same text, lexicons and model
give the same claims.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from extractors.article.completion import completed
from extractors.article.consolidation import consolidate
from extractors.article.story import carried_over
from extractors.article.toll_chains import chained
from extractors.attribution.article import Attributions
from extractors.attribution.finding import may_attribute
from extractors.drafts import ArticleReading, Draft, SentenceReading
from extractors.families import damage, deployment, displacement, disruption, measure, people, response, unrest
from extractors.gate import candidates
from extractors.grammar.sentences import split
from extractors.parsing import BATCH, MODEL, Parses, language
from extractors.places.article import locate
from extractors.places.context import PlaceContext
from extractors.places.gazetteer import gazetteer
from extractors.places.placement import with_scenes
from extractors.readings import Readings, times_of
from extractors.times.chronicle import headed_days

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from extractors.records import ArticleText, Claim

__all__ = ["BATCH", "MODEL", "extract", "language", "read"]

FAMILIES: Mapping[str, Callable[[SentenceReading], Iterator[Draft]]] = {
    "casualty": partial(people.drafts, "casualty"),
    "detention": partial(people.drafts, "detention"),
    "deployment": deployment.drafts,
    "damage": damage.drafts,
    "disruption": disruption.drafts,
    "displacement": displacement.drafts,
    "measure": measure.drafts,
    "response": response.drafts,
    "unrest": unrest.drafts,
}


def read(article: ArticleText, *, gated: bool = True) -> ArticleReading:
    """Everything that the components see in an article; ``gated=False`` looks for claims in every sentence."""
    sentences = split(article.text)
    headed = headed_days(sentences, article.published)
    times = tuple(times_of(sentences, article.published, headed))
    docs = Parses(sentences)
    words = docs.words()
    wanted = candidates(words) if gated else dict.fromkeys(docs, frozenset(FAMILIES))
    cued = frozenset(sentence.index for sentence in sentences if may_attribute(sentence, words[sentence.index]))
    docs.parse(wanted)
    return ArticleReading(
        article=article,
        sentences=sentences,
        wanted=wanted,
        times=times,
        parsed=Readings(sentences, docs, times),
        whereabouts=PlaceContext(sentences, locate(sentences, gazetteer(), article.text), docs),
        attributions=Attributions(sentences, docs, cued),
        headed=headed,
    )


def drafts_of(reading: ArticleReading, index: int, families: frozenset[str]) -> Iterator[Draft]:
    sentence = reading.parsed[index]
    for family, drafts in FAMILIES.items():
        if family in families:
            yield from drafts(sentence)


def drafted(reading: ArticleReading) -> Mapping[int, tuple[Draft, ...]]:
    """What the families find in each sentence, by its index."""
    return {index: tuple(drafts_of(reading, index, families)) for index, families in reading.wanted.items()}


def extract(article: ArticleText, *, gated: bool = True) -> tuple[Claim, ...]:
    """All claims of an article, each thing once, in the order of the text; ``gated=False`` looks everywhere."""
    reading = read(article, gated=gated)
    drafts = drafted(reading)
    placed = replace(reading, whereabouts=with_scenes(reading.whereabouts, drafts))
    told = [each for index, found in drafts.items() for each in completed(found, placed.parsed[index], placed)]
    dated = carried_over(tuple(chained(told, reading.sentences)), reading.sentences, article.published)
    return consolidate(dated, reading.sentences)
