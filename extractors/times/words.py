"""The words of time as typed, validated data (``lexicons/times.yaml``)."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from extractors.lexicon import folder, parse


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TimeWords(_Strict):
    """A group of words or patterns (``{count}`` stands for the small number words) with its examples.

    ``anchors`` are words of which every text that one of the patterns fits holds one, "0" for any figure.
    """

    words: tuple[str, ...]
    anchors: frozenset[str] = frozenset()
    matches: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()


class SayingWords(_Strict):
    """Verbs (lemmas) and nouns that report."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    matches: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()


class TimeLexicon(_Strict):
    """All of ``times.yaml``."""

    months: dict[str, int]
    weekdays: dict[str, int]
    holidays: dict[str, tuple[int, int]]
    counts: dict[str, int]
    ordinals: dict[str, int]
    names: TimeWords
    vague: TimeWords
    parts_of_day: TimeWords
    since: TimeWords
    planned: TimeWords
    saying: SayingWords
    event_nouns: frozenset[str]


@cache
def time_lexicon() -> TimeLexicon:
    """The lexicon as packaged."""
    text = folder().joinpath("times.yaml").read_text(encoding="utf-8")
    return parse("times.yaml", text, TimeLexicon)
