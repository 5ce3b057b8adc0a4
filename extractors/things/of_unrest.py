"""Who and what stands around unrest: the noun classes that its rules name in ``takes``.

Word classes are in ``lexicons/unrest_things.yaml``. Classes that are grammar or groups: every group of the guide under
its own name; ``crowd`` people who may protest; ``state`` who uses force for a state; ``armed`` who can attack;
``nation`` a state by name; ``name`` any proper name.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from extractors.grammar.doc_words import SENTENCES, words_of
from extractors.grammar.noun_classes import ByLastWord, NounClass, by_last_word, classes_ending_at, phrase_table
from extractors.lexicon import load
from extractors.people.groups import group_of, groups, nouns_of
from extractors.places.demonyms import demonym_country
from extractors.places.gazetteer import COUNTRY, fold, gazetteer
from extractors.things.of_measures import complements

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FORCES = frozenset({"security_forces", "peacekeepers"})
CROWDS = frozenset({"people", "civilians", "protesters", "prisoners", "aid_workers", "journalists", "foreigners"})
ARMED = FORCES | {"militants"}
ALLIANCES = frozenset({"nato", "us", "u.s.", "u.s", "uk", "u.k.", "coalition"})
PARTS = ("compound", "amod", "nmod", "poss")


class Things(BaseModel):
    """The classes, and the verbs that say that an attack spoken of took place."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    classes: tuple[NounClass, ...]
    doing: frozenset[str]
    harming: frozenset[str]
    judging: frozenset[str]
    idle: frozenset[str]
    harmed: frozenset[str]
    warring: frozenset[str]
    losses: frozenset[str]


@cache
def things() -> Things:
    return load("unrest_things.yaml", Things)


@cache
def classes_by_last_word() -> ByLastWord:
    return by_last_word(phrase_table(things().classes))


@cache
def listed_classes() -> frozenset[str]:
    """Those that a noun is of by listed words alone: the lexicon's own and the guide's groups but for people, who go by
    the names of nations too.
    """
    return frozenset(each.name for each in things().classes) | groups() - {"people"}


def words_of_classes(names: frozenset[str]) -> frozenset[str]:
    """The words one of which a noun of these listed classes has in its phrase."""
    ends = classes_by_last_word().items()
    named = frozenset(word for word, entries in ends if any(not found.isdisjoint(names) for _, found in entries))
    return named | nouns_of(names)


def word_classes(token: Token) -> frozenset[str]:
    """The classes of all phrases that end in a token."""
    return classes_ending_at(token, classes_by_last_word())


@cache
def names_a_country(name: str) -> bool:
    return any(entry.prec == COUNTRY for entry in gazetteer().lookup(fold(name)))


def is_nation(token: Token) -> bool:
    """A state by name or a military alliance: "Israel", "the U.S.", "NATO"."""
    if not token.text[:1].isupper():
        return False
    named = token.doc[token.left_edge.i : token.i + 1].text.removeprefix("the ").removeprefix("The ")
    return token.lower_ in ALLIANCES or names_a_country(token.text) or names_a_country(named)


def is_people(token: Token) -> bool:
    """A demonym: "Israeli", "Russians"."""
    return token.text[:1].isupper() and demonym_country(token.text) is not None


def group_classes(head: Token) -> frozenset[str]:
    group = group_of(head)
    if group is None:
        return frozenset()
    found = {group}
    if group in CROWDS:
        found.add("crowd")
    if group in FORCES:
        found.add("state")
    if group in ARMED:
        found.add("armed")
    return frozenset(found)


@lru_cache(maxsize=SENTENCES)
def classes_of(head: Token) -> frozenset[str]:
    """Every class that a noun phrase belongs to: by its head, by what that is of, by its group, as a name."""
    found = set(word_classes(head)) | group_classes(head)
    for inner in complements(head):
        found |= word_classes(inner) if "crowd" not in found else set()
    if is_nation(head):
        found |= {"nation", "armed", "state"}
    if "arm" in found:
        found.add("armed")
    if "authority" in found:
        found |= {"state", "armed"}
        found.discard("crowd")
    if is_people(head) and head.tag_ in ("NNS", "NNPS"):
        found.add("crowd")
    if head.pos_ == "PROPN":
        found.add("name")
    return frozenset(found)


def group_for(head: Token) -> str:
    """The group of those who attack or take part: a state's arms are its security forces."""
    found = classes_of(head)
    group = group_of(head)
    if group is not None and group != "officials":
        return group
    if "terror" in found:
        return "militants"
    sent = "weapon" not in found and bool(found & {"nation", "authority", "arm", "aerial"})
    if sent or is_people(head):
        return "security_forces"
    return "people"


def speaks_of(name: str, doc: Doc) -> bool:
    """Does a word of a class stand anywhere in the sentence?"""
    return name in classes_in(doc)


@lru_cache(maxsize=SENTENCES)
def classes_in(doc: Doc) -> frozenset[str]:
    """The classes of all words of a sentence."""
    ending = classes_by_last_word()
    return frozenset().union(*(word_classes(doc[i]) for i, word in enumerate(words_of(doc)) if word in ending))


def is_state(token: Token) -> bool:
    """A state's forces or authorities; "military snipers" are, snipers are not."""
    found = classes_of(token)
    official = any("state" in classes_of(child) for child in token.lefts if child.dep_ in ("amod", "compound"))
    return (official and "militants" in found) or ("state" in found and not found & {"militants", "nation"})
