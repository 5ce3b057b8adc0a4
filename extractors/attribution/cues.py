"""The words that put what is said on somebody's word, as the lexicon holds them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field

from extractors.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Mapping

Way = Literal["speech", "finding", "sight", "blame", "quote"]


class CueEntry(BaseModel):
    """Verbs that take their content in one way."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    way: Way
    forms: tuple[str, ...] = Field(min_length=1)
    needs: tuple[str, ...] = ()  # words one of which must follow
    never_before: frozenset[str] = frozenset()  # words that may not come next
    subjects: Literal["document"] | None = None
    matches: tuple[str, ...] = Field(min_length=1)
    rejects: tuple[str, ...]


class PrepositionEntry(BaseModel):
    """Words after which the speaker stands."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    words: tuple[str, ...] = Field(min_length=1)
    matches: tuple[str, ...] = Field(min_length=1)
    rejects: tuple[str, ...]


class CueLexicon(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    entries: tuple[CueEntry, ...]
    prepositions: tuple[PrepositionEntry, ...]
    documents: frozenset[str]
    mute: frozenset[str]
    listeners: frozenset[str]
    background: frozenset[str]
    contrast: frozenset[str]
    aside: frozenset[str]
    persons: frozenset[str]
    time_words: frozenset[str]
    stand_ins: dict[str, tuple[str, ...]]


@cache
def cue_lexicon() -> CueLexicon:
    return load("attribution/cues.yaml", CueLexicon)


@cache
def entries_by_form() -> Mapping[str, tuple[CueEntry, ...]]:
    table: dict[str, tuple[CueEntry, ...]] = {}
    for entry in cue_lexicon().entries:
        for form in entry.forms:
            table[form] = (*table.get(form, ()), entry)
    return table
