"""Languages: what is refused, and what is not for want of evidence."""

from __future__ import annotations

import pytest

from ingest.languages import language_of
from ingest.refusals import RefusedError

ENGLISH = (
    "Police held twelve people in the port on Monday, the ministry said, and the gates stayed shut until the evening. "
    * 2
)
GERMAN = (
    "Die Polizei nahm am Montag im Hafen zwölf Menschen fest, teilte das Ministerium mit, und die Tore blieben zu. " * 2
)
RUSSIAN = "Полиция задержала двенадцать человек."


def read(text: str, *, stated: str | None = None, hint: str | None = None) -> str:
    return language_of(text, stated=stated, hint=hint, readable=("en",))


@pytest.mark.parametrize("hint", [None, "en", "de"])
def test_language_of_reads_english_whatever_the_template_says(hint: str | None) -> None:
    assert read(ENGLISH, hint=hint) == "en"


@pytest.mark.parametrize("text", ["Twelve held", "149 arrested", "Tokayev, Nazarbayev, Almaty", ""])
def test_language_of_refuses_nothing_on_weak_evidence(text: str) -> None:
    assert read(text) == "en"


@pytest.mark.parametrize(
    ("text", "hint"), [(GERMAN, None), (GERMAN, "en"), (RUSSIAN, None), ("Die Polizei nahm zwölf fest.", "de")]
)
def test_language_of_refuses_other_languages(text: str, hint: str | None) -> None:
    with pytest.raises(RefusedError) as refused:
        read(text, hint=hint)
    assert refused.value.refusal.code == "unsupported_language"
    assert "language: en" in refused.value.refusal.remedy


def test_language_of_believes_what_is_stated() -> None:
    assert read(GERMAN, stated="en") == "en"
    with pytest.raises(RefusedError):
        read(ENGLISH, stated="fr")
