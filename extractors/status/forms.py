"""What tells of nothing that happened by its form, whatever its words: questions, conditions, rules for anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

ANYBODY = frozenset({"those", "anyone", "anybody", "everyone", "whoever", "people", "persons"})
QUOTES = frozenset({"\u201c", '"', "\u201d"})


def is_rule_for_all(event: Token) -> bool:
    """ "Those who *block* a road face prison": a present that is true of anybody."""
    head = event.head
    present = event.tag_ in {"VBP", "VBZ"} and not any(child.dep_ in {"aux", "auxpass"} for child in event.children)
    return event.dep_ == "relcl" and present and head.lower_ in ANYBODY and head.dep_ in {"nsubj", "nsubjpass"}


def is_inverted_condition(event: Token) -> bool:
    """ "Should the fighting *last*, camps will be needed": a sentence that opens with its auxiliary supposes."""
    first = event.doc[0]
    if first.lower_ not in {"should", "were", "had"} or first.head.i <= first.i:
        return False
    comma = next((token.i for token in event.doc if token.text == ","), len(event.doc))
    return event.i < comma


def is_question(event: Token) -> bool:
    """A quoted question is somebody's, and may stand in a sentence that tells something."""
    last = {token.text for token in event.doc[-3:] if not token.is_space}
    return "?" in last and not any(token.text in QUOTES for token in event.doc)
