"""A claim in the making: what a family's rules found in one sentence, before place, time, speaker and status are
added.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from extractors.quantities.finding import find_quantities

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc, Token

    from extractors.attribution.article import Attributions
    from extractors.places.context import PlaceContext
    from extractors.records import ArticleText, Count, Quantity, Sentence, TimeExpression, When


@dataclass(frozen=True)  # no slots: the quantities are found once, and only where a family asks for them
class SentenceReading:
    """One parsed sentence with what the components see in it."""

    sentence: Sentence
    doc: Doc
    times: tuple[TimeExpression, ...]

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        return find_quantities(self.doc)


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """An article as the families and the completion see it: ``wanted`` has the families of the claims that may be
    in a sentence, by its index; ``parsed`` gives any sentence.
    """

    article: ArticleText
    sentences: tuple[Sentence, ...]
    wanted: Mapping[int, frozenset[str]]
    times: Sequence[tuple[TimeExpression, ...]]  # of every sentence
    parsed: Mapping[int, SentenceReading]
    whereabouts: PlaceContext
    attributions: Attributions
    headed: Mapping[int, When]  # the day that a paragraph stands under, by its number


@dataclass(frozen=True, slots=True)
class Draft:
    """``event`` is the token that carries the happening: place, time and status are read off its clause.

    ``count_range`` are characters of the sentence. ``status`` and ``source_is_actor`` are set where the family knows
    better than the components: an airport retaken is ``ended``, a speaker condemns in person.
    """

    family: str
    kind: str
    rule: str
    event: Token
    count: Count | None = None
    count_range: tuple[int, int] | None = None
    subject: str | None = None
    group: str | None = None
    actor: str | None = None
    status: str | None = None
    source_is_actor: bool = False
    site: Token | None = None  # whose phrase says where, if not the event's


def numbered(draft: Draft, quantity: Quantity | None) -> Draft:
    """The draft with a number of its sentence; as it is where there is none."""
    if quantity is None:
        return draft
    return replace(draft, count=quantity.count, count_range=(quantity.char_start, quantity.char_end))
