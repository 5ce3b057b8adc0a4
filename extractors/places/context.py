"""What the place of a claim may be read from besides its own sentence: an article's focus, scenes and sections."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from extractors.places.choice import REGION
from extractors.places.focus import FOCUS_SENTENCES, REGIONS, WIDE, article_focus, division_of_lead, lead_of
from extractors.places.gazetteer import COUNTRY, TOWN
from extractors.places.home import LEAD_SENTENCES, is_at
from extractors.places.locators import innermost_named
from extractors.places.roles import contains, holds
from extractors.places.sections import section_places
from extractors.records import Place, PlaceMention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc

    from extractors.drafts import Draft
    from extractors.places.article import ArticlePlaces
    from extractors.records import Sentence

MANY_SITES = 3  # besides the capital: then the capital is one scene of many
_PARTLY = re.compile(r"\b(?:among them|including) [\d,]+ (?:in|on|at)\b")  # "including 9,400 on Lutz"


@dataclass(frozen=True)  # no slots: the focus is found once
class PlaceContext:
    """What the place of a claim may be read from: the article's sentences, places and parses (by sentence index).

    A sentence without a parse is read by its surface. ``stated`` has what the drafts' own sentences say of where,
    ``scenes`` the same by sentence, in the order of its events.
    """

    sentences: Sequence[Sentence]
    places: ArticlePlaces
    docs: Mapping[int, Doc]
    stated: Mapping[Draft, Place | None] = field(default_factory=dict)
    scenes: Mapping[int, tuple[Place, ...]] = field(default_factory=dict)

    @cached_property
    def focus(self) -> Place | None:
        """Where the article's event is."""
        return article_focus(self.sentences, self.places, self.docs)

    @cached_property
    def sections(self) -> Mapping[int, Place]:
        """The places that paragraphs stand under, by their numbers."""
        return section_places(self.sentences, self.places.mentions)

    @cached_property
    def lead(self) -> int:
        """The index of the first sentence that is no headline."""
        lead = lead_of(self.sentences)
        return lead.index if lead is not None else 0

    @cached_property
    def is_of_country(self) -> bool:
        """Do headline or lead name the country by name?"""
        opening = self.places.mentions[: self.lead + 1]
        return self.places.country in [mention.place for found in opening for mention in found]

    @cached_property
    def is_of_many_sites(self) -> bool:
        """Are claims said of several places of the country, besides the one that the article begins with?"""
        country, focus = self.places.country, self.focus
        told = [place for places in self.scenes.values() for place in places if place.where_prec != COUNTRY]
        at_home = {place.name for place in told if country and place.country_code == country.country_code}
        return len(at_home - {focus.name if focus else ""}) >= MANY_SITES

    @cached_property
    def answered(self) -> Place | None:
        """What a response is about: the focus; of a country only the province that the lead tells of."""
        is_country = self.focus is not None and self.focus.where_prec == COUNTRY
        return (division_of_lead(self.sentences, self.places, self.docs) if is_country else None) or self.focus

    @property
    def theatre(self) -> Place | None:
        """The region that the article is about, where it is about one; else its country."""
        is_region = self.focus is not None and self.focus.where_prec in REGIONS
        return self.focus if is_region else self.places.country

    def country_or(self, place: Place | None) -> Place | None:
        return self.places.country or place


def _innermost(mentions: Sequence[PlaceMention]) -> set[Place]:
    """The places that hold none of the others: the town, not its district."""
    return {m.place for m in mentions if not any(contains(m, other) for other in mentions)}


def spots_within(around: PlaceMention, sentence: Sentence, context: PlaceContext) -> list[PlaceMention]:
    """Where, within a wider place, a sentence tells of something; not where it tells of a part of it only."""
    text = sentence.text
    parts = _PARTLY.search(text)
    end = parts.start() if parts else len(text)
    named = innermost_named(context.places.mentions[sentence.index], text)
    return [m for m in named if m.char_start < end and is_at(text, m) and contains(around, m)]


def _filed_within(focus: Place, context: PlaceContext) -> set[Place]:
    """The dateline's town, where it lies in the focus and the lead names no other place there.

    A compass region may or may not hold it, nobody knows.
    """
    dateline = context.places.dateline
    if dateline is None or focus.where_prec == REGION or not holds(focus, dateline):
        return set()
    rivals = {m.place for m in context.places.mentions[context.lead] if holds(focus, m.place)}
    return set() if rivals - {dateline} else {dateline}


def narrowed(focus: Place | None, context: PlaceContext) -> Place | None:
    """A country or region as focus, narrowed to the one town that the opening names in it, else to the dateline's."""
    if focus is None or focus.where_prec not in WIDE:
        return focus if focus is not None else context.places.dateline
    around = PlaceMention(0, 0, focus)
    opening = [s for s in context.sentences[:FOCUS_SENTENCES] if not s.is_headline][:LEAD_SENTENCES]
    spots = [spots_within(around, sentence, context) for sentence in opening]
    towns = _innermost([mention for found in spots for mention in found])
    lead = {place for place in _innermost(spots[0]) if place.where_prec == TOWN} if spots else set[Place]()
    filed = _filed_within(focus, context) if len(lead) != 1 else set[Place]()
    told = next((places for places in (lead, filed, towns) if len(places) == 1), {focus})
    return next(iter(told))
