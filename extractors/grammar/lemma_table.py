"""spaCy's lemmatizer, looked up: a lemma is found out once for each word in each part of speech and form.

The lemmatizer's own memory leaves out base forms, which most words stand in, and asks of each token anew whether it is
one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np
from spacy.language import Language

if TYPE_CHECKING:
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc

LEMMATIZER = "lemmatizer"
NAME = "lemma_table"
ASKED: list[int | str] = ["ORTH", "POS", "MORPH", "LEMMA"]

Word = tuple[int, int, int]  # its letters, its part of speech, its form


class LemmaTable:
    """A pipeline component that annotates as ``lemmatizer`` does; its table holds words, never a text."""

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        self._lemmatizer = lemmatizer
        self._table: dict[Word, int] = {}

    def __call__(self, doc: Doc) -> Doc:
        rows = doc.to_array(ASKED).tolist()
        lemmas = [lemma or self._table.get((orth, pos, form), 0) for orth, pos, form, lemma in rows]
        if not all(lemmas):
            return self._learnt(doc, rows)
        doc.from_array(["LEMMA"], cast("Any", np.array(lemmas, dtype=np.uint64)))
        return doc

    def _learnt(self, doc: Doc, rows: list[list[int]]) -> Doc:
        """What the lemmatizer itself makes of a document, kept for the next ones where nobody had given a lemma."""
        doc = self._lemmatizer(doc)
        found = zip(rows, doc.to_array("LEMMA").tolist(), strict=True)
        self._table.update({(orth, pos, form): lemma for (orth, pos, form, given), lemma in found if not given})
        return doc


@Language.factory(NAME)
def lemma_table(nlp: Language, name: str) -> LemmaTable:  # noqa: ARG001 - spaCy gives both
    return LemmaTable(cast("Lemmatizer", nlp.get_pipe(LEMMATIZER)))


def with_lemma_table(nlp: Language) -> Language:
    """The pipeline with its lemmatizer looked up."""
    nlp.add_pipe(NAME, before=LEMMATIZER)
    nlp.disable_pipe(LEMMATIZER)
    return nlp
