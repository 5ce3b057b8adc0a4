"""An article's first lines that say who wrote it and where: "By Ann Lutz in Zubrowka", "Daily | Lutz | 3 May".

What they name is where the report was filed from, like a dateline; nothing happened there for having been told there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractors.records import Sentence

LONGEST = 25  # words
HEAD_PARAGRAPHS = 6

_PLACES = r"[^\W\d_a-z][\w'\u2019/ -]*(?:(?:,| and|, and) [^\W\d_a-z][\w'\u2019/ -]*)*"
_WRITERS = r"(?i:correspondents?|reporters?|staff|writers?|team|bureau)"
_BYLINE = re.compile(
    r"^(?:By|BY|Words by|Text by|From) (?:[^\W\d_a-z]|our\b|an?\b|the\b|staff\b)"
    rf"|^(?:From )?[Oo]ur (?:\w+ ){{0,3}}{_WRITERS}\b"
    rf"|\b[Bb]y (?:the |our |an? )(?:[\w'\u2019]+ ){{0,4}}{_WRITERS} in {_PLACES}$"
    rf"|\b(?:Office|Agency|Bureau|Department|Ministry|Service|Centre|Center|Committee), {_PLACES}$"  # a letterhead
    r"|\s\|\s"
)
_FINISHED = re.compile(r"[.!?]['\"\u2019\u201d]?$")


def is_byline(sentence: Sentence) -> bool:
    """Is this one of an article's first lines, and does it say who wrote it rather than what happened?"""
    text = sentence.text
    if sentence.paragraph >= HEAD_PARAGRAPHS or len(text.split()) > LONGEST or _FINISHED.search(text):
        return False
    return _BYLINE.search(text) is not None
