"""Lines that a mail program or an editor broke in the middle of a sentence are put together again."""

from __future__ import annotations

import itertools
import re

_ENDED = re.compile(r"[.!?:;…][\"'”\u2019)\]]*$")
_WIDEST = 100  # characters: hard wrapping is at 65 to 80, seldom more
_NARROWEST = 40
_RAGGED = 22  # characters: how far a wrapped line falls short, for want of room for the next word
_ENOUGH_LINES = 4
_MOST = 0.8


def unwrapped(text: str) -> str:
    """Return ``text`` with wrapped lines joined; blank lines separate paragraphs as before."""
    paragraphs = [paragraph.split("\n") for paragraph in text.split("\n\n")]
    joins_all = _is_hard_wrapped(paragraphs)
    return "\n\n".join(_joined(lines, joins_all=joins_all) for lines in paragraphs)


def _is_hard_wrapped(paragraphs: list[list[str]]) -> bool:
    inner = [len(line) for lines in paragraphs for line in lines[:-1]]
    if len(inner) < _ENOUGH_LINES or not _NARROWEST <= max(inner) <= _WIDEST:
        return False
    full = sum(length >= max(inner) - _RAGGED for length in inner)
    return full >= _MOST * len(inner)


def _joined(lines: list[str], *, joins_all: bool) -> str:
    joined = lines[0]
    for previous, line in itertools.pairwise(lines):
        joined += (" " if _continues(previous, line, joins_all=joins_all) else "\n") + line
    return joined


def _continues(previous: str, line: str, *, joins_all: bool) -> bool:
    if joins_all:
        return True
    return bool(line[:1].islower() and previous and not _ENDED.search(previous))
