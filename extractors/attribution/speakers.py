"""Noun phrases that name a speaker, and what the rest of the article says of the same speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING

from extractors.attribution.cues import cue_lexicon
from extractors.attribution.source_types import WORD, key_of, names, singular, source_type_of, type_in, vocabulary
from extractors.grammar.doc_words import chunks_of
from extractors.records import Speaker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from spacy.tokens import Doc, Span, Token

NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}
HELD = {
    "det",
    "amod",
    "compound",
    "poss",
    "nmod",
    "nummod",
    "case",
    "quantmod",
    "predet",
    "npadvmod",
    "advmod",
    "punct",
    "neg",
}
TRAILING = {"prep", "appos", "cc", "conj", "acl"}
REMARKS = frozenset(
    {"figure", "number", "toll", "claim", "charge", "accusation", "allegation", "estimate", "assertion", "count"}
)
LONGEST_NAME = 30  # tokens
PRONOUNS = {"it", "he", "she", "they", "we", "i", "who", "which", "that"}
APPOSITION = re.compile(r"(?:\s[A-Z][\w-]+){0,2}(?:\s*\([^)]{1,20}\))?,\s+(?P<what>[^,.;:“”\"\n]{3,90})")
AGED = re.compile(r"(?:\s[A-Z][\w-]+){0,2},\s\d\d?,")
SAYING = re.compile(r"\s(?:said|says|told|added|tweeted|wrote|announced|reported)\b")
CLAUSE = re.compile(r"\b(?:was|were|is|are|had|has|have|will)\b")
BOUNDARY = re.compile(r"[.;:,\n“”\"]\s")
ABBREVIATED = re.compile(
    r"\b(Gen|Col|Lt|Maj|Brig|Sgt|Capt|Adm|Cmdr|Sen|Rep|Gov|Dr|Mr|Mrs|Ms|Prof|Supt|Insp|Det|Rev|Amb|St|U\.S|U\.N)\."
)
POSSESSIVE_END = re.compile(r"['’]s?$")
TITLE_JOINTS = frozenset({"of", "for", "at", "the", "and", "a", "an"})


def left_edge(head: Token) -> int:
    """First token of a noun phrase; an adverb or a comma before it is not its own."""
    first = head.i
    for child in reversed(list(head.lefts)):
        if child.dep_ not in HELD or (
            child.dep_ in {"advmod", "punct"} and child.i < head.i - 1 and child.text not in {"-", "“", '"', "‘"}
        ):
            break
        first = min(first, child.left_edge.i)
    while first < head.i and head.doc[first].is_punct:
        first += 1
    return first


def right_edge(head: Token, stop: int) -> int:
    """Token after a noun phrase with what follows of it (of/at/for, an apposition), never reaching ``stop``."""
    last = head.i
    for child in head.rights:
        if child.dep_ in {"relcl", "nsubj", "punct"}:
            continue
        if child.dep_ not in TRAILING or child.left_edge.i >= stop or child.i < last:
            break
        if child.dep_ == "appos" and child.lower_ in REMARKS:
            break  # "according to the monitors, a figure that the army disputes"
        last = max(last, min(child.right_edge.i, stop - 1))
    while (
        last > head.i
        and (head.doc[last].is_punct or head.doc[last].pos_ in {"ADP", "CCONJ"})
        and head.doc[last].text != ")"
    ):
        last -= 1
    return last + 1


def phrase_of(head: Token, stop: int | None = None) -> Span:
    """The noun phrase around ``head`` as a source is cited; a relative clause is left out."""
    first, end = left_edge(head), right_edge(head, len(head.doc) if stop is None else stop)
    return head.doc[hyphenated_from(head.doc, first) : hyphenated_to(head.doc, min(end, first + LONGEST_NAME))]


def hyphenated_from(doc: Doc, first: int) -> int:
    """First token of the word that token ``first`` is in: the tokenizer cuts "al-Arabiya" in three."""
    while first > 1 and not doc[first - 1].whitespace_ and (doc[first - 1].text == "-" or doc[first].text == "-"):
        first -= 1
    return first


def hyphenated_to(doc: Doc, end: int) -> int:
    while end < len(doc) and not doc[end - 1].whitespace_ and "-" in {doc[end].text, doc[end - 1].text}:
        end += 1
    return end


def is_bare_name(text: str) -> bool:
    """Only capitalised words, none of which is a known name or title: somebody's or something's proper name."""
    words = WORD.findall(text)
    return (
        bool(words)
        and all(word[0].isupper() or word in {"al", "bin", "de", "von", "the"} for word in words)
        and not type_in(text, weak=False)
    )


def is_person(text: str) -> bool:
    core = text.split(",", maxsplit=1)[0]
    words = WORD.findall(core)
    if not words:
        return False
    if singular(words[-1].lower()) in cue_lexicon().persons:
        return True
    return (
        words[-1][0].isupper()
        and not core.lower().startswith("the ")
        and tuple(words) not in names()
        and type_in(words[-1], weak=False) is None
    )


def is_in_word(letter: str) -> bool:
    return letter.isalnum() or letter in {"_", "-"}


@dataclass(frozen=True, slots=True)
class Mentions:
    """The article's own text, asked for what it says of a name elsewhere."""

    text: str

    def fuller(self, phrase: str) -> tuple[str, ...]:
        """Titled or explained mentions of the last names in ``phrase``, the article's first ones first."""
        return tuple(dict.fromkeys(found for name in self.names_in(phrase) for found in self.explained(name)))[:8]

    def names_in(self, phrase: str) -> tuple[str, ...]:
        found = [
            word
            for word in WORD.findall(phrase)
            if (word[0].isupper() or word.startswith(("al-", "el-"))) and len(word) > 1
        ]
        known = vocabulary()
        return tuple(
            word for word in found if singular(word.lower()) not in known and word not in {"The", "A", "An", "In"}
        )[-2:][::-1]

    def explained(self, name: str) -> tuple[str, ...]:
        """What stands before and behind a name wherever the article gives it."""
        found: list[str] = []
        for start in self.places_of(name):
            end = start + len(name)
            title = self.title_before(start)
            apposition = APPOSITION.match(self.text[end : end + 150])
            said = SAYING.split(apposition["what"])[0] if apposition else ""
            aged = "year-old" if AGED.match(self.text, end) else ""
            parts = (f"{title} {name}" if title else "", said if self.is_title(said) else "", aged)
            found.extend(filter(None, parts))
        return tuple(found)

    def places_of(self, name: str) -> Iterator[int]:
        """Where a name begins that is no part of a longer word."""
        start = self.text.find(name)
        while start >= 0:
            end = start + len(name)
            is_whole = not (is_in_word(self.text[start - 1 : start]) or is_in_word(self.text[end : end + 1]))
            if is_whole:
                yield start
            start = self.text.find(name, end if is_whole else start + 1)

    def is_title(self, text: str) -> bool:
        """An apposition says who somebody is; a clause that only goes on does not."""
        first = {singular(word.lower()) for word in WORD.findall(text)[:4]}
        return bool(first & vocabulary() or text.startswith(("the ", "a ", "an "))) and not CLAUSE.search(text)

    def title_before(self, position: int) -> str:
        """Words straight before a name that are capitalised or in the lexicon: "state-run news agency"."""
        before = BOUNDARY.split(ABBREVIATED.sub(r"\1", self.text[max(0, position - 110) : position]))[-1]
        taken = list(takewhile(may_stand_in_title, reversed(before.split())))
        return " ".join(reversed(taken))


def is_plural(text: str) -> bool:
    """ "officials", "police": a name that ends in "s" is no plural."""
    last = text.split(",", maxsplit=1)[0].split()[-1:]
    return bool(last) and (
        last[0].lower() in {"police", "taliban", "people"} or (last[0].islower() and last[0].endswith("s"))
    )


def may_stand_in_title(word: str) -> bool:
    bare = POSSESSIVE_END.sub("", word.strip('()[]"“‘'))
    parts = {singular(part.lower()) for part in bare.split("-")}
    return not bare or bare[0].isupper() or bare in TITLE_JOINTS or bool(parts & vocabulary())


@dataclass(frozen=True, slots=True)
class Heard:
    """Who has spoken so far in the article: in this sentence, the latest last, and before it, the latest first.

    Whoever spoke before is only looked for where a pronoun or a bare noun asks.
    """

    before: Callable[[], Iterable[Speaker]] = tuple
    speakers: tuple[Speaker, ...] = ()

    def also(self, speaker: Speaker) -> Heard:
        return replace(self, speakers=(*self.speakers, speaker))

    def recent(self) -> Iterator[Speaker]:
        """Everybody who has spoken, as named last, the latest first."""
        known: set[str] = set()
        for speaker in chain(reversed(self.speakers), self.before()):
            if speaker.source not in known:
                known.add(speaker.source)
                yield speaker

    def meant_by(self, phrase: str) -> Speaker | None:
        """The earlier speaker that a pronoun or a bare noun ("the group") stands for."""
        word = phrase.strip().lower()
        if word in {"he", "she"}:
            return next((old for old in self.recent() if is_person(old.source)), None)
        if word == "it":
            return next((old for old in self.recent() if not is_person(old.source)), None)
        if word == "they":
            return next((old for old in islice(self.recent(), 1) if is_plural(old.source)), None)
        if word in PRONOUNS:
            return next(self.recent(), None)
        return self.stood_for_by(phrase)

    def stood_for_by(self, phrase: str) -> Speaker | None:
        words = key_of(phrase)
        if len(words) != 2 or words[0] != "the" or words[1] not in stand_ins():  # noqa: PLR2004 - an article and a noun
            return None
        same = (old for old in self.recent() if shares_role(words[1], old.source))
        kin = (old for old in self.recent() if old.source_type in stand_ins()[words[1]])
        latest = self.recent() if words[1] in {"statement", "report"} else iter(())
        return next(same, None) or next(kin, None) or next(latest, None)


@cache
def stand_ins() -> Mapping[str, tuple[str, ...]]:
    """Nouns in the singular that stand for a speaker named before, with the types that each may be of."""
    return {singular(word): kinds for word, kinds in cue_lexicon().stand_ins.items()}


def shares_role(role: str, source: str) -> bool:
    roles = {"spokesman", "spokeswoman", "spokesperson"}
    return any(word == role or {word, role} <= roles for word in key_of(source))


def named(phrase: str, mentions: Mentions) -> Speaker:
    """A speaker under the name that the article gives in this sentence."""
    return Speaker(source=phrase, source_type=source_type_of(phrase, mentions.fuller(phrase)))


def chunk_before(verb: Token) -> Token | None:
    """Head of the noun phrase that ends straight before a verb and its auxiliaries."""
    position = verb.i - 1
    while (
        position >= 0
        and verb.doc[position].pos_ in {"AUX", "ADV", "PART"}
        and verb.doc[position].text not in {"'s", "’s", "’"}
    ):
        position -= 1
    return verb.doc[position] if position >= 0 and verb.doc[position].pos_ in NOMINAL else None


def following_noun(token: Token) -> Token | None:
    """Head of the noun phrase that begins straight after ``token``."""
    chunk = chunks_of(token.doc).get(token.i + 1)
    return None if chunk is None else chunk.root


def owner_of(head: Token) -> Token | None:
    """Whose paper, count or picture it is: "data from Kentik", "the group's tally", "a report by the bank"."""
    for child in head.children:
        if child.dep_ == "poss":
            return child
    for child in head.rights:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from", "of"}:
            found = [noun for noun in child.children if noun.dep_ == "pobj"]
            if found and found[0].pos_ in NOMINAL:
                return found[0]
    return None
