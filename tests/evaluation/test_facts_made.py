from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from evaluation.facts_made import CLAIMS_AN_ARTICLE, made_events, more_events
from evaluation.facts_speed import MEMORY_CEILING, Timing, append_later, make_ledger
from evaluation.facts_world import countries, crisis_sizes, made_crisis
from event_log import Archive, EventLog, verify
from event_log.events import CLAIM_TYPES, ArticleIngested, ArticleRevised, ClaimReported, Event

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = 300


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> list[Event]:
    archive = Archive(tmp_path_factory.mktemp("archive"))
    return [event for some in made_events(ARTICLES, archive) for event in some]


@pytest.fixture(scope="module")
def claims(events: list[Event]) -> list[ClaimReported]:
    return [event for event in events if isinstance(event, CLAIM_TYPES)]


def test_the_same_seed_makes_the_same_ledger(tmp_path: Path, events: list[Event]) -> None:
    again = [event for some in made_events(ARTICLES, Archive(tmp_path)) for event in some]
    other = [event for some in made_events(ARTICLES, Archive(tmp_path), seed=7) for event in some]
    assert again == events
    assert other != events


def test_as_many_articles_and_claims_as_asked(events: list[Event], claims: list[ClaimReported]) -> None:
    kinds = Counter(type(event) for event in events)
    assert kinds[ArticleIngested] == ARTICLES
    assert len(claims) == CLAIMS_AN_ARTICLE * (ARTICLES + kinds[ArticleRevised])
    assert len({claim.claim_id for claim in claims}) == len(claims)


def test_claims_are_of_every_sort(claims: list[ClaimReported]) -> None:
    assert {claim.status for claim in claims} == {"asserted", "unconfirmed", "denied", "planned"}
    assert {claim.where_prec for claim in claims} == {1, 4, 6}
    assert {claim.scope for claim in claims} == {"total", "incident", None}
    assert None in {claim.source for claim in claims}
    worded = [claim for claim in claims if claim.count_text and claim.count_value is None]
    assert 0.04 < len(worded) / len(claims) < 0.12


def test_totals_rise() -> None:
    crisis = made_crisis(1, 1, 100)
    counted = [crisis.progress(crisis.published_at(article), 24) for article in range(100)]
    assert counted == sorted(counted)
    assert counted[0] < counted[-1] == 1


def test_some_texts_are_carried_by_several_outlets(events: list[Event]) -> None:
    outlets: dict[str, set[str | None]] = {}
    for event in events:
        if isinstance(event, ArticleIngested):
            outlets.setdefault(event.text, set()).add(event.outlet)
    carried = sum(len(names) > 1 for names in outlets.values())
    assert 0.05 < carried / len(outlets) < 0.3


def test_crises_differ_in_size_and_add_up() -> None:
    sizes = crisis_sizes(20_000)
    assert sum(sizes) == 20_000
    assert len(sizes) == 200
    assert max(sizes) > 10 * min(sizes)
    assert len(countries()) > 100


def test_later_articles_are_new_and_of_known_crises(tmp_path: Path, events: list[Event]) -> None:
    later = [event for some in more_events(ARTICLES, 100, Archive(tmp_path)) for event in some]
    known = {event.address.rsplit("/", 1)[0] for event in events if isinstance(event, ArticleIngested)}
    held = {event.article_id for event in events if isinstance(event, ArticleIngested)}
    arrived = [event for event in later if isinstance(event, ArticleIngested) and not isinstance(event, ArticleRevised)]
    assert len(arrived) == 100
    assert {event.address.rsplit("/", 1)[0] for event in arrived} <= known
    assert not {event.article_id for event in arrived} & held


def test_the_made_ledger_verifies_and_grows(tmp_path: Path) -> None:
    make_ledger(tmp_path, 200)
    log = EventLog(tmp_path / "event_log.duckdb")
    before = log.head().position
    append_later(tmp_path, 200)
    assert log.head().position > before + 100 * (CLAIMS_AN_ARTICLE + 1)
    assert verify(log, Archive(tmp_path / "archive")) == ()


def test_ceilings_are_of_seconds_and_of_memory() -> None:
    assert Timing("build", 61).is_over
    assert not Timing("build", 59, memory=MEMORY_CEILING).is_over
    assert Timing("check", 1, memory=MEMORY_CEILING + 1).is_over
    assert not Timing("check", 500).is_over
