"""Places over a whole article: its country, its focus, and the place of an event whose sentence names none.

The rule is the claims guide's: the most specific named place the claim is said of; a sentence without one takes it from
the nearest earlier sentence that it plainly goes on from; a headline or lead has the place that the next sentences
give; else the country.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from extractors.places.choice import REGION
from extractors.places.gazetteer import COUNTRY, TOWN
from extractors.places.home import LEAD_SENTENCES, is_at, is_metonym
from extractors.places.locators import innermost_named
from extractors.places.roles import DECREED, contains, place_of
from extractors.places.words import phrases, says_there, words
from extractors.records import Place, PlaceMention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc, Token

    from extractors.places.article import ArticlePlaces
    from extractors.records import Sentence

VERBS = frozenset({"VERB", "AUX"})
WIDE = frozenset({REGION, COUNTRY})
HAPPENINGS = frozenset({"casualty", "detention", "damage", "unrest", "displacement"})
# what a paragraph tells of one place after another
TOLD_ON = frozenset({"casualty", "detention", "damage", "unrest", "measure"})
LOCAL_MEASURES = frozenset({"inquiry", "ceasefire"})
NETWORKS = frozenset({"internet", "telecom", "media", "production"})  # cut for a country, not for a town
TO_A_COUNTRY = frozenset({"offers_help", "requests_help"})
REACH_OF_THERE = 2  # sentences: so many are parsed before one that tells something
FOCUS_SENTENCES = 8  # how far into an article the place of its one event may be told


def main_place(mentions: Sequence[PlaceMention], doc: Doc | None) -> Place | None:
    """The place that a sentence's main event is said of; without a parse its first place."""
    if not mentions:
        return None
    if doc is None:
        return mentions[0].place
    root = next((token for token in doc if token.head.i == token.i and not token.is_punct), None)
    if root is None:
        return None
    told = next((child for child in root.children if child.dep_ == "ccomp"), root)
    mention = place_of(told, mentions)
    return mention.place if mention else None


def main_place_in(index: int, mentions: Sequence[PlaceMention], docs: Mapping[int, Doc]) -> Place | None:
    """As `main_place`; only a sentence that names a place is parsed for it."""
    return main_place(mentions, docs.get(index)) if mentions else None


def _begins_by_going_on(text: str) -> bool:
    lower = text.lstrip("\"'\u201c\u2018").lower()
    return any(lower.startswith(f"{phrase} ") for phrase in phrases("going_on"))


def goes_on(sentence: Sentence) -> bool:
    """Does the sentence plainly go on from the one before, by the words that it begins with or by a "there" in it?"""
    return _begins_by_going_on(sentence.text) or says_there(sentence.text)


def _place_before(
    index: int, sentences: Sequence[Sentence], places: ArticlePlaces, docs: Mapping[int, Doc]
) -> Place | None:
    """What "there" points to: the nearest place told of, some sentences back at most."""
    for position in range(index - 1, max(index - 1 - REACH_OF_THERE, -1), -1):
        place = main_place_in(position, places.mentions[position], docs)
        if place is not None and not sentences[position].is_headline:
            return place
    return None


def _earlier_place(
    index: int, sentences: Sequence[Sentence], places: ArticlePlaces, docs: Mapping[int, Doc]
) -> Place | None:
    """The place of the nearest earlier sentence: of the paragraph, or over its edge by a word of going on."""
    if says_there(sentences[index].text):
        return _place_before(index, sentences, places, docs)
    for position in range(index, 0, -1):
        here, before = sentences[position], sentences[position - 1]
        crosses = here.paragraph != before.paragraph
        if before.is_headline or (crosses and not goes_on(here)):
            return None
        place = main_place_in(position - 1, places.mentions[position - 1], docs)
        if place or crosses:
            return place
    return None


def _stems(text: str) -> frozenset[str]:
    """The one-off events that a text names: fire, blast, crash."""
    lower = re.findall(r"[a-z]+", text.lower())
    return frozenset(
        stem for stem in words("one_off_events") for word in lower if word in (stem, f"{stem}s", f"{stem}es")
    )


def _at_home(mentions: Sequence[PlaceMention], places: ArticlePlaces) -> list[PlaceMention]:
    home = places.country.country_code if places.country else None
    return [mention for mention in mentions if mention.place.country_code == home]


def _opening_place(sentence: Sentence, places: ArticlePlaces, docs: Mapping[int, Doc]) -> Place | None:
    """What headline or lead say of the place: where their event is, else the country that they name in any role, else
    a town that they name in any, unless it stands for the government there.
    """
    here = _at_home(places.mentions[sentence.index], places)
    wide = (mention.place for mention in here if mention.place.where_prec in WIDE)
    towns = (
        m.place
        for m in here
        if m.place.where_prec == TOWN and not (m.place == places.capital and is_metonym(sentence.text, m))
    )
    is_lead = sentence.index < LEAD_SENTENCES
    return main_place_in(sentence.index, here, docs) or next(wide, None) or (next(towns, None) if is_lead else None)


def article_focus(sentences: Sequence[Sentence], places: ArticlePlaces, docs: Mapping[int, Doc]) -> Place | None:
    """Where the article's event is: what headline or lead say.

    Made narrower where the next sentences place the same one-off event ("The fire started in ...").
    """
    opening = sentences[:FOCUS_SENTENCES]
    focus = next((place for s in opening if (place := _opening_place(s, places, docs))), None)
    if focus is None:
        return places.country
    events = frozenset[str]().union(*(_stems(s.text) for s in opening[:LEAD_SENTENCES]))
    for sentence in opening:
        here = _at_home(places.mentions[sentence.index], places) if events & _stems(sentence.text) else []
        place = main_place_in(sentence.index, here, docs)
        if (
            place
            and contains(PlaceMention(0, 0, focus), PlaceMention(0, 0, place))
            and not _is_caption(docs.get(sentence.index))
        ):
            focus = place
    return focus


def _is_caption(doc: Doc | None) -> bool:
    """A line without a verb of its own."""
    return doc is not None and not any(token.dep_ == "ROOT" and token.pos_ in VERBS for token in doc)


@dataclass(frozen=True)  # no slots: the focus is found once
class PlaceContext:
    """What the place of a claim may be read from: the article's sentences, places and parses (by sentence index).

    A sentence without a parse is read by its surface.
    """

    sentences: Sequence[Sentence]
    places: ArticlePlaces
    docs: Mapping[int, Doc]

    @cached_property
    def focus(self) -> Place | None:
        """Where the article's event is."""
        return article_focus(self.sentences, self.places, self.docs)


def _innermost(mentions: Sequence[PlaceMention]) -> set[Place]:
    """The places that hold none of the others: the town, not its district."""
    return {m.place for m in mentions if not any(contains(m, other) for other in mentions)}


def spots_within(around: PlaceMention, sentence: Sentence, context: PlaceContext) -> list[PlaceMention]:
    """Where, within a wider place, a sentence tells of something."""
    named = innermost_named(context.places.mentions[sentence.index], sentence.text)
    return [mention for mention in named if is_at(sentence.text, mention) and contains(around, mention)]


def narrowed(focus: Place | None, context: PlaceContext) -> Place | None:
    """A country or region as focus, narrowed to the one town that the opening names in it, else to the dateline's."""
    if focus is None or focus.where_prec not in WIDE:
        return focus if focus is not None else context.places.dateline
    around = PlaceMention(0, 0, focus)
    opening = [s for s in context.sentences[:FOCUS_SENTENCES] if not s.is_headline][:LEAD_SENTENCES]
    spots = [spots_within(around, sentence, context) for sentence in opening]
    towns = _innermost([mention for found in spots for mention in found])
    lead = {place for place in _innermost(spots[0]) if place.where_prec == TOWN} if spots else set[Place]()
    dateline = context.places.dateline
    within = dateline is not None and contains(around, PlaceMention(0, 0, dateline))
    filed = {dateline} if within and dateline is not None else set[Place]()
    told = next((places for places in (lead, filed, towns) if len(places) == 1), {focus})
    return next(iter(told))


def places_country(context: PlaceContext, focus: Place | None) -> Place | None:
    return context.places.country or focus


def _focus_for(context: PlaceContext, family: str, kind: str, scope: str | None) -> Place | None:
    """The article's place for a claim of this kind: what is decreed, cut or fled is the country's."""
    focus = context.focus
    if family == "response" and kind in TO_A_COUNTRY:
        return places_country(context, focus)
    is_decree = family == "measure" and kind not in LOCAL_MEASURES
    if is_decree or kind in NETWORKS or kind == "displaced":
        return places_country(context, focus)
    return narrowed(focus, context) if family in HAPPENINGS and scope != "total" else focus


def stated_place(
    event: Token, index: int, context: PlaceContext, *, family: str, kind: str, count: Token | None = None
) -> Place | None:
    """The place that the claim's own sentence says; ``index`` is its sentence's, ``count`` the last word of its
    number.
    """
    if family == "response":
        return None  # it has the place of what it is about, and names others: whom it blames, whence it comes
    mentions = context.places.mentions[index]
    mention = place_of(event, mentions, kind, count=count)
    return mention.place if mention else None


def carried_place(
    index: int,
    context: PlaceContext,
    *,
    family: str,
    kind: str,
    is_national_source: bool = False,
    scope: str | None = None,
) -> Place | None:
    """The place of a claim whose sentence says none: of the sentence that it goes on from, else the article's.

    A running total (``scope`` "total") and a national authority's word go by the article, not by the sentence before.
    """
    sentences, places, docs = context.sentences, context.places, context.docs
    focus = _focus_for(context, family, kind, scope)
    goes_along = family in TOLD_ON and kind not in DECREED and scope != "total" and not is_national_source
    stands_alone = not goes_along or sentences[index].is_headline
    return focus if stands_alone else _earlier_place(index, sentences, places, docs) or focus


def resolve_place(
    event: Token,
    index: int,
    context: PlaceContext,
    *,
    family: str,
    kind: str,
    count: Token | None = None,
    is_national_source: bool = False,
    scope: str | None = None,
) -> Place | None:
    """The place of a claim by the guide's rule: what its sentence says, else what carries over."""
    return stated_place(event, index, context, family=family, kind=kind, count=count) or carried_place(
        index, context, family=family, kind=kind, is_national_source=is_national_source, scope=scope
    )
