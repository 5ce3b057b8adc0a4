"""People whom no list has: by the form of the noun, by a capital, by the whole that they are a part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.grammar.noun_phrases import is_word
from extractors.people.groups import is_nobody
from extractors.things.classes import own_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractors.grammar.noun_phrases import Participant


def is_kind_of_people(found: Participant) -> bool:
    """ "1,860 persons, including 75 rowdy-sheeters": a counted part of people is people, whatever they are called."""
    head, quantity = found.head, found.quantity
    counted_plural = head is not None and head.tag_ == "NNS" and quantity is not None and not is_word(quantity)
    return counted_plural and head is not None and not is_nobody(head) and not own_classes(head, "things")


def is_named_plural(found: Participant) -> bool:
    """ "24,300 Albertans", "40 Tamil Tigers": counted, in the plural and with a capital, they are people by name."""
    head, quantity = found.head, found.quantity
    if head is None or quantity is None or own_classes(head, "things"):
        return False
    if is_nobody(head) and not any(child.pos_ == "PROPN" for child in head.lefts):
        return False  # tigers are nobody, Tamil Tigers are
    is_plural = head.tag_ == "NNPS" or (head.tag_ == "NNP" and head.lower_.endswith(("ans", "ers", "ians")))
    return is_plural and head.text[:1].isupper() and not head.text.isupper() and not is_word(quantity)


def plausible_persons(head: Token) -> bool:
    """A counted plural that no list knows ("15 weightlifters") is people, unless it is known to be nobody or is no
    common noun.
    """
    return (
        head.tag_ == "NNS"
        and not is_nobody(head)
        and head.lower_.endswith(("ers", "ors", "ists", "ians", "ants", "ees", "men", "ists", "ents", "mates", "goers"))
    )
