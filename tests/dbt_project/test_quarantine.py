"""An event in the log that should not be there: it is kept out and shown, and the rest goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from event_log.events import CasualtyReported
from tests.dbt_project.building import dbt
from tests.dbt_project.kazakhstan import new_home, rows
from tests.dbt_project.ledger import Ledger, Said


def test_an_event_that_breaks_a_rule_is_in_quarantine_by_its_id_and_stops_nothing() -> None:
    home = new_home()
    ledger = Ledger(home / "event_log.duckdb")
    ledger.article("a", datetime(2022, 1, 5, tzinfo=UTC), Said("killed", 26), outlet="Post")
    (sound,) = ledger.log.read(CasualtyReported)
    poison = [
        replace(sound, claim_id="1", count_low=9.0, count_high=3.0, count_value=900.0),
        replace(sound, claim_id="2", article_id="never heard of"),
        replace(sound, claim_id="3", status="=cmd()"),
    ]
    ledger.log.append(poison, run_id="by hand", producer="somebody")
    built = dbt(home, "build", "--exclude-resource-type", "unit_test")
    assert built.success, built.failures
    recorded = {one.event.claim_id: one for one in ledger.log.read_recorded(CasualtyReported)}
    assert rows(home, "select event_id, position, broken_rule from marts.dim_quarantine order by position") == [
        (recorded["1"].event_id, recorded["1"].position, "its lowest count is above its highest"),
        (recorded["2"].event_id, recorded["2"].position, "its article is not in the log"),
        (recorded["3"].event_id, recorded["3"].position, "its status is not known"),
    ]
    assert rows(home, "select claim_id from marts.fct_claims") == [(sound.claim_id,)]
    assert rows(home, "select distinct best from marts.fct_casualties where is_national") == [(26,)]
