"""Which sentences are worth a parse: those in which the words of some rule stand.

A rule makes a claim only of a trigger, and a trigger is its words in their order, whatever the grammar: so a sentence
without the words of any phrase has no claim. Where a rule asks for more (a thing of a class that only listed words
name), one such word must stand in the sentence too. Words are those that a parse has, cut by the same tokenizer, and
each test is one that the family makes again with the grammar at hand: what the gate turns away, the family would.

The gate says where claims may be. What else a claim takes from its article (who spoke before, where the story is) the
components parse for themselves when they need it.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from extractors.families.deployment import FORCES, MEN, vehicles
from extractors.grammar.doc_words import bare
from extractors.lexicon import family_lexicons
from extractors.people.groups import TROOPS, nouns_of
from extractors.quantities.words import quantity_lexicon
from extractors.things import of_measures, of_unrest
from extractors.things.classes import last_words
from extractors.things.damaged import THINGS
from extractors.things.of_services import company
from extractors.triggers import phrases, shunned, stands

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from extractors.lexicon import Rule
    from extractors.triggers import Phrase

NAMED = "named"  # a place by its name, which no list has
GRAMMATICAL = frozenset({"name", "titled", "pronoun", "opened"})  # classes of measures' things that no list has
DEPLOYMENT = "deployment"
PHRASE = 7  # words within which a noun stands behind its number: "5,000 more heavily armed riot police"
HELD = {"held": "ground"}  # the class in the lexicon that a class of the grammar goes by


class Opening(NamedTuple):
    """A family's phrase that begins with a word; the forms of the word right behind it, where it has one without a gap;
    words one of which its rule needs in the sentence, where it needs any.
    """

    family: str
    phrase: Phrase
    following: frozenset[str] | None
    company: frozenset[str] | None


def company_in_damage(rule: Rule) -> frozenset[str] | None:
    """A thing of the classes that the rule takes."""
    classes = frozenset(HELD.get(name, name) for name in rule.takes) or THINGS
    return None if NAMED in classes else last_words("things", classes)


def company_in_disruption(rule: Rule) -> frozenset[str] | None:
    """A service of the kinds that the rule takes, or an outage that takes access; a "head" is a service itself."""
    return None if rule.pattern == "head" else company(rule.takes)


def company_in_deployment(_rule: Rule) -> frozenset[str] | None:
    """A force or a vehicle."""
    return nouns_of(FORCES) | vehicles() | MEN


def company_in_measure(rule: Rule) -> frozenset[str] | None:
    """What the measure is laid on, where only listed words are of the classes that the rule takes."""
    if not rule.takes or not GRAMMATICAL.isdisjoint(rule.takes):
        return None
    table = of_measures.classes_by_phrase()
    return frozenset(phrase[-1] for phrase, found in table.items() if not found.isdisjoint(rule.takes))


def company_in_unrest(rule: Rule) -> frozenset[str] | None:
    """Who or what the rule takes, where its phrase is said of those alone and all of them have listed words."""
    takes = frozenset(rule.takes)
    counts_a_bare_number = rule.pattern == "subject" and "worker" in takes
    if not takes or not takes <= of_unrest.listed_classes() or counts_a_bare_number:
        return None
    return of_unrest.words_of_classes(takes)


def no_company(_rule: Rule) -> None:
    """What the rule counts is not named by listed words alone."""


COMPANY: Mapping[str, Callable[[Rule], frozenset[str] | None]] = {
    "damage": company_in_damage,
    "disruption": company_in_disruption,
    DEPLOYMENT: company_in_deployment,
    "measure": company_in_measure,
    "unrest": company_in_unrest,
}


@cache
def openings() -> Mapping[str, tuple[Opening, ...]]:
    """Every family's phrases by every form of their first word, a family's shorter ones first."""
    index: dict[str, list[Opening]] = {}
    for family in family_lexicons():
        for form, found in phrases(family).items():
            index.setdefault(form, []).extend(opening(family, phrase) for phrase in reversed(found))
    return {form: tuple(found) for form, found in index.items()}


def opening(family: str, phrase: Phrase) -> Opening:
    company = COMPANY.get(family, no_company)(phrase.rule)
    near = phrase.parts[0]
    return Opening(family, phrase, near[0] if near else None, company)


def tells(words: Sequence[str], at: int, opening: Opening, around: frozenset[str]) -> bool:
    """Does the phrase stand at a word, with the company that its rule needs and without the words that it shuns?"""
    phrase = opening.phrase
    if opening.company is not None and around.isdisjoint(opening.company):
        return False
    if phrase.rule.needs and around.isdisjoint(phrase.rule.needs):
        return False
    return stands(words, at, phrase) and not shunned(words, at, at + 1 + len(phrase.parts[0]), phrase.rule)


def has_force(words: Sequence[str], around: frozenset[str]) -> bool:
    """ "There are hundreds of police", "300 gendarmes looked on": the claims without a trigger."""
    forces = nouns_of(TROOPS)
    if around.isdisjoint(forces):
        return False
    return "there" in around or any(
        is_number(word) and not forces.isdisjoint(words[at + 1 : at + PHRASE]) for at, word in enumerate(words)
    )


def is_number(word: str) -> bool:
    """Figures, or a word of a cardinal: "300", "forty", "hundred"."""
    numbers = quantity_lexicon().numbers
    return word[:1].isdigit() or word in numbers.cardinals or word in numbers.scales


def families_in(words: Sequence[str]) -> frozenset[str]:
    """The families that a sentence of these words, in lower case, may have a claim of."""
    index, around = openings(), bare(words)
    found = {DEPLOYMENT} if has_force(words, around) else set()
    for at, (word, following) in enumerate(pairwise((*words, ""))):
        for opening in index.get(word, ()):
            if opening.family in found or (opening.following is not None and following not in opening.following):
                continue
            if tells(words, at, opening, around):
                found.add(opening.family)
    return frozenset(found)


def candidates(sentences: Sequence[Sequence[str]]) -> Mapping[int, frozenset[str]]:
    """The sentences of an article, each given by its words, that may have claims: by index the families of those."""
    families = ((index, families_in(words)) for index, words in enumerate(sentences))
    return {index: found for index, found in families if found}
