"""On whose word each stretch of an article stands, found sentence by sentence when somebody asks.

A sentence with a cue is read for it; one of direct speech without a cue belongs to the speaker beside it; headlines may
set their speaker off; all else is the article's own voice.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from extractors.attribution.finding import Attribution, attributions_in, speakers_of, unparsed_speakers
from extractors.attribution.labels import labels_of
from extractors.attribution.quotations import quoted_sentences
from extractors.attribution.speakers import Heard, Mentions, named

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from spacy.tokens import Doc

    from extractors.records import Sentence, Speaker

DEEPEST = 20  # pronouns that go back to a pronoun, before all are looked up from the front


class Attributions:
    """An article's attributions by sentence; which were asked for first makes no difference.

    ``cued`` are the sentences that `may_attribute`, and ``docs`` has the parses of those at least; of others only the
    speakers are known, for the pronouns after them.
    """

    def __init__(self, sentences: Sequence[Sentence], docs: Mapping[int, Doc], cued: Collection[int]) -> None:
        self._sentences, self._docs, self._cued = sentences, docs, cued
        self._mentions = Mentions("\n".join(sentence.text for sentence in sentences))
        self._found: dict[int, tuple[Attribution, ...]] = {}
        self._depth = 0

    def of(self, index: int) -> tuple[Attribution, ...]:
        """A sentence's attributions: by its cues, else as direct speech, and by the label of a headline."""
        sentence = self._sentences[index]
        return (*(self._by_cue(index) or self._direct_speech(sentence)), *self._labelled(sentence))

    def _by_cue(self, index: int) -> tuple[Attribution, ...]:
        if index not in self._cued:
            return ()
        if index not in self._found:
            self._depth += 1
            heard = Heard(lambda: self._spoken_before(index))
            self._found[index] = attributions_in(self._sentences[index], self._docs[index], self._mentions, heard)
            self._depth -= 1
        return self._found[index]

    def _spoken_before(self, index: int) -> Iterator[Speaker]:
        """Who has a word in the sentences before, the latest first."""
        if self._depth > DEEPEST:
            for earlier in range(index):
                self._by_cue(earlier)
        for earlier in range(index - 1, -1, -1):
            yield from reversed(self._speakers(earlier))

    def _speakers(self, index: int) -> tuple[Speaker, ...]:
        doc = self._docs[index] if index in self._cued else None
        by_cue = speakers_of(self._by_cue(index), self._mentions)
        return by_cue or unparsed_speakers(self._sentences[index], doc, self._mentions)

    @cached_property
    def _quoted(self) -> frozenset[int]:
        return quoted_sentences(self._sentences)

    def _direct_speech(self, sentence: Sentence) -> tuple[Attribution, ...]:
        """A quoted sentence without a cue is the word of the speaker beside it."""
        beside = next(self._beside(sentence), None) if sentence.index in self._quoted else None
        if beside is None:
            return ()
        return (
            replace(
                beside,
                start=sentence.start,
                end=sentence.end,
                rule="quotation",
                way="quotation",
                sentence=sentence.index,
            ),
        )

    def _beside(self, sentence: Sentence) -> Iterator[Attribution]:
        """Attributions before it in its paragraph, then those after it there, then those of the paragraph before: the
        nearest first.
        """
        index, paragraph = sentence.index, sentence.paragraph
        before = range(index - 1, -1, -1)
        yield from self._in_paragraph(paragraph, before)
        for after in range(index + 1, len(self._sentences)):
            if self._sentences[after].paragraph != paragraph:
                break
            yield from self._by_cue(after)
        yield from self._in_paragraph(paragraph - 1, before)

    def _in_paragraph(self, paragraph: int, indices: Sequence[int]) -> Iterator[Attribution]:
        """The attributions of those sentences that are in a paragraph, in reverse order."""
        for index in indices:
            if self._sentences[index].paragraph < paragraph:
                break
            if self._sentences[index].paragraph == paragraph:
                yield from reversed(self._by_cue(index))

    def _labelled(self, sentence: Sentence) -> Iterator[Attribution]:
        """Headlines that set their speaker off by a colon or a dash."""
        for words, start, end in labels_of(sentence):
            at = sentence.start + sentence.text.index(words)
            begin, stop = sentence.start + start, sentence.start + end
            yield Attribution(begin, stop, named(words, self._mentions), words, at, "label", "label", sentence.index)
