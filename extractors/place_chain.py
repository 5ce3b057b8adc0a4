"""Places over a whole article: its country, what "the capital" and "nationwide" stand for, and the place of an event whose sentence names none.

The rule is the claims guide's: the most specific named place the claim is said of; a sentence without one takes it from the nearest earlier sentence that it
plainly goes on from; else the article's own place, and in the end its country.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.gazetteer import TOWN, Gazetteer
from extractors.place_roles import UNFIT, fitness, place_of
from extractors.place_words import phrases
from extractors.places import REGION, demonym_countries, direction_name, find_places
from extractors.records import Place, PlaceMention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc, Token

    from extractors.records import Sentence

HEADLINE_WEIGHT, LEAD_WEIGHT = 4, 3
LEAD_SENTENCES = 3
FOCUS_SENTENCES = 8  # how far into an article the place of its one event may be told

_COMPASS = r"(?P<direction>(?:north|south)[- ]?(?:east|west)|north|south|east|west|centre|center|interior)"
_COUNTRY_PART = re.compile(
    rf"\b(?:in|across|from|to|throughout) (?:the|(?:the )?country[’'‘]s) (?:far |remote )?{_COMPASS}\b(?! of\b)(?=[ ,.;]|$)(?! [a-z]+ (?:city|town))",
    re.IGNORECASE,
)
_REGION_OF_COUNTRY = re.compile(
    r"\bthe (?P<direction>(?:north|south)?-?(?:eastern|western)|northern|southern|central) (?:regions?|parts?|provinces?|areas?|half) of the country\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(
    r"(?<![\w-])(?:the (?:nation[’']s |country[’']s )?capital|capital city)(?! (?:of|city of|[A-Z])|, [A-Z]| punishment| market| gains| flight)\b",
    re.IGNORECASE,
)
_OWN_CAPITAL = re.compile(r"(?P<country>[A-Z][\w ]+?)[’'‘]s capital(?: city)?\b(?! [A-Z]|,? of )")
_THE_CITY = re.compile(r"\bthe (?:city|town|village)(?![\w-])(?! of\b| council)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ArticlePlaces:
    """The places of one article: its country, its focus (where its one event is, if it has one) and the mentions of each sentence."""

    country: Place | None
    focus: Place | None
    mentions: tuple[tuple[PlaceMention, ...], ...]


def article_country(sentences: Sequence[Sentence], gazetteer: Gazetteer) -> Place | None:
    """The country that the article names most, through its towns and demonyms too; headline and lead weigh more."""
    votes: Counter[str] = Counter()
    for sentence in sentences:
        weight = HEADLINE_WEIGHT if sentence.is_headline else LEAD_WEIGHT if sentence.index <= LEAD_SENTENCES else 1
        found = [
            mention.place.country_code
            for mention in find_places(sentence.text, gazetteer)
            if mention.place.country_code
        ]
        for code in (*found, *demonym_countries(sentence.text)):
            votes[code] += weight
    if not votes:
        return None
    entry = gazetteer.country(votes.most_common(1)[0][0])
    return entry.place() if entry else None


def _part_of(country: Place, direction: str) -> Place:
    name = f"{direction_name(direction)} {country.name}"
    return Place(name, country.country_code, None, None, country.latitude, country.longitude, REGION)


def _stand_ins(text: str, country: Place, capital: Place | None, town: Place | None) -> list[PlaceMention]:
    """Mentions by description: "nationwide", "the capital", "in the south", "the city"."""
    found = []
    lower = text.lower()
    for phrase in phrases("said_of_the_whole_country"):
        start = lower.find(phrase)
        if start >= 0:
            found.append(PlaceMention(start, start + len(phrase), country))
    for pattern in (_COUNTRY_PART, _REGION_OF_COUNTRY):
        found += [
            PlaceMention(match.start("direction"), match.end(), _part_of(country, match["direction"]))
            for match in pattern.finditer(text)
        ]
    if capital:
        found += [PlaceMention(match.start(), match.end(), capital) for match in _CAPITAL.finditer(text)]
        found += [
            PlaceMention(match.start(), match.end(), capital)
            for match in _OWN_CAPITAL.finditer(text)
            if match["country"].split()[-1] == country.name
        ]
    if town:
        found += [PlaceMention(match.start(), match.end(), town) for match in _THE_CITY.finditer(text)]
    return found


def _merge(named: Sequence[PlaceMention], described: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Both in the order of the text; a description that covers a name (``Afghanistan's capital``) stands for it."""
    covered = [
        m for m in named if not any(d.char_start <= m.char_start and m.char_end <= d.char_end for d in described)
    ]
    kept = [d for d in described if not any(d.char_start < m.char_end and m.char_start < d.char_end for m in covered)]
    return tuple(sorted((*covered, *kept), key=lambda mention: mention.char_start))


def _named_capital(country: Place, named: Sequence[Sequence[PlaceMention]], gazetteer: Gazetteer) -> Place | None:
    """The capital, if the article names it anywhere: nothing is taken from outside the article."""
    entry = gazetteer.capital(country.country_code or "")
    if entry is None:
        return None
    return next((m.place for mentions in named for m in mentions if m.place.geoname_id == entry.geoname_id), None)


def locate(sentences: Sequence[Sentence], gazetteer: Gazetteer) -> ArticlePlaces:
    """Find every sentence's places and the article's country and focus."""
    country = article_country(sentences, gazetteer)
    home = country.country_code if country else None
    named = [find_places(sentence.text, gazetteer, home) for sentence in sentences]
    if country is None:
        return ArticlePlaces(None, None, tuple(named))
    capital = _named_capital(country, named, gazetteer)
    mentions: list[tuple[PlaceMention, ...]] = []
    town: Place | None = None
    for sentence, found in zip(sentences, named, strict=True):
        mentions.append(_merge(found, _stand_ins(sentence.text, country, capital, town)))
        town = next(
            (m.place for m in reversed(found) if m.place.where_prec == TOWN and m.place.country_code == home), town
        )
    return ArticlePlaces(country, None, tuple(mentions))


def main_place(mentions: Sequence[PlaceMention], doc: Doc | None) -> Place | None:
    """The place that a sentence's main event is said of."""
    if not mentions:
        return None
    if doc is None:
        return mentions[0].place
    root = next((token for token in doc if token.head.i == token.i and not token.is_punct), None)
    if root is None:
        return None
    content = next((child for child in root.children if child.dep_ == "ccomp"), root)
    mention = place_of(content, mentions)
    return mention.place if mention else None


_GOES_ON = re.compile(
    r"^[\"“'‘]?(?:It|They|He|She|There|That|This|These|Those|Both|One|Two|Three|Another|Others|Some of|Most of|All of|Among|Nearby|Local|Later|Earlier|Also|"
    r"The (?:attack|blast|explosion|fire|blaze|crash|quake|victims?|dead|wounded|injured|attackers?|gunm[ae]n|protesters?|demonstrators?|area|building|clashes|shooting|same|assault|incident|bomb|bomber|mob|crowd)\w*)\b"
)


def goes_on(sentence: Sentence) -> bool:
    """Does the sentence plainly go on from the one before, by the word that it begins with or by a word of going on?"""
    lower = f" {sentence.text.lower()} "
    return bool(_GOES_ON.match(sentence.text)) or any(
        word in lower for word in (" also ", " local ", " there ", " the area ", " another ")
    )


def _earlier_place(
    index: int, sentences: Sequence[Sentence], places: ArticlePlaces, docs: Mapping[int, Doc]
) -> Place | None:
    """The place of the nearest earlier sentence of the same paragraph; over a paragraph's edge only by a word of going on."""
    position = index
    while position > 0:
        here, before = sentences[position], sentences[position - 1]
        if before.is_headline or (here.paragraph != before.paragraph and not goes_on(here)):
            return None
        place = main_place(places.mentions[position - 1], docs.get(position - 1))
        if place:
            return place
        if here.paragraph != before.paragraph:
            return None
        position -= 1
    return None


def article_focus(sentences: Sequence[Sentence], places: ArticlePlaces, docs: Mapping[int, Doc]) -> Place | None:
    """Where the article's event is: the headline's or lead's place, else the first that the next sentences give, else the country."""
    for sentence in sentences[:FOCUS_SENTENCES]:
        place = main_place(places.mentions[sentence.index], docs.get(sentence.index))
        if place and (places.country is None or place.country_code == places.country.country_code):
            return place
    return places.country


def resolve_place(
    event: Token,
    index: int,
    *,
    sentences: Sequence[Sentence],
    places: ArticlePlaces,
    docs: Mapping[int, Doc],
    family: str,
    kind: str,
    is_national_source: bool = False,
) -> Place | None:
    """The place of a claim by the guide's rule; ``index`` is its sentence's, ``docs`` the parses by sentence index (missing ones are read by surface)."""
    mention = place_of(event, places.mentions[index], kind)
    if mention and family != "response":
        return mention.place
    if (
        mention
        and mention.place.country_code == (places.country.country_code if places.country else None)
        and fitness(mention, event, kind) > UNFIT
    ):
        return mention.place
    focus = places.focus or article_focus(sentences, places, docs)
    if is_national_source or family == "response":
        return focus
    if sentences[index].is_headline:
        return focus
    return _earlier_place(index, sentences, places, docs) or focus
