"""What a number measures: people and things are counted, years, ages, prices, distances and names are not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.times.words import time_lexicon

if TYPE_CHECKING:
    from extractors.quantities.number_words import Cardinal, Lexeme
    from extractors.quantities.words import QuantityLexicon

_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_YEARS = range(1800, 2101)
_OLDEST = 115
_YOUNGEST = 2
_LONGEST_PLAIN = 6  # figures without a separator; more are telephone and reference numbers
_TITLED = re.compile(r"[A-Z]")
_AGE_UNITS = frozenset({"year", "years", "month", "months", "week", "weeks", "day", "days"})
_AGE_JOINERS = frozenset({",", "and", "or", "to", "-", "\u2013", "between", "from", "of", "about", "around"})
_NUMBERED = frozenset({"day", "number", "phase", "level", "stage", "category", "article"})  # before number words too
_DAY_JOINERS = frozenset({"and", "to", "-", "\u2013", "through"})
_LAST_DAY = 31


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as the quantity grammar sees it: its lexemes, the tag of each, and the lexicon."""

    lexemes: tuple[Lexeme, ...]
    tags: tuple[str, ...]
    lexicon: QuantityLexicon
    units: dict[str, str]
    days: dict[str, float]

    def norm(self, i: int) -> str:
        return self.lexemes[i].norm if 0 <= i < len(self.lexemes) else ""

    def text(self, i: int) -> str:
        return self.lexemes[i].text if 0 <= i < len(self.lexemes) else ""

    def tag(self, i: int) -> str:
        return self.tags[i] if 0 <= i < len(self.tags) else ""

    def glued(self, i: int) -> bool:
        """Whether lexeme ``i`` follows the one before without a space."""
        return 0 <= i < len(self.lexemes) and self.lexemes[i].glued

    def is_word(self, i: int) -> bool:
        return 0 <= i < len(self.lexemes) and self.lexemes[i].is_word

    def is_figures(self, i: int) -> bool:
        return 0 <= i < len(self.lexemes) and self.lexemes[i].is_figures

    def hyphened(self, i: int) -> bool:
        """Whether ``i`` is a hyphen glued on both sides."""
        return 0 <= i < len(self.lexemes) - 1 and self.lexemes[i].is_hyphen and self.glued(i) and self.glued(i + 1)

    def is_plural(self, i: int) -> bool:
        return self.tag(i) in {"NNS", "NNPS"} or self.norm(i) in self.lexicon.person_nouns


@dataclass(frozen=True, slots=True)
class Sense:
    """The kind of a number, the position after its last lexeme (units of lengths and shares included), its factor."""

    kind: str
    end: int
    factor: float = 1.0


def sense_of(reading: Reading, number: Cardinal) -> Sense:
    """What the number measures, from the words around it."""
    for judge in (_glued_sense, _money_sense, _age_sense, _unit_sense, _named_sense, _date_sense, _year_sense):
        if sense := judge(reading, number):
            return sense
    if number.is_fraction or _is_bare_series(reading, number):
        return Sense("measure", number.end)
    return Sense("number", number.end)


def _glued_sense(reading: Reading, number: Cardinal) -> Sense | None:
    """Parts of names, clock times, scores, telephone numbers: ``F-16``, ``4:45``, ``9/11``, ``12,5``, ``5th``."""
    if reading.glued(number.start) and _is_name_part(reading, number.start):
        return Sense("measure", number.end)
    after = reading.norm(number.end)
    if reading.glued(number.end) and number.figures is None and reading.is_figures(number.end):
        return Sense("measure", number.end)
    if not reading.glued(number.end):
        return None
    if reading.is_word(number.end) and number.figures:
        return _suffix_sense(reading, number, after)
    joins = after in {":", "/", ",", ".", "_", "@", "\u00d7"} and reading.glued(number.end + 1)
    if joins and (reading.is_figures(number.end + 1) or after in {"/", "_", "@"}):
        return Sense("measure", number.end)
    return _hyphen_sense(reading, number)


def _is_name_part(reading: Reading, start: int) -> bool:
    before = reading.norm(start - 1)
    if reading.is_word(start - 1) or reading.is_figures(start - 1):
        return before not in reading.lexicon.currency_marks
    if before in {"#", "@", "№", "_", "+", "=", ":", "/", "&"}:
        return True
    joined = before in {"-", ".", ",", "\u2011"} and reading.glued(start - 1)
    return joined and (before == "-" or reading.is_figures(start - 2)) and not reading.norm(start - 2).endswith("s")


def _suffix_sense(reading: Reading, number: Cardinal, suffix: str) -> Sense:
    if suffix in _ORDINAL_ENDINGS:
        return Sense("ordinal", number.end + 1)
    if suffix == "s" and reading.norm(number.start - 1) in {"his", "her", "their", "my"}:
        return Sense("age", number.end + 1)
    return Sense(reading.units.get(suffix, "measure"), number.end + 1, reading.days.get(suffix, 1.0))


def _hyphen_sense(reading: Reading, number: Cardinal) -> Sense | None:
    """``12-member``, ``two-week``, ``25-year-old``; ``30-strong`` and ``200-plus`` stay counts."""
    if not reading.lexemes[number.end].is_hyphen:
        return None
    if not reading.glued(number.end + 1):
        return Sense("measure", number.end) if reading.norm(number.end + 1) in {"and", "or", "to"} else None
    word = reading.norm(number.end + 1)
    if not reading.is_word(number.end + 1) or word in reading.lexicon.not_hyphenated or word in {"plus", "odd", "some"}:
        return None
    if word in _AGE_UNITS and "old" in {reading.norm(number.end + 2), reading.norm(number.end + 3)}:
        return Sense("age", number.end)
    kind = reading.units.get(word, "measure")
    kept = number.end + 2 if kind in {"duration", "percent"} else number.end
    return Sense(kind, kept, reading.days.get(word, 1.0) if kind == "duration" else 1.0)


def _money_sense(reading: Reading, number: Cardinal) -> Sense | None:
    return Sense("money", number.end) if reading.norm(number.start - 1) in reading.lexicon.currency_marks else None


def _age_sense(reading: Reading, number: Cardinal) -> Sense | None:
    if _has_age_unit(reading, number.end) or _is_age_by_leader(reading, number) or _is_age_in_commas(reading, number):
        return Sense("age", number.end)
    return None


def _has_age_unit(reading: Reading, end: int) -> bool:
    """``34 years old``, ``34 year old``, ``34 years of age``."""
    following = (reading.norm(end + 1), reading.norm(end + 2))
    return reading.norm(end) in _AGE_UNITS and (following[0] in {"old", "olds"} or following == ("of", "age"))


def _is_age_by_leader(reading: Reading, number: Cardinal) -> bool:
    """``aged 30``, ``ages 4, 6 and 9``, ``ages 15 to 53``, ``children under 5``, ``those over 65``."""
    before = reading.norm(number.start - 1)
    at = number.start - 1
    while at >= 0 and (reading.norm(at) in _AGE_JOINERS or reading.is_figures(at)):
        at -= 1
    if reading.norm(at) in reading.lexicon.age_leaders and not reading.is_plural(number.end):
        return True
    bounded = before in {"over", "under", "above", "below"} and number.value < _OLDEST
    whose = reading.norm(number.start - 2)
    return bounded and (whose in reading.lexicon.person_nouns or whose == "aged") and not reading.is_plural(number.end)


def _is_age_in_commas(reading: Reading, number: Cardinal) -> bool:
    """``Smith, 34, was``, ``Smith (34)``, ``two men, 23 and 31, were``: after a person, closed by a mark."""
    if number.figures is None or number.value >= _OLDEST:
        return False
    start, end = number.start, number.end
    if reading.norm(start - 1) == "and" and reading.is_figures(start - 2):
        start -= 2
    elif reading.norm(end) == "and" and reading.is_figures(end + 1) and reading.norm(end + 2) == ",":
        end += 2
    opened, closed = reading.text(start - 1), reading.text(end)
    named = _TITLED.match(reading.text(start - 2)) is not None or reading.tag(start - 2) in {"NN", "NNS"}
    pairs = {",": {",", ".", ";", "", ")", "and"}, "(": {")"}}
    return named and number.value >= _YOUNGEST and closed in pairs.get(opened, set())


def _unit_sense(reading: Reading, number: Cardinal) -> Sense | None:
    """The unit stands next, or after one adjective ("two full days", "300 Kazakh tenge")."""
    for at in (number.end, number.end + 1):
        kind = reading.units.get(reading.norm(at)) or reading.units.get(f"{reading.norm(at)} {reading.norm(at + 1)}")
        if kind and (at == number.end or _is_unit_adjective(reading, number.end, kind)):
            last = at + 2 if reading.norm(at) not in reading.units else at + 1
            return Sense(
                kind, last if kind in {"duration", "percent"} else number.end, reading.days.get(reading.norm(at), 1.0)
            )
    return None


def _is_unit_adjective(reading: Reading, i: int, kind: str) -> bool:
    if kind == "money":
        return reading.tag(i) in {"JJ", "NNP", "NN", "NNPS"}
    return kind in {"duration", "measure"} and reading.norm(i) in {
        "full",
        "more",
        "further",
        "whole",
        "square",
        "cubic",
        "additional",
        "consecutive",
        "straight",
        "long",
        "nautical",
        "metric",
        "calendar",
        "working",
    }


def _named_sense(reading: Reading, number: Cardinal) -> Sense | None:
    """``Article 370``, ``Boeing 737``, ``No. 10``, ``magnitude 6``: the number is a name's."""
    at = number.start - 2 if reading.text(number.start - 1) == "." else number.start - 1
    if (reading.text(number.start - 2), reading.norm(number.start - 1)) == ("Group", "of"):
        return Sense("measure", number.end)
    leader = reading.norm(at)
    if leader not in reading.lexicon.leaders or (at != number.start - 1 and leader not in {"no", "nos", "art", "pp"}):
        return None
    if (leader == "no" and at == number.start - 1) or reading.tag(at).startswith("VB"):
        return None
    titled = _TITLED.match(reading.text(at)) is not None and at > 0
    counted = reading.is_plural(number.end) and not titled
    return None if counted or (number.figures is None and leader not in _NUMBERED) else Sense("measure", number.end)


def _date_sense(reading: Reading, number: Cardinal) -> Sense | None:
    """``January 5``, ``Jan. 5``, ``5 January``, the second day of ``Jan. 4-6`` and ``Jan. 2 and 5``."""
    if number.figures is None or not number.figures.isdigit() or number.value > _LAST_DAY:
        return None
    if _is_month(reading, number.end) or (reading.norm(number.end) == "of" and _is_month(reading, number.end + 1)):
        return Sense("measure", number.end)
    month = _month_before(reading, number.start)
    if (
        month is None
        and reading.norm(number.start - 1) in _DAY_JOINERS
        and reading.is_figures(number.start - 2)
        and not reading.is_plural(number.end)
    ):
        month = _month_before(reading, number.start - 2)
    whole_month = month is not None and reading.norm(month - 1) == "in" and reading.is_plural(number.end)
    return Sense("measure", number.end) if month is not None and not whole_month else None


def _month_before(reading: Reading, i: int) -> int | None:
    at = i - 2 if reading.text(i - 1) == "." else i - 1
    return at if _is_month(reading, at) else None


def _is_month(reading: Reading, i: int) -> bool:
    return reading.norm(i) in time_lexicon().months and _TITLED.match(reading.text(i)) is not None


def _year_sense(reading: Reading, number: Cardinal) -> Sense | None:
    figures = number.figures or ""
    if not (len(figures) == 4 and figures.isdigit() and int(figures) in _YEARS and number.scale == 1):  # noqa: PLR2004
        return None
    before, plural = reading.norm(number.start - 1), reading.is_plural(number.end)
    plain = before not in reading.lexicon.year_leaders and (
        int(figures) % 50 == 0 or reading.norm(number.end) in reading.lexicon.person_nouns
    )
    bounded = before in {"of", "than", "about", "some", "least", "nearly", "almost"}
    return None if plural and (plain or bounded) else Sense("measure", number.end)


def _is_bare_series(reading: Reading, number: Cardinal) -> bool:
    """Long or zero-led figures, and the number of a list item or footnote."""
    figures = number.figures or ""
    if figures.isdigit() and len(figures) > 1 and (figures[0] == "0" or len(figures) > _LONGEST_PLAIN):
        return True
    listed = number.start == 0 and reading.norm(number.end) in {".", ")"} and number.end < len(reading.lexemes) - 1
    bracketed = reading.norm(number.start - 1) in {"(", "["} and reading.norm(number.end) in {")", "]"}
    return bool(figures) and (listed or bracketed)
