"""Who responds: the speaker behind a response, as the article has it, or nobody where only anybody speaks.

The grammar gives a noun or a pronoun; pronouns go back to who spoke or acted before, and what is quoted belongs to
whoever is quoted. Only named states, organisations, officials and leaders respond; what residents, analysts and
"officials" say is no response.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from extractors.attribution.finding import attribution_of
from extractors.attribution.speakers import Mentions, is_person, named
from extractors.grammar.inflections import noun_forms
from extractors.lexicon import folder, parse
from extractors.people.groups import group_by_noun
from extractors.places.demonyms import demonym_country
from extractors.places.gazetteer import fold, gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from extractors.attribution.finding import Attribution
    from extractors.drafts import ArticleReading, Draft, SentenceReading
    from extractors.records import Speaker

SPOKESPEOPLE = frozenset({"spokesman", "spokeswoman", "spokesperson"})
POINTS = frozenset({"western", "eastern", "northern", "southern", "african", "european", "asian", "arab"})
TITLE_LENGTH = 8  # tokens around a noun within which its name stands
FIRST_PERSON = frozenset({"we", "i", "our", "my"})
PERSONS = frozenset({"he", "she", "his", "her"})
THINGS = frozenset({"it", "its"})
MANY = frozenset({"they", "their"})
BODIES = frozenset({"igo", "ngo", "company"})  # one word is their name as well as a person's: "UNICEF said it ..."
OF_WHAT = re.compile(r" (?:of|for|at|in) |,")  # behind the office: "the director-general of police"
RECENT = 2  # sentences back that a pronoun reaches


class ResponseWords(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    speaking_types: frozenset[str]
    institutions: tuple[str, ...]
    anybody: tuple[str, ...]
    saying: frozenset[str]
    documents: frozenset[str]
    appearing: frozenset[str]
    local: frozenset[str]
    leaders: frozenset[str]
    offices_of_states: dict[str, tuple[str, ...]]
    same_body: dict[str, str]


@cache
def response_words() -> ResponseWords:
    return parse(
        "response_words.yaml", folder().joinpath("response_words.yaml").read_text(encoding="utf-8"), ResponseWords
    )


@cache
def institutions() -> frozenset[str]:
    return frozenset(form for noun in response_words().institutions for form in noun_forms(noun))


@cache
def plurals_of_anybody() -> frozenset[str]:
    return frozenset(form for noun in response_words().anybody for form in noun_forms(noun) if form != noun)


def is_name_like(token: Token) -> bool:
    """A proper name, or an adjective made of one ("Israeli officials")."""
    adjective = token.text[:1].isupper() and token.i > 0 and token.lower_ not in POINTS
    return token.pos_ == "PROPN" or adjective or demonym_country(token.text) is not None


def names_somebody(head: Token) -> bool:
    """A name, or the noun of an institution spoken of as known; "officials" and "a man" are anybody."""
    if head.pos_ == "PROPN":
        return True
    if head.lower_ in plurals_of_anybody():
        return any(is_name_like(child) for child in head.lefts)
    if any(is_name_like(token) for token in head.subtree if abs(token.i - head.i) < TITLE_LENGTH):
        return True
    opened = head.doc[head.left_edge.i].lower_
    if opened in ("a", "an", "another"):
        of_somebody = any(child.lower_ in ("for", "of") for child in head.rights)
        return head.lower_ in SPOKESPEOPLE and (len(list(head.lefts)) > 1 or of_somebody)
    return head.lower_ in institutions() and opened not in ("some", "many", "several")


def is_pronoun(text: str) -> bool:
    return text.lower() in FIRST_PERSON | PERSONS | THINGS | MANY


def responder(draft: Draft, sentence: SentenceReading, article: ArticleReading) -> Speaker | None:
    """The speaker of a response; None where nobody named speaks."""
    start = sentence.sentence.start + draft.event.idx
    around = attribution_of(start, start + len(draft.event.text), article.attributions.of(sentence.sentence.index))
    speaker = who_is_meant(draft.actor, around, sentence, article)
    if speaker is None or not may_respond(speaker):
        return None
    return passed_on(speaker, around)


def may_respond(speaker: Speaker) -> bool:
    """By type; where no list knows the type, a leader by name."""
    if speaker.source_type in response_words().speaking_types:
        return True
    words = speaker.source.replace(",", "").split()
    is_name = any(word[:1].isupper() for word in words)
    is_leader = any(word.lower() in response_words().leaders for word in words)
    return speaker.source_type in ("other", "witness") and is_name and is_leader


def who_is_meant(
    actor: str | None, around: Attribution | None, sentence: SentenceReading, article: ArticleReading
) -> Speaker | None:
    if actor is None or actor.lower() in FIRST_PERSON:
        return replace(around.speaker) if around is not None and may_be_cited(around.speaker) else None
    if is_pronoun(actor):
        return meant_by(actor.lower(), sentence, article)
    return named(actor, Mentions(article.article.text))


def may_be_cited(speaker: Speaker) -> bool:
    """An attribution's speaker as a phrase: a name, or a noun of an institution."""
    words = speaker.source.split()
    return any(word[:1].isupper() for word in words[1:] or words) or words[-1].lower() in institutions()


def meant_by(pronoun: str, sentence: SentenceReading, article: ArticleReading) -> Speaker | None:
    """Whom a pronoun stands for: who spoke last, else the name that was the subject last."""
    return next((one for one in spoke_before(sentence, article) if suits(pronoun, one)), None)


def suits(pronoun: str, speaker: Speaker) -> bool:
    person = (is_person(speaker.source) and not names_a_place(speaker.source)) or holds_office(speaker.source)
    if pronoun in THINGS and speaker.source_type in BODIES:
        person = False
    return may_be_cited(speaker) and (person if pronoun in PERSONS else not person if pronoun in THINGS else True)


def holds_office(phrase: str) -> bool:
    """ "The UN secretary-general", "Lutz's foreign minister": "he", though the phrase holds no person's name."""
    whole = phrase.lower()
    heads = {part.rsplit(maxsplit=1)[-1] for part in (whole, *OF_WHAT.split(whole)[:1]) if part.strip()}
    heads |= {part for head in heads for part in head.split("-")[-1:]}
    return any(group_by_noun().get(head) == "officials" or head in response_words().leaders for head in heads)


@cache
def names_a_place(name: str) -> bool:
    """A state or its capital by name, though it looks like a person's: "Britain said it was ready"."""
    return any(True for _ in gazetteer().lookup(fold(name)))


def spoke_before(sentence: SentenceReading, article: ArticleReading) -> Iterator[Speaker]:
    """Subjects of this sentence and of those before, with the speakers there, the nearest first."""
    index = sentence.sentence.index
    mentions = Mentions(article.article.text)
    for near in range(index, max(-1, index - RECENT - 1), -1):
        yield from (named(phrase, mentions) for phrase in named_subjects(article.parsed[near].doc))
        yield from (one.speaker for one in article.attributions.of(near))


def named_subjects(doc: Doc) -> tuple[str, ...]:
    heads = [t for t in doc if t.dep_ in ("nsubj", "nsubjpass") and t.pos_ == "PROPN"]
    return tuple(head.doc[head.left_edge.i : head.i + 1].text for head in heads)


def passed_on(speaker: Speaker, around: Attribution | None) -> Speaker:
    """ "The government blamed the rebels, the BBC reported": who reports it passes it on."""
    if around is None or around.speaker.source == speaker.source or speaker.source in around.speaker.source:
        return replace(speaker, via=around.speaker.via if around is not None else None)
    return replace(speaker, via=around.speaker.source if not is_pronoun(around.speaker.source) else None)
