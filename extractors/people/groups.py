"""Who is counted: the head of a noun phrase to one of the guide's groups.

The group follows the sentence's own words ("armed criminals" are militants where an authority calls them so); nothing
is inferred from outside. Words are in ``lexicons/groups.yaml``.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from extractors.grammar.doc_words import SENTENCES, words_of
from extractors.grammar.inflections import noun_forms
from extractors.lexicon import folder, parse
from extractors.places.demonyms import demonym_country

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token


class Group(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    group: str
    nouns: tuple[str, ...]
    phrases: tuple[str, ...] = ()
    matches: tuple[str, ...]
    rejects: tuple[str, ...]


class GroupLexicon(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    groups: tuple[Group, ...]
    transparent: tuple[str, ...]
    gathering: tuple[str, ...]
    nobody: tuple[str, ...]


LONGEST = 5  # words in the longest phrase
TROOPS = frozenset({"security_forces", "peacekeepers"})


@cache
def lexicon() -> GroupLexicon:
    text = folder().joinpath("groups.yaml").read_text(encoding="utf-8")
    return parse("groups.yaml", text, GroupLexicon)


@cache
def groups() -> frozenset[str]:
    """The guide's groups by name."""
    return frozenset(each.group for each in lexicon().groups)


@cache
def group_by_noun() -> Mapping[str, str]:
    return {form: g.group for g in reversed(lexicon().groups) for noun in g.nouns for form in noun_forms(noun)}


@cache
def group_by_phrase() -> Mapping[tuple[str, ...], str]:
    return {tuple(phrase.split()): g.group for g in reversed(lexicon().groups) for phrase in g.phrases}


@cache
def forms_of(attribute: str) -> frozenset[str]:
    return frozenset(form for noun in getattr(lexicon(), attribute) for form in noun_forms(noun))


@cache
def nouns_of(groups: frozenset[str]) -> frozenset[str]:
    """Every noun, in every form, and the last word of every phrase that names one of these groups."""
    nouns = {form for form, group in group_by_noun().items() if group in groups}
    return frozenset(nouns | {words[-1] for words, group in group_by_phrase().items() if group in groups})


def phrase_group(words: tuple[str, ...], end: int) -> str | None:
    """The group of the longest listed phrase that ends at ``words[end]``."""
    phrases = group_by_phrase()
    hits = (phrases.get(words[end + 1 - size : end + 1]) for size in range(LONGEST, 0, -1) if end + 1 >= size)
    return next(filter(None, hits), None)


def words_up_to(head: Token) -> tuple[str, ...]:
    """The words up to a noun that a phrase may have, quotation marks taken away."""
    words = words_of(head.doc)
    found: list[str] = []
    for i in range(head.i, -1, -1):
        if word := words[i].strip("“”\"'‘’"):
            found.insert(0, word)
        if len(found) == LONGEST:
            break
    return tuple(found)


def names_a_group(head: Token) -> bool:
    """A capitalised group is nobody by name: "the National Guard", "the Police"."""
    words = words_of(head.doc)
    return phrase_group(words, head.i) is not None or head.lower_ in group_by_noun()


def within(head: Token) -> Iterator[Token]:
    """The noun after "of": what a transparent head stands for."""
    for preposition in head.children:
        if preposition.lower_ == "of":
            yield from (child for child in preposition.children if child.dep_ == "pobj")


@lru_cache(maxsize=SENTENCES)
def group_of(head: Token) -> str | None:
    """The group that a noun names, None where it names nobody.

    A listed phrase that ends in the noun decides, then the noun behind a transparent head, then the noun itself, then
    (for a name) the noun that stands before it or in apposition to it.
    """
    compact = words_up_to(head)
    if found := phrase_group(compact, len(compact) - 1):
        return found
    if head.lower_ in forms_of("transparent"):
        inner = [group for noun in within(head) if (group := group_of(noun))]
        if inner:
            return inner[0]
    return group_by_noun().get(head.lower_) or hyphenated_group(head) or titled_group(head) or group_of_nation(head)


def hyphenated_group(head: Token) -> str | None:
    """ "ex-soldiers", "counter-protesters": the part after the last hyphen."""
    return group_by_noun().get(head.lower_.rsplit("-", 1)[1]) if "-" in head.lower_ else None


def group_of_nation(head: Token) -> str | None:
    """ "Syrians", "an Iraqi": the name of a people says nothing more than people."""
    is_name = head.text[:1].isupper() and demonym_country(head.text) is not None
    plural = head.tag_ in ("NNS", "NNPS") or head.lower_.endswith("s")
    one = any(child.lower_ in ("a", "an", "another") for child in head.lefts)
    counted = any(child.dep_ == "nummod" for child in head.lefts)
    return "people" if is_name and (plural or one or counted) else None


def titled_group(head: Token) -> str | None:
    """A person by name is of the group that title or apposition gives: "cameraman Mick Deane", "Hamdok, the prime
    minister".
    """
    if head.pos_ != "PROPN":
        return None
    before = [child for child in head.lefts if child.dep_ in ("compound", "nmod", "amod")]
    after = [child for child in head.rights if child.dep_ == "appos"]
    found = (group_by_noun().get(title.lower_) for title in (*reversed(before), *after))
    return next(filter(None, found), None)


def is_title(word: Token) -> bool:
    """ "President", "Journalist": the word before a person's name that says what he is."""
    return word.lower_ in group_by_noun() and word.i + 1 < len(word.doc) and word.nbor().pos_ == "PROPN"


def is_nobody(head: Token) -> bool:
    return head.lower_ in forms_of("nobody")
