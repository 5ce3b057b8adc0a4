"""The lexicons of place names: what the files may say, and the words by group."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from extractors.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Mapping

Model = TypeVar("Model", bound=BaseModel)


class Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class NamedPlace(Strict):
    """A place that the gazetteers lack or misname; ``seat`` is a city that lends its coordinates."""

    name: str
    country: str = Field(pattern=r"^[A-Z]{2}$")
    prec: int = Field(ge=1, le=7)
    names: tuple[str, ...] = Field(min_length=1)
    seat: str | None = None
    keep: bool = False
    exact: bool = False


class NamedPlaces(Strict):
    id: str
    places: tuple[NamedPlace, ...]
    matches: tuple[str, ...]
    rejects: tuple[str, ...]


class Overrides(Strict):
    groups: tuple[NamedPlaces, ...]
    prefer_home: tuple[str, ...]


class Demonyms(Strict):
    matches: tuple[str, ...]
    rejects: tuple[str, ...]
    demonyms: dict[str, tuple[str, ...]]


class WordGroup(Strict):
    """Words that stand around place names: ``words``, ``phrases`` of several, or types with their ``precs``."""

    id: str
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    precs: dict[str, int] = Field(default_factory=dict)
    matches: tuple[str, ...]
    rejects: tuple[str, ...]


class WordGroups(Strict):
    groups: tuple[WordGroup, ...]


def _read(name: str, model: type[Model]) -> Model:
    return load(f"places/{name}.yaml", model)


@cache
def overrides() -> Overrides:
    return _read("overrides", Overrides)


@cache
def demonym_file() -> Demonyms:
    return _read("demonyms", Demonyms)


@cache
def word_groups() -> Mapping[str, WordGroup]:
    return {group.id: group for group in _read("words", WordGroups).groups}


@cache
def words(group: str) -> frozenset[str]:
    return frozenset(word_groups()[group].words)


@cache
def phrases(group: str) -> tuple[str, ...]:
    return word_groups()[group].phrases


@cache
def precisions(group: str) -> Mapping[str, int]:
    """Place types with the ``where_prec`` of a place so called."""
    return word_groups()[group].precs


def says_there(text: str) -> bool:
    """A "there" or "nearby" that points back to a place told of before."""
    return bool(set(re.findall(r"[a-z]+", text.lower())) & words("going_on"))
