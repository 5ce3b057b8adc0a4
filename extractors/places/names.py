"""One sentence's words as a finder of place names sees them: capitals, runs, what stands before and after."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from extractors.places.words import precisions, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

UNCASED_FROM = 40  # words
UNCASED_SHARE = 0.03  # capitals that a header or an abbreviation may leave in such a text

_JOIN = "'\u2019\u2018\u02bb`\u2010\u2011-"  # apostrophes and hyphens within a word
_HYPHENS = ("-", "\u2010", "\u2011")
_WORD = re.compile(rf"(?:[A-Z]\.){{2,}}|(?:St|Mt|Ft)\.(?=\s)|[^\W\d_]+(?:[{_JOIN}][^\W\d_]+)*")
_POSSESSIVES = ("'s", "\u2019s", "\u2018s")
_PARTICLE = re.compile(r"(?:al|el|ad|as|ash|at|an|ar|az|ed|es|ul|bin)[-\u2011][^\W\d_]", re.IGNORECASE)
_DATELINE = re.compile(
    r"^\s*(?P<place>[^\W\d_a-z][^\W\d_]+(?:[ /'\u2019-][^\W\d_]+){0,3})(?:, [^\W\d_][\w. ]{1,30})?"
    r"(?:, \w{3,9}\.? \d{1,2})?\s*(?:\([^()]{2,40}\)\s*)?(?:\u2014|\u2013|--|-)\s"
)

_COLON_DATELINE = re.compile(  # "QUETTA: Troops ..."
    r"^\s*[^\W\d_a-z]{3,}(?:[ /-][^\W\d_a-z]{2,}){0,3}"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?(?: \([^()]{2,40}\))?: (?=[^\W\d_])"
)


class Word(NamedTuple):
    """A word with its characters in the sentence; a possessive ending is left out of both."""

    text: str
    start: int
    end: int
    possessive: bool
    capital: bool

    @property
    def lower(self) -> str:
        return self.text.lower()


def _is_capital(text: str) -> bool:
    if text[0].isupper():
        return True
    if text.islower():
        return False
    return bool(_PARTICLE.match(text)) and any(letter.isupper() for letter in text)


def is_uncased(text: str) -> bool:
    """Is this text, long enough to tell, written all but without capitals, as some scrapers leave it?"""
    initials = [word[0] for word in re.findall(r"[^\W\d_]{2,}", text)]
    return len(initials) >= UNCASED_FROM and sum(map(str.isupper, initials)) < UNCASED_SHARE * len(initials)


def split_words(text: str) -> list[Word]:
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        possessive = word.endswith(_POSSESSIVES)
        bare = word[:-2] if possessive else word
        if bare:
            found.append(Word(bare, match.start(), match.start() + len(bare), possessive, _is_capital(bare)))
    return found


def outlet_names(text: str, split: Sequence[Word]) -> Iterator[str]:
    """Names that are introduced as an outlet's or a firm's ("the news agency Farda"): places nowhere in the article."""
    outlets = words("outlets")
    for before, word in pairwise(split):
        if word.capital and before.lower in outlets and text[before.end : word.start] == " ":
            yield word.text


def dateline_end(text: str) -> int:
    """Where the sentence proper begins after a dateline ("KABUL, Afghanistan (AP) — "); 0 without one."""
    match = _DATELINE.match(text)
    if match is None:
        with_colon = _COLON_DATELINE.match(text)
        return with_colon.end() if with_colon else 0
    shouted = match["place"].isupper()
    return match.end() if shouted or "(" in match.group() else 0


class Surroundings(NamedTuple):
    """The words ``[first, last)`` of a name among the sentence's words, and their neighbours that no mark divides."""

    words: list[Word]
    text: str
    first: int
    last: int

    def _joined(self, left: int) -> bool:
        between = self.text[self.words[left].end : self.words[left + 1].start]
        return between.isspace() and "\n" not in between and not self.words[left].possessive

    def before(self, steps: int = 1) -> Word | None:
        """The word so many steps before the name, where only blanks lie between."""
        if self.first < steps or not all(self._joined(self.first - step) for step in range(1, steps + 1)):
            return None
        return self.words[self.first - steps]

    def after(self, steps: int = 1) -> Word | None:
        last = self.last - 1 + steps
        if last >= len(self.words) or not all(self._joined(self.last - 2 + step) for step in range(1, steps + 1)):
            return None
        return self.words[last]

    @property
    def start(self) -> int:
        return self.words[self.first].start

    @property
    def end(self) -> int:
        return self.words[self.last - 1].end

    @property
    def name(self) -> str:
        return self.text[self.start : self.end]

    def after_comma(self) -> str:
        """The text behind the name that may say where it lies ("Reading, England"; "Entebbe in Uganda")."""
        rest = self.text[self.end : self.end + 60]
        return rest[2:] if rest.startswith(", ") else rest[4:] if rest.startswith(" in ") else ""

    def followed_by(self, phrases: tuple[str, ...]) -> bool:
        """Does one of these phrases, blanks before them, stand behind the name?"""
        return self.text[self.end : self.end + max(map(len, phrases))].lower().startswith(phrases)

    def hangs_on_hyphen(self) -> bool:
        """``U.S.-led``, ``pro-Russia``: the name is a part of a longer word."""
        left, right = self.text[self.start - 1 : self.start], self.text[self.end : self.end + 2]
        return left in _HYPHENS or (right[:1] in _HYPHENS and right[1:2].isalnum())

    def type_after(self) -> str | None:
        """The place type behind the name: ``province`` in "Kunar province"."""
        word = self.after()
        return word.lower if word and word.lower in precisions("administrative_types") else None

    def landmark_after(self) -> Word | None:
        word = self.after()
        return word if word and word.lower in precisions("landmark_types") else None

    def type_before(self) -> str | None:
        """The place type in "the town of Reading" or "the capital Nur-Sultan"."""
        word = self.before()
        if word and word.lower == "of":
            word = self.before(2)
        return word.lower if word and word.lower in precisions("administrative_types") else None

    def preposition(self) -> str | None:
        """The preposition that the name follows: ``in`` of "in the northern city of Homs"."""
        listed = False
        for steps in range(1, 6):
            word = self.before(steps)
            if word is None:
                return None
            listed = listed or word.lower == "and"
            if listed and (word.capital or word.lower == "and"):
                continue
            if word.lower in words("locative_prepositions") and not (word.lower == "of" and self.type_before()):
                return word.lower
            if (
                word.lower not in words("fillers")
                and word.lower not in words("directions")
                and word.lower not in precisions("administrative_types")
            ):
                return None
        return None
