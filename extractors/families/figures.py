"""A second figure of the same thing: "46 people were shot dead; opposition groups put the figure at more than 80".

What is counted has been said; the words that carry the number ("the figure", "put it at", "speak of") name nobody.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.drafts import numbered
from extractors.grammar.noun_phrases import NOMINAL, is_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from extractors.drafts import Draft, SentenceReading
    from extractors.records import Quantity

FIGURES = frozenset({"figure", "number", "toll", "total", "count", "tally", "estimate"})
PUTTING = frozenset({"put", "place", "estimate", "set", "reckon"})
STANDING = frozenset({"it", "them", "that", *FIGURES})
SPEAKING = frozenset({"speak", "talk"})
UNSURE = frozenset({"may", "might", "could", "fear", "fears", "feared", "believed", "possibly", "perhaps", "probably"})
REACH = 12  # tokens from the word that stands for those counted to the second figure
BREAKS = frozenset({";", "."})


def second_figures(reading: SentenceReading, told: Sequence[Draft]) -> Iterator[Draft]:
    """A draft for each number that is said again of what the draft before it counts."""
    taken = {each.count_range for each in told}
    for quantity in reading.quantities:
        before = [each for each in told if is_counted_before(each, quantity)]
        if quantity.kind != "number" or (quantity.char_start, quantity.char_end) in taken or not before:
            continue
        nearest = max(before, key=_end)
        if stands_alone(reading.doc, quantity) and is_of_figure(reading.doc, quantity, _end(nearest)):
            yield again(nearest, quantity, reading.doc)


def _end(draft: Draft) -> int:
    return draft.count_range[1] if draft.count_range else 0


def is_counted_before(draft: Draft, quantity: Quantity) -> bool:
    """One person is no figure, and of nobody there is none."""
    count = draft.count
    return count is not None and _end(draft) < quantity.char_start and count.value not in (0, 1)


def stands_alone(doc: Doc, quantity: Quantity) -> bool:
    """Behind the number no noun of its own."""
    last = doc[quantity.end - 1]
    return is_word(quantity) or not (last.dep_ == "nummod" and last.head.i > last.i and last.head.pos_ in NOMINAL)


def is_of_figure(doc: Doc, quantity: Quantity, after: int) -> bool:
    """Does a word in the number's clause, behind the character where the first count ends, stand for those counted?"""
    reach = [token for token in clause_before(doc, quantity.start) if token.idx >= after]
    words = [token.lower_ for token in reach]
    if words[-1:] == ["from"]:
        return words[-2:-1] == ["up"]  # "306 people, up from 259"
    if any(token.lemma_ in SPEAKING for token in reach) and words[-1:] == ["of"]:
        return True
    puts = [index for index, token in enumerate(reach) if token.lemma_ in PUTTING and token.pos_ == "VERB"]
    if puts and words[-1:] == ["at"]:
        return bool(STANDING & set(words[puts[0] :]))
    figure = [token for token in reach if token.lower_ in FIGURES and token.dep_ in ("nsubj", "nsubjpass")]
    return bool(figure) and not any(child.lower_ in ("of", "a", "an") for child in figure[-1].children)


def clause_before(doc: Doc, end: int) -> Sequence[Token]:
    start = max(0, end - REACH)
    breaks = [token.i + 1 for token in doc[start:end] if token.text in BREAKS]
    return list(doc[breaks[-1] if breaks else start : end])


def again(draft: Draft, quantity: Quantity, doc: Doc) -> Draft:
    unsure = UNSURE & {token.lower_ for token in clause_before(doc, quantity.start)}
    status = "unconfirmed" if unsure else draft.status
    return numbered(
        replace(draft, event=doc[quantity.end - 1], subject=None, actor=None, status=status),
        quantity,
    )
