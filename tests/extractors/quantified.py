"""What a sentence of a test counts, in tuples that compare well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.parsing import language
from extractors.quantities.finding import find_quantities

if TYPE_CHECKING:
    from extractors.records import Quantity


def quantities(text: str) -> tuple[Quantity, ...]:
    return find_quantities(language()(text))


def counts(text: str) -> list[tuple[str, float | None, float | None, float | None]]:
    found = [q.count for q in quantities(text) if q.kind in {"number", "none"}]
    return [(c.text, c.value, c.low, c.high) for c in found]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(q.kind, q.count.text) for q in quantities(text)]
