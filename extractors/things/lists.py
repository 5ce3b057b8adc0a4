"""Lists by the order of words: "parliament, the Supreme Court and the homes of five ministers".

The small model's parse often gives the later items of a long list to another word; commas and a closing "and" or "or"
say it all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.grammar.subjects import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from extractors.grammar.noun_phrases import Participant

CLOSING = frozenset({"and", "or"})
PHRASE = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PART"})
NOUNS = frozenset({"NOUN", "PROPN"})
LONGEST = 8  # items


def phrase_from(doc: Doc, start: int) -> tuple[Token | None, int]:
    """The noun that heads the phrase beginning at ``start``, and where the phrase with its "of" ends."""
    end, head = start, None
    while end < len(doc) and (doc[end].pos_ in PHRASE or doc[end].tag_ in ("PRP$", "VBN", "HYPH", "IN")):
        if doc[end].tag_ == "IN" and (doc[end].lower_ != "of" or head is None):
            break
        if doc[end].pos_ in NOUNS and not any(token.lower_ == "of" for token in doc[start:end]):
            head = doc[end]
        end += 1
    return head, end


def separator_at(doc: Doc, start: int) -> tuple[int, bool]:
    """How many tokens part two items here, and whether the item behind is the last: "," or "and" or ", and"."""
    words = [token.lower_ for token in doc[start : start + 2]]
    if words[:1] == [","]:
        closes = words[1:] != [] and words[1] in CLOSING
        return (2, True) if closes else (1, False)
    return (1, True) if words and words[0] in CLOSING else (0, False)


def list_behind(first: Participant, verb: Token) -> Iterator[Token]:
    """The heads of the items behind the first of a closed list; of a list that no "and" closes, none."""
    doc, at = verb.doc, first.end
    heads: list[Token] = []
    for _ in range(LONGEST):
        width, is_last = separator_at(doc, at)
        head, end = phrase_from(doc, at + width)
        if not width or head is None or (head.dep_ in SUBJECTS and head.head.i != verb.i):
            return
        heads.append(head)
        at = end
        if is_last:
            yield from heads
            return
