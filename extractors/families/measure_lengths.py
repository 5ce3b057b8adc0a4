"""How long a measure is to last: the length that its sentence gives it, and no other length."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractors.records import Quantity
    from extractors.triggers import Trigger

LASTING = frozenset(
    {"state_of_emergency", "curfew", "gathering_ban", "movement_restriction", "price_control", "ceasefire", "sanction"}
)
CLAUSE_REACH = 14  # tokens between a measure and its length: "a curfew was imposed in both provinces for two weeks"
BREAKS = frozenset({",", ";", ":", "and", "(", "—", "–"})


def length_of(trigger: Trigger, quantities: tuple[Quantity, ...]) -> Quantity | None:
    """How long the measure is to last: "two-week" before its noun, "for six months" after it; a day at least."""
    if trigger.rule.kind not in LASTING:
        return None
    lengths = [q for q in quantities if q.kind == "duration" and q.count.value and q.count.value >= 1]
    return next((q for q in lengths if precedes(q, trigger) or follows(q, trigger)), None)


def precedes(length: Quantity, trigger: Trigger) -> bool:
    between = trigger.token.doc[length.end : max(length.end, trigger.start)]
    return length.end <= trigger.start and all(
        t.pos_ in ("ADJ", "NOUN", "PROPN", "ADV") or t.lower_ in ("-", "state", "of") for t in between
    )


def follows(length: Quantity, trigger: Trigger) -> bool:
    doc = trigger.token.doc
    between = doc[trigger.end : length.start]
    marked = length.start > 0 and doc[length.start - 1].lower_ in ("for", "lasting", "by", "of")
    return marked and 0 <= length.start - trigger.end <= CLAUSE_REACH and not any(t.lower_ in BREAKS for t in between)
