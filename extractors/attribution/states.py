"""One voice per state and organisation: which responses come from the same speaker.

The claims guide counts one response per speaker and kind, a state with its ministries, leaders and spokespeople being
one speaker. A name that an article explains elsewhere ("Price" for "State Department spokesman Ned Price") stands for
whoever it is explained as.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from extractors.attribution.responders import response_words
from extractors.attribution.source_types import WORD, names, singular
from extractors.attribution.speakers import Mentions
from extractors.grammar.doc_words import SENTENCES
from extractors.places.demonyms import demonym_countries
from extractors.places.gazetteer import gazetteer
from extractors.places.mentions import find_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractors.records import Claim, Sentence

STATES = frozenset({"government", "military"})
BODIES = frozenset({"igo", "armed_group", "ngo", "opposition"})
HOME = "home"  # a state that the article need not name: its own
LONGEST_NAME = 6  # words in the longest name of a body


@cache
def marks() -> dict[str, str]:
    """Offices that stand for a state: "State Department" for the United States."""
    return {mark: country for country, listed in response_words().offices_of_states.items() for mark in listed}


@lru_cache(maxsize=SENTENCES)
def country_in(text: str) -> str | None:
    """The state that a speaker's name names: by office, by demonym, by a place."""
    by_office = (country for mark, country in marks().items() if mark in text)
    by_place = (mention.place.country_code for mention in find_places(text, gazetteer()))
    return next(iter([*by_office, *demonym_countries(text), *filter(None, by_place)]), None)


def body_in(text: str) -> str | None:
    """The organisation that a speaker's name names, its acronym and full name being one."""
    words = WORD.findall(text)
    spans = (tuple(words[i : i + size]) for size in range(LONGEST_NAME, 0, -1) for i in range(len(words)))
    found = next((" ".join(span) for span in spans if span in names()), None)
    return None if found is None else response_words().same_body.get(found.replace(".", ""), found.replace(".", ""))


def last_name(text: str) -> str:
    words = [word for word in WORD.findall(text.split(",", maxsplit=1)[0]) if word[:1].isupper()]
    return words[-1].lower() if words else singular(text.lower().removeprefix("the "))


def identity(claim: Claim, mentions: Mentions) -> str:
    """A key that all names of one speaker share."""
    speaker = claim.speaker
    source = speaker.source if speaker is not None else ""
    texts = (source, *mentions.fuller(source))
    kind = speaker.source_type if speaker is not None else None
    if kind in STATES and is_local(texts):
        return last_name(source)
    if kind in STATES:
        return next(filter(None, map(country_in, texts)), HOME)
    if kind in BODIES:
        return next(filter(None, map(body_in, texts)), last_name(source))
    return last_name(source)


def is_local(texts: Sequence[str]) -> bool:
    """A mayor or a governor does not speak for the state."""
    return any(word.lower() in response_words().local for text in texts for word in WORD.findall(text))


def home_of(claims: Iterable[Claim]) -> str | None:
    """The country that most of the claims are about."""
    votes = Counter(claim.place.country_code for claim in claims if claim.place is not None)
    return next((code for code, _ in votes.most_common(1)), None)


def by_speaker(claims: Sequence[Claim], sentences: Sequence[Sentence]) -> Iterator[list[Claim]]:
    """The responses of an article, those of one speaker and kind together."""
    mentions = Mentions("\n".join(sentence.text for sentence in sentences))
    home = home_of(claims)
    groups: dict[tuple[str, str | None], list[Claim]] = {}
    for claim in claims:
        who = identity(claim, mentions)
        groups.setdefault((claim.kind, home if who == HOME else who), []).append(claim)
    yield from groups.values()
