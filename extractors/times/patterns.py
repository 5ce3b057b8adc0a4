"""The surface shapes of time expressions, compiled once from the lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extractors.times.words import time_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LEAD = (
    r"(?:(?P<lead>as of|as at|as recently as|by|since|until|till|through|up to|up until|to|from)\s+(?:at\s+least\s+)?)?"
    r"(?:(?:on|in|during|at|over|late on|early on)\s+)?(?:the\s+)?"
    r"(?:(?:night|morning|evening|afternoon|early hours|late hours|small hours|dawn|eve|end|start|beginning|middle)"
    r"\s+of\s+)?"
    r"(?:(?:early|late|later|earlier)\s+(?:on\s+|in\s+)?)?"
    r"(?:(?:mid[- ]?day|midnight|noon|dawn|midmorning|midafternoon|overnight)\s+(?:on\s+|of\s+)?)?"
)
_TAIL = r"(?:['\u2019]s)?(?:\s+(?:early\s+|late\s+|mid-?)?(?:morning|afternoon|evening|night|overnight|midday|noon))?"
_NOT_MORE_FIGURES = r"(?![0-9]|[,.:][0-9]|\s*(?:%|percent|per cent|people|million|thousand))"
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20)[0-9]{2}"
_PARTS = ("morning", "afternoon", "evening", "night")
_LETTERS = re.compile(r"[a-z]+")
_FIGURE = re.compile(r"[0-9]")
FIGURE = "0"
_DASH = r"\s*[-\u2013\u2014]\s*"


@dataclass(frozen=True, slots=True)
class TimePattern:
    """A shape by name; earlier shapes are read before later ones where both begin at one place.

    ``anchors`` are words of which a text of this shape holds one (``FIGURE`` for any figure).
    """

    name: str
    pattern: re.Pattern[str]
    anchors: frozenset[str]


@cache
def time_patterns() -> tuple[TimePattern, ...]:
    """All shapes in order of trust."""
    return tuple(
        TimePattern(name, re.compile(rf"(?<![\w$£€]){shape}(?!\w)"), _anchors()[name]) for name, shape in _shapes()
    )


def shapes_for(present: frozenset[str]) -> tuple[TimePattern, ...]:
    """The shapes that a text of these words may have, in order of trust."""
    if present.isdisjoint(_every_anchor()):
        return ()
    return tuple(each for each in time_patterns() if not present.isdisjoint(each.anchors))


@cache
def _every_anchor() -> frozenset[str]:
    return frozenset().union(*_anchors().values())


def words_in(text: str) -> frozenset[str]:
    """The words of a text that may be anchors, in small letters."""
    figure = (FIGURE,) if _FIGURE.search(text) else ()
    return frozenset((*_LETTERS.findall(text.casefold()), *figure))


@cache
def _anchors() -> Mapping[str, frozenset[str]]:
    """By shape: a text without one of these words cannot have it, and need not be searched."""
    lexicon = time_lexicon()
    months, weekdays, figure = frozenset(lexicon.months), frozenset(lexicon.weekdays), frozenset({FIGURE})
    every = weekdays | {f"{day}s" for day in weekdays}
    return {
        **dict.fromkeys(("stamp", "span", "date", "month"), months),
        **dict.fromkeys(("iso", "day_of_month", "hours", "years", "decade", "year"), figure),
        "name": frozenset(_LETTERS.findall(name)[0] for name in lexicon.names.words),
        "holiday": frozenset(_LETTERS.findall(name)[-1] for name in lexicon.holidays),
        "weekdays": weekdays,
        "weekday": weekdays,
        "every": every,
        "today": frozenset({"today", "tonight", *_PARTS}),
        "yesterday": frozenset({"yesterday", "night"}),
        "tomorrow": frozenset({"tomorrow"}),
        "day_before": frozenset({"day", "night"}),
        "day_after": frozenset({"day", "morning", "night"}),
        "days_ago": frozenset({"day", "days", "night", "nights", "week"}),
        "days_after": frozenset({"after"}),
        "numbered_day": frozenset({"day", "night"}),
        "overnight": frozenset({"overnight"}),
        "weekend": frozenset({"weekend"}),
        "part_of_day": lexicon.parts_of_day.anchors,
        "vague": lexicon.vague.anchors,
        "month_away": frozenset({"month"}),
        "year_away": frozenset({"year"}),
    }


def _shapes() -> Iterable[tuple[str, str]]:
    yield from _named_shapes()
    yield from _date_ranges()
    yield from _dates()
    yield from _weekdays()
    yield from _relatives()
    yield from _lexical()
    yield from _years()


def words(entries: Iterable[str]) -> str:
    """An alternation, longest first."""
    return "|".join(sorted((re.escape(entry) for entry in entries), key=len, reverse=True))


def _titled(entries: Iterable[str]) -> str:
    """Names of days and months stand with a capital: "may" and "march" are no months."""
    return rf"(?:{words(_forms(entries))})"


def _abbreviable(group: str, names: Iterable[str]) -> str:
    """A name, or its abbreviation with or without a full stop."""
    entries = tuple(names)
    short = [entry for entry in entries if any(other != entry and other.startswith(entry) for other in entries)]
    return rf"(?P<{group}>{_titled(entries)})(?:(?:(?<={')|(?<='.join(_forms(short))}))\.)?"


def _forms(entries: Iterable[str]) -> list[str]:
    return [form for entry in entries for form in (entry.capitalize(), entry.upper())]


def _month(group: str) -> str:
    return _abbreviable(group, time_lexicon().months)


def _weekday(group: str) -> str:
    return rf"{_abbreviable(group, time_lexicon().weekdays)}(?!s?\w)"


def _lead() -> str:
    return rf"(?i:{_LEAD})"


def _named_shapes() -> Iterable[tuple[str, str]]:
    month = f"(?:{_titled(time_lexicon().months)})"
    yield "stamp", rf"{month}\.?\s+{_DAY},?\s+{_YEAR},?\s*(?:[-\u2013\u2014|]|at)?\s*[0-9]{{1,2}}:[0-9]{{2}}"
    yield "stamp", rf"{_DAY}\s+{month}\.?,?\s+{_YEAR},?\s*(?:[-\u2013\u2014|]|at)?\s*[0-9]{{1,2}}:[0-9]{{2}}"
    yield "name", rf"(?i:{words(time_lexicon().names.words)})"
    yield "holiday", rf"{_lead()}(?P<holiday>(?i:{words(time_lexicon().holidays)}))"


def _date_ranges() -> Iterable[tuple[str, str]]:
    between = r"(?:(?i:between|from)\s+)?(?:(?i:the)\s+)?"
    join = rf"(?:{_DASH}|\s+(?:to|and|through|until)\s+)"
    ending = rf"(?:,?\s+(?P<year>{_YEAR}))?{_NOT_MORE_FIGURES}"
    yield (
        "span",
        (
            rf"{between}(?:on\s+)?{_month('month')}\s+(?P<day>{_DAY}){join}"
            rf"(?:{_month('month2')}\s+)?(?P<day2>{_DAY}){ending}"
        ),
    )
    yield (
        "span",
        (
            rf"{between}(?:on\s+)?(?P<day>{_DAY})(?:\s+{_month('month2')})?{join}"
            rf"(?P<day2>{_DAY})\s+{_month('month')}(?:,?\s+(?P<year>{_YEAR}))?"
        ),
    )
    lead = r"(?:(?i:between|from|on)\s+)?(?:(?i:the night of|late|early)\s+)?"
    joined = rf"(?:\s+night)?(?:{_DASH}|\s+(?:and|to|through|into|until)\s+(?:early\s+|late\s+)?)"
    yield "weekdays", rf"{lead}{_weekday('weekday')}{joined}{_weekday('weekday2')}{_TAIL}"


def _dates() -> Iterable[tuple[str, str]]:
    named_day = rf"(?:{_weekday('weekday')},?\s+)?"
    year = rf"(?:,?\s+(?P<year>{_YEAR}))?"
    yield "iso", rf"{_lead()}(?P<year>{_YEAR})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])"
    yield "date", rf"{_lead()}{named_day}(?:the\s+)?{_month('month')}\s+(?P<day>{_DAY}){year}{_NOT_MORE_FIGURES}{_TAIL}"
    yield "date", rf"{_lead()}{named_day}(?:the\s+)?(?P<day>{_DAY})(?:\s+of)?\s+{_month('month')}{year}{_TAIL}"
    yield (
        "month",
        rf"{_lead()}(?:(?:early|mid|late)-?\s*)?{_month('month')}(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}))(?![-/0-9])",
    )
    bare = r"(?i:(?P<lead>since|until|till|by|through|from)|in|during|of|last|next|this|early|late|mid)"
    yield (
        "month",
        (
            rf"(?:(?i:in|since|by|until|of)\s+)?{bare}[\s-]+"
            r"(?:(?i:the\s+)?(?i:early|mid|late|end of|start of|beginning of|(?P<which>last|next))[\s-]+)?"
            rf"{_month('month')}(?!\s+[0-9]|['\u2019]s|\s+[A-Z][a-z])"
        ),
    )
    yield (
        "day_of_month",
        (
            r"(?i:on)\s+(?i:the)\s+(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)"
            r"(?!\s+[a-z]*\s*(?:day|anniversary|floor|century|birthday))"
        ),
    )


def _weekdays() -> Iterable[tuple[str, str]]:
    which = r"(?:(?i:(?P<which>last|next|this|past|previous|following|coming|the same))\s+)?"
    yield "every", rf"(?i:every|each|on)\s+(?:other\s+)?(?:{_titled(time_lexicon().weekdays)})s\b"
    yield "every", rf"(?i:every|each)\s+{_weekday('weekday')}"
    yield "weekday", rf"{_lead()}{which}{_weekday('weekday')}{_TAIL}"


def _relatives() -> Iterable[tuple[str, str]]:
    count = rf"(?P<count>{words(time_lexicon().counts)}|[0-9]{{1,3}})"
    part = rf"(?:{'|'.join(_PARTS)})"
    yield "today", rf"(?i:{_LEAD}(?:today|tonight|this\s+(?:early\s+)?{part}|earlier\s+today))(?:['\u2019]s)?"
    yield "yesterday", rf"(?i:{_LEAD}(?:yesterday(?:['\u2019]s)?(?:\s+{part})?|last\s+night))"
    yield "tomorrow", rf"(?i:{_LEAD}tomorrow(?:['\u2019]s)?(?:\s+{part})?)"
    yield (
        "day_before",
        (
            r"(?i:(?:(?:on|by)\s+)?(?:the\s+(?:day|night)\s+before(?!\s+yesterday)|the\s+previous\s+(?:day|night)"
            r"|(?:a|one)\s+(?:day|night)\s+(?:earlier|before)))"
        ),
    )
    yield (
        "day_after",
        (
            r"(?i:(?:on\s+)?(?:the\s+(?:following|next)\s+(?:day|morning|night)|the\s+day\s+after(?!\s+tomorrow)"
            r"|(?:a|one)\s+day\s+later))"
        ),
    )
    yield "days_ago", rf"(?i:{count}\s+(?P<unit>days?|nights?)\s+(?P<side>ago|earlier|before|later))"
    yield "days_ago", r"(?i:(?P<count>a|one)\s+(?P<unit>week)\s+(?P<side>ago|earlier|before|later))"
    yield "days_after", rf"(?i:(?<!up to )(?<!for ){count}\s+(?P<unit>day|week|month|year)s?\s+after)"
    yield (
        "numbered_day",
        (
            r"(?i:(?:for|on|entering|entered|enters|into|in)\s+(?:a|the|its|their|his)\s+"
            rf"(?:{words(time_lexicon().ordinals)}|[0-9]+(?:st|nd|rd|th))"
            r"(?:\s+(?:straight|consecutive|successive|full))?\s+(?:day|night)(?!\s+of\s+[A-Z]))"
        ),
    )
    yield (
        "overnight",
        (
            r"(?i:overnight)"
            r"(?!\s+(?:curfews?|stays?|bag|success|trains?|bus|buses|ban|flights?|accommodation|hours))"
        ),
    )
    yield (
        "weekend",
        (
            r"(?i:(?:(?:over|at|on|during|this|in)\s+)?(?:(?:the|this|that)\s+)?"
            r"(?:(?P<which>last|next|past|coming|this)\s+)?weekend(?:['\u2019]s)?)"
        ),
    )
    yield "month_away", r"(?i:(?:in\s+|during\s+|since\s+)?(?P<which>last|next)\s+month(?:['\u2019]s)?)"
    yield "year_away", r"(?i:(?:in\s+|during\s+|since\s+)?(?P<which>last|next)\s+year(?:['\u2019]s)?)"


def _lexical() -> Iterable[tuple[str, str]]:
    count = f"(?:{words(time_lexicon().counts)})"
    lexicon = time_lexicon()
    clock = r"[0-9]{1,2}(?:[:.][0-9]{2})?"
    yield "hours", rf"(?i:(?:from|between)\s+{clock}\s?(?:[ap]\.?m\.?\s+)?(?:to|until|and)\s+{clock}\s?[ap]\.?m\b)"
    yield "part_of_day", f"(?i:{'|'.join(pattern.format(count=count) for pattern in lexicon.parts_of_day.words)})"
    yield "vague", f"(?i:{'|'.join(pattern.replace('{count}', count) for pattern in lexicon.vague.words)})"


def _years() -> Iterable[tuple[str, str]]:
    before = (
        r"(?i:(?P<lead>since|by|until|from|through)|in|of|during|the|a|an|late|early|mid|between|before|after"
        r"|summer|spring|autumn|winter|,|\()"
    )
    people = (
        r"(?!\s+(?:people|troops|soldiers|police|officers|men|women|civilians|children|members|others|were|dead"
        r"|residents|[a-z]+ (?:people|troops|soldiers)))"
    )
    yield (
        "years",
        (
            rf"(?:(?i:between|from|in)\s+)?(?P<year>{_YEAR})(?:{_DASH}|\s+(?:to|and|until)\s+)"
            rf"(?P<year2>{_YEAR})(?![-/.0-9])"
        ),
    )
    yield (
        "decade",
        r"(?:(?i:in|during|since)\s+)?(?:(?i:the)\s+)?(?:(?i:early|late|mid)[\s-]+)?(?P<year>(?:1[89]|20)[0-9]0)s",
    )
    yield (
        "year",
        (
            rf"{before}[\s-]*(?:(?i:early|late|mid|the end of|the start of|the year)[\s-]+)?(?P<year>{_YEAR})"
            rf"(?![-/.,:]?[0-9]|\s*[-\u2013]\s*[0-9]){people}"
        ),
    )
