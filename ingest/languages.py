"""Which language a text is in; only to refuse what the extractors cannot read.

Detection is py3langid's, whose model is part of its package. Weak evidence refuses nothing: names and numbers in a
short report look like any language.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from ingest.refusals import refused

_SURE = 0.9  # the detector's probability; real articles of other languages give 0.99 and more
_ENOUGH_LETTERS = 150  # about two sentences; below that the detector guesses
_SAMPLE = 20_000  # characters that are looked at
# Creoles and dialects of English share its words: an English headline full of foreign names is often taken for one of
# them.
_KIN = {"en": frozenset({"pcm", "sco", "jam"})}


def language_of(text: str, *, stated: str | None, hint: str | None, readable: tuple[str, ...]) -> str:
    """Return the article's language, one of ``readable``; raises ``RefusedError`` where it is plainly another.

    A ``stated`` language is believed. What a page says of itself is a ``hint`` only, as templates are copied between
    languages: it counts where a short text bears it out.
    """
    language = stated or _detected(text[:_SAMPLE], hint)
    if language is None or (stated is None and _is_kin(language, readable)):
        return readable[0]
    if language not in readable:
        raise _unreadable(language, readable)
    return language


def _is_kin(language: str, readable: tuple[str, ...]) -> bool:
    return any(language in _KIN.get(one, ()) for one in readable)


def _detected(text: str, hint: str | None) -> str | None:
    """Return the language, or None without good evidence."""
    letters = [char for char in text if char.isalpha()]
    if not letters:
        return None
    latin = sum(char < "ɐ" for char in letters)  # Basic Latin up to Extended-B
    language, probability = _identifier().rank(text)[0]
    is_sure = len(letters) >= _ENOUGH_LETTERS and probability >= _SURE
    return str(language) if is_sure or latin * 2 < len(letters) or language == hint else None


@cache
def _identifier() -> Any:
    """An identifier of our own: py3langid's shared one may be set to other languages by anyone."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _unreadable(language: str, readable: tuple[str, ...]) -> Exception:
    known = ", ".join(readable)
    return refused(
        "unsupported_language",
        f'The article is in a language that is not read here ("{language}"; read: {known}).',
        f'Give a translation; if the language was mistaken, state "language: {readable[0]}" in a sidecar.',
    )
