"""How many persons a phrase names: by its number, by its article, by a name, by a determiner in the singular."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.grammar.subjects import grammar
from extractors.people.groups import group_of, is_nobody, is_title, names_a_group
from extractors.quantities.finding import article_count
from extractors.quantities.words import quantity_lexicon
from extractors.records import Count

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractors.grammar.noun_phrases import Participant

DETERMINERS = frozenset({"the", "his", "her", "their", "its", "this", "that", "my", "our"})


def ordinals() -> frozenset[str]:
    return quantity_lexicon().numbers.ordinals


def is_person_name(head: Token) -> bool:
    """A run of two or more capitalised words without an article is taken for a person's name."""
    start = head.i
    while start and head.doc[start - 1].pos_ == "PROPN" and head.doc[start - 1].head.i <= head.i:
        start -= 1
    before = head.doc[start - 1] if start else None
    return head.i - start >= 1 and (before is None or before.lower_ not in ("the", "of", "in", "at"))


def name_count(found: Participant) -> tuple[Count, tuple[int, int]] | None:
    """One person by name: the name is the quantity's text."""
    head = found.head
    if head is None or head.pos_ != "PROPN" or head.tag_ == "NNPS" or names_a_group(head):
        return None
    start = head.i
    while start and head.doc[start - 1].pos_ == "PROPN":
        start -= 1
    while start < head.i and is_title(head.doc[start]):
        start += 1  # "President Omar Bah"
    span = head.doc[start : head.i + 1]
    return Count(1, 1, 1, span.text), (span.start_char, span.end_char)


def count_of(found: Participant) -> tuple[Count, tuple[int, int]] | None:
    """How many, with the characters that say so: the quantity's, an article's, a name's."""
    quantity = found.quantity
    if quantity is None and found.head is not None:
        quantity = article_count(found.head)
    if quantity is not None:
        return quantity.count, (quantity.char_start, quantity.char_end)
    return name_count(found) or titled_count(found) or singular_count(found)


def titled_count(found: Participant) -> tuple[Count, tuple[int, int]] | None:
    """ "Former head of the Zubrowka Post Ivan Lutz": a title without an article, its holder's name at the end."""
    head = found.head
    if (
        head is None
        or head.tag_ != "NN"
        or group_of(head) is None
        or any(c.dep_ in ("det", "poss") for c in head.lefts)
    ):
        return None
    inner = [pobj for of in head.rights if of.lower_ == "of" for pobj in of.children if pobj.dep_ == "pobj"]
    if not inner or inner[0].pos_ != "PROPN" or inner[0].nbor(-1).pos_ != "PROPN":
        return None
    span = head.doc[inner[0].i - 1 : inner[0].i + 1]
    return Count(1, 1, 1, span.text), (span.start_char, span.end_char)


def singular_count(found: Participant) -> tuple[Count, tuple[int, int]] | None:
    """One person in the singular ("the pilot", "his father") counts one, with that determiner as the text."""
    head = found.head
    if head is None or head.tag_ != "NN" or head.lower_ in grammar().collectives or is_nobody(head):
        return None
    marks = [child for child in head.lefts if child.lower_ in DETERMINERS or child.dep_ == "poss"]
    if not marks:
        return None
    span = head.doc[marks[0].left_edge.i : marks[0].i + 1]
    return Count(1, 1, 1, span.text), (span.start_char, span.end_char)


def is_told_apart(found: Participant) -> bool:
    """By a number, an article or a name: "including a boy of nine" counts one, "including the minister" nobody."""
    head = found.head
    if found.quantity is not None or head is None:
        return found.quantity is not None
    named = name_count(found) is not None or any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in head.rights)
    return article_count(head) is not None or named or any(child.dep_ == "poss" for child in head.lefts)
