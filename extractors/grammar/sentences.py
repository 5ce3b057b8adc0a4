"""From clean text to sentences, as slices of it.

Offsets are the point: a sentence's text is exactly the article's ``[start:end)``. spaCy's own splitters work on
tokens of a whole article and do not know scraped text (sentences glued together by a caption, paragraphs that are
single lines); this one pass of regular expressions does, and costs a hundredth of a parse.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from extractors.lexicon import load
from extractors.places.names import dateline_end, is_uncased
from extractors.records import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CLOSERS = "”\"'’)\\]"
FINISHED = ".!?…:;,”\"'’"
ENDS_BEFORE_SPACE = rf"[.!?…]+[{CLOSERS}]*(?=\s+[“\"'‘(\[]?[A-Z0-9\u00c0-\u00de“\"‘—–-])"
ENDS_GLUED = rf"(?<=[a-z0-9]{{2}})[.!?][{CLOSERS}]*(?=[(“]?[A-Z][a-z])"  # "on Thursday.Protesters gather"
CAPTION_GLUED = r"(?<=[a-z]{2})\)(?=[A-Z][a-z]+ [a-z])"
ENDS_UNCASED = re.compile(rf"[.!?…]+[{CLOSERS}]*(?=\s+[“\"'‘(\[]?\w)")  # old scrapes without a capital letter
BOUNDARY = re.compile(f"{ENDS_BEFORE_SPACE}|{ENDS_GLUED}|{CAPTION_GLUED}")
LAST_WORD = re.compile(r"([^\s(“\"‘]+?)[.!?…]+$")
NEXT_WORD = re.compile(r"\W*(\w+)")
HARD_WRAP = 95  # no line longer than this in a text of many lines: the lines were cut by width, not by paragraph
HEADLINE_WORDS = 30
HEADING_PARAGRAPHS = 3
FEW_LINES = 8


class SentenceLexicon(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    abbreviations: frozenset[str]
    ambiguous: frozenset[str]
    beginners: frozenset[str]


@cache
def lexicon() -> SentenceLexicon:
    return load("sentences.yaml", SentenceLexicon)


def is_hard_wrapped(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    long = sum(len(line) > HARD_WRAP / 2 for line in lines)
    return len(lines) > FEW_LINES and max(map(len, lines)) <= HARD_WRAP and long > len(lines) / 2


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of the paragraphs, white space trimmed: lines, or blocks between blank lines where the text was
    wrapped by width.
    """
    divider = re.compile(r"\n\s*\n" if is_hard_wrapped(text) else r"\n+")
    start = 0
    for gap in [*divider.finditer(text), None]:
        end = gap.start() if gap else len(text)
        stripped = text[start:end].strip()
        if stripped:
            begin = text.index(stripped[0], start)
            yield begin, begin + len(stripped)
        start = gap.end() if gap else end


def ends_sentence(text: str, boundary: re.Match[str]) -> bool:
    """Is this full stop the end, or does it belong to an abbreviation or an initial?"""
    if boundary[0][0] != ".":
        return True
    last = LAST_WORD.search(text[max(0, boundary.start() - 24) : boundary.start() + 1])
    word = last[1].lower() if last else ""
    following = NEXT_WORD.match(text[boundary.end() : boundary.end() + 30])
    begins = following is not None and following[1].lower() in lexicon().beginners
    if word in lexicon().ambiguous:
        return begins
    is_initial = len(word) == 1 and word.isalpha()
    return word not in lexicon().abbreviations and not is_initial


def cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Ranges of a paragraph's sentences; a dateline ("KABUL, Afghanistan (AP) —") is none, and upsets a parse."""
    begin = start + dateline_end(text[start:end])
    marks = ENDS_UNCASED if is_uncased(text[start:end]) else BOUNDARY
    for boundary in marks.finditer(text, start, end):
        if ends_sentence(text, boundary):
            yield begin, boundary.end()
            begin = boundary.end()
    yield begin, end


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def is_headline(text: str, start: int, end: int) -> bool:
    """The first paragraphs of an article, while they are short and end without a full stop."""
    piece = text[start:end]
    return (len(piece.split()) <= HEADLINE_WORDS and piece[-1] not in '.!?”"') or piece.endswith("...")


def split(text: str) -> tuple[Sentence, ...]:
    """All sentences of a clean text, in order; empty for blank text."""
    found: list[Sentence] = []
    heading = True
    for paragraph, (start, end) in enumerate(paragraphs(text)):
        heading = heading and paragraph < HEADING_PARAGRAPHS and is_headline(text, start, end)
        for begin, stop in cuts(text, start, end):
            first, last = trimmed(text, begin, stop)
            if first < last:
                found.append(Sentence(len(found), first, last, text[first:last], paragraph, is_headline=heading))
    return tuple(found)


def unfinished_paragraphs(sentences: Sequence[Sentence]) -> frozenset[int]:
    """The numbers of those that end without a full stop: headings, captions with a credit, items of lists."""
    last = {sentence.paragraph: sentence.text for sentence in sentences}
    return frozenset(number for number, text in last.items() if text[-1] not in FINISHED)
