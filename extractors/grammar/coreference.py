"""Pronouns and elliptical numbers back to the noun they stand for.

Only what the text makes plain: "more than 3,000 of them" is the plural noun last counted, "another 317" after "12
officers" are officers, "It will number" is the force that the sentence before speaks of. Where it is not plain,
nobody is named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.people.groups import group_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Token

PLURAL = frozenset({"they", "them", "their", "these", "those"})
SINGULAR_THING = frozenset({"it"})
SUBJECTS = ("nsubj", "nsubjpass")


def is_candidate(token: Token, *, plural: bool) -> bool:
    if token.pos_ not in ("NOUN", "PROPN") or group_of(token) is None:
        return False
    return token.tag_ in ("NNS", "NNPS") or token.lower_ in ("police", "personnel", "people") if plural else True


def in_sentence(pronoun: Token) -> Token | None:
    """The nearest person noun before a plural pronoun, subjects before others."""
    before = [token for token in pronoun.doc[: pronoun.i] if is_candidate(token, plural=pronoun.lower_ in PLURAL)]
    subjects = [token for token in before if token.dep_ in SUBJECTS]
    chosen = subjects or before
    return chosen[-1] if chosen else None


def subject_in(doc: Doc, accept: Callable[[Token], bool]) -> Token | None:
    """The first subject of a sentence that an antecedent test accepts."""
    return next((token for token in doc if token.dep_ in SUBJECTS and accept(token)), None)


def antecedent(pronoun: Token, before: Doc | None, accept: Callable[[Token], bool]) -> Token | None:
    """What a pronoun stands for: in its own sentence, else the subject of the sentence before."""
    own = in_sentence(pronoun)
    if own is not None and accept(own):
        return own
    return subject_in(before, accept) if before is not None else None
