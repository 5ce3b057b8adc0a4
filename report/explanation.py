"""Why a figure is what it is: by which rule it was chosen, which claims decided it, and why others did not."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from report.database import reading, sql
from report.errors import NoSuchFact
from report.query import Rows, rows_of
from report.wording import GRADES, REASONS, RULES, SCOPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    import duckdb

SHORTEST_PREFIX = 8
# The text is for one screen; the table has them all.
_MOST_DECIDING, _MOST_OF_A_REASON = 12, 6


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure, in people; `best`, `low` and `high` are None where all of it was taken back."""

    fact_id: str
    crisis: str
    kind: str
    group_name: str
    place: str
    scope: str
    codebook: str
    best: int | None
    low: int | None
    high: int | None
    rule: str
    grade: str
    n_voices: int
    n_outlets: int
    n_articles: int
    best_without_strongest: int | None
    known_from: datetime
    known_to: datetime | None


@dataclass(frozen=True, slots=True)
class Bearing:
    """A claim that bears on the figure: `role` is `decides` or `loses`, `reason` a code of `wording.REASONS`."""

    role: str
    reason: str
    value: float | None
    group_name: str
    place: str
    voice: str
    source: str | None
    outlet: str | None
    article: str
    published_at: datetime
    evidence: str
    claim_id: str

    @property
    def decides(self) -> bool:
        return self.role == "decides"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A figure and every claim that was known to bear on it while it stood."""

    fact: Fact
    claims: tuple[Bearing, ...]


def explain(facts: Path, fact_id: str) -> Explanation:
    """The figure whose id is, or begins with, ``fact_id``; raises `NoSuchFact` where that is none or several."""
    with reading(facts) as connection:
        fact = _fact(connection, fact_id)
        rows = connection.execute(sql("why"), {"fact_id": fact.fact_id}).fetchall()
    return Explanation(fact, tuple(Bearing(*row) for row in rows))


def explanation_rows(facts: Path, fact_id: str) -> Rows:
    """The claims of `explain` as rows, one each."""
    with reading(facts) as connection:
        fact = _fact(connection, fact_id)
        return rows_of(connection.execute(sql("why"), {"fact_id": fact.fact_id}))


def told(explanation: Explanation) -> Iterator[str]:
    """The explanation in words, line by line. Sentences are quoted as they are: whoever shows them makes them plain."""
    fact, claims = explanation.fact, explanation.claims
    yield f"{_figure(fact)} {_provenance(fact)}"
    yield f"{RULES.get(fact.rule, fact.rule)} {_without_strongest(fact)}".rstrip()
    yield from _deciding(fact, [claim for claim in claims if claim.decides])
    yield from _losing([claim for claim in claims if not claim.decides])


def _fact(connection: duckdb.DuckDBPyConnection, fact_id: str) -> Fact:
    if len(fact_id) < SHORTEST_PREFIX:
        raise NoSuchFact(
            f"{fact_id!r} is too short for a figure's id. Give at least {SHORTEST_PREFIX} characters of it."
        )
    found = connection.execute(sql("fact"), {"prefix": fact_id}).fetchall()
    if not found:
        raise NoSuchFact(
            f"No published figure has an id that begins with {fact_id!r}. What there is: "
            '`newsledger sql "from fct_casualties"`.'
        )
    if len(found) > 1:
        ids = ", ".join(row[0] for row in found)
        raise NoSuchFact(f"More than one figure has an id that begins with {fact_id!r}: {ids}. Give more of it.")
    return Fact(*found[0])


def _figure(fact: Fact) -> str:
    what = f"{_group(fact.group_name)} {_words(fact.kind)}, {fact.place} ({SCOPES.get(fact.scope, fact.scope)})"
    if fact.best is None:
        return f"{what}: no figure stands."
    return f"{what}: {fact.best:,} (low {fact.low:,}, high {fact.high:,})."


def _provenance(fact: Fact) -> str:
    until = _time(fact.known_to) if fact.known_to else "now"
    grade = f"{_words(fact.grade)} ({GRADES[fact.grade]})" if fact.grade in GRADES else _words(fact.grade)
    carried = ", ".join(
        f"{number} {name}{'' if number == 1 else 's'}"
        for number, name in ((fact.n_voices, "voice"), (fact.n_outlets, "outlet"), (fact.n_articles, "article"))
    )
    return (
        f"Crisis: {fact.crisis}. Codebook {fact.codebook}; {grade}; {carried}; "
        f"known from {_time(fact.known_from)} until {until}. Figure {fact.fact_id}."
    )


def _without_strongest(fact: Fact) -> str:
    if fact.best is None:
        return ""
    left = fact.best_without_strongest
    return (
        "Without its strongest voice nothing would be left."
        if left is None
        else (f"Without its strongest voice it would be {left:,}.")
    )


def _deciding(fact: Fact, claims: Sequence[Bearing]) -> Iterator[str]:
    yield ""
    yield "What was taken back:" if fact.best is None else "Decided by:"
    for claim in claims[:_MOST_DECIDING]:
        yield f"  {_claim(claim)}"
        yield f"    “{claim.evidence}”"
    yield from _rest(len(claims) - _MOST_DECIDING)


def _losing(claims: Sequence[Bearing]) -> Iterator[str]:
    order = list(REASONS)
    by_reason = sorted(claims, key=lambda claim: order.index(claim.reason) if claim.reason in order else len(order))
    for reason, group in groupby(by_reason, key=lambda claim: claim.reason):
        lines = [f"  {_claim(claim)}" for claim in group]
        yield ""
        yield f"Did not decide, as {REASONS.get(reason, _words(reason))}:"
        yield from lines[:_MOST_OF_A_REASON]
        yield from _rest(len(lines) - _MOST_OF_A_REASON)


def _rest(number: int) -> Iterator[str]:
    if number > 0:
        yield f"  and {number:,} more (all with --format table)"


def _claim(claim: Bearing) -> str:
    number = "no number" if claim.value is None else f"{claim.value:,.0f}"
    voice = claim.source or claim.voice
    where = f"{claim.outlet or claim.article}, {claim.published_at:%Y-%m-%d}"
    return f"{number} ({_words(claim.group_name)}, {claim.place}): {voice}, in {where}"


def _group(name: str) -> str:
    return _words(name).capitalize()


def _words(code: str) -> str:
    return code.replace("_", " ")


def _time(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"
