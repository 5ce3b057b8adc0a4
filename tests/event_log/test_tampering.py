"""Tampered with at random, and always found: by `verify`, or by the seal where what is left is a log in its own right.

`make proof` tries 1,000 (``NEWSLEDGER_TAMPERINGS``), `make test` 60, and each way of tampering once.
"""

from __future__ import annotations

import os
import random
import shutil
from dataclasses import asdict
from pathlib import Path

import pytest

from event_log.archive import Archive
from event_log.events import DamageReported, DetentionReported
from event_log.history import sealed_commit
from event_log.log import EventLog
from event_log.verification import verify
from tests.event_log.makers import TEXT, article, claim, extraction, rejection, revision
from tests.event_log.tampering import TAMPERINGS, log_of

TIMES = int(os.environ.get("NEWSLEDGER_TAMPERINGS", "60"))
ONLY_SEALS_TELL = {"drop_a_commit_with_its_rows", "drop_the_last_commits", "forge_the_log"}
SHARES = 4  # each a test of its own, so that a failure comes early


@pytest.fixture(scope="module")
def intact(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six commits over the kinds of events that a ledger mostly has."""
    home = tmp_path_factory.mktemp("intact")
    log, archive = EventLog(log_of(home)), Archive(home / "archive")
    for number in range(6):
        name, text = f"article {number}", f"{TEXT} It was report {number}."
        one = article(name, text=text)
        archive.put(text.encode())
        mine = {"article_version": one.article_version, "latitude": None if number % 2 else 39.36}
        found = claim(name, **mine)
        detained = asdict(found)
        events = [one, found, DetentionReported(**{**detained, "family": "detention"})]
        events += [DamageReported(**{**detained, "family": "damage"}), extraction(name, claim_count=3)]
        events += [rejection(f"refused {number}", raw_digest=archive.put(b"\xff" * (number + 1)))]
        if number:
            events.append(revision(f"article {number - 1}", number=number, text=text))
        log.append(events, run_id=f"run {number}", producer="test 1.0")
    assert verify(log, archive) == ()
    return home


@pytest.mark.parametrize("share", range(SHARES))
def test_every_tampering_is_found(intact: Path, tmp_path: Path, share: int) -> None:
    chance = random.Random(share)
    seal = EventLog(log_of(intact)).head().digest
    names, weights = list(TAMPERINGS), [weight for _, weight in TAMPERINGS.values()]
    unnoticed = []
    for name in chance.choices(names, weights, k=-(-TIMES // SHARES)):
        home = Path(shutil.copytree(intact, tmp_path / "home"))
        told = TAMPERINGS[name][0](home, chance)
        if not _is_found(home, seal, by_seal=name in ONLY_SEALS_TELL):
            unnoticed.append(f"{name}: {told}")
        shutil.rmtree(home)
    assert unnoticed == []


@pytest.mark.parametrize("name", TAMPERINGS)
def test_each_way_of_tampering_is_found(intact: Path, tmp_path: Path, name: str) -> None:
    home = Path(shutil.copytree(intact, tmp_path / "home"))
    TAMPERINGS[name][0](home, random.Random(7))
    assert _is_found(home, EventLog(log_of(intact)).head().digest, by_seal=name in ONLY_SEALS_TELL)


def _is_found(home: Path, seal: str, *, by_seal: bool) -> bool:
    log = EventLog(log_of(home), patience=1)
    return bool(verify(log, Archive(home / "archive"))) or (by_seal and sealed_commit(log, seal) is None)
