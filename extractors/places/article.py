"""The places of a whole article: its country, where it was filed from, and the mentions of each sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.places.bylines import is_byline
from extractors.places.descriptions import described_places, merged
from extractors.places.gazetteer import COUNTRY, TOWN, Gazetteer
from extractors.places.home import article_countries, dateline_place, is_capital
from extractors.places.locators import is_landmark
from extractors.places.mentions import find_places
from extractors.places.names import is_uncased, outlet_names, split_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractors.records import Place, PlaceMention, Sentence


@dataclass(frozen=True, slots=True)
class ArticlePlaces:
    """The places of one article: its country, and the mentions of each sentence by index."""

    country: Place | None
    mentions: tuple[tuple[PlaceMention, ...], ...]
    dateline: Place | None = None  # where the report was filed from
    capital: Place | None = None  # of the country, where the article names it
    at_scene: Place | None = None  # the dateline, where it is a town of the country but no capital


def _named_capital(country: Place, named: Sequence[Sequence[PlaceMention]], gazetteer: Gazetteer) -> Place | None:
    """The capital, if the article names it anywhere: nothing is taken from outside the article."""
    entry = gazetteer.capital(country.country_code or "")
    if entry is None:
        return None
    return next((m.place for mentions in named for m in mentions if m.place.geoname_id == entry.geoname_id), None)


def _filed_from(bylines: Sequence[Sentence], gazetteer: Gazetteer) -> Place | None:
    """The one place that the bylines name; None for several, as nobody can say which of them is meant by "here"."""
    named = [m.place for sentence in bylines for m in find_places(sentence.text, gazetteer)]
    return named[0] if len(set(named)) == 1 else None


def _towns(found: Sequence[PlaceMention], home: str | None) -> list[Place]:
    return [
        m.place for m in found if m.place.where_prec == TOWN and m.place.country_code == home and not is_landmark(m)
    ]


def _main_town(
    sentences: Sequence[Sentence], named: Sequence[Sequence[PlaceMention]], home: str | None, dateline: Place | None
) -> Place | None:
    """The one town of headline and lead, else of the dateline: a new paragraph means it by "the city"."""
    lead = next((s.index for s in sentences if not s.is_headline), 0)
    told = {place for found in named[: lead + 1] for place in _towns(found, home)}
    if len(told) == 1:
        return next(iter(told))
    is_filed_at_home = dateline is not None and dateline.country_code == home and dateline.where_prec == TOWN
    return dateline if is_filed_at_home and (not told or dateline in told) else None


def locate(sentences: Sequence[Sentence], gazetteer: Gazetteer, text: str = "") -> ArticlePlaces:
    """Find the article's country and every sentence's places, also those named by description.

    ``text`` is the whole article, for its dateline, which is no part of a sentence.
    """
    bylines = [sentence for sentence in sentences if is_byline(sentence)]
    dateline = dateline_place(text, gazetteer) or _filed_from(bylines, gazetteer)
    split = [[] if sentence in bylines else split_words(sentence.text) for sentence in sentences]
    countries = article_countries(sentences, gazetteer, dateline, split)
    home = countries[0] if countries else None
    entry = gazetteer.country(home) if home else None
    country = entry.place() if entry else None
    uncased = is_uncased(" ".join(sentence.text for sentence in sentences))
    with_words = tuple(zip(sentences, split, strict=True))
    outlets = frozenset(name for sentence, found in with_words for name in outlet_names(sentence.text, found))
    found_in = (
        find_places(sentence.text, gazetteer, home, countries, uncased=uncased, split=found)
        for sentence, found in with_words
    )
    named = [
        tuple(m for m in found if m.place.where_prec == COUNTRY or m.place.name not in outlets) for found in found_in
    ]
    if country is None:
        return ArticlePlaces(None, tuple(named), dateline)
    capital = _named_capital(country, named, gazetteer)
    mentions: list[tuple[PlaceMention, ...]] = []
    town: Place | None = None
    paragraph, main = -1, _main_town(sentences, named, home, dateline)
    for sentence, found in zip(sentences, named, strict=True):
        if sentence.paragraph != paragraph:
            paragraph, town = sentence.paragraph, main or town
        mentions.append(
            merged(found, described_places(sentence.text, country, capital=capital, town=town, dateline=dateline))
        )
        towns = _towns(found, home)
        town = towns[0] if towns else town
    is_town = dateline is not None and dateline.country_code == home and dateline.where_prec == TOWN
    at_scene = dateline if is_town and dateline is not None and not is_capital(dateline, gazetteer) else None
    return ArticlePlaces(country, tuple(mentions), dateline, capital, at_scene)
