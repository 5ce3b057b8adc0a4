"""Every rule's own sentences: the one test that tells a linguist whether a word works."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from extractors.grammar.inflections import noun_forms
from extractors.lexicon import FamilyLexicon, LexiconError, family_lexicons, folder, lexicon_digest, parse
from extractors.people.groups import lexicon as group_lexicon
from extractors.records import ArticleText
from extractors.rules import extract
from extractors.status.scope import has_cue
from extractors.status.scope import lexicon as scope_lexicon

if TYPE_CHECKING:
    from extractors.lexicon import Rule

RULES = [(lexicon.family, rule) for lexicon in family_lexicons().values() for rule in lexicon.rules]
IDS = [rule.id for _, rule in RULES]


def kinds_in(sentence: str, family: str) -> set[str]:
    article = ArticleText("a", "v", sentence, date(2024, 5, 16))
    return {claim.kind for claim in extract(article) if claim.family == family}


@pytest.mark.parametrize(("family", "rule"), RULES, ids=IDS)
def test_rule_finds_what_it_must(family: str, rule: Rule) -> None:
    missed = [sentence for sentence in rule.matches if rule.kind not in kinds_in(sentence, family)]
    assert not missed


@pytest.mark.parametrize(("family", "rule"), RULES, ids=IDS)
def test_rule_leaves_what_it_must(family: str, rule: Rule) -> None:
    taken = [sentence for sentence in rule.rejects if rule.kind in kinds_in(sentence, family)]
    assert not taken


def test_rule_ids_are_unique() -> None:
    assert len(set(IDS)) == len(IDS)


@pytest.mark.parametrize("group", group_lexicon().groups, ids=[g.group for g in group_lexicon().groups])
def test_group_words_stand_in_its_matches_only(group: object) -> None:
    words = {form for noun in group.nouns for form in noun_forms(noun)} | set(group.phrases)  # type: ignore[attr-defined]
    assert all(any(f" {word}" in f" {sentence.lower()}" for word in words) for sentence in group.matches)  # type: ignore[attr-defined]


@pytest.mark.parametrize("cue", ["total", "incident", "period", "unrest"])
def test_scope_cues_match_and_reject(cue: str) -> None:
    cues = getattr(scope_lexicon(), cue)
    assert all(has_cue(cue, sentence) for sentence in cues.matches)
    assert not any(has_cue(cue, sentence) for sentence in cues.rejects)


def test_parse_names_file_and_line_of_a_typo() -> None:
    text = "family: casualty\nabout: x\nrules:\n  - id: a\n    kind: killed\n    pattern: objekt\n    words: [kill]\n"
    with pytest.raises(LexiconError, match=r"words\.yaml:6: rules\.0\.pattern"):
        parse("words.yaml", text, FamilyLexicon)


def test_parse_names_the_line_of_broken_yaml() -> None:
    with pytest.raises(LexiconError, match=r"words\.yaml:2: not valid YAML"):
        parse("words.yaml", "family: [casualty\nabout: x: y\n", FamilyLexicon)


def test_lexicon_digest_is_stable_and_covers_the_families() -> None:
    assert lexicon_digest() == lexicon_digest()
    assert folder().joinpath("families/casualty.yaml").is_file()
