"""Take the furniture out of a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.characters import tidy_lines
from ingest.furniture.rules import furniture_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.furniture.rules import FurnitureRule

_LONGEST_RULED_LINE = 400  # characters: furniture comes in short lines, and patterns stay quick
_ORDINAL = re.compile(r"^\d{1,2}[.)]\s+")
_LINE_END = re.compile(r"[.…][\"'”\u2019»)\]]*$")  # headlines may end in ! or ?, never in a full stop
_SENTENCE_END = re.compile(r"(?:[a-z]{4}|[0-9)”\"\u2019])[.!?…][\"'”\u2019»)\]]*\s")  # not "U.S." nor "Jan."
_CRY_END = re.compile(r"[!?][\"'”\u2019»)\]]*$")
_LISTED_LINES = 8  # how many links below "Read more" are believed
_PROSE_WORDS, _FEWEST_PARAGRAPHS = 20, 2
_LISTED_WORDS = 25
_TAIL_WORDS = 20
_REPEATED_WORDS = 6  # a shorter line may be said twice: a subheading, a name
_TAG = re.compile(r"#?[^\W\d]+(?:[ '-][^\W\d]+){0,2}")  # one to three words, no digit, no punctuation
_FEWEST_TAGS = 2
_WORD_CHARACTER = re.compile(r"[^\W_]")


def swept(text: str) -> str:
    """Return ``text`` without furniture: what the rules take, lines without a word, a line's second printing, and
    loose ends.

    Where the rules would take everything, the text is left as it is.
    """
    lines = text.split("\n")
    taken = set(_taken_by_rules(lines))
    taken |= set(_loose_ends(lines, taken)) | set(_tag_list(lines, taken))
    taken |= set(_repeated(lines))
    kept = (line for at, line in enumerate(lines) if at not in taken)
    return tidy_lines("\n".join(kept)) or text


def _taken_by_rules(lines: list[str]) -> Iterator[int]:
    at, half = 0, _half(lines)
    while at < len(lines):
        rule = _rule_for(lines[at])
        reach = _reach(rule, lines, at, half=half) if rule else 0
        if lines[at] and not _WORD_CHARACTER.search(lines[at]):
            reach = max(reach, 1)
        yield from range(at, at + reach)
        at += max(reach, 1)


def _half(lines: list[str]) -> int:
    """The line in which the middle of the text lies."""
    middle, seen = sum(map(len, lines)) / 2, 0
    for at, line in enumerate(lines):
        seen += len(line)
        if seen > middle:
            return at
    return len(lines)


def _rule_for(line: str) -> FurnitureRule | None:
    if not line or len(line) > _LONGEST_RULED_LINE:
        return None
    return next((rule for rule in furniture_rules() if rule.takes(line)), None)


def _reach(rule: FurnitureRule, lines: list[str], at: int, *, half: int) -> int:
    if rule.reach == "line":
        return 1
    if rule.reach == "rest" and at > half and not _goes_on(lines[at + 1 :]):
        return len(lines) - at
    return 1 + _listed(lines[at + 1 :])


def _goes_on(lines: list[str]) -> bool:
    """Does the article go on below a comment form in its middle? To lose a sentence is worse than to keep a form."""
    prose = [line for line in lines if len(line.split()) >= _PROSE_WORDS and _LINE_END.search(line)]
    return len(prose) >= _FEWEST_PARAGRAPHS


def _listed(lines: list[str]) -> int:
    """How many of these lines go on like a list of links, parted by blank ones only where one follows its head."""
    reach = believed = 0
    is_tight = bool(lines and lines[0])
    for at, line in enumerate(lines, start=1):
        if not line and not is_tight:
            continue
        if not line or believed == _LISTED_LINES or not _is_headline(line, _LISTED_WORDS):
            break
        believed, reach = believed + 1, at
    return reach


def _loose_ends(lines: list[str], taken: set[int]) -> Iterator[int]:
    """Headlines of other pages after the last sentence, where furniture stands among them."""
    tail: list[int] = []
    for at in range(len(lines) - 1, -1, -1):
        if lines[at] and at not in taken and not _is_loose(lines[at]):
            if taken & set(tail):
                yield from tail
            return
        tail.append(at)


def _tag_list(lines: list[str], taken: set[int]) -> Iterator[int]:
    """The article's keywords, one a line, with which many pages end."""
    tail: list[int] = []
    for at in range(len(lines) - 1, 0, -1):
        if lines[at] and at not in taken:
            if not _TAG.fullmatch(lines[at]):
                break
            tail.append(at)
    if len(tail) >= _FEWEST_TAGS:
        yield from tail


def _repeated(lines: list[str]) -> Iterator[int]:
    seen: set[str] = set()
    for at, line in enumerate(lines):
        if len(line.split()) < _REPEATED_WORDS:
            continue
        if line in seen:
            yield at
        seen.add(line)


def _is_loose(line: str) -> bool:
    return not _CRY_END.search(line) and _is_headline(line, _TAIL_WORDS)


def _is_headline(line: str, most_words: int) -> bool:
    words = _ORDINAL.sub("", line)
    return len(line.split()) <= most_words and not (_LINE_END.search(words) or _SENTENCE_END.search(words))
