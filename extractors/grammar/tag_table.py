"""spaCy's attribute ruler, looked up: what its patterns make of a token, found out once for each sort of token.

The ruler turns a tag into a part of speech, and mends some of them by the word or its role. It tries 179 patterns at
every token, a fifth of a parse. All but a few look at one token's word, tag and role alone, and they name few words: so
there are few sorts of tokens, and of each the ruler need be asked once. It is still asked wherever a pattern over
two tokens could begin, and about white space.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from spacy.language import Language
from spacy.matcher import Matcher

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

RULER = "attribute_ruler"
NAME = "tag_table"
MADE: list[int | str] = ["POS", "MORPH", "LEMMA"]

Sort = tuple[int, int, int]  # the word, 0 for one that no pattern names; its tag; its role
Made = tuple[int, ...]  # values of ``MADE``


def names(wanted: object, word: str) -> bool:
    """Does a pattern's LOWER mean this word? A test of another sort than the known ones may mean any."""
    if isinstance(wanted, str):
        return word == wanted
    if not isinstance(wanted, dict) or not wanted.keys() <= {"IN", "REGEX"}:
        return True
    return word in wanted.get("IN", ()) or ("REGEX" in wanted and re.search(wanted["REGEX"], word) is not None)


def token_patterns(ruler: AttributeRuler) -> list[list[dict[str, Any]]]:
    """What each pattern asks of each of its tokens."""
    patterns = cast("list[dict[str, Any]]", ruler.patterns)
    return [alternative for pattern in patterns for alternative in pattern["patterns"]]


class TagTable:
    """A pipeline component that annotates as ``ruler`` does; its table holds sorts of tokens, never a text."""

    def __init__(self, ruler: AttributeRuler) -> None:
        patterns = token_patterns(ruler)
        words = [token["LOWER"] for pattern in patterns for token in pattern if "LOWER" in token]
        self._ruler = ruler
        self._is_named = ruler.vocab.add_flag(lambda text: any(names(word, text.lower()) for word in words))
        self._openings = Matcher(ruler.vocab)
        self._openings.add("opening", [[pattern[0]] for pattern in patterns if len(pattern) > 1])
        self._table: dict[Sort, Made | None] = {}  # None: a pattern over two tokens may begin here

    def __call__(self, doc: Doc) -> Doc:
        sorts = self._sorts(doc)
        made = [self._table.get(sort) for sort in sorts]
        if not made or None in made:
            return self._ruled(doc, sorts)
        doc.from_array(MADE, cast("Any", np.array(made, dtype=np.uint64)))
        return doc

    def _sorts(self, doc: Doc) -> list[Sort]:
        """The sort of each token; none where white space is a token."""
        rows = doc.to_array(["LOWER", "TAG", "DEP", self._is_named, "IS_SPACE"]).tolist()
        if any(row[4] for row in rows):
            return []
        return [(lower if named else 0, tag, role) for lower, tag, role, named, _ in rows]

    def _ruled(self, doc: Doc, sorts: Sequence[Sort]) -> Doc:
        """What the ruler itself makes of a document, kept for the next ones where each token stood for itself."""
        openings = {sorts[start] for _, start, _ in self._openings(doc, allow_missing=True)} if sorts else set()
        self._table.update(dict.fromkeys(openings))
        doc = self._ruler(doc)
        if not openings:
            self._table.update(zip(sorts, map(tuple, doc.to_array(MADE).tolist()), strict=False))
        return doc


@Language.factory(NAME)
def tag_table(nlp: Language, name: str) -> TagTable:  # noqa: ARG001 - spaCy gives both
    return TagTable(cast("AttributeRuler", nlp.get_pipe(RULER)))


def with_tag_table(nlp: Language) -> Language:
    """The pipeline with its attribute ruler looked up."""
    nlp.add_pipe(NAME, before=RULER)
    nlp.disable_pipe(RULER)
    return nlp
