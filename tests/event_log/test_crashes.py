"""Real processes: killed in the middle, and writing at once."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from event_log.archive import Archive
from event_log.log import EventLog
from event_log.verification import verify
from tests.event_log.makers import archived, article

ROOT = Path(__file__).parents[2]
BATCH = 40
WRITER = f"""
import sys
from pathlib import Path
from event_log.log import EventLog
from tests.event_log.makers import article

path, name, commits = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
log = EventLog(path, patience=60)
for number in range(commits):
    events = [article(f"{{name}} {{number}} {{one}}") for one in range({BATCH})]
    log.append(events, run_id=name, producer="p")
    print(number, flush=True)
"""
CREATOR = """
import sys
from pathlib import Path
from event_log.log import EventLog

log = EventLog(Path(sys.argv[1]))
print("ready", flush=True)
log.head()
"""


def writing(path: Path, name: str, commits: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(path), name, str(commits)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path / "archive")
    archived(archive, article())
    return archive


@pytest.mark.parametrize("delay", [0.0, 0.007, 0.019, 0.031, 0.053, 0.083])
def test_kill_leaves_the_last_whole_commit(tmp_path: Path, archive: Archive, delay: float) -> None:
    log = EventLog(tmp_path / "event_log.duckdb")
    writer = writing(log.path, "killed", 1_000)
    assert writer.stdout is not None
    for _ in range(2):
        writer.stdout.readline()
    time.sleep(delay)
    writer.send_signal(signal.SIGKILL)
    told = 2 + len(writer.stdout.read().split())
    writer.wait()

    assert verify(log, archive) == ()
    kept = log.commits()
    assert len(kept) in {told, told + 1}  # the last may have been whole and not yet told
    assert all(commit.event_count == BATCH for commit in kept)
    log.append([article(f"killed {number} 0") for number in range(told + 1)], run_id="again", producer="p")
    assert verify(log, archive) == ()


@pytest.mark.parametrize("delay", [0.05, 0.15, 0.25, 0.35])
def test_kill_while_the_log_is_made_leaves_none_or_a_whole_one(tmp_path: Path, delay: float) -> None:
    path = tmp_path / "event_log.duckdb"
    command = [sys.executable, "-c", CREATOR, str(path)]
    creator = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert creator.stdout is not None
    creator.stdout.readline()
    time.sleep(delay)
    creator.kill()
    creator.communicate()
    assert EventLog(path).head().position == 0


def test_two_processes_appending_at_once_both_succeed(tmp_path: Path, archive: Archive) -> None:
    log = EventLog(tmp_path / "event_log.duckdb", patience=60)
    writers = [writing(log.path, name, 5) for name in ("one", "two")]
    for writer in writers:
        writer.communicate(timeout=120)
        assert writer.returncode == 0
    assert len(log.commits()) == 10
    assert log.head().position == 10 * BATCH
    assert {commit.run_id for commit in log.commits()} == {"one", "two"}
    assert verify(log, archive) == ()
