"""The words of a parsed sentence, taken out of spaCy once: rules compare words far more often than they see tokens."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc, Span

QUOTES = "“”\"'‘’"
SENTENCES = 512  # more than an article has; what is read again is the sentence at hand


@lru_cache(maxsize=SENTENCES)
def chunks_of(doc: Doc) -> Mapping[int, Span]:
    """The noun phrases of a parsed sentence by their first token."""
    return {chunk.start: chunk for chunk in doc.noun_chunks}


@lru_cache(maxsize=SENTENCES)
def words_of(doc: Doc) -> tuple[str, ...]:
    """Each token's text in lower case, by position."""
    return tuple(token.lower_ for token in doc)


@lru_cache(maxsize=SENTENCES)
def text_of(doc: Doc) -> str:
    """The sentence's text, which spaCy puts together out of its tokens each time that it is asked."""
    return doc.text


def bare(words: Sequence[str]) -> frozenset[str]:
    """The words of a sentence, also without quotation marks and without what stands before a hyphen."""
    stripped = {word.strip(QUOTES) for word in words}
    return frozenset({*words, *stripped, *(word.rsplit("-", 1)[1] for word in stripped if "-" in word)})


@lru_cache(maxsize=SENTENCES)
def bare_words_of(doc: Doc) -> frozenset[str]:
    return bare(words_of(doc))
