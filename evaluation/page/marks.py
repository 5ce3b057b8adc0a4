"""An article's text with its claims marked in it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from evaluation.page.markup import Markup, element, joined
from evaluation.page.verdicts import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evaluation.page.verdicts import Entry


def boundaries(entries: Sequence[Entry], length: int) -> list[int]:
    """Every position where the marking may change."""
    ends = {position for entry in entries for span in entry.spans for position in span}
    counts = {position for entry in entries for position in count_span(entry)}
    return sorted({0, length} | {position for position in ends | counts if position <= length})


def count_span(entry: Entry) -> tuple[int, ...]:
    claim = entry.predicted
    if claim is None or claim.count_start is None or claim.count_end is None:
        return ()
    return (claim.count_start, claim.count_end)


def worst(entries: Sequence[Entry]) -> str:
    verdicts = {entry.verdict for entry in entries}
    return next(verdict for verdict in SIGNS if verdict in verdicts)


def covers(entry: Entry, start: int, end: int) -> bool:
    return any(span[0] <= start and end <= span[1] for span in entry.spans)


def is_count(entries: Sequence[Entry], start: int, end: int) -> bool:
    spans = [span for entry in entries if (span := count_span(entry))]
    return any(span[0] <= start and end <= span[1] for span in spans)


def chip(entry: Entry, article: str) -> Markup:
    """A numbered link from the sentence to the claim's row."""
    sign = SIGNS[entry.verdict]
    told = f"claim {entry.number}: {entry.verdict} {entry.claim.family}/{entry.claim.kind}"
    identity = f"{article}-t{entry.number}"
    href = f"#{article}-c{entry.number}"
    return element(
        "a", f"{sign}{entry.number}", class_=f"chip {entry.verdict}", id=identity, href=href, aria_label=told
    )


def segments(text: str, entries: Sequence[Entry], article: str) -> Iterator[str]:
    edges = boundaries(entries, len(text))
    for start, end in pairwise(edges):
        covering = [entry for entry in entries if covers(entry, start, end)]
        piece: str = text[start:end]
        if is_count(covering, start, end):
            piece = element("b", piece)
        yield element("mark", piece, class_=worst(covering)) if covering else piece
        yield from (chip(entry, article) for entry in covering if entry.spans[-1][1] == end)


def marked(text: str, entries: Sequence[Entry], article: str) -> Markup:
    """``article`` is the page's own name for it, which the ids begin with."""
    return element("div", joined(segments(text, entries, article)), class_="text")
