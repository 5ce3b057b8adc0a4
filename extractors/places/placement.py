"""Where a draft is said of: the components' answer, and what the guide adds for lists, authorities, peacekeepers."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from extractors.grammar.doc_words import SENTENCES, text_of
from extractors.places.authorities import counted_for, country_named
from extractors.places.chain import carried_place, stated_place
from extractors.places.gazetteer import COUNTRY, gazetteer
from extractors.places.mentions import find_places
from extractors.places.names import split_words
from extractors.places.words import says_there, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Token

    from extractors.drafts import ArticleReading, Draft, SentenceReading
    from extractors.places.context import PlaceContext
    from extractors.records import Place, PlaceMention, Speaker

LOCAL_SOURCES = frozenset({"police", "medical", "witness"})
CAMPAIGN = re.compile(
    r"\b(?:first|last|past) (?:\w+ )?(?:months|weeks|years) of (?:the|this) year\b|\bthis year\b"
    r"|\bsince (?:the|last (?!night)|early|late|mid-?|19|20|January|February|March|April|May|June|July|August|September"
    r"|October|November|December)|\b(?:civil )?war\b|\binsurgency\b|\brevolt\b|\brebellion\b|\bconflict\b"
)
PEOPLE = frozenset({"casualty", "detention", "displacement"})
NATIONAL_SOURCES = frozenset({"government", "military", "igo"})


def speaks_for_country(spoken: Speaker | None) -> bool:
    """A ministry or an army, but no mayor, governor or local police."""
    if spoken is None or spoken.source_type not in NATIONAL_SOURCES:
        return False
    return not is_local(spoken)


@lru_cache(maxsize=SENTENCES)
def is_local(spoken: Speaker | None) -> bool:
    return spoken is not None and any(word.lower in words("local_offices") for word in split_words(spoken.source))


def number_token(draft: Draft) -> Token | None:
    """The last word of the draft's number: in a list each number has a place beside it."""
    if draft.count_range is None:
        return None
    end = draft.count_range[1]
    return next((token for token in draft.event.doc if token.idx < end <= token.idx + len(token)), None)


def place_named_at(site: Token | None, mentions: Iterable[PlaceMention]) -> Place | None:
    """The place whose name a draft's site is: a list of places has a claim for each."""
    if site is None:
        return None
    return next((mention.place for mention in mentions if mention.char_start <= site.idx < mention.char_end), None)


def stated_for(draft: Draft, index: int, context: PlaceContext) -> Place | None:
    """What the draft's own sentence (``index``) says of where; a list of numbers has a place beside each."""
    named = place_named_at(draft.site, context.places.mentions[index])
    event = draft.site or draft.event
    return named or stated_place(event, index, context, family=draft.family, kind=draft.kind, count=number_token(draft))


def with_scenes(context: PlaceContext, drafts: Mapping[int, Sequence[Draft]]) -> PlaceContext:
    """The context, with what each draft's own sentence says of where, and with the scenes that this makes."""
    named = {index: found for index, found in drafts.items() if context.places.mentions[index]}
    stated = {draft: stated_for(draft, index, context) for index, found in named.items() for draft in found}
    scenes = {index: tuple(_in_order(found, stated)) for index, found in named.items()}
    return replace(context, stated=stated, scenes=scenes)


def _in_order(drafts: Sequence[Draft], stated: Mapping[Draft, Place | None]) -> Iterator[Place]:
    """The places of one sentence's drafts, in the order of their events."""
    for draft in sorted(drafts, key=lambda draft: draft.event.i):
        if (place := stated[draft]) is not None:
            yield place


def place_of_draft(
    draft: Draft, sentence: SentenceReading, article: ArticleReading, spoken: Speaker | None, scope: str | None
) -> Place | None:
    """Where, by the guide's rule; a list of numbers has a place beside each."""
    index = sentence.sentence.index
    context = article.whereabouts
    known = context.stated[draft] if draft in context.stated else stated_for(draft, index, context)
    stated = known or country_of_draft(draft, sentence, article, spoken)
    if stated is not None:
        return stated
    seat = named_in_source(spoken)
    if seat is not None and (knows_its_town(spoken) or is_local(spoken)):
        return seat
    if seat is None and (country := place_of_campaign(draft, article, scope)) is not None:
        return country
    if scope == "total" and is_local(spoken):
        scope = None  # what the local police count, they count where the article just was
    counts_all = speaks_for_country(spoken) and spoken is not None and spoken.source_type != "military"
    national = counts_all and draft.count is not None
    return carried_place(index, context, family=draft.family, kind=draft.kind, is_national_source=national, scope=scope)


@lru_cache(maxsize=SENTENCES)
def named_in_source(spoken: Speaker | None) -> Place | None:
    """The place within a country that a speaker's name holds: "Lutz police", "residents of Lutz"."""
    named = find_places(spoken.source, gazetteer()) if spoken is not None else ()
    return named[0].place if named and named[0].place.where_prec != COUNTRY else None


def knows_its_town(spoken: Speaker | None) -> bool:
    """Do they know only what happened where they are?"""
    return spoken is not None and spoken.source_type in LOCAL_SOURCES


def place_of_campaign(draft: Draft, article: ArticleReading, scope: str | None) -> Place | None:
    """The theatre of a total that goes far beyond the article's one event: "since the revolt began", "in the war"."""
    if scope != "total":
        return None
    text = text_of(draft.event.doc)
    return article.whereabouts.theatre if CAMPAIGN.search(text) and not says_there(text) else None


def country_of_draft(
    draft: Draft, sentence: SentenceReading, article: ArticleReading, spoken: Speaker | None
) -> Place | None:
    """The country that a draft is said of where its sentence names no place: whose authority counts, or whom a state
    sends its force to.
    """
    if draft.family == "deployment":
        abroad = draft.group == "peacekeepers" or (draft.actor is not None and country_named(draft.actor) is not None)
        parts = names_a_part(sentence, article)
        return article.whereabouts.places.country if abroad and not parts else None
    return counted_for(spoken, text_of(draft.event.doc)) if draft.family in PEOPLE else None


def names_a_part(sentence: SentenceReading, article: ArticleReading) -> bool:
    """Does the sentence name any place within a country?"""
    return any(m.place.where_prec != COUNTRY for m in article.whereabouts.places.mentions[sentence.sentence.index])


def national_place(
    place: Place | None, sentence: SentenceReading, article: ArticleReading, spoken: Speaker | None
) -> Place | None:
    """The country of a national authority's total, where the sentence names no place within one; a country that the
    claim is said of already comes before the article's.
    """
    if not speaks_for_country(spoken) or names_a_part(sentence, article):
        return None
    if place is not None and place.where_prec == COUNTRY:
        return place
    return counted_for(spoken, sentence.sentence.text) or article.whereabouts.places.country
