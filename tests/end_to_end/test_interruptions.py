"""Killed at any point, damaged by hand: nothing lost, nothing twice, nothing unnoticed."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from event_log import EventLog
from event_log.events import CLAIM_TYPES, ArticleIngested, ExtractionCompleted
from orchestration import steps
from orchestration.cli import app
from orchestration.settings import Settings
from tests.end_to_end.doors import newsledger, start, wait_until

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = 110  # several commits of ingest, and of extraction
TEXT = """Clashes in town number {number}

Police said on Monday that {number} people were killed and {more} were wounded when gunmen attacked a market.
Residents told reporters that the streets were quiet again in the evening, and that shops would stay closed.
"""


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for number in range(2, ARTICLES + 2):
        (folder / f"{number:03}.txt").write_text(TEXT.format(number=number, more=2 * number), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def undisturbed(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A ledger of the same articles that nobody disturbed."""
    settings = Settings.at(tmp_path_factory.mktemp("undisturbed"))
    steps.init(settings)
    steps.ingest(settings, [articles], run_id="undisturbed")
    steps.extract(settings, run_id="undisturbed")
    return settings


def happened(settings: Settings) -> list[str]:
    """The ids of all events, each as often as it stands in the log."""
    return sorted(recorded.event_id for recorded in EventLog(settings.event_log).read_all())


def test_killed_in_the_middle_of_ingest_loses_and_doubles_nothing(
    articles: Path, undisturbed: Settings, tmp_path: Path
) -> None:
    settings = Settings.at(tmp_path)
    running = start(tmp_path, "ingest", articles)
    wait_until(lambda: sum(1 for _ in settings.archive.glob("*/*")) > 60, seconds=60, every=0.001)
    running.kill()
    running.wait()
    assert len(EventLog(settings.event_log).read(ArticleIngested)) < ARTICLES
    assert newsledger(tmp_path, "ingest", articles).returncode == 0
    ingested = EventLog(undisturbed.event_log).read_recorded(ArticleIngested)
    assert happened(settings) == sorted(recorded.event_id for recorded in ingested)
    assert not steps.verify(settings)


def test_killed_in_the_middle_of_extract_loses_and_doubles_nothing(
    articles: Path, undisturbed: Settings, tmp_path: Path
) -> None:
    settings = Settings.at(tmp_path)
    steps.init(settings)
    steps.ingest(settings, [articles], run_id="test")
    log, untouched = EventLog(settings.event_log), settings.event_log.stat().st_mtime_ns
    running = start(tmp_path, "extract")
    wait_until(lambda: settings.event_log.stat().st_mtime_ns != untouched, seconds=90, every=0.001)
    running.kill()
    running.wait()
    assert len(log.read(ExtractionCompleted)) < ARTICLES
    assert newsledger(tmp_path, "extract").returncode == 0
    assert len(log.read(ExtractionCompleted)) == ARTICLES
    assert sum(len(log.read(family)) for family in CLAIM_TYPES) >= ARTICLES
    assert happened(settings) == happened(undisturbed)
    assert not steps.verify(settings)


def flip(path: Path, place: int) -> None:
    """Turn one bit over, as a tired disk would."""
    os.chmod(path, 0o644)  # noqa: PTH101 - whoever tampers does not mind the mode
    raw = bytearray(path.read_bytes())
    raw[place] ^= 1
    path.write_bytes(raw)


@pytest.fixture
def copy(undisturbed: Settings, tmp_path: Path) -> Settings:
    shutil.copytree(undisturbed.home, tmp_path / "copy")
    return Settings.at(tmp_path / "copy")


def test_verify_finds_nothing_in_an_undisturbed_ledger(copy: Settings) -> None:
    assert CliRunner().invoke(app, ["verify", "--home", str(copy.home)]).exit_code == 0


def test_verify_names_the_file_in_the_archive_with_a_flipped_bit(copy: Settings) -> None:
    damaged = sorted(copy.archive.glob("*/*"))[7]
    flip(damaged, 20)
    shown = CliRunner().invoke(app, ["verify", "--home", str(copy.home)])
    assert shown.exit_code == 1
    assert damaged.name in shown.stderr.replace("\n", "")


@pytest.mark.parametrize("words", [b"people were killed", b"casualty", b"undisturbed"])
def test_verify_names_the_log_with_a_flipped_bit(copy: Settings, words: bytes) -> None:
    place = copy.event_log.read_bytes().find(words)
    assert place > 0
    flip(copy.event_log, place)
    shown = CliRunner().invoke(app, ["verify", "--home", str(copy.home)])
    assert shown.exit_code == 1
    assert str(copy.event_log) in shown.stderr.replace("\n", "")
