"""What the components see in each sentence of an article, found when somebody asks for the sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from extractors.drafts import SentenceReading
from extractors.grammar.sentences import unfinished_paragraphs
from extractors.times.expressions import find_times, last_day

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc

    from extractors.records import Sentence, TimeExpression, When


def times_of(
    sentences: Sequence[Sentence], published: date | None, headed: Mapping[int, When]
) -> Iterator[tuple[TimeExpression, ...]]:
    """Of each sentence the times that it names; a day named last is "the same day" of the sentences after it.

    That of a picture's caption is not: the picture may be from any year. A day that heads the paragraph comes first.
    """
    spoken_of: date | None = None
    captions = unfinished_paragraphs(sentences)
    for sentence in sentences:
        day_above = headed.get(sentence.paragraph)
        times = find_times(sentence.text, published, anchor=day_above.end if day_above else spoken_of)
        yield times
        if sentence.paragraph not in captions:
            spoken_of = last_day(times) or spoken_of


class Readings(Mapping[int, SentenceReading]):
    """Sentences by index; a sentence is parsed at the first look."""

    def __init__(
        self, sentences: Sequence[Sentence], docs: Mapping[int, Doc], times: Sequence[tuple[TimeExpression, ...]]
    ) -> None:
        self._sentences, self._docs, self._times = sentences, docs, times
        self._read: dict[int, SentenceReading] = {}

    def __getitem__(self, index: int) -> SentenceReading:
        if index not in self._read:
            self._read[index] = SentenceReading(self._sentences[index], self._docs[index], self._times[index])
        return self._read[index]

    def __iter__(self) -> Iterator[int]:
        return iter(self._docs)

    def __len__(self) -> int:
        return len(self._sentences)

    def __contains__(self, index: object) -> bool:
        return index in self._docs
