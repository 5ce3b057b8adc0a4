"""Situation reports, which label a number and tell no sentence: "Injured: 305", "Houses destroyed: 1,250",
"Displaced: 3,200 households".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.grammar.noun_phrases import COUNTING, Participant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from extractors.records import Quantity
    from extractors.triggers import Trigger

LONGEST = 5  # words in a label
BETWEEN = 2  # tokens from the trigger to the colon
EDGES = frozenset({";", ",", "|", "•", "-", "–", "*", "\n"})
NOUNS = frozenset({"NOUN", "PROPN"})


def labelled(trigger: Trigger, quantities: Sequence[Quantity]) -> Participant | None:
    """The number behind the colon of a label that holds the trigger, with the noun that it counts if one is named."""
    doc = trigger.token.doc
    colon = next((token.i for token in doc[trigger.end : trigger.end + BETWEEN] if token.text == ":"), None)
    quantity = next((q for q in quantities if colon is not None and q.start == colon + 1 and q.kind in COUNTING), None)
    if colon is None or quantity is None or (trigger.rule.count == 0 and quantity.kind != "none"):
        return None
    label = label_before(doc, colon)
    if label is None or label > trigger.start or not ends_there(doc, quantity.end):
        return None
    return Participant(counted_by(doc, label, quantity, trigger), quantity, quantity.start, quantity.end)


def label_before(doc: Doc, colon: int) -> int | None:
    """Where the label begins: at the sentence's start or behind a list's mark; None for what is no label."""
    for index in range(colon - 1, max(-1, colon - LONGEST - 2), -1):
        if doc[index].pos_ == "AUX":
            return None
        if index == 0:
            return 0
        if doc[index - 1].text in EDGES:
            return index
    return None


def ends_there(doc: Doc, end: int) -> bool:
    """Behind the number stands a noun, a bracket or nothing: "Dead: 12 as of today" too, but no clause."""
    return not any(token.dep_ in ("nsubj", "nsubjpass") for token in doc[end : end + 3])


def counted_by(doc: Doc, label: int, quantity: Quantity, trigger: Trigger) -> Token | None:
    behind = [token for token in doc[quantity.end : quantity.end + 2] if token.pos_ in NOUNS]
    within = [token for token in doc[label : trigger.start] if token.pos_ in NOUNS]
    return behind[-1] if behind else within[-1] if within else None
