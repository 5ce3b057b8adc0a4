"""Which characters an article's text keeps.

Everything here is deterministic: claims point into the text by position, so the same bytes must give the same
characters on every machine.
"""

from __future__ import annotations

import re
import unicodedata

# ECMA-48: CSI and OSC sequences, then any other two-character escape. A terminal must never obey an article.
_ESCAPE_SEQUENCE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b\x9c\n]{0,4096}(?:\x07|\x1b\\|\x9c)"
    r"|\x1b.?"
)
_NEWLINE = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{3,}")
# Cc controls, Cf soft hyphens, zero-width and bidirectional marks, Cs lone surrogates, Co private use. Unassigned
# characters stay: which they are changes with the Python version.
_DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co"})
_NONCHARACTER = 0xFFFE  # the last two code points of every plane
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def clean_characters(text: str) -> str:
    """Return ``text`` in NFC with plain newlines and spaces, and without anything that cannot be seen."""
    text = _NEWLINE.sub("\n", _ESCAPE_SEQUENCE.sub("", text))
    visible = "".join(map(_visible, text))
    return tidy_lines(unicodedata.normalize("NFC", visible))


def tidy_lines(text: str) -> str:
    """Trim every line, and leave at most one blank line between two."""
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def one_line(text: str) -> str:
    """Return ``text`` cleaned and on one line: for titles, names and the like."""
    return " ".join(clean_characters(text).split())


def printable(name: str) -> str:
    """Return a file's name as it may be shown: what a terminal could obey, or UTF-8 cannot hold, is spelled out."""
    return "".join(char if char.isprintable() else _spelled(char) for char in name)


def _visible(char: str) -> str:
    if char == "\n" or char.isascii():
        return char if char >= " " or char in "\n\t" else ""
    if (
        char == _REPLACEMENT
        or ord(char) & _NONCHARACTER == _NONCHARACTER
        or unicodedata.category(char) in _DROPPED_CATEGORIES
    ):
        return ""
    return char


def _spelled(char: str) -> str:
    return char.encode("unicode_escape", "surrogatepass").decode("ascii")
