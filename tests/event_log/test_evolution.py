"""A log that version 1 wrote is read for ever; what it cannot say is filled in by upcasters, never in the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from event_log.archive import Archive
from event_log.errors import SchemaTooNew
from event_log.events import EVENT_TYPES, ArticleIngested, CasualtyReported
from event_log.evolution import EVOLUTION, Evolution
from event_log.history import Wanted, history
from event_log.log import EventLog
from event_log.verification import verify
from tests.event_log.makers import archived, article, claim, extraction, rejection, revision

if TYPE_CHECKING:
    from event_log.evolution import Payload

VERSION_1 = Path(__file__).with_name("log_of_version_1.sql")
SEAL = "bd87bd50b54c8fe552259b13db9dbe9f37acc89156dd6bd2ed4b683fcaa5792f"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "event_log.duckdb"
    with duckdb.connect(path) as connection:
        connection.execute(VERSION_1.read_text(encoding="utf-8"))
    archived(Archive(tmp_path / "archive"), article(), article(text="Corrected."))
    return path


def test_log_of_version_1_reads_as_what_was_appended(path: Path) -> None:
    written = [article("a"), rejection("b"), claim("a"), extraction("a"), revision("a", text="Corrected.")]
    assert [recorded.event for recorded in EventLog(path).read_all()] == written


def test_log_of_version_1_verifies_and_has_its_seal(path: Path) -> None:
    assert verify(EventLog(path), Archive(path.parent / "archive")) == ()
    assert EventLog(path).head().digest == SEAL


def test_log_of_version_1_takes_its_events_no_second_time(path: Path) -> None:
    assert EventLog(path).append([claim("a"), article("a")], run_id="r", producer="p") is None


def outlet_in_capitals(payload: Payload) -> Payload:
    return {**payload, "outlet": payload["outlet"].upper()}


def outlet_with_a_country(payload: Payload) -> Payload:
    return {**payload, "outlet": f"{payload['outlet']} (PT)"}


def test_upcasters_lead_from_version_to_version(path: Path) -> None:
    """Version 2 writes outlets in capitals, version 3 with their country: an event of version 1 goes through both."""
    later = Evolution({"article_ingested": (outlet_in_capitals, outlet_with_a_country)})
    log = EventLog(path, evolution=later)
    (recorded,) = log.read_recorded(ArticleIngested)
    assert (recorded.event.outlet, recorded.schema_version) == ("EXAMPLE WIRE (PT)", 1)
    assert log.read(CasualtyReported) == [claim("a")]
    assert [one.event for one in history(log, Wanted(event_type="article_ingested"))] == [recorded.event]


def test_upcasters_begin_at_the_version_of_the_event(path: Path) -> None:
    with duckdb.connect(path) as connection:
        connection.execute("UPDATE article_ingested SET schema_version = 2")
    later = Evolution({"article_ingested": (outlet_in_capitals, outlet_with_a_country)})
    (read,) = EventLog(path, evolution=later).read(ArticleIngested)
    assert read.outlet == "Example Wire (PT)"


def test_upcasting_changes_nothing_in_the_log(path: Path) -> None:
    before = path.read_bytes()
    later = Evolution({"article_ingested": (outlet_in_capitals,)})
    log = EventLog(path, evolution=later)
    log.read_all()
    assert path.read_bytes() == before
    assert verify(log, Archive(path.parent / "archive")) == ()


@pytest.mark.parametrize("version", [0, 2, 99])
def test_version_that_nobody_knows_stops_reading_whole(path: Path, version: int) -> None:
    with duckdb.connect(path) as connection:
        connection.execute("UPDATE casualty_reported SET schema_version = ?", [version])
    with pytest.raises(SchemaTooNew, match=f"position 3 has schema version {version}; .* versions 1 to 1.*Update"):
        EventLog(path).read_all()
    with pytest.raises(SchemaTooNew):
        history(EventLog(path), Wanted())


@pytest.mark.parametrize("kind", EVENT_TYPES)
def test_upcasters_shipped_are_of_known_types(kind: Any) -> None:
    assert EVOLUTION.newest(kind.event_type) >= 1
    assert set(EVOLUTION.upcasters) <= {known.event_type for known in EVENT_TYPES}
