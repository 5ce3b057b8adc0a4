"""Numbers that share a verb said once: "103 were killed in Almaty, 21 in Kyzylorda and eight in the Almaty region".

Each later number with a place of its own is a participant of the same trigger, counted there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.grammar.noun_phrases import COUNTING, Participant

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from extractors.grammar.frames import Frame
    from extractors.records import Quantity

LOCATIVE = frozenset({"in", "at", "near", "outside", "around", "from"})
SEPARATORS = frozenset({",", ";", "and"})


def says_where(doc: Doc, start: int, end: int) -> bool:
    return any(token.lower_ in LOCATIVE and token.pos_ == "ADP" for token in doc[start:end])


def follows_gap(doc: Doc, quantity: Quantity) -> bool:
    """A separator, the number, a locative preposition: nothing else may stand between."""
    if quantity.start == 0 or quantity.end >= len(doc) - 1 or quantity.kind not in COUNTING:
        return False
    before, after = doc[quantity.start - 1], doc[quantity.end]
    return before.lower_ in SEPARATORS and after.lower_ in LOCATIVE and doc[quantity.end + 1].pos_ in ("PROPN", "DET")


def gapped(frame: Frame, quantities: Sequence[Quantity]) -> Iterator[Participant]:
    """The later members of a series; its first must be counted and placed."""
    counted = [p for p in frame.participants if p.quantity is not None]
    doc = frame.trigger.token.doc
    if not counted:
        return
    first = counted[-1]
    end = max(frame.trigger.end, first.end)
    for quantity in quantities:
        if quantity.start > end and follows_gap(doc, quantity) and says_where(doc, end, quantity.start):
            yield Participant(first.head, quantity, quantity.start, quantity.end)
            end = quantity.end
