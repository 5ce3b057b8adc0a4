"""Events that should not be in the log, as a person meets them: named when facts are published, listed in SQL."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from event_log import EventLog
from event_log.events import ArticleWithdrawn, CasualtyReported, ExtractionCompleted
from orchestration.commands import SHOWN_AT_MOST
from report import mart_digests
from tests.end_to_end.doors import typed

if TYPE_CHECKING:
    from pathlib import Path

    from event_log.events import Event
    from tests.end_to_end.published import Published

ESCAPES = "\x1b]0;owned\x07\x1b[2J\u202egnp"


def poison(log: EventLog) -> list[tuple[Event, str]]:
    """Events with the rule that each breaks; more of them than a person wants to see at once."""
    claim = log.read(CasualtyReported)[0]
    extraction = log.read(ExtractionCompleted)[0]
    missing = "its article is not in the log, or in quarantine itself"
    now = log.commits()[-1].recorded_at
    withdrawn = ArticleWithdrawn(
        article_id=ESCAPES, article_version="v", withdrawn_at=now, reason="r", withdrawn_by="x"
    )
    many = [replace(extraction, extractor_version=str(number), claim_count=-1) for number in range(SHOWN_AT_MOST)]
    return [
        (replace(claim, claim_id=ESCAPES, status=ESCAPES), "its status is not known"),
        (withdrawn, missing),
        *((event, "it found less than nothing") for event in many),
    ]


def test_events_in_quarantine_are_named_when_facts_are_published_and_listed_in_sql(
    published: Published, tmp_path: Path
) -> None:
    home = published.copy(tmp_path / "home")
    log = EventLog(home / "event_log.duckdb")
    before = log.head().position
    poisoned = poison(log)
    for event, _ in poisoned:
        log.append([event], run_id=ESCAPES, producer=ESCAPES)
    claims = mart_digests(home / "facts.duckdb")["fct_claims"]

    ran = typed(home, "run", home / "inbox")

    assert ran.returncode == published.returncode  # for the refused input; quarantine alone is no fault of who runs
    recorded = log.read_all(since=before)
    told = [
        f"in quarantine: {one.event.event_type} {one.event_id} at position {one.position}: {rule}"
        for one, (_, rule) in zip(recorded, poisoned, strict=True)
    ]
    said = [line.strip() for line in ran.stderr.splitlines() if "in quarantine" in line]
    assert said == [*told[:SHOWN_AT_MOST], "in quarantine: 2 more"]
    assert "from dim_quarantine" in ran.stderr
    assert not set(ESCAPES[:1] + "\x07\u202e") & set(ran.stderr)
    assert mart_digests(home / "facts.duckdb")["fct_claims"] == claims
    listed = ask(home, "select event_id, event_type, position, broken_rule from dim_quarantine order by position")
    assert [f"in quarantine: {e['event_type']} {e['event_id']} at position {e['position']}: {e['broken_rule']}"
            for e in listed] == told  # fmt: skip
    shown = typed(home, "sql", "from dim_quarantine").stdout
    assert not set(ESCAPES[:1] + "\x07\u202e") & set(shown)


def ask(home: Path, query: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(typed(home, "sql", query, "--format", "json").stdout)
    return rows
