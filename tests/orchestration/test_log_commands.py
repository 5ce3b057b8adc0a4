from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import duckdb
import pytest
from typer.testing import CliRunner

from event_log import Archive, EventLog
from orchestration.cli import app
from tests.event_log.makers import TEXT, archived, article, claim, extraction, rejection, revision

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

MORNING = datetime(2026, 5, 1, 8, tzinfo=UTC)
EVENING = datetime(2026, 5, 1, 20, tzinfo=UTC)
ESCAPES = "\x1b]0;owned\x07\x1b[2J\u202egnp"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    log, archive = EventLog(tmp_path / "event_log.duckdb"), Archive(tmp_path / "archive")
    archived(archive, article(), article(text="Corrected."))
    log.append([article("a"), rejection("b")], run_id="r1", producer="ingest", recorded_at=MORNING)
    log.append([claim("a"), extraction("a")], run_id="r2", producer="rules 1", recorded_at=EVENING)
    return tmp_path


def newsledger(home: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["--home", str(home), *words])


def test_log_shows_everything_in_order(home: Path) -> None:
    shown = newsledger(home, "log")
    assert shown.exit_code == 0
    types = ["article_ingested", "article_rejected", "casualty_reported", "extraction_completed"]
    assert re.findall("|".join(types), shown.stdout) == types


@pytest.mark.parametrize(
    ("options", "positions"),
    [
        (["--type", "article_rejected"], [2]),
        (["--since", "2026-05-01T12:00"], [3, 4]),
        (["--until", "2026-05-01T12:00"], [1, 2]),
        (["--since", "2026-05-01", "--until", "2026-05-02"], [1, 2, 3, 4]),
        (["--limit", "1"], [4]),
        (["--article", "a"], [1, 3, 4]),
        (["--article", "a.txt"], [1, 3, 4]),
        (["--article", "https://example.org/a"], [1, 3, 4]),
        (["--article", "b.txt"], [2]),
        (["--article", "a", "--type", "casualty_reported"], [3]),
        (["--article", "a", "--type", "article_revised"], []),
    ],
)
def test_log_filters(home: Path, options: list[str], positions: list[int]) -> None:
    shown = newsledger(home, "log", "--format", "jsonl", *options)
    assert [json.loads(line)["position"] for line in shown.stdout.splitlines()] == positions


def test_log_as_json_has_envelope_and_payload(home: Path) -> None:
    (line,) = newsledger(home, "log", "--format", "jsonl", "--type", "casualty_reported").stdout.splitlines()
    told = json.loads(line)
    assert (told["run_id"], told["stream"], told["recorded_at"]) == ("r2", "a", "2026-05-01T20:00:00+00:00")
    assert (told["payload"]["evidence"], told["payload"]["when_end"]) == (claim("a").evidence, "2022-01-07")


def test_log_of_an_article_tells_its_life(home: Path) -> None:
    log = EventLog(home / "event_log.duckdb")
    log.append([revision("a", text="Corrected.")], run_id="r3", producer="ingest", recorded_at=EVENING)
    life = newsledger(home, "log", "--article", "a").stdout
    told = [
        "2026-05-01 08:00:00Z",
        "came in: “Unrest in Óbidos”",
        "2026-05-01 20:00:00Z",
        "casualty/killed: At least 26",
    ]
    told += ["in Óbidos, says the ministry", "read by rules", "revised for the 1. time"]
    places = [life.index(words) for words in told]
    assert places == sorted(places)


@pytest.mark.parametrize("options", [["--article", "h"], [], ["--format", "jsonl"]])
def test_log_shows_no_terminal_escapes(home: Path, options: list[str]) -> None:
    hostile = article("h", title=ESCAPES, text=ESCAPES + TEXT, outlet=ESCAPES)
    EventLog(home / "event_log.duckdb").append([hostile], run_id=ESCAPES, producer=ESCAPES)
    shown = newsledger(home, "log", *options).stdout
    assert "gnp" in shown
    assert not set(ESCAPES[:1] + "\x07\u202e") & set(shown)


@pytest.mark.parametrize("options", [["--type", "casualty"], ["--since", "yesterday"]])
def test_log_tells_wrong_use(home: Path, options: list[str]) -> None:
    shown = newsledger(home, "log", *options)
    assert shown.exit_code == 2
    assert "to do" in shown.stderr


@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_log_of_an_article_that_nobody_knows_is_wrong_use_and_says_what_to_do(home: Path, form: str) -> None:
    shown = newsledger(home, "log", "--article", "A.tx", "--format", form)
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert "No article is called 'A.tx'" in shown.stderr
    assert "`newsledger log`" in shown.stderr
    assert "a.txt" in shown.stderr  # the nearest name


def test_log_of_an_article_whose_events_the_filters_leave_out_says_so(home: Path) -> None:
    shown = newsledger(home, "log", "--article", "a.txt", "--type", "article_revised")
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert "the other filters leave none" in shown.stderr


def test_log_of_an_unknown_article_in_an_empty_log_names_no_example(tmp_path: Path) -> None:
    newsledger(tmp_path, "init")
    shown = newsledger(tmp_path, "log", "--article", ESCAPES)
    assert (shown.exit_code, "nearest" in shown.stderr, "\x1b" in shown.stderr) == (2, False, False)


def test_seal_prints_the_head(home: Path) -> None:
    head = EventLog(home / "event_log.duckdb").head()
    assert newsledger(home, "seal").stdout == f"{head.digest}  position 4  2026-05-01 20:00:00Z\n"


def test_verify_against_a_seal_proves_that_the_log_extends_it(home: Path) -> None:
    digest = newsledger(home, "seal").stdout.split()[0]
    EventLog(home / "event_log.duckdb").append([article("c", text=TEXT)], run_id="r", producer="p")
    shown = newsledger(home, "verify", "--against", digest)
    assert (shown.exit_code, "extends the one that was sealed at position 4" in shown.stderr) == (0, True)


def test_verify_against_takes_the_whole_line_that_seal_prints(home: Path) -> None:
    assert newsledger(home, "verify", "--against", newsledger(home, "seal").stdout).exit_code == 0


def test_verify_against_the_seal_of_an_empty_log_holds(tmp_path: Path) -> None:
    newsledger(tmp_path, "init")
    sealed = newsledger(tmp_path, "seal").stdout.split()[0]
    assert newsledger(tmp_path, "verify", "--against", sealed).exit_code == 0


def test_verify_against_finds_a_log_that_was_written_anew(home: Path, tmp_path: Path) -> None:
    """Consistent in itself, and still not what was sealed: only the seal can tell."""
    digest = newsledger(home, "seal").stdout.split()[0]
    (home / "event_log.duckdb").unlink()
    log = EventLog(home / "event_log.duckdb")
    log.append([article("a"), rejection("b")], run_id="r1", producer="ingest", recorded_at=MORNING)
    assert newsledger(home, "verify").exit_code == 0
    shown = newsledger(home, "verify", "--against", digest)
    assert shown.exit_code == 1
    assert "not the log that was sealed" in shown.stderr


def test_verify_against_tells_tampering_first(home: Path) -> None:
    digest = newsledger(home, "seal").stdout.split()[0]
    with duckdb.connect(home / "event_log.duckdb") as connection:
        connection.execute("UPDATE casualty_reported SET place = 'Elsewhere'")
    shown = newsledger(home, "verify", "--against", digest)
    assert (shown.exit_code, "commit 2" in shown.stderr, "extends" in shown.stderr) == (1, True, False)


@pytest.mark.parametrize("digest", ["", "abc", "g" * 64, "0" * 63])
def test_verify_against_no_seal_is_wrong_use(home: Path, digest: str) -> None:
    assert newsledger(home, "verify", "--against", digest).exit_code == 2
