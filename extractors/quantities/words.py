"""The words of quantity as typed, validated data (``lexicons/quantities.yaml``)."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from extractors.lexicon import folder, parse

Effect = Literal["exact", "at_least", "about", "under"]
Phrase = tuple[str, ...]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FractionOfScale(_Strict):
    """The words that halve or quarter a scale word after them: "half a" million."""

    words: Phrase
    value: float


class NumberWords(_Strict):
    """What the number grammar knows."""

    cardinals: dict[str, float]
    scales: dict[str, float]
    glued_scales: dict[str, float]
    fractions_of_scale: tuple[FractionOfScale, ...]
    articles: frozenset[str]
    bare_scale_after: frozenset[str]
    collectives: dict[str, float]
    ordinals: frozenset[str]
    share_units: frozenset[str]


class _Exampled(_Strict):
    matches: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()


class Modifier(_Exampled):
    """Phrases that bound a number."""

    effect: Literal["at_least", "about", "under"]
    phrases: tuple[str, ...]


class VagueWords(_Exampled):
    """Number words without a number; with ``scales``, only before one of those."""

    words: tuple[str, ...]
    scales: frozenset[str] = frozenset()


class NoneWords(_Exampled):
    """Words for zero."""

    words: tuple[str, ...]


class Units(_Exampled):
    """Words after a number that make it no count; ``days`` gives the length of each unit of time."""

    kind: Literal["duration", "money", "percent", "measure"]
    words: frozenset[str]
    days: dict[str, float] = {}


class QuantityLexicon(_Strict):
    """All of ``quantities.yaml``."""

    numbers: NumberWords
    before: tuple[Modifier, ...]
    intensifiers: tuple[str, ...]
    intensified: frozenset[str]
    topic_words: frozenset[str]
    topic_verbs: frozenset[str]
    after: tuple[Modifier, ...]
    vague: tuple[VagueWords, ...]
    not_vague_after: frozenset[str]
    none: tuple[NoneWords, ...]
    not_none_before: frozenset[str]
    units: tuple[Units, ...]
    not_hyphenated: frozenset[str]
    leaders: frozenset[str]
    age_leaders: frozenset[str]
    person_nouns: frozenset[str]
    change_verbs: frozenset[str]
    score_words: frozenset[str]
    currency_marks: frozenset[str]
    year_leaders: frozenset[str]

    def before_phrases(self) -> dict[Phrase, Effect]:
        """Every modifier that may stand before a number, with its intensified forms ("well over")."""
        plain = {phrase: group.effect for group in self.before for phrase in group.phrases}
        stronger = {
            f"{adverb} {phrase}": plain[phrase]
            for phrase in self.intensified & plain.keys()
            for adverb in self.intensifiers
        }
        return {tuple(phrase.split()): effect for phrase, effect in {**plain, **stronger}.items()}

    def after_phrases(self) -> dict[Phrase, Effect]:
        return {tuple(phrase.split()): group.effect for group in self.after for phrase in group.phrases}

    def vague_phrases(self) -> frozenset[Phrase]:
        """Every vague phrase, those before a scale word spelled out ("several dozen")."""
        plain = {tuple(words.split()) for group in self.vague if not group.scales for words in group.words}
        scaled = {(*words.split(), scale) for group in self.vague for scale in group.scales for words in group.words}
        return frozenset(plain | scaled)

    def none_phrases(self) -> frozenset[Phrase]:
        return frozenset(tuple(words.replace("-", " - ").split()) for group in self.none for words in group.words)

    def unit_kinds(self) -> dict[str, str]:
        return {word: group.kind for group in self.units for word in (*group.words, *group.days)}

    def unit_days(self) -> dict[str, float]:
        """Length in days of every unit of time, plural or not."""
        days = {unit: length for group in self.units for unit, length in group.days.items()}
        return days | {f"{unit}s": length for unit, length in days.items()} | {"centuries": 36500.0}


@cache
def quantity_lexicon() -> QuantityLexicon:
    """The lexicon as packaged."""
    text = folder().joinpath("quantities.yaml").read_text(encoding="utf-8")
    return parse("quantities.yaml", text, QuantityLexicon)
