"""The records that pass between components: all frozen, all plain.

Character positions count from the start of the article's clean text (``Claim``, ``Sentence``) or, where a record says
so, from the start of its sentence. Token positions count from the start of the sentence's ``Doc``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What an extractor may know of an article: its words and the facts about it."""

    article_id: str
    article_version: str
    text: str
    published: date | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the article's text; ``text`` is the slice ``[start:end)``."""

    index: int
    start: int
    end: int
    text: str
    paragraph: int
    is_headline: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """How many, as the claims guide lays it down: ``value`` named, ``low`` and ``high`` its bounds, ``text`` the
    words.
    """

    value: float | None
    low: float | None
    high: float | None
    text: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in one sentence. ``kind`` says what its number measures; only people and things are counts.

    ``number`` a cardinal; ``vague`` a number word ("dozens"); ``none`` zero ("no", "none"); ``percent``; ``duration``
    (value in days); ``ordinal``; ``money``; ``age``; ``measure`` (kilometres, degrees, o'clock, calibre: anything
    with a unit that is no count); ``share`` ("one in ten").
    """

    start: int  # tokens [start, end) of the sentence's Doc, modifier included
    end: int
    char_start: int  # characters in the sentence, modifier included
    char_end: int
    kind: str
    count: Count


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression in one sentence, resolved against the day of publication.

    ``kind``: ``day`` (a day or a span of days when something happened), ``as_of`` ("as of early Friday": the end of a
    running total), ``since`` ("since the protests began", "since Monday": a running total's words), ``until`` (last
    day of a measure), ``vague`` ("in recent days": both dates null).
    """

    char_start: int
    char_end: int
    text: str
    start: date | None
    end: date | None
    kind: str


@dataclass(frozen=True, slots=True)
class When:
    text: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Place:
    """A gazetteer entry that a name in the text stands for. ``where_prec`` as UCDP: 1 exact location (city), 3
    second-order division, 4 first-order, 6 country.
    """

    name: str  # canonical English name ("Almaty")
    country_code: str | None  # ISO 3166-1 alpha-2
    admin1_code: str | None
    geoname_id: int | None
    latitude: float | None
    longitude: float | None
    where_prec: int | None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in one sentence; characters count from the start of the sentence."""

    char_start: int
    char_end: int
    place: Place


@dataclass(frozen=True, slots=True)
class Speaker:
    """On whose word: the one nearest to the fact, and the rest of the chain joined by " < "."""

    source: str
    source_type: str
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim, as in the claims guide, with the exact ranges of its evidence and of its quantity."""

    family: str
    kind: str
    count: Count | None
    subject: str | None
    group: str | None
    actor: str | None
    place: Place | None
    when: When | None
    scope: str | None
    speaker: Speaker | None
    status: str
    evidence: str
    start: int
    end: int
    rule: str
    count_start: int | None = None
    count_end: int | None = None
