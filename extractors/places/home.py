"""An article's country: the one that it names most; where things happen counts for more than who acts or speaks."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from extractors.places.demonyms import demonym_countries
from extractors.places.gazetteer import COUNTRY, SECOND, TOWN, Gazetteer
from extractors.places.mentions import find_places
from extractors.places.names import Word, dateline_end, is_uncased, split_words
from extractors.places.words import precisions, words
from extractors.records import Place, PlaceMention

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from extractors.records import Sentence

OPENING_WEIGHT, LEAD_WEIGHT, DATELINE_WEIGHT = 4, 3, 6
SPOT_STRENGTH, WITHIN_STRENGTH, WHOLE_STRENGTH = 4, 3, 2  # against 1 of a mere actor
UNSURE_STRENGTH = 2
LOCATED_FROM = 6  # words from "in" to the name: "in the northern town of Haydan"
LEAD_SENTENCES = 3
DATELINE_LINES = 6
SENTENCE_ENDS = frozenset(
    '.!?"\u201d'
)  # "LUTZ: Nine died." has a dateline, the heading "ZUBROWKA-COUP: Rebels flee" none


def is_spot_word(word: str) -> bool:
    """A word that says "there" of the name before it: "airport", "suburbs"."""
    groups = (words("facilities"), words("spot_nouns"))
    return word in precisions("administrative_types") or any(word in group for group in groups)


def is_spot(text: str, mention: PlaceMention) -> bool:
    """By the words alone: does the name follow "in", "near" or the like, also over "the northern town of"?"""
    before = text[: mention.char_start].lower().split()
    near = before[-2:]
    if before[-1:] == ["of"]:
        held = [word for word in before[-LOCATED_FROM:-1] if not _may_stand_between(word)]
        near = held[-1:]
    return any(word in words("spot_prepositions") for word in near)


def _may_stand_between(word: str) -> bool:
    """ "In *the northern mining town* of": words between the preposition and the name that it governs."""
    groups = ("fillers", "directions", "spot_nouns", "wholes", "facilities")
    return word in precisions("administrative_types") or any(word in words(group) for group in groups)


def is_capital(place: Place, gazetteer: Gazetteer) -> bool:
    entry = gazetteer.capital(place.country_code or "")
    return entry is not None and entry.geoname_id == place.geoname_id


def is_metonym(text: str, mention: PlaceMention) -> bool:
    """A capital alone is mostly its government ("Paris denied it"), unless the words about it speak of a town."""
    before = text[: mention.char_start].lower().split()[-1:]
    around = words("locative_prepositions") | words("fillers") | words("directions")
    return not around.intersection(before) and not is_at(text, mention)


def is_at(text: str, mention: PlaceMention) -> bool:
    """A spot by the words before it or behind it: "in Lutz", "Lutz airport"."""
    following = re.match(r"(?:['\u2019]s)? (\w+)", text[mention.char_end :])
    return is_spot(text, mention) or (following is not None and is_spot_word(following[1].lower()))


def strength(text: str, mention: PlaceMention, gazetteer: Gazetteer) -> int:
    """How much a mention says of where the article's events are: a spot the most, who acts or speaks the least."""
    if is_spot(text, mention):
        return SPOT_STRENGTH
    if mention.place.where_prec != COUNTRY:
        stands_for_state = is_capital(mention.place, gazetteer) and is_metonym(text, mention)
        return 1 if stands_for_state else WITHIN_STRENGTH
    before = text[: mention.char_start].lower().split()[-1:]
    if text[mention.char_end : mention.char_end + 2] in ("'s", "\u2019s"):
        return WITHIN_STRENGTH
    return WHOLE_STRENGTH if before in (["of"], ["into"], ["to"], ["from"]) else 1


def is_sure(mention: PlaceMention, gazetteer: Gazetteer) -> bool:
    """Names that stand for one country the world over: of countries, first-order divisions, capitals."""
    return mention.place.where_prec not in (TOWN, SECOND) or is_capital(mention.place, gazetteer)


def _weight(sentence: Sentence) -> int:
    if sentence.is_headline or sentence.index == 0:
        return OPENING_WEIGHT
    return LEAD_WEIGHT if sentence.index <= LEAD_SENTENCES else 1


def _votes(
    sentence: Sentence, mentions: Iterable[PlaceMention], gazetteer: Gazetteer, sure: Collection[str] | None = None
) -> Mapping[str, int]:
    """What a sentence says for each country; towns of countries that are not ``sure`` may be namesakes."""
    votes: dict[str, int] = {}
    for mention in mentions:
        if code := mention.place.country_code:
            is_unsure = sure is not None and code not in sure and mention.place.where_prec == TOWN
            said = strength(sentence.text, mention, gazetteer)
            votes[code] = max(votes.get(code, 0), min(said, UNSURE_STRENGTH) if is_unsure else said)
    return votes


def _peoples(sentence: Sentence, split: Sequence[Word]) -> Mapping[str, int]:
    return dict.fromkeys(demonym_countries(sentence.text, split), 1)


def _added(peoples: Mapping[str, int], votes: Mapping[str, int]) -> Mapping[str, int]:
    """The votes with those of peoples for countries that have no other."""
    return {**votes, **{code: said for code, said in peoples.items() if code not in votes}}


def _weighed(sentences: Sequence[Sentence], votes: Iterable[Mapping[str, int]]) -> Counter[str]:
    """The article's votes: of one sentence's for a country only the strongest counts."""
    total: Counter[str] = Counter()
    for sentence, cast in zip(sentences, votes, strict=True):
        for code, strength in cast.items():
            total[code] += _weight(sentence) * strength
    return total


def _at_named(mention: PlaceMention, text: str, gazetteer: Gazetteer, named: Counter[str]) -> PlaceMention:
    """The namesake in a country that the article names otherwise: Los Olivos in Guatemala, not in California."""
    if mention.place.where_prec != TOWN or mention.place.country_code in named:
        return mention
    namesakes = gazetteer.lookup(text[mention.char_start : mention.char_end])
    known = [entry for entry in namesakes if entry.country in named]
    if not known:
        return mention
    entry = max(known, key=lambda entry: (named[entry.country], entry.rank))
    return PlaceMention(mention.char_start, mention.char_end, entry.place())


def article_country(sentences: Sequence[Sentence], gazetteer: Gazetteer, dateline: Place | None = None) -> Place | None:
    """The country that the article names most."""
    named = article_countries(sentences, gazetteer, dateline)
    entry = gazetteer.country(named[0]) if named else None
    return entry.place() if entry else None


def article_countries(
    sentences: Sequence[Sentence],
    gazetteer: Gazetteer,
    dateline: Place | None = None,
    split: Sequence[list[Word]] | None = None,
) -> tuple[str, ...]:
    """The countries that the article names, the most named first, through its towns and demonyms too.

    Headline and lead weigh more.

    The ``dateline`` speaks too: an article that names a foreign power in every sentence was still filed from somewhere.
    ``split`` are the words of the sentences, where somebody has them already.
    """
    split = [split_words(sentence.text) for sentence in sentences] if split is None else split
    uncased = is_uncased(" ".join(sentence.text for sentence in sentences))
    found = [
        find_places(sentence.text, gazetteer, uncased=uncased, split=found)
        for sentence, found in zip(sentences, split, strict=True)
    ]
    peoples = list(map(_peoples, sentences, split))
    wide = ([m for m in mentions if is_sure(m, gazetteer)] for mentions in found)
    sure = _weighed(
        sentences, [_added(p, _votes(s, w, gazetteer)) for s, w, p in zip(sentences, wide, peoples, strict=True)]
    )
    moved = (
        [_at_named(mention, s.text, gazetteer, sure) for mention in mentions]
        for s, mentions in zip(sentences, found, strict=True)
    )
    total = _weighed(
        sentences, [_added(p, _votes(s, m, gazetteer, sure)) for s, m, p in zip(sentences, moved, peoples, strict=True)]
    )
    if dateline is not None and dateline.country_code:
        total[dateline.country_code] += DATELINE_WEIGHT
    named = [code for code, _ in total.most_common()]
    return tuple(code for code in named if code in sure or code == named[0])


_CUT = re.compile(r"[,(/\u2014\u2013-]")


def dateline_place(text: str, gazetteer: Gazetteer) -> Place | None:
    """The town of the dateline ("FAISALABAD, Pakistan —") in one of the first paragraphs.

    One that no gazetteer knows is a place all the same where its country stands beside it.
    """
    for paragraph in text.splitlines()[:DATELINE_LINES]:
        end = dateline_end(paragraph)
        is_slug = paragraph[:end].rstrip().endswith(":") and paragraph.rstrip()[-1:] not in SENTENCE_ENDS
        if end and not is_slug:
            parts = [part.strip() for part in _CUT.split(paragraph[:end])]
            return _filed_from(parts[0].title(), parts[1] if len(parts) > 1 else "", gazetteer)
    return None


def _filed_from(town: str, country: str, gazetteer: Gazetteer) -> Place | None:
    beside = next((e for e in gazetteer.lookup(country) if e.prec == COUNTRY), None) if country else None
    found = find_places(f"in {town}, {country}" if beside else f"in {town}", gazetteer, beside and beside.country)
    return found[0].place if found else None
