"""The claims guide's types of source, and how an article's fuller mention of a name tells its type."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.attribution.source_types import segments_of, source_type_of, type_lexicon
from extractors.attribution.speakers import Mentions, named

TYPES = {entry.type for entry in type_lexicon().types}


def examples(field: str) -> list[tuple[str, str]]:
    return [(entry.type, phrase) for entry in type_lexicon().types for phrase in getattr(entry, field)]


@pytest.mark.parametrize(("kind", "phrase"), examples("matches"))
def test_type_matches_its_examples(kind: str, phrase: str) -> None:
    assert source_type_of(phrase) == kind


@pytest.mark.parametrize(("kind", "phrase"), examples("rejects"))
def test_type_does_not_match_its_rejects(kind: str, phrase: str) -> None:
    assert source_type_of(phrase) != kind


RULINGS = (
    ("officials", "government"),
    ("state governor Lucia Prado", "government"),
    ("two health officials", "government"),
    ("Peru's disaster management agency", "government"),
    ("Foreign Minister Jan Novak", "government"),
    ("the office of the president", "government"),
    ("Tehran", "government"),
    ("the French government", "government"),
    ("Manila's mayor, Rosa Cruz", "government"),
    ("police officials", "police"),
    ("a police spokesperson", "police"),
    ("Nairobi police chief Joseph Otieno", "police"),
    ("FBI agents", "police"),
    ("Sgt. Dale Brooks, a spokesman for the sheriff's office", "police"),
    ("hospitals", "medical"),
    ("doctors at two clinics", "medical"),
    ("a morgue worker", "medical"),
    ("the director of the provincial hospital, Juan Soto", "medical"),
    ("residents", "witness"),
    ("a survivor", "witness"),
    ("Two witnesses", "witness"),
    ("the victim's brother", "witness"),
    ("Ahmed Saleh, a 34-year-old shopkeeper", "witness"),
    ("an activist network", "ngo"),
    ("a Geneva-based rights group", "ngo"),
    ("Amnesty International researcher Li Wei", "ngo"),
    ("Save the Children", "ngo"),
    ("Hamas", "armed_group"),
    ("the RSF", "armed_group"),
    ("a rebel commander", "armed_group"),
    ("rebel leaders", "armed_group"),
    ("the U.N. refugee agency", "igo"),
    ("UNICEF", "igo"),
    ("a NATO spokeswoman", "igo"),
    ("African Union officials", "igo"),
    ("the Ukrainian military", "military"),
    ("Defence Minister Pavel Horak", "military"),
    ("Gen. Omar Diallo", "military"),
    ("the air force", "military"),
    ("Agence France-Presse", "media"),
    ("state television", "media"),
    ("an AFP photographer", "media"),
    ("local media reports", "media"),
    ("the opposition leader", "opposition"),
    ("protest organisers", "opposition"),
    ("the ferry's owner", "company"),
    ("Kyiv-based mobile operator Lifecell", "company"),
    ("seismologists", "expert"),
    ("an analyst at the university", "expert"),
    ("a person close to the talks", "other"),
    ("three sources familiar with the army's plans", "other"),
)


@pytest.mark.parametrize(("phrase", "kind"), RULINGS)
def test_source_type_follows_the_rulings(phrase: str, kind: str) -> None:
    assert source_type_of(phrase) == kind


FULLER = (
    ("Otieno", "Police chief Joseph Otieno visited. Nine died, Otieno said.", "police"),
    ("Prado", "Lucia Prado, the governor of Lara state, arrived. Prado said nine died.", "government"),
    ("Marsh", "Jane Marsh, director of research at network firm Tracenet, spoke. Marsh said so.", "company"),
    ("the MRO", "The Mountain Rights Organisation, a rights group (MRO), spoke. Nine died, the MRO said.", "ngo"),
    ("LNP", "State-run news agency LNP reported it. LNP said nine died.", "media"),
    ("Diallo", "Lt. Gen. Omar Diallo addressed the nation. Diallo said nine died.", "military"),
    ("Saleh", "Karim Saleh, 41, fled on foot. Saleh said nine died.", "witness"),
    ("Nowhere", "Nothing is said of it.", "other"),
)


@pytest.mark.parametrize(("name", "article", "kind"), FULLER)
def test_name_takes_its_type_from_the_fuller_mention(name: str, article: str, kind: str) -> None:
    assert named(name, Mentions(article)).source_type == kind


def test_segments_put_the_noun_before_its_complement_and_its_owner() -> None:
    assert [part.strip() for part in segments_of("the bank's head of security")] == ["head", "of security", "the bank"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_has_a_type_of_the_guide(text: str) -> None:
    assert source_type_of(text) in TYPES
