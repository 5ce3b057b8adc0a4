"""Triggers: where in a sentence a lexicon rule's words stand, in any of their forms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from extractors.grammar.doc_words import SENTENCES, words_of
from extractors.grammar.inflections import noun_forms, verb_forms
from extractors.grammar.noun_phrases import RELATIVE
from extractors.grammar.subjects import names_a_deed
from extractors.lexicon import family_lexicons

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Token

    from extractors.lexicon import Rule

VERBAL = frozenset({"object", "subject", "recipient"})
# tokens that an object may put between a verb and the rest of its phrase: "took at least 15 of them into custody"
REACH = 12
APART = frozenset({"VERB", "AUX", "ADP", "PUNCT", "CCONJ", "SCONJ"})  # what no phrase of a state has in its gaps
NAMING = 5  # tokens in a second gap, which only names: "taken to a hospital", "taken to the main military hospital"
BESIDE = 4  # tokens on either side of a phrase that stand beside it
ENDS = frozenset({";", "."})  # of a clause: what stands behind it belongs to no phrase before it


@dataclass(frozen=True, slots=True)
class Phrase:
    """A lexicon entry, ready to be looked for: ``first`` any form of its first word, ``parts`` the runs of words that
    follow, between which something else may stand ("take ~ to ~ hospital").
    """

    rule: Rule
    first: frozenset[str]
    passive: frozenset[str]  # forms that can stand for "was done to"
    parts: tuple[tuple[frozenset[str], ...], ...]  # the first, which may be empty, follows without a gap
    size: int  # how many words follow the first


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
    opening, *later = [[frozenset({word}) for word in part.split()] for part in entry.split("~")]
    first, *near = opening
    if rule.pattern in VERBAL:
        forms = verb_forms(*first)
        return phrase_of(rule, forms.every, forms.past | forms.participle, (near, *later))
    if rule.pattern != "state":
        *_, last = (part for part in (opening, *later) if part)
        last[-1] = noun_forms(*last[-1])
        first, *near = opening
    return phrase_of(rule, first, frozenset(), (near, *later))


def phrase_of(
    rule: Rule, first: frozenset[str], passive: frozenset[str], parts: Sequence[Sequence[frozenset[str]]]
) -> Phrase:
    return Phrase(rule, first, passive, tuple(map(tuple, parts)), sum(map(len, parts)))


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
    return found.size


def part_at(doc: Doc, start: int, part: Sequence[frozenset[str]], reach: int) -> int | None:
    """Where a run of words begins, at ``start`` or within ``reach`` tokens behind it; None where it is missing."""
    words = words_of(doc)
    if not part:
        return start
    for begin in range(start, min(start + reach, len(words) - len(part)) + 1):
        if begins_at(words, begin, part):
            return begin
        if closes_gap(doc[begin]):
            return None
    return None


def begins_at(words: Sequence[str], begin: int, part: Sequence[frozenset[str]]) -> bool:
    """Does a run of words stand at ``begin``?"""
    return words[begin] in part[0] and all(words[i] in forms for i, forms in enumerate(part, begin))


def stands(words: Sequence[str], at: int, found: Phrase) -> bool:
    """Do a phrase's words stand in order behind its first one, whatever the grammar makes of what is between?"""
    end = at + 1
    for number, part in enumerate(found.parts):
        if not part:
            continue
        last = min(end + reach_of(number), len(words) - len(part))
        start = next((begin for begin in range(end, last + 1) if begins_at(words, begin, part)), None)
        if start is None or not ENDS.isdisjoint(words[end:start]):
            return False
        end = start + len(part)
    return True


def reach_of(number: int) -> int:
    """How many tokens may stand before a phrase's part."""
    return 0 if number == 0 else REACH if number == 1 else NAMING


def closes_gap(token: Token) -> bool:
    """A new clause, unless a relative one: "a number of men were killed" has no "number of killed"."""
    if token.text in ENDS:
        return True
    return token.pos_ == "AUX" and token.i > 0 and token.nbor(-1).lower_ not in RELATIVE


def parts_at(doc: Doc, token: Token, found: Phrase) -> tuple[tuple[int, int], ...] | None:
    """The token ranges of a phrase's parts behind its first word; None where one is missing."""
    ranges: list[tuple[int, int]] = []
    end = token.i + 1
    for number, part in enumerate(found.parts):
        start = part_at(doc, end, part, reach_of(number))
        if start is None:
            return None
        end = start + len(part)
        ranges.append((start, end))
    return tuple(ranges)


def fits(token: Token, found: Phrase) -> bool:
    """A verb's word must not be a noun here ("an arrest", "the killing"), a noun's no verb."""
    if found.rule.pattern in VERBAL:
        form = token.lower_
        if token.dep_ in ("aux", "auxpass") and not found.size:
            return False  # "have been sent": nobody has anything
        if token.pos_ in ("NOUN", "PROPN") and form not in found.passive:
            return (
                token.dep_ == "ROOT"
                or token.tag_ == "VBZ"
                or any(child.dep_ in ("nsubj", "dobj") for child in token.children)
            )
        return not (token.tag_ == "NN" and token.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass", "compound"))
    if found.rule.pattern in ("nominal", "toll", "head") and not found.size:
        return names_a_deed(token)
    return True


def is_close(doc: Doc, token: Token, ranges: Sequence[tuple[int, int]]) -> bool:
    """A state is one phrase: "in 18 crowded shelters", not "died in the storm, and others are in shelters"."""
    ends = (token.i + 1, *(end for _, end in ranges))
    gaps = [doc[end:start] for end, (start, _) in zip(ends, ranges, strict=False)]
    return all(len(gap) <= NAMING and not any(word.pos_ in APART for word in gap) for gap in gaps)


def trigger_at(doc: Doc, token: Token, found: Phrase) -> Trigger | None:
    if (found.size and not stands(words_of(doc), token.i, found)) or not fits(token, found):
        return None
    ranges = parts_at(doc, token, found)
    if ranges is None or (found.rule.pattern == "state" and not is_close(doc, token, ranges)):
        return None
    close = ranges[0][1]  # where the words that stand without a gap end
    last = ranges[-1][1] - 1
    is_first = found.rule.pattern in VERBAL or found.rule.pattern == "state"
    covers = frozenset({token.i, *(i for start, end in ranges for i in range(start, end))})
    return Trigger(found.rule, token if is_first else doc[last], token.i, close, covers, token.lower_ in found.passive)


def allowed(trigger: Trigger, doc: Doc) -> bool:
    """The rule's company: words it needs in the sentence, words it shuns beside it."""
    words = words_of(doc)
    needs = trigger.rule.needs
    return (not needs or not needs.isdisjoint(words)) and not shunned(words, trigger.start, trigger.end, trigger.rule)


def shunned(words: Sequence[str], start: int, end: int, rule: Rule) -> bool:
    """Does a word that a rule shuns stand beside the words ``[start, end)``?"""
    return bool(rule.unless) and not rule.unless.isdisjoint(words[max(0, start - BESIDE) : end + BESIDE])


def find_triggers(doc: Doc, family: str) -> Iterator[Trigger]:
    """Every trigger of one family; each word serves the longest phrase that begins there."""
    yield from triggers_of(doc, family)


@lru_cache(maxsize=SENTENCES)
def triggers_of(doc: Doc, family: str) -> tuple[Trigger, ...]:
    """As `find_triggers`, once for all who ask of a sentence: families look at each other's triggers."""
    index = phrases(family)
    taken: set[int] = set()
    found: list[Trigger] = []
    for i, word in enumerate(words_of(doc)):
        if word in index and i not in taken:
            for trigger in longest(doc, doc[i], index[word]):
                taken |= trigger.covers
                found.append(trigger)
    return tuple(found)


def longest(doc: Doc, token: Token, entries: Sequence[Phrase]) -> Iterator[Trigger]:
    """The triggers of the longest phrase at a token; rules that share it ("withdraw troops", "troops withdraw") all
    try.
    """
    size: int | None = None
    words = words_of(doc)
    following = words[token.i + 1] if token.i + 1 < len(words) else ""
    for entry in entries:
        if size is not None and entry.size < size:
            return
        if entry.parts[0] and following not in entry.parts[0][0]:
            continue
        trigger = trigger_at(doc, token, entry)
        if trigger is not None and allowed(trigger, doc):
            size = entry.size
            yield trigger
