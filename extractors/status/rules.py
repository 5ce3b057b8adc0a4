"""The rules that take an event out of plain assertion, as the lexicon holds them."""

from __future__ import annotations

from functools import cache, cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from extractors.lexicon import load

Category = Literal[
    "negated",
    "asked",
    "hypothetical",
    "threatened",
    "urged",
    "averted",
    "attempted",
    "generic",
    "purposed",
    "denied",
    "unconfirmed",
    "planned",
    "ended",
]
Place = Literal["group", "governor", "report", "modifier", "opener", "phrase", "sentence"]


class StatusRule(BaseModel):
    """A cue, where it stands to the event, and what it makes of the event."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    category: Category
    place: Place
    words: frozenset[str] = Field(min_length=1)
    links: frozenset[str] = frozenset()  # dependency labels by which the event may hang on a governor
    events: tuple[str, ...] = ()  # only for these event words
    events_are: Literal["aspectual"] | None = None  # a thing that goes on, named by a noun or an "-ing" form
    tense: Literal["present", "future"] | None = None
    unless: frozenset[str] = frozenset()  # governors that count only with a clause; before a phrase, words that undo it
    bare: bool = False  # only a governor that nothing but an adjective or "some" modifies
    matches: tuple[str, ...] = Field(min_length=1)
    rejects: tuple[str, ...] = Field(min_length=1)

    @cached_property
    def set_apart(self) -> tuple[str, ...]:
        """The words with blanks around them, as they stand in a text of words."""
        return tuple(f" {word} " for word in self.words)


class StatusLexicon(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    order: tuple[Category, ...]
    rules: tuple[StatusRule, ...]
    light: frozenset[str]
    hearsay: frozenset[str]
    giving: frozenset[str]
    implicative: frozenset[str]
    said: frozenset[str]
    group_words: frozenset[str]


@cache
def status_lexicon() -> StatusLexicon:
    return load("status.yaml", StatusLexicon)


@cache
def rules_at(place: Place) -> tuple[StatusRule, ...]:
    return tuple(rule for rule in status_lexicon().rules if rule.place == place)
