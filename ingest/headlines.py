"""The headline stands first in the clean text, once."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+")
_CUT = ("...", "…")
_LONGEST_WORDS = 30
_LABEL_LINES = 6  # within which a headline may stand below its section's name
_LABEL_WORDS = 5
_SAME_SHARE = 0.7  # of a title's words that a text's first line holds, where a site's name was added to the title
_SENTENCE_END = re.compile(r"[.!;:][\"'”\u2019)]*$")


def with_headline(text: str, title: str | None) -> str:
    """Return ``text`` beginning with its headline; a title that the text begins with is not said again.

    Labels above the headline ("Asia", "Live") go.
    """
    if not title or not text:
        return text
    text = _below_labels(text, _words(title))
    return text if _begins_with(text, title) else f"{title}\n\n{text}"


def with_captions(text: str, captions: tuple[str, ...]) -> str:
    """Return ``text`` with the captions of its pictures below the first line, where pages have the first picture."""
    first, newline, rest = text.partition("\n")
    if not captions:
        return text
    return "\n\n".join((first, *captions, rest.lstrip("\n")) if newline else (first, *captions))


def headline_of(text: str) -> str | None:
    """Return the first line of a plain text where it looks like a headline: short, no sentence, with more below it."""
    first, _, rest = text.partition("\n")
    words = len(first.split())
    if not rest.strip() or not 1 < words <= _LONGEST_WORDS or _SENTENCE_END.search(first):
        return None
    return first


def _below_labels(text: str, title: list[str]) -> str:
    lines = text.split("\n")
    for at, line in enumerate(lines[:_LABEL_LINES]):
        if _words(line) == title:
            return "\n".join(lines[at:])
        if len(line.split()) > _LABEL_WORDS or _SENTENCE_END.search(line):
            break
    return text


def _begins_with(text: str, title: str) -> bool:
    wanted = _words(title)
    first = _words(text.partition("\n")[0])
    found = _words(text[: 2 * len(title) + 200])[: len(wanted)]
    if not wanted or found == wanted:
        return True
    shorter = min(len(first), len(wanted))
    cut = title.rstrip().endswith(_CUT) or text.partition("\n")[0].rstrip().endswith(_CUT)
    same_start = first[:shorter] == wanted[:shorter]
    return same_start and (cut or shorter >= _SAME_SHARE * len(wanted)) and shorter > 1


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("\u2019", "'"))
