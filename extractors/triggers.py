"""Triggers: where in a sentence a lexicon rule's words stand, in any of their forms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extractors.inflections import noun_forms, verb_forms
from extractors.lexicon import family_lexicons

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Token

    from extractors.lexicon import Rule

VERBAL = frozenset({"object", "subject"})
# tokens that an object may put between a verb and the rest of its phrase: "took at least 15 of them into custody"
REACH = 12


@dataclass(frozen=True, slots=True)
class Phrase:
    """A lexicon entry, ready to be looked for: ``first`` any form of its first word, ``tail`` the words that follow."""

    rule: Rule
    first: frozenset[str]
    passive: frozenset[str]  # forms that can stand for "was done to"
    tail: tuple[frozenset[str], ...]
    gap: bool  # may an object stand before the tail?


@dataclass(frozen=True, slots=True)
class Trigger:
    """A phrase found; ``token`` is its grammatical head."""

    rule: Rule
    token: Token
    start: int
    end: int
    covers: frozenset[int]
    may_be_passive: bool


def phrase(rule: Rule, entry: str) -> Phrase:
    words = entry.replace("~", " ").split()
    gap = "~" in entry
    if rule.pattern in VERBAL:
        forms = verb_forms(words[0])
        passive = forms.past | forms.participle
        return Phrase(rule, forms.every, passive, tuple(frozenset({w}) for w in words[1:]), gap=gap)
    *literal, last = [frozenset({word}) for word in words]
    if rule.pattern != "state":
        last = noun_forms(words[-1])
    first, *tail = [*literal, last]
    return Phrase(rule, first, frozenset(), tuple(tail), gap=gap)


@cache
def phrases(family: str) -> Mapping[str, tuple[Phrase, ...]]:
    """The family's phrases by every form of their first word; longer phrases first."""
    index: dict[str, list[Phrase]] = {}
    for rule in family_lexicons()[family].rules:
        for entry in rule.words:
            found = phrase(rule, entry)
            for form in found.first:
                index.setdefault(form, []).append(found)
    return {form: tuple(sorted(found, key=_length, reverse=True)) for form, found in index.items()}


def _length(found: Phrase) -> int:
    return len(found.tail)


def tail_at(doc: Doc, token: Token, found: Phrase) -> int | None:
    """Where the tail begins, None where it is missing."""
    size = len(found.tail)
    last = token.i + 1 + (REACH if found.gap else 0)
    for start in range(token.i + 1, min(last, len(doc) - size) + 1):
        window = doc[start : start + size]
        if len(window) == size and all(t.lower_ in words for t, words in zip(window, found.tail, strict=True)):
            return start
        if start < len(doc) and doc[start].text in {";", "."}:
            return None
    return None


def fits(token: Token, found: Phrase) -> bool:
    """A verb's word must not be a noun here ("an arrest", "the killing"), a noun's no verb."""
    if found.rule.pattern in VERBAL:
        form = token.lower_
        if token.pos_ in ("NOUN", "PROPN") and form not in found.passive:
            return (
                token.dep_ == "ROOT"
                or token.tag_ == "VBZ"
                or any(child.dep_ in ("nsubj", "dobj") for child in token.children)
            )
        return not (token.tag_ == "NN" and token.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass", "compound"))
    if found.rule.pattern in ("nominal", "toll", "head") and not found.tail:
        return token.pos_ in ("NOUN", "PROPN", "NUM", "ADJ")
    return True


def trigger_at(doc: Doc, token: Token, found: Phrase) -> Trigger | None:
    if not fits(token, found):
        return None
    if not found.tail:
        return Trigger(found.rule, token, token.i, token.i + 1, frozenset({token.i}), token.lower_ in found.passive)
    start = tail_at(doc, token, found)
    if start is None:
        return None
    end = start + len(found.tail)
    head = token if found.rule.pattern in VERBAL or found.rule.pattern == "state" else doc[end - 1]
    covers = frozenset({token.i, *range(start, end)})
    return Trigger(
        found.rule, head, token.i, end if start == token.i + 1 else token.i + 1, covers, token.lower_ in found.passive
    )


def allowed(trigger: Trigger, doc: Doc) -> bool:
    """The rule's company: words it needs in the sentence, words it shuns beside it."""
    rule = trigger.rule
    near = {t.lower_ for t in doc[max(0, trigger.start - 4) : trigger.end + 4]}
    return (not rule.needs or any(t.lower_ in rule.needs for t in doc)) and not near.intersection(rule.unless)


def find_triggers(doc: Doc, family: str) -> Iterator[Trigger]:
    """Every trigger of one family; each word serves the longest phrase that begins there."""
    index = phrases(family)
    taken: set[int] = set()
    for token in doc:
        if token.i not in taken:
            for trigger in longest(doc, token, index.get(token.lower_, ())):
                taken |= trigger.covers
                yield trigger


def longest(doc: Doc, token: Token, entries: Sequence[Phrase]) -> Iterator[Trigger]:
    """The triggers of the longest phrase at a token; rules that share it ("withdraw troops", "troops withdraw") all
    try.
    """
    size: int | None = None
    for entry in entries:
        if size is not None and len(entry.tail) < size:
            return
        trigger = trigger_at(doc, token, entry)
        if trigger is not None and allowed(trigger, doc):
            size = len(entry.tail)
            yield trigger
