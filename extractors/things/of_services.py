"""What can be cut: services by the words of ``lexicons/services.yaml``, by a name, by what was named before them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from extractors.things.classes import classes_of, last_words, own_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

VAGUE = frozenset({"service", "services", "access", "connection", "connections", "network", "networks", "coverage"})
LINES = frozenset({"internet", "telecom", "power"})
NAMED = frozenset({"Line", "Lines", "Railway", "Expressway", "Highway", "Crossing", "Corridor"})
OUTAGES = frozenset({"outage", "outages", "blackout", "shutdown"})
STATIONS = frozenset({"radio", "tv", "television", "fm"})
SERVICES = "services"


def vague_classes(head: Token) -> frozenset[str]:
    """ "Service was restored": of what the sentence has named before it; access lost in an outage is the internet's."""
    if head.lower_ not in VAGUE:
        return frozenset()
    before = [own_classes(token, SERVICES) & LINES for token in head.doc[: head.i] if token.pos_ in ("NOUN", "PROPN")]
    named = [found for found in before if found]
    if named:
        return named[-1]
    is_online = head.lower_ == "access" and any(token.lower_ in OUTAGES for token in head.doc)
    return frozenset({"internet"}) if is_online else frozenset()


def service_classes(head: Token) -> frozenset[str]:
    return classes_of(head, SERVICES) or vague_classes(head) or named_line(head) or named_station(head)


def named_line(head: Token) -> frozenset[str]:
    """ "The Nanao Line": a railway by name."""
    named = head.text in NAMED and head.i > 0 and head.nbor(-1).text[:1].isupper() and head.nbor(-1).pos_ == "PROPN"
    return frozenset({"transport"}) if named else frozenset()


def named_station(head: Token) -> frozenset[str]:
    """ "Radio Bukavu", "Nile TV": a broadcaster by name."""
    is_name = head.pos_ == "PROPN" and head.text[:1].isupper()
    parts = {head.lower_, *(child.lower_ for child in head.lefts if child.dep_ == "compound")}
    return frozenset({"media"}) if is_name and parts & STATIONS else frozenset()


@cache
def company(takes: tuple[str, ...]) -> frozenset[str]:
    """Words one of which names a service of the kinds that a rule takes, or an outage that takes access."""
    return last_words(SERVICES, frozenset(takes)) | OUTAGES | STATIONS | frozenset(map(str.lower, NAMED))
