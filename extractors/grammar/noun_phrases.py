"""Noun phrases and the quantities that belong to them.

A participant is what a trigger counts: a noun with or without a quantity ("26 demonstrators", "protesters"), or a
quantity alone ("81 wounded"). A list gives a participant per item; a number before "X and Y" covers both, a number
word is said of each.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractors.people.groups import forms_of, names_a_group

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from extractors.records import Quantity

COUNTING = frozenset({"number", "vague", "none"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
MEASURING = frozenset(
    {"more", "than", "at", "least", "about", "some", "nearly", "over", "almost", "around", "fewer", "up"}
)
LINKS = frozenset({"of", "“", "”", '"', "'", "‘", "’", "more", "other", "others", "additional", "-", "–"})
NUMBER_NOUNS = frozenset({"dozen", "score", "hundred", "thousand", "million", "number", "handful", "couple"})
MODIFIERS = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "advmod", "punct", "predet"})
SINGLES = frozenset({"a", "an", "one", "another", "his", "her"})
RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
# "Half of the 300", "most of the 66": a part of the number that is named, and not that number.
SHARES = frozenset(
    {"half", "most", "some", "majority", "part", "third", "thirds", "quarter", "quarters", "bulk", "proportion",
     "fraction", "two-thirds", "three-quarters", "percentage", "rest", "remainder", "many", "several", "few"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Participant:
    """``head`` is None for a number that stands alone; ``[start, end)`` are tokens of the sentence, quantity
    included.
    """

    head: Token | None
    quantity: Quantity | None
    start: int
    end: int


def quantity_over(token: Token, quantities: Sequence[Quantity]) -> Quantity | None:
    """The counting quantity whose words include this token."""
    return next((q for q in quantities if q.start <= token.i < q.end and q.kind in COUNTING), None)


def is_bare_number(token: Token, quantities: Sequence[Quantity]) -> bool:
    return quantity_over(token, quantities) is not None


def counted_noun(token: Token, quantities: Sequence[Quantity]) -> Token | None:
    """The noun that a quantity token counts: "dozens of protesters"; None where it stands alone."""
    quantity = quantity_over(token, quantities)
    if quantity is None:
        return token
    after = [t for t in token.doc[quantity.end - 1 : quantity.end + 1] if t.lower_ == "of"]
    nouns = (child for of in after for child in of.children if child.dep_ == "pobj")
    inner = next(nouns, None)
    if (
        inner is None
        and token.head.i >= quantity.end
        and token.dep_ in ("nummod", "quantmod", "amod", "compound", "det")
    ):
        inner = token.head
    return inner


def may_stand_between(token: Token) -> bool:
    """Between a number and its noun: adjectives, nouns of the compound, quotation marks - but no verb, comma or
    preposition other than "of".
    """
    if token.lower_ in LINKS or token.lower_ in RELATIVE:
        return token.lower_ in LINKS
    return token.pos_ in ("ADJ", "NOUN", "PROPN", "DET", "ADV", "PART", "NUM") or token.tag_ in (
        "VBN",
        "VBG",
        "HYPH",
        "POS",
    )


def quantity_of(noun: Token, quantities: Sequence[Quantity]) -> Quantity | None:
    """The quantity in front of a noun, with nothing but its own modifiers between them."""
    before = [q for q in quantities if q.kind in COUNTING and q.end <= noun.i]
    for quantity in sorted(before, key=_end, reverse=True):
        between = noun.doc[quantity.end : noun.i]
        return quantity if all(may_stand_between(token) for token in between) else None
    return None


def _end(quantity: Quantity) -> int:
    return quantity.end


def quantity_in_list(noun: Token, quantities: Sequence[Quantity]) -> Quantity | None:
    """ "18 police and national guard servicemen": the number stands before the first of the noun's listed modifiers."""
    listed = (
        child
        for child in noun.lefts
        if child.dep_ in ("nmod", "amod") and any(c.dep_ == "conj" for c in child.children)
    )
    return next(filter(None, (quantity_of(child, quantities) for child in listed)), None)


def quantity_within(noun: Token, quantities: Sequence[Quantity]) -> Quantity | None:
    """ "A crew of 18", "a family of five": the number of those whom the noun gathers."""
    if noun.lower_ not in forms_of("gathering"):
        return None
    inner = (child for of in noun.rights if of.lower_ == "of" and of.i == noun.i + 1 for child in of.children)
    bare = (quantity_over(child, quantities) for child in inner if child.dep_ == "pobj" and child.pos_ == "NUM")
    return next(filter(None, bare), None)


def left_edge(noun: Token, quantity: Quantity | None) -> int:
    if quantity is not None and quantity.start < noun.i:
        return quantity.start
    own = [
        child.left_edge.i
        for child in noun.lefts
        if (child.dep_ in MODIFIERS and child.pos_ != "VERB") or child.tag_ == "VBN"
    ]
    return min([noun.i, *own])


def right_edge(noun: Token) -> int:
    """Where the phrase ends: with its "of" phrase and apposed name, without clauses and other prepositions."""
    end = noun.i + 1
    for child in noun.rights:
        if child.lower_ in ("of", "for") and child.dep_ == "prep" and child.i <= end + 1:
            end = max(end, *(right_edge(grandchild) for grandchild in child.children), child.i + 1)
        elif child.dep_ in ("flat", "case"):
            end = child.i + 1
    return end


def participant(token: Token, quantities: Sequence[Quantity]) -> Participant:
    """The phrase that a noun or a number heads."""
    over = quantity_over(token, quantities)
    noun = counted_noun(token, quantities)
    if noun is None and over is not None:
        return Participant(None, over, over.start, over.end)
    assert noun is not None
    quantity = (
        over or quantity_of(noun, quantities) or quantity_in_list(noun, quantities) or quantity_within(noun, quantities)
    )
    if quantity is not None and noun.lower_ == "more":  # "and injuring 30 more"
        return Participant(None, quantity, quantity.start, quantity.end)
    return Participant(noun, quantity, left_edge(noun, quantity), right_edge(noun))


def items(token: Token, quantities: Sequence[Quantity]) -> tuple[Participant, ...]:
    """A phrase and the phrases coordinated with it, each with its own quantity.

    A cardinal over items without numbers of their own covers them together (one participant that spans the list); a
    number word is said of each item joined by "and".
    """
    found = [participant(member, quantities) for member in coordinated(measured(token, quantities))]
    first = found[0]
    if first.quantity is not None and is_word(first.quantity):
        return (first, *(shared(p, first) for p in found[1:]))
    return tuple(covered(found))


def covered(found: Sequence[Participant]) -> Iterator[Participant]:
    """A cardinal covers the plural items after it that have no number: one participant that spans them."""
    held: Participant | None = None
    for each in found:
        if held is not None and held.quantity is not None and is_bare_plural(each):
            held = replace(held, end=each.end)
            continue
        if held is not None:
            yield held
        held = each
    if held is not None:
        yield held


def is_bare_plural(item: Participant) -> bool:
    """No number and no article of its own that would set it apart: "18 police and national guard servicemen", not
    "two guards and a driver".
    """
    if item.quantity is not None or item.head is None:
        return False
    singles = any(child.lower_ in SINGLES for child in item.head.lefts)
    return not singles and (item.head.tag_ in ("NNS", "NNPS") or names_a_group(item.head))


def measured(token: Token, quantities: Sequence[Quantity]) -> Token:
    """ "A total of 66 people", "a group of 12 students": the counted noun behind one that only gathers it."""
    own = quantity_of(token, quantities) or quantity_over(token, quantities)
    gathers = token.lower_ in forms_of("transparent") or token.lower_ in forms_of("gathering")
    if own or token.lower_ in SHARES or not gathers:
        return token
    inner = [child for of in token.children if of.lower_ == "of" for child in of.children if child.dep_ == "pobj"]
    counted = inner and (quantity_over(inner[0], quantities) or quantity_of(inner[0], quantities))
    return inner[0] if counted and (inner[0].pos_ != "NUM" or token.lower_ in forms_of("transparent")) else token


def is_word(quantity: Quantity) -> bool:
    """A number word ("dozens", "a number of"): it names no number and sets no bound."""
    count = quantity.count
    return count.value is None and count.low is None and count.high is None


def shared(item: Participant, first: Participant) -> Participant:
    """A number word reaches over "and", not over a comma."""
    if item.quantity is not None or item.head is None:
        return item
    before = item.head.doc[item.start - 1] if item.start else None
    return replace(item, quantity=first.quantity) if before is not None and before.lower_ == "and" else item


def coordinated(token: Token) -> Iterator[Token]:
    """A noun and the nouns coordinated with it to the right, in order; a coordinated verb is no item."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i and child.pos_ in NOMINAL | {"ADJ"}:
            yield from coordinated(child)
        elif child.dep_ == "appos" and child.i == token.i + 1 and child.pos_ == "PROPN":
            yield from list(coordinated(child))[1:]  # "his son Omar and six advisers"
    if token.lower_ == "of":
        return
    inner = [
        c for of in token.children if of.lower_ == "of" and of.dep_ == "prep" for c in of.children if c.dep_ == "pobj"
    ]
    for noun in inner:
        if token.tag_ == "CD" or token.lower_.rstrip("s") in NUMBER_NOUNS:
            yield from list(coordinated(noun))[1:]


def phrase_head(token: Token) -> Token:
    """From any token of a phrase up to the noun that heads it: "the security forces" in "members of the security
    forces" to "members".
    """
    head = token
    while (
        head.dep_ in ("compound", "nummod", "amod", "det", "poss", "quantmod", "nmod")
        and head.head.pos_ in NOMINAL
        and head.head.i > head.i
    ):
        head = head.head
    while head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.pos_ in NOMINAL:
        head = head.head.head
    return head


def first_conjunct(token: Token) -> Token:
    while token.dep_ == "conj" and token.head.pos_ in NOMINAL:
        token = token.head
    return token


def subject_words(found: Participant, doc: Doc) -> str | None:
    """The phrase without its number and article, as the article has it; None for a number alone."""
    if found.head is None:
        return None
    start = found.start if found.start <= found.head.i < found.end else left_edge(found.head, None)
    if found.quantity is not None and found.quantity.start <= start < found.quantity.end:
        start = found.quantity.end
    is_counted_elsewhere = not found.start <= found.head.i < found.end
    while start < found.head.i and (
        (is_counted_elsewhere and (doc[start].pos_ == "NUM" or doc[start].lower_ in MEASURING))
        or doc[start].lower_
        in (
            "of",
            "the",
            "a",
            "an",
            "some",
            "another",
            "other",
            "those",
            "these",
            "all",
            "more",
            "further",
            "additional",
        )
        or (doc[start].is_punct and doc[start].text not in "“\"'‘")
    ):
        start += 1
    end = found.end if found.start <= found.head.i < found.end else right_edge(found.head)
    if doc[start].text in '“"‘' and end < len(doc) and doc[end].text in '”"’':
        end += 1
    return doc[start:end].text
