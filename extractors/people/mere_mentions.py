"""Triggers that only mention people: whom the article has told of already, or to whom nothing was done."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from extractors.grammar.inflections import verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractors.grammar.noun_phrases import Participant
    from extractors.triggers import Trigger

FREEING = frozenset({"release", "free", "freeing", "pardon", "liberate", "swap", "exchange"})
RECKONING = (
    "count", "name", "identify", "bury", "mourn", "tally", "honour", "honor", "remember", "list", "treat", "carry",
)  # fmt: skip


def is_known_already(found: Participant, trigger: Trigger) -> bool:
    """ "The dead man", "one of the wounded boys": the attribute picks out somebody whom the article has told of."""
    head = found.head
    if head is None or trigger.token.dep_ != "amod" or trigger.token.head.i != head.i:
        return False
    if trigger.rule.kind == "detained" and is_freed(head):
        return True
    definite = [child for child in head.lefts if child.lower_ in ("the", "these", "those")]
    return bool(definite) and (found.quantity is None or found.quantity.end <= definite[0].i)


def is_freed(noun: Token) -> bool:
    """ "The release of nine jailed editors", "freed two jailed editors": that they were jailed is only who they are."""
    governor = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun.head
    return governor.lemma_.lower() in FREEING and noun.dep_ in ("pobj", "dobj", "nsubjpass")


def is_no_happening(trigger: Trigger) -> bool:
    """ "Police counted the dead", "officials named dead": whoever reckons is not who died; "a free doctor" costs
    nothing and was not freed.
    """
    token, doc = trigger.token, trigger.token.doc
    if token.lower_ == "free" and (token.dep_ == "amod" or token.tag_ == "JJ"):
        return True
    if trigger.rule.pattern != "state" or trigger.start == 0:
        return False
    has_article = doc[trigger.start - 1].lower_ == "the"
    before = trigger.start - 1 - has_article
    return before >= 0 and doc[before].lower_ in reckoning()


@cache
def reckoning() -> frozenset[str]:
    return frozenset(form for verb in RECKONING for form in verb_forms(verb).every)


def picks_out(trigger: Trigger) -> bool:
    """ "35 of those arrested": the participle only says of whom the number is a part."""
    those = trigger.token.head
    is_part = trigger.rule.kind == "detained" and trigger.token.dep_ == "acl"  # "two of those killed" tells who died
    return is_part and those.lower_ in ("those", "people") and those.head.lower_ == "of"
