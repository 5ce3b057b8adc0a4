"""A running total or one occasion.

The guide: the rising toll of one event (a quake, a bombing, one night's raids) is an incident; of a campaign, a war,
a wave of protests a total. Cue words are in ``lexicons/scope.yaml``; tense and tolls decide where no cue stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from extractors.grammar.doc_words import SENTENCES, text_of
from extractors.lexicon import load

if TYPE_CHECKING:
    from extractors.drafts import Draft
    from extractors.records import When

NO_SPAN = re.compile(
    r"\b(?:have|has|had|'ve|ever) since\b|\b(?:\w+est|worst|first|most \w+)\b[^,.;]{0,40}?\bsince\b", re.IGNORECASE
)
MANY = 100  # so many are seldom one occasion's where there is unrest
SEVERAL = 5  # nor so many where a national authority counts
SCOPED = frozenset({"casualty", "detention", "displacement", "damage"})


class Cues(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    about: str
    words: tuple[str, ...]
    matches: tuple[str, ...]
    rejects: tuple[str, ...]


class ScopeLexicon(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    total: Cues
    incident: Cues
    period: Cues
    unrest: Cues


@cache
def lexicon() -> ScopeLexicon:
    return load("scope.yaml", ScopeLexicon)


@cache
def pattern(cue: str) -> re.Pattern[str]:
    words = sorted(getattr(lexicon(), cue).words, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def tells_of_unrest(text: str) -> bool:
    """Does the article tell of a wave of protests, a war, a campaign?"""
    return has_cue("unrest", text)


@lru_cache(maxsize=SENTENCES)
def has_cue(cue: str, text: str) -> bool:
    return pattern(cue).search(text) is not None


@lru_cache(maxsize=SENTENCES)
def is_running_by_words(text: str) -> bool:
    """Has the sentence a cue of a running total? "Have since been freed" and "the worst since the war" have none."""
    return has_cue("total", NO_SPAN.sub("", text))


def is_perfect(draft: Draft) -> bool:
    """ "have been killed", "had died": the tense of a running count."""
    return any(child.dep_ == "aux" and child.lower_ in ("have", "has", "had", "'ve") for child in draft.event.children)


@dataclass(frozen=True, slots=True)
class Scope:
    """``total`` or ``incident``, and whether the claim's own words say so; an unsure scope yields to what the
    article is about.
    """

    value: str | None
    is_sure: bool


def scope_of(draft: Draft, when: When | None, *, unrest: bool, national: bool, within: bool = False) -> Scope:
    """The scope of a draft; without value for families that have none.

    ``unrest`` says that the article tells of a wave of protests, a war or a campaign rather than of one event;
    ``national`` that a national authority gives the number: a few are then a balance and no occasion; ``within`` that
    its sentence names a place within the country. Things are damaged on an occasion, unless the sentence itself adds
    them up.
    """
    if draft.family not in SCOPED:
        return Scope(None, is_sure=True)
    text = text_of(draft.event.doc)
    single_day = when is not None and when.start is not None and when.start == when.end
    if draft.count is not None and draft.count.value == 1 and draft.count.high == 1:
        return Scope("incident", is_sure=True)
    if is_running_by_words(text) and not (single_day and not is_perfect(draft)):
        return Scope("total", is_sure=True)
    if single_day or draft.count is None or draft.family == "damage" or has_cue("incident", text):
        return Scope("incident", is_sure=True)
    if has_cue("period", text):
        return Scope("total", is_sure=True)
    arrests = draft.family == "detention" and not within
    adds_up = (is_perfect(draft) or is_many(draft, MANY)) and not within
    balance = national and is_many(draft, SEVERAL)
    running = adds_up or balance or arrests or draft.rule.endswith(".toll")
    return Scope("total" if unrest and running else "incident", is_sure=False)


def is_many(draft: Draft, many: int) -> bool:
    value = draft.count.value if draft.count is not None else None
    return value is not None and value >= many
