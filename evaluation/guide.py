"""The claims guide's own words: families with their kinds, and what the closed fields may hold.

Written down here once more, apart from the extractors, because a measure that took its words from what it measures
would follow its mistakes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS: Mapping[str, frozenset[str]] = {
    "casualty": frozenset({"killed", "injured", "hospitalised", "missing"}),
    "detention": frozenset({"detained", "released", "abducted", "convicted"}),
    "displacement": frozenset({"displaced", "evacuated"}),
    "deployment": frozenset({"deployed", "withdrawn"}),
    "damage": frozenset({"damaged", "destroyed", "burned", "looted", "seized"}),
    "unrest": frozenset({"protest", "riot", "clash", "attack", "use_of_force", "strike"}),
    "disruption": frozenset({"internet", "telecom", "media", "transport", "banking", "power", "production"}),
    "measure": frozenset({
        "state_of_emergency", "curfew", "gathering_ban", "movement_restriction", "price_control", "dismissal",
        "appointment", "ceasefire", "sanction", "inquiry",
    }),
    "response": frozenset({
        "condemns", "urges_restraint", "requests_help", "offers_help", "accuses", "denies", "expresses_concern",
        "praises",
    }),
}  # fmt: skip
FAMILIES = tuple(KINDS)
COUNTED = ("casualty", "detention", "displacement", "deployment", "damage")
FIELDS = ("group", "status", "place", "source", "source_type", "scope", "when", "subject", "actor")
WHOLE_CLAIM = ("group", "status", "place", "source")  # with its count, which every match has right

GROUPS = frozenset({
    "protesters", "civilians", "security_forces", "militants", "journalists", "aid_workers", "peacekeepers",
    "officials", "prisoners", "foreigners", "people",
})  # fmt: skip
SCOPES = frozenset({"total", "incident"})
SOURCE_TYPES = frozenset({
    "government", "military", "police", "opposition", "armed_group", "igo", "ngo", "media", "medical", "witness",
    "company", "expert", "other",
})  # fmt: skip
STATUSES = frozenset({"asserted", "planned", "unconfirmed", "denied", "ended"})
