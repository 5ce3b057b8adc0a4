from __future__ import annotations

import json
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from event_log import Archive, EventLog, verify
from event_log.snapshots import NOTE_NAME, BadSnapshot, back_up, copy_as_of, last_commit_at, restore
from tests.event_log.makers import archived, article, claim, extraction, revision

BEGAN = datetime(2026, 11, 17, tzinfo=UTC)
# appends one article a commit for as long as it is let
WRITER = """
import sys
from pathlib import Path
from event_log import Archive, EventLog
from tests.event_log.makers import archived, article
log, archive = EventLog(Path(sys.argv[1])), Archive(Path(sys.argv[2]))
for number in range(10_000):
    one = article(f"w{number}", text=f"Text {number}.")
    archived(archive, one)
    log.append([one], run_id="w", producer="w")
    print(number, flush=True)
"""


def silent(_message: str) -> None:
    """Say nothing."""


@pytest.fixture
def home(tmp_path: Path) -> tuple[EventLog, Archive]:
    log, archive = EventLog(tmp_path / "event_log.duckdb"), Archive(tmp_path / "archive")
    events = [[article("a"), claim("a"), extraction("a")], [article("b", text="Of b.")], [revision("a", text="Anew.")]]
    for day, batch in enumerate(events):
        log.append(batch, run_id="r", producer="t", recorded_at=BEGAN + timedelta(days=day))
    archived(archive, article("a"), article("b", text="Of b."), revision("a", text="Anew."))
    return log, archive


def test_a_backup_restored_is_the_same_ledger(home: tuple[EventLog, Archive], tmp_path: Path) -> None:
    kept, findings = back_up(*home, tmp_path / "kept", progress=silent)
    again = EventLog(tmp_path / "again" / "event_log.duckdb"), Archive(tmp_path / "again" / "archive")
    assert findings == ()
    assert restore(tmp_path / "kept", *again, progress=silent) == kept
    assert again[0].read_all() == home[0].read_all()
    assert again[0].head() == home[0].head()
    assert again[1].digests() == home[1].digests()
    assert verify(*again) == ()


def test_a_backup_taken_while_somebody_appends_is_whole(home: tuple[EventLog, Archive], tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(home[0].path), str(tmp_path / "archive")]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        taken = [back_up(*home, tmp_path / f"kept{number}", progress=silent) for number in range(3)]
        time.sleep(0.2)
        assert writer.poll() is None
        writer.kill()
    assert [findings for _, findings in taken] == [(), (), ()]
    assert taken[0][0].position <= taken[-1][0].position
    assert verify(*home) == ()


def test_a_backup_never_replaces_anything(home: tuple[EventLog, Archive], tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    with pytest.raises(BadSnapshot, match="not there yet"):
        back_up(*home, tmp_path / "kept", progress=silent)
    back_up(*home, tmp_path / "other", progress=silent)
    with pytest.raises(BadSnapshot, match="already"):
        restore(tmp_path / "other", *home, progress=silent)


def tampered_log(kept: Path) -> None:
    path = kept / "event_log.duckdb"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def missing_raw(kept: Path) -> None:
    next(path for path in (kept / "archive").rglob("*") if path.is_file()).unlink()


def other_head(kept: Path) -> None:
    note = kept / NOTE_NAME
    note.write_text(note.read_text(encoding="utf-8").replace('"position": 5', '"position": 6'), encoding="utf-8")


def no_note(kept: Path) -> None:
    (kept / NOTE_NAME).unlink()


@pytest.mark.parametrize("harm", [tampered_log, missing_raw, other_head, no_note])
def test_a_harmed_backup_is_not_restored(home: tuple[EventLog, Archive], tmp_path: Path, harm: Any) -> None:
    back_up(*home, tmp_path / "kept", progress=silent)
    harm(tmp_path / "kept")
    again = EventLog(tmp_path / "again" / "event_log.duckdb"), Archive(tmp_path / "again" / "archive")
    with pytest.raises(BadSnapshot):
        restore(tmp_path / "kept", *again, progress=silent)
    assert not again[0].path.exists()


def test_an_interrupted_backup_leaves_nothing(home: tuple[EventLog, Archive], tmp_path: Path) -> None:
    def stop(_message: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        back_up(*home, tmp_path / "kept", progress=stop)
    assert [path.name for path in tmp_path.iterdir() if "kept" in path.name] == []


@pytest.mark.parametrize(
    ("at", "position"),
    [(3, 3), (4, 4), (1_000, 5), (BEGAN, 3), (BEGAN + timedelta(days=1, hours=1), 4), (BEGAN + timedelta(days=9), 5)],
)
def test_the_log_as_it_was_holds_whole_commits_and_verifies(
    home: tuple[EventLog, Archive], tmp_path: Path, at: Any, position: int
) -> None:
    commit = last_commit_at(home[0], at)
    assert commit.last_position == position
    head = copy_as_of(home[0], tmp_path / "then.duckdb", until=commit.last_position)
    then = EventLog(tmp_path / "then.duckdb")
    assert (head.position, head.digest) == (position, commit.digest)
    assert then.read_all() == home[0].read_all()[:position]
    assert verify(then, home[1]) == ()


@pytest.mark.parametrize("at", [2, BEGAN - timedelta(seconds=1)])
def test_before_the_first_commit_the_ledger_knew_nothing(home: tuple[EventLog, Archive], at: Any) -> None:
    with pytest.raises(BadSnapshot, match="knew nothing"):
        last_commit_at(home[0], at)


def test_files_that_go_along_come_back(home: tuple[EventLog, Archive], tmp_path: Path) -> None:
    declared = tmp_path / "crises.yml"
    declared.write_bytes(b"- id: a\r\n")
    kept, _ = back_up(*home, tmp_path / "kept", along=(declared, tmp_path / "absent.yml"), progress=silent)
    again = tmp_path / "again"
    whole = EventLog(again / "event_log.duckdb"), Archive(again / "archive")
    restored = restore(tmp_path / "kept", *whole, along=(again / "crises.yml", again / "absent.yml"), progress=silent)
    assert list(restored.files) == list(kept.files) == ["crises.yml"]
    assert (again / "crises.yml").read_bytes() == b"- id: a\r\n"
    assert not (again / "absent.yml").exists()


@pytest.mark.parametrize(
    ("changed", "content", "told"),
    [
        ("kept", "changed", "not what was kept"),
        ("kept", None, "not what was kept"),
        ("again", "mine", "Move it away first"),
    ],
)
def test_a_file_along_that_is_not_as_it_was_changes_nothing(
    home: tuple[EventLog, Archive], tmp_path: Path, changed: str, content: str | None, told: str
) -> None:
    (tmp_path / "crises.yml").write_bytes(b"- id: a")
    back_up(*home, tmp_path / "kept", along=(tmp_path / "crises.yml",), progress=silent)
    again = tmp_path / "again"
    again.mkdir()
    if content is None:
        (tmp_path / changed / "crises.yml").unlink()
    else:
        (tmp_path / changed / "crises.yml").write_text(content, encoding="utf-8")
    before = sorted(again.iterdir())
    whole = EventLog(again / "event_log.duckdb"), Archive(again / "archive")
    with pytest.raises(BadSnapshot, match=told):
        restore(tmp_path / "kept", *whole, along=(again / "crises.yml",), progress=silent)
    assert sorted(again.iterdir()) == before


def test_a_backup_of_before_files_went_along_is_still_read(home: tuple[EventLog, Archive], tmp_path: Path) -> None:
    back_up(*home, tmp_path / "kept", progress=silent)
    note = tmp_path / "kept" / NOTE_NAME
    told = json.loads(note.read_text(encoding="utf-8"))
    del told["files"]
    note.write_text(json.dumps(told), encoding="utf-8")
    again = tmp_path / "again"
    whole = EventLog(again / "event_log.duckdb"), Archive(again / "archive")
    assert restore(tmp_path / "kept", *whole, along=(again / "crises.yml",), progress=silent).files == {}
