"""Where an article's event is: what headline, lead and dateline say of it.

Headline and lead name the place, or the country and region that the next sentences then make narrower; where they name
none, it happened where the report was filed from.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractors.places.choice import REGION
from extractors.places.gazetteer import COUNTRY, FIRST, TOWN
from extractors.places.home import LEAD_SENTENCES, is_metonym
from extractors.places.locators import is_landmark
from extractors.places.roles import holds, place_of
from extractors.places.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc

    from extractors.places.article import ArticlePlaces
    from extractors.records import Place, PlaceMention, Sentence

VERBS = frozenset({"VERB", "AUX"})
WIDE = frozenset({REGION, COUNTRY})
REGIONS = frozenset({REGION, FIRST})
FOCUS_SENTENCES = 8  # how far into an article the place of its one event may be told
SCENE_SENTENCES = 5  # so far no town but the dateline's may be named, for the report to be filed from the scene

_SHOTS = re.compile(r"\b(?:open(?:ed|ing|s)?|set|under|on|return(?:ed|ing)?|exchang(?:ed|ing)|gun) ?fire\b")
_BREAKDOWN = re.compile(r": (?:\d+|\w+) (?:in|at|on) ")  # "84 people died: 48 in Lutz, 23 in Zubrowka"
_OF_UNNAMED = re.compile(r"^(?:['\u2019]s)? (?:[a-z]+ )?(?:village|town|hamlet|suburb)\b(?! of)")  # "a Lutz village"


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


def lead_of(sentences: Sequence[Sentence]) -> Sentence | None:
    """The first sentence that is no headline."""
    return next((sentence for sentence in sentences if not sentence.is_headline), None)


def events_named(text: str) -> frozenset[str]:
    """The one-off events that a text names: fire, blast, crash; "opened fire" names none."""
    lower = re.findall(r"[a-z]+", _SHOTS.sub("", text.lower()))
    return frozenset(
        stem for stem in words("one_off_events") for word in lower if word in (stem, f"{stem}s", f"{stem}es")
    )


def _is_at_home(place: Place | None, places: ArticlePlaces) -> bool:
    home = places.country.country_code if places.country else None
    return place is not None and place.country_code == home


def _at_home(sentence: Sentence, places: ArticlePlaces) -> list[PlaceMention]:
    return [m for m in places.mentions[sentence.index] if _is_at_home(m.place, places)]


def may_be_focus(mention: PlaceMention, text: str) -> bool:
    """No square or street, no item of a toll's breakdown, nothing that only says where an unnamed village lies."""
    parts = _BREAKDOWN.search(text)
    is_part = parts is not None and mention.char_start > parts.start()
    is_unnamed = text[: mention.char_start].lower().endswith((" a ", " one "))
    of_unnamed = is_unnamed and _OF_UNNAMED.match(text[mention.char_end :])
    return not (is_landmark(mention) or is_part or of_unnamed)


def _possible(sentence: Sentence, places: ArticlePlaces) -> list[PlaceMention]:
    return [mention for mention in _at_home(sentence, places) if may_be_focus(mention, sentence.text)]


def _opening_place(sentence: Sentence, places: ArticlePlaces, docs: Mapping[int, Doc]) -> Place | None:
    """What headline or lead say of the place: where their event is, else the country or region that they name in any
    role, else a town that they name in any, unless it stands for the government there.
    """
    here = _possible(sentence, places)
    wide = (mention.place for mention in here if mention.place.where_prec in WIDE)
    towns = (
        m.place
        for m in here
        if m.place.where_prec == TOWN and not (m.place == places.capital and is_metonym(sentence.text, m))
    )
    is_lead = sentence.index < LEAD_SENTENCES
    return main_place_in(sentence.index, here, docs) or next(wide, None) or (next(towns, None) if is_lead else None)


def _filed_at(sentences: Sequence[Sentence], places: ArticlePlaces) -> Place | None:
    """Where the report was filed from, if neither headline nor lead name a place: it happened where they write."""
    lead = lead_of(sentences)
    opening = sentences[: lead.index + 1] if lead is not None else sentences
    is_told = any(_at_home(sentence, places) for sentence in opening)
    return places.dateline if _is_at_home(places.dateline, places) and not is_told else None


def article_focus(sentences: Sequence[Sentence], places: ArticlePlaces, docs: Mapping[int, Doc]) -> Place | None:
    """Where the article's event is: what headline or lead say.

    Made narrower where the next sentences place the same one-off event ("The fire started in ..."), or where it is
    reported from the scene.
    """
    opening = sentences[:FOCUS_SENTENCES]
    found = (place for sentence in opening if (place := _opening_place(sentence, places, docs)))
    focus = _filed_at(sentences, places) or next(found, None)
    if focus is None:
        return places.country
    events = frozenset[str]().union(*(events_named(s.text) for s in opening[:LEAD_SENTENCES]))
    for sentence in opening:
        here = _possible(sentence, places) if events & events_named(sentence.text) else []
        place = main_place_in(sentence.index, here, docs)
        if place and holds(focus, place) and not _is_caption(docs.get(sentence.index)):
            focus = place
    return _scene(sentences, places) or focus if events and focus.where_prec in WIDE else focus


def _scene(sentences: Sequence[Sentence], places: ArticlePlaces) -> Place | None:
    """The dateline of who went to the scene, where the opening names no other town."""
    named = (m.place for sentence in sentences[:SCENE_SENTENCES] for m in _at_home(sentence, places))
    others = {place for place in named if place.where_prec not in WIDE} - {places.at_scene}
    return None if others else places.at_scene


def _is_caption(doc: Doc | None) -> bool:
    """A line without a verb of its own."""
    return doc is not None and not any(token.dep_ == "ROOT" and token.pos_ in VERBS for token in doc)


def division_of_lead(sentences: Sequence[Sentence], places: ArticlePlaces, docs: Mapping[int, Doc]) -> Place | None:
    """The province that the lead places its event in, where it names one."""
    lead = lead_of(sentences)
    told = main_place_in(lead.index, _at_home(lead, places), docs) if lead is not None else None
    return told if told is not None and told.where_prec == FIRST else None
