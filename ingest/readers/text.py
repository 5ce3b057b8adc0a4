"""Plain text, also with the marks and the list of facts that scrapers leave in it."""

from __future__ import annotations

from ingest.characters import clean_characters
from ingest.decoding import decode
from ingest.headlines import headline_of
from ingest.readers.markdown import without_markdown
from ingest.records import Facts, Reading
from ingest.refusals import refused
from ingest.wrapping import unwrapped


def read_text(data: bytes) -> Reading:
    """Return a text file's article; raises ``RefusedError`` (empty, binary, undecodable)."""
    text, facts = without_markdown(clean_characters(decode(data)))
    text = unwrapped(text)
    if not any(char.isalpha() for char in text):
        raise refused("empty", "The file has no words in it.", "Fetch the article again, or take the file away.")
    return Reading(text=text, facts=facts.over(Facts(title=headline_of(text))), media_type="text/plain")
