"""The place of a claim: what its own sentence says, else what carries over from the sentences before and the article.

The rule is the claims guide's: the most specific named place the claim is said of; a sentence without one takes it from
the nearest earlier sentence that it plainly goes on from; a headline or lead has the place that the next sentences
give; else the country.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractors.places.context import narrowed
from extractors.places.focus import main_place_in
from extractors.places.roles import DECREED, place_of
from extractors.places.words import phrases, says_there, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractors.places.context import PlaceContext
    from extractors.records import Place, Sentence

HAPPENINGS = frozenset({"casualty", "detention", "damage", "unrest", "displacement"})
# what a paragraph tells of one place after another
TOLD_ON = frozenset({"casualty", "detention", "damage", "unrest", "measure"})
LOCAL_MEASURES = frozenset({"inquiry", "ceasefire"})
NETWORKS = frozenset({"internet", "telecom", "media"})  # cut for a country, not for a town
OF_STATES = frozenset({*NETWORKS, "sanction"})
OF_A_COUNTRY = frozenset({*NETWORKS, "displaced", "production"})
HELP = frozenset({"offers_help", "requests_help"})  # for a country, where the article tells of one
REACH_OF_THERE = 2  # sentences: so many are parsed before one that tells something

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_NEW_DAY = re.compile(  # "But on Tuesday ...": what follows need not be where the sentence before was
    r"^(?:But |And |Then )?(?:on|in|by|last|early|late|earlier) (?:on )?(?:\d{1,2} )?"
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|{_MONTHS}|year|month|week|\d{{4}})\b",
    re.IGNORECASE,
)
_HISTORY = re.compile(
    rf"^in [^,]{{0,40}}(?:19|20)\d\d\b|^last year\b|\b(?:in|in \w+|since) (?:19|20)\d\d\b|^in (?:{_MONTHS}),",
    re.IGNORECASE,
)


def _begins_by_going_on(text: str) -> bool:
    lower = text.lstrip("\"'\u201c\u2018").lower()
    return any(lower.startswith(f"{phrase} ") for phrase in phrases("going_on"))


def goes_on(sentence: Sentence) -> bool:
    """Does the sentence plainly go on from the one before, by the words that it begins with or by a "there" in it?"""
    return _begins_by_going_on(sentence.text) or says_there(sentence.text)


def _told_in(index: int, context: PlaceContext) -> Place | None:
    """The place that a sentence leaves the reader at: of its last claim, else of its main event."""
    scenes = context.scenes.get(index, ())
    return scenes[-1] if scenes else main_place_in(index, context.places.mentions[index], context.docs)


def _place_before(index: int, context: PlaceContext) -> Place | None:
    """What "there" points to: the nearest place told of, some sentences back at most."""
    for position in range(index - 1, max(index - 1 - REACH_OF_THERE, -1), -1):
        place = main_place_in(position, context.places.mentions[position], context.docs)
        if place is not None and not context.sentences[position].is_headline:
            return place
    return None


def _earlier_place(index: int, context: PlaceContext) -> Place | None:
    """The place of the nearest earlier sentence: of the paragraph, or over its edge by a word of going on.

    A sentence that begins with a day of its own begins a scene of its own.
    """
    sentences = context.sentences
    if says_there(sentences[index].text):
        return _place_before(index, context)
    for position in range(index, 0, -1):
        here, before = sentences[position], sentences[position - 1]
        crosses = here.paragraph != before.paragraph
        if before.is_headline or (crosses and not goes_on(here)) or _NEW_DAY.match(here.text):
            return None
        place = _told_in(position - 1, context)
        if place or crosses:
            return place
    return None


def _is_national(text: str, kind: str, context: PlaceContext) -> bool:
    """Is what is decreed, cut or fled the whole country's: by its kind or its words, or as the article is about it?"""
    is_said = not words("national_words").isdisjoint(re.findall(r"[a-z]+", text.lower()))
    return is_said or kind in OF_STATES or context.is_of_country or context.focus == context.places.capital


def _focus_for(index: int, context: PlaceContext, family: str, kind: str, scope: str | None) -> Place | None:
    """The article's place for a claim of this kind: its theatre for what happened long ago, the country for what is
    the country's, else where its event is.
    """
    focus, text = context.focus, context.sentences[index].text
    if family in HAPPENINGS and _HISTORY.search(text) and not says_there(text):
        return context.theatre
    is_wide = family == "response" or scope == "total"
    if is_wide and focus is not None and focus == context.places.capital and context.is_of_many_sites:
        return context.country_or(focus)
    if family == "response":
        return context.country_or(focus) if kind in HELP and context.is_of_country else context.answered
    is_decree = family == "measure" and kind not in LOCAL_MEASURES
    if is_decree or kind in OF_A_COUNTRY:
        return context.country_or(focus) if _is_national(text, kind, context) else focus
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
    sentence = context.sentences[index]
    above = context.sections.get(sentence.paragraph)
    if above is not None and family != "response":
        return above
    focus = _focus_for(index, context, family, kind, scope)
    goes_along = family in TOLD_ON and kind not in DECREED and scope != "total" and not is_national_source
    stands_alone = not goes_along or sentence.is_headline
    return focus if stands_alone else _earlier_place(index, context) or focus


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
