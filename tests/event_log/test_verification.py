from __future__ import annotations

import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pytest

from event_log.archive import Archive
from event_log.errors import LogLocked
from event_log.log import EventLog
from event_log.verification import Finding, verify
from tests.event_log.makers import TEXT, archived, article, claim, extraction, rejection, revision

if TYPE_CHECKING:
    from event_log.events import Event


def append(log: EventLog, *events: Event) -> None:
    log.append(events, run_id="run 1", producer="test 1.0")


@pytest.fixture(scope="module")
def intact(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with three commits over all kinds of events; copied by each test, since making it is slow."""
    home = tmp_path_factory.mktemp("intact")
    log, archive = EventLog(home / "event_log.duckdb"), Archive(home / "archive")
    archived(archive, article(), article(text="Corrected."))
    append(log, article("a"), article("b"), rejection("c", raw_digest=archive.put(b"\xff\xfe")))
    append(log, claim("a"), extraction("a"), claim("b"), extraction("b"))
    append(
        log, revision("a", text="Corrected."), extraction("a", article_version=revision(text="Corrected.").raw_digest)
    )
    return home


@pytest.fixture
def home(intact: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(intact, tmp_path / "home"))


def findings(home: Path) -> tuple[Finding, ...]:
    return verify(EventLog(home / "event_log.duckdb", patience=1), Archive(home / "archive"))


def tamper(home: Path, statement: str) -> None:
    with duckdb.connect(home / "event_log.duckdb") as connection:
        connection.execute(statement)


def test_an_intact_home_has_no_findings(home: Path) -> None:
    assert findings(home) == ()


def test_verify_changes_nothing(home: Path) -> None:
    before = (home / "event_log.duckdb").read_bytes()
    findings(home)
    assert (home / "event_log.duckdb").read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "commit_id", "what"),
    [
        ("UPDATE casualty_reported SET count_low = 25 WHERE article_id = 'b'", 2, "event_id and content differ"),
        ("UPDATE article_ingested SET outlet = NULL WHERE article_id = 'a'", 1, "event_id and content differ"),
        ("UPDATE article_revised SET text = text || ' '", 3, "event_id and content differ"),
        ("UPDATE article_revised SET schema_version = 0", 3, "event_id and content differ"),
        ("UPDATE extraction_completed SET event_id = repeat('0', 64) WHERE position = 5", 2, "event_id and content"),
        ("UPDATE extraction_completed SET run_id = 'run 2' WHERE position = 7", 2, "run_id was changed"),
        ("UPDATE extraction_completed SET producer = 'me' WHERE position = 7", 2, "producer was changed"),
        (
            "UPDATE extraction_completed SET recorded_at = recorded_at - INTERVAL 1 microsecond WHERE position = 7",
            2,
            "recorded_at was changed",
        ),
        ("UPDATE extraction_completed SET stream = 'b' WHERE position = 5", 2, "digest of its rows differs"),
        ("UPDATE extraction_completed SET stream_version = 9 WHERE position = 5", 2, "digest of its rows differs"),
        ("DELETE FROM casualty_reported WHERE position = 4", 2, "missing or doubled"),
        ("DELETE FROM article_rejected", 1, "missing or doubled"),
        ("INSERT INTO casualty_reported FROM casualty_reported LIMIT 1", 2, "missing or doubled"),
        ("UPDATE extraction_completed SET position = 12 - position WHERE position IN (5, 7)", 2, "rows differs"),
        ("UPDATE casualty_reported SET position = 100 WHERE position = 4", 2, "missing or doubled"),
        ("UPDATE casualty_reported SET position = 0 WHERE position = 4", 2, "missing or doubled"),
        ("UPDATE commits SET run_id = 'run 2' WHERE commit_id = 2", 2, "its row was changed"),
        ("UPDATE commits SET recorded_at = recorded_at + INTERVAL 1 second WHERE commit_id = 2", 2, "row was changed"),
        ("UPDATE commits SET digest = repeat('a', 64) WHERE commit_id = 2", 2, "its row was changed"),
        ("UPDATE commits SET previous_digest = repeat('a', 64) WHERE commit_id = 3", 3, "does not name the digest"),
        ("UPDATE commits SET last_position = last_position - 1 WHERE commit_id = 3", 3, "its row was changed"),
        ("DELETE FROM commits WHERE commit_id = 1", 2, "the commit before it is missing"),
        ("DELETE FROM commits WHERE commit_id = 2", 3, "the commit before it is missing"),
        ("UPDATE commits SET commit_id = commit_id + 1 WHERE commit_id = 3", 4, "the commit before it is missing"),
    ],
)
def test_tampering_is_found_at_its_commit(home: Path, statement: str, commit_id: int, what: str) -> None:
    tamper(home, statement)
    found = findings(home)
    assert found[0].commit_id == commit_id
    assert any(what in finding.what and finding.commit_id == commit_id for finding in found)
    assert all(finding.remedy for finding in found)


def test_reordered_commits_are_found(home: Path) -> None:
    tamper(home, "UPDATE commits SET commit_id = -commit_id WHERE commit_id IN (2, 3)")
    tamper(home, "UPDATE commits SET commit_id = 5 + commit_id WHERE commit_id < 0")
    assert findings(home)[0].commit_id == 2


def test_dropped_last_commit_leaves_rows_without_commit(home: Path) -> None:
    tamper(home, "DELETE FROM commits WHERE commit_id = 3")
    assert [finding.what for finding in findings(home)] == ["belongs to no commit"] * 2


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE extraction_completed",
        "DROP TABLE commits",
        "ALTER TABLE casualty_reported DROP COLUMN place",
        "ALTER TABLE casualty_reported ALTER COLUMN count_low TYPE TEXT",
        "DELETE FROM schema_versions",
        "UPDATE schema_versions SET version = 99",
        "DROP TABLE schema_versions",
        "UPDATE commits SET first_position = -9e18::BIGINT WHERE commit_id = 2",
    ],
)
def test_broken_tables_are_findings_and_no_traceback(home: Path, statement: str) -> None:
    tamper(home, statement)
    assert findings(home)


def archived_files(home: Path) -> list[Path]:
    return sorted(path for path in (home / "archive").rglob("*") if path.is_file())


@pytest.mark.parametrize("number", [0, 1, 2])
def test_changed_bit_in_the_archive_is_found(home: Path, number: int) -> None:
    path = archived_files(home)[number]
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    (finding,) = findings(home)
    assert "has changed" in finding.what
    assert finding.commit_id is not None


def test_swapped_files_in_the_archive_are_found(home: Path) -> None:
    first, second, *_ = archived_files(home)
    content = first.read_bytes()
    first.write_bytes(second.read_bytes())
    second.write_bytes(content)
    assert len(findings(home)) == 2


def test_missing_file_in_the_archive_is_found(home: Path) -> None:
    archived_files(home)[0].unlink()
    (finding,) = findings(home)
    assert "has nothing at" in finding.what


def test_missing_log_is_found(home: Path) -> None:
    (home / "event_log.duckdb").unlink()
    (finding,) = findings(home)
    assert "there is no log file" in finding.what
    assert not (home / "event_log.duckdb").exists()


@pytest.mark.parametrize("length", [0, 1, 4_096, 12_287, 12_288, 300_000, -1])
def test_truncated_log_is_found(home: Path, length: int) -> None:
    path = home / "event_log.duckdb"
    path.write_bytes(path.read_bytes()[:length])
    assert findings(home)


def test_any_flipped_bit_in_the_log_file_is_found(home: Path) -> None:
    path = home / "event_log.duckdb"
    content = path.read_bytes()
    chance = random.Random(20221107)
    bits = {0, 7, 8 * 8, 8 * 4_096, 8 * 8_192, 8 * 12_288, 8 * len(content) - 1}
    bits |= {chance.randrange(8 * len(content)) for _ in range(150)}
    unnoticed = []
    for bit in sorted(bits):
        changed = bytearray(content)
        changed[bit // 8] ^= 1 << bit % 8
        path.write_bytes(changed)
        if not findings(home):
            unnoticed.append(bit)
    assert unnoticed == []


def test_flipped_bit_is_found_in_free_blocks(home: Path) -> None:
    tamper(home, "CREATE TABLE scratch AS SELECT random() AS r FROM range(200000)")
    tamper(home, "DROP TABLE scratch")
    assert findings(home) == ()
    path = home / "event_log.duckdb"
    content = bytearray(path.read_bytes())
    content[-100_000] ^= 4
    path.write_bytes(content)
    assert "bytes have changed" in findings(home)[0].what


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"evidence": TEXT[5:10]}, "evidence is not what the article says"),
        ({"evidence_start": 0}, "evidence is not what the article says"),
        ({"evidence_end": 10_000}, "evidence is not what the article says"),
        ({"evidence": "", "evidence_start": 5, "evidence_end": 5}, "evidence is not what the article says"),
        ({"count_text": "26"}, "words of its number"),
        ({"count_start": None}, "words of its number"),
        ({"count_start": -5}, "words of its number"),
        ({"count_text": TEXT[-5:], "count_start": len(TEXT) - 5, "count_end": len(TEXT) + 5}, "words of its number"),
        ({"article_version": "0" * 64}, "article version that the log does not hold"),
    ],
)
def test_claim_off_its_sentence_is_found(home: Path, given: dict[str, object], what: str) -> None:
    append(EventLog(home / "event_log.duckdb"), claim("a", **given))
    (finding,) = findings(home)
    assert (finding.commit_id, what in finding.what) == (4, True)


@pytest.mark.parametrize(
    "text", ["\U0001d518nrest 👩‍👩‍👧 in e\u0301vora\x00: At least 26 dead", "At least 26 dead\u2028"]
)
def test_ranges_count_code_points(home: Path, text: str) -> None:
    log, archive = EventLog(home / "event_log.duckdb"), Archive(home / "archive")
    one = article("u", text=text)
    archived(archive, one)
    start, end = text.index("At"), len(text)
    ranges = {"evidence_start": start, "evidence_end": end, "count_start": start, "count_end": start + 11}
    append(log, one, claim("u", article_version=one.article_version, evidence=text[start:end], **ranges))
    assert findings(home) == ()


def test_first_bad_commit_comes_first(home: Path) -> None:
    tamper(home, "UPDATE article_revised SET outlet = 'x'")
    tamper(home, "UPDATE article_ingested SET outlet = 'x'")
    assert [finding.commit_id for finding in findings(home)] == [1, 1, 3]


def test_finding_reads_as_a_sentence() -> None:
    finding = Finding(commit_id=2, where="commits", what="its row was changed", remedy="Put back a backup.")
    assert str(finding) == "commit 2, commits: its row was changed. Put back a backup."


def test_a_log_that_another_process_holds_is_no_finding(tmp_path: Path) -> None:
    log = EventLog(tmp_path / "event_log.duckdb", patience=0.2)
    log.append([article("a")], run_id="r", producer="p")
    hold = f"import duckdb; c = duckdb.connect({str(log.path)!r}); print(1, flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(LogLocked):
            verify(log, Archive(tmp_path / "archive"))
        holder.communicate("\n")
