"""What a person reads when the machine fails: what, why, what to do; and what is in the log stays."""

from __future__ import annotations

import errno
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from event_log import EventLog
from event_log.events import ArticleIngested
from extractors.extractor import Extractor
from orchestration import guard, steps
from orchestration.cli import app
from orchestration.settings import Settings
from tests.event_log.makers import article

if TYPE_CHECKING:
    from pathlib import Path

    from extractors.records import ArticleText, Claim

HOLDER = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1])
print("holding", flush=True)
sys.stdin.read()
"""


def test_clock_that_jumped_back_is_told_and_times_never_go_back(tmp_path: Path) -> None:
    steps.init(Settings.at(tmp_path))
    log, later = EventLog(tmp_path / "event_log.duckdb"), datetime.now(UTC) + timedelta(days=1)
    log.append([article("a")], run_id="r", producer="p", recorded_at=later)
    text = tmp_path / "new.txt"
    text.write_text("Something happened in the town. Police said that three people were hurt on Monday.", "utf-8")
    shown = CliRunner().invoke(app, ["--home", str(tmp_path), "ingest", str(text)])
    assert shown.exit_code == 0
    assert "clock is" in shown.stderr
    assert "nothing is lost" in shown.stderr
    assert [recorded.recorded_at for recorded in log.read_recorded(ArticleIngested)] == [later, later]


def test_clock_that_is_right_is_no_matter(tmp_path: Path) -> None:
    steps.init(Settings.at(tmp_path))
    EventLog(tmp_path / "event_log.duckdb").append([article("a")], run_id="r", producer="p")
    assert "clock" not in CliRunner().invoke(app, ["--home", str(tmp_path), "ingest", str(tmp_path / "inbox")]).stderr


def test_locked_log_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps.init(Settings.at(tmp_path))
    monkeypatch.setattr("event_log.log.EventLog.__init__.__kwdefaults__", impatient())
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, tmp_path / "event_log.duckdb"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    holder.stdout.readline()
    shown = CliRunner().invoke(app, ["--home", str(tmp_path), "log"])
    holder.communicate(b"")
    assert shown.exit_code == 3
    assert "in use by another process" in shown.stderr
    assert "close the program" in shown.stderr


def impatient() -> dict[str, object]:
    return {**(EventLog.__init__.__kwdefaults__ or {}), "patience": 0.2}


def test_an_article_that_cannot_be_read_is_named_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps.init(Settings.at(tmp_path))
    EventLog(tmp_path / "event_log.duckdb").append([article("a"), article("b")], run_id="r", producer="p")
    broken: list[str] = []

    def breaks_once(read: ArticleText) -> tuple[Claim, ...]:
        if not broken:
            broken.append(read.article_id)
            raise OverflowError("[red]more than there is")
        return ()

    monkeypatch.setattr("extractors.extractor.rule_extractor", lambda: Extractor("test", "1", "0", breaks_once))
    extract = ["--home", str(tmp_path), "extract"]
    first, second = CliRunner().invoke(app, extract), CliRunner().invoke(app, extract)
    assert (first.exit_code, second.exit_code) == (1, 0)
    assert "in 1 articles" in first.stderr
    assert "could not read" in first.stderr
    assert "OverflowError: [red]more than there is" in first.stderr
    assert "in 1 articles" in second.stderr
    (details,) = (tmp_path / "logs").glob("fault-*.log")
    assert "breaks_once" in details.read_text("utf-8")


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "no room left"), (errno.EROFS, "may not be written"), (errno.EACCES, "may not be written")],
)
def test_disk_faults_anywhere_are_told_in_words(tmp_path: Path, number: int, words: str) -> None:
    told = guard.as_stopped(OSError(number, "as the system says it"), Settings.at(tmp_path))
    assert words in told.what
    assert str(tmp_path) in told.what
    assert not (tmp_path / "logs").exists()
