"""Did it happen, will it, is it so? What the words around an event make of it.

The rules are data (``lexicons/status.yaml``: a cue, its category and its place to the event, after ConText); a finding
keeps the cue that decided.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.status.cues import Modality, findings
from extractors.status.rules import status_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

STATUSES = frozenset({"planned", "unconfirmed", "denied", "ended"})


def weight(finding: Modality) -> int:
    order: tuple[str, ...] = status_lexicon().order
    return order.index(finding.category)


def modality_of(event: Token, *, says_none: bool = False) -> Modality | None:
    """The weightiest thing that the sentence says of an event besides that it happened; null where it just happened.

    ``says_none`` for a claim that itself counts nobody ("no one was hurt", "were not hurt"): a negation is then its
    very content.
    """
    found = [one for one in findings(event) if not (says_none and one.category == "negated")]
    return min(found, key=weight, default=None)


def status_of(event: Token) -> str:
    """The claims guide's status of an event (the verb, noun or adjective that carries it)."""
    found = [one for one in findings(event) if one.category in STATUSES]
    return min(found, key=weight).category if found else "asserted"


def is_actual(event: Token, *, says_none: bool = False) -> bool:
    """False for what makes no claim: hypotheticals, threats, wishes, calls, purposes, rules, questions, non-events."""
    found = modality_of(event, says_none=says_none)
    return found is None or found.category in STATUSES
