"""Many small crises by chance, each in a country of its own, so that one build checks a law on hundreds of cases.

Chance is seeded by the country: a crisis is the same on every run, whatever the others are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from tests.dbt_project.building import dbt
from tests.dbt_project.kazakhstan import new_home
from tests.dbt_project.ledger import Ledger, Said, countries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

BEGIN = datetime(2010, 3, 1, tzinfo=UTC)
LENGTH = timedelta(days=5)
RUN = ("build", "--exclude-resource-type", "unit_test", "test")

VOICES = (
    ("the Interior Ministry", "government"),
    ("the Health Ministry", "government"),
    ("officials", "government"),
    ("city hospital", "medical"),
    ("the United Nations", "igo"),
    ("the opposition", "opposition"),
    ("residents", "witness"),
    (None, None),
)
KINDS = ("killed", "killed", "injured", "detained")
GROUPS = ("people", "people", "people", "security_forces", "protesters")
SCOPES = ("total", "total", "total", "incident")
STATUSES = ("asserted",) * 7 + ("unconfirmed", "denied", "planned")
# few numbers, so that voices agree, repeat and deny one another's by chance as often as in the news
NUMBERS = (3, 12, 15, 20, 44, 103)
WORDS = (
    "bridge",
    "river",
    "market",
    "square",
    "tram",
    "bakery",
    "harbour",
    "school",
    "winter",
    "lamp",
    "paper",
    "clock",
)


@dataclass(frozen=True)
class Invented:
    """An article: its claims, and words of its own by which a copy of it can be told from another article."""

    name: str
    published: datetime
    outlet: str
    said: tuple[Said, ...]
    text: str


@dataclass
class InOneCommit(Ledger):
    """Keeps what is appended until ``commit``: hundreds of articles at the price of one."""

    waiting: list[Any] = field(default_factory=list)

    def commit(self) -> None:
        super()._append(*self.waiting)
        self.waiting.clear()

    def _append(self, *events: Any) -> None:
        self.waiting.extend(events)


def invented(seed: str, crises: int) -> tuple[Invented, ...]:
    """The articles of so many crises, in the order of their publication."""
    codes = sorted(countries())[:crises]
    articles = [article for code in codes for article in _crisis(Random(f"{seed} {code}"), code)]
    return tuple(sorted(articles, key=lambda article: (article.published, article.name)))


def home_of(articles: Iterable[Invented]) -> Path:
    """A home with these articles ingested in this order and the models built."""
    home = new_home()
    ledger = InOneCommit(home / "event_log.duckdb")
    for article in articles:
        ledger.article(article.name, article.published, *article.said, outlet=article.outlet, text=article.text)
    ledger.commit()
    built = dbt(home, *RUN)
    assert built.success, built.failures
    return home


def _crisis(chance: Random, code: str) -> Iterator[Invented]:
    for number in range(chance.randint(2, 6)):
        claims = {_said(chance, code) for _ in range(chance.randint(1, 4))}
        yield Invented(
            name=f"{code}-{number}",
            published=BEGIN + chance.random() * LENGTH,
            outlet=chance.choice(("Wire", "Daily", "Herald")),
            said=tuple(sorted(claims, key=repr)),
            text=f"{code} {number}: " + " ".join(chance.choices(WORDS, k=80)),
        )


def _said(chance: Random, code: str) -> Said:
    source, source_type = chance.choice(VOICES)
    country = countries()[code]
    value = chance.choice(NUMBERS)
    low, high = chance.choice(((value, value), (value, value), (value, None), (None, value), (None, None)))
    return Said(
        chance.choice(KINDS),
        value,
        chance.choice(GROUPS),
        source,
        source_type,
        place=chance.choice((country, country, f"North Town {code}", f"South Town {code}")),
        country=code,
        scope=chance.choice(SCOPES),
        status=chance.choice(STATUSES),
        low=low,
        high=high,
    )
