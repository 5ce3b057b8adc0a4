from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import dagster as dg
import pytest

from orchestration.resources import Ledger
from orchestration.sensors import inbox

if TYPE_CHECKING:
    from pathlib import Path

Tick = Callable[[str | None], dg.SensorResult | dg.SkipReason]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "inbox" / "deeper").mkdir(parents=True)
    return tmp_path / "inbox"


@pytest.fixture
def tick(folder: Path) -> Tick:
    def evaluate(cursor: str | None) -> dg.SensorResult | dg.SkipReason:
        with dg.build_sensor_context(cursor=cursor) as context:
            result = inbox(context, ledger=Ledger(home=str(folder.parent)))
        assert isinstance(result, dg.SensorResult | dg.SkipReason)
        return result

    return evaluate


def drop(path: Path, text: str, *, seconds_ago: float = 60) -> None:
    path.write_text(text, encoding="utf-8")
    moment = time.time() - seconds_ago
    os.utime(path, (moment, moment))


def test_empty_inbox_starts_nothing(tick: Tick) -> None:
    assert isinstance(tick(None), dg.SkipReason)


def test_new_file_starts_one_run(folder: Path, tick: Tick) -> None:
    drop(folder / "deeper" / "a.txt", "one")
    first = tick(None)
    assert isinstance(first, dg.SensorResult)
    assert len(first.run_requests or ()) == 1
    assert isinstance(tick(first.cursor), dg.SkipReason)


def test_changed_file_starts_another_run(folder: Path, tick: Tick) -> None:
    drop(folder / "a.txt", "one")
    first = tick(None)
    drop(folder / "a.txt", "two", seconds_ago=30)
    second = tick(first.cursor) if isinstance(first, dg.SensorResult) else first
    assert isinstance(second, dg.SensorResult)
    assert {request.run_key for request in second.run_requests or ()}.isdisjoint(
        request.run_key for request in first.run_requests or ()
    )


def test_file_that_is_still_arriving_is_waited_for(folder: Path, tick: Tick) -> None:
    drop(folder / "a.txt", "half", seconds_ago=0)
    assert isinstance(tick(None), dg.SkipReason)


def test_link_to_nowhere_does_not_stop_the_sensor(folder: Path, tick: Tick) -> None:
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    drop(folder / "a.txt", "one")
    assert isinstance(tick(None), dg.SensorResult)


def test_inbox_that_is_not_there_yet_starts_nothing(folder: Path, tick: Tick) -> None:
    (folder / "deeper").rmdir()
    folder.rmdir()
    assert isinstance(tick(None), dg.SkipReason)
