"""Killed at every boundary of a commit, and at any moment of a whole run: what is resumed ends as if nothing had been.

`NEWSLEDGER_KILLS=200 pytest tests/end_to_end/test_kills.py` kills so many whole runs (about 15 s each); else 2.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from event_log import Archive, EventLog, verify
from orchestration.settings import Settings
from tests.end_to_end.doors import NEWSLEDGER, ROOT, environment, facts_rows, newsledger, some_examples

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end_to_end.doors import Rows

KILLS = int(os.environ.get("NEWSLEDGER_KILLS", "2"))
EXAMPLES_USED = ("0105-meridian-almaty", "0107-meridian-toll", "0107-harbour-post-toll", "0107-silkroad-detentions")
ARTICLES = 3
A_COMMIT = 2  # as the worker below has it: two commits of ingest, two of extraction
TEXT = (
    "Clashes in town number {0}\n\nPolice said on Monday that {0} people were killed when gunmen attacked a market.\n"
)
WORKER = """
import os, signal, sys
from contextlib import contextmanager
from pathlib import Path
from event_log import Archive, EventLog, session
from extractors import extraction
from extractors.extractor import Extractor
from extractors.records import Claim
from ingest import IngestSettings, ingest

home, articles, dies_at = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
passed = 0

def boundary():
    global passed
    passed += 1
    if passed == dies_at:
        os.kill(os.getpid(), signal.SIGKILL)

whole, put = session.transaction, Archive.put

@contextmanager
def transaction(connection, path):
    with whole(connection, path):
        boundary()  # begun
        yield
        boundary()  # written, not committed
    boundary()  # committed, not known to whoever asked for it

def put_and_pass(archive, content):
    digest = put(archive, content)
    boundary()
    return digest

session.transaction, Archive.put = transaction, put_and_pass
extraction.ARTICLES_A_COMMIT = 2
log = EventLog(home / "event_log.duckdb")
ingest([articles], log=log, archive=Archive(home / "archive"), settings=IngestSettings(commit_size=2), run_id="r")

def extract(article):
    start = article.text.index("Police")
    return tuple(
        Claim(family="casualty", kind=kind, count=None, subject=None, group=None, actor=None, place=None, when=None,
              scope=None, speaker=None, status="reported", evidence=article.text[start:], start=start,
              end=len(article.text), rule="test/boundary")
        for kind in ("killed", "injured")
    )

extraction.extract_pending(log=log, extractor=Extractor("test", "1", "0", extract), run_id="r")
print(passed)
"""

Log = list[tuple[int, str, str, int]]


def log_content(home: Path) -> Log:
    """All events in order: which, and where they stand. When and by which run they came is each home's own."""
    held = EventLog(home / "event_log.duckdb").read_all()
    return [(one.position, one.event_id, one.stream, one.stream_version) for one in held]


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for number in range(2, ARTICLES + 2):
        (folder / f"{number:03}.txt").write_text(TEXT.format(number), encoding="utf-8")
    return folder


def worked(home: Path, articles: Path, *, dies_at: int = 0) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WORKER, str(home), str(articles), str(dies_at)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_killed_at_every_boundary_of_a_commit(articles: Path, tmp_path: Path) -> None:
    undisturbed = worked(tmp_path / "undisturbed", articles)
    assert undisturbed.returncode == 0, undisturbed.stderr
    expected, boundaries = log_content(tmp_path / "undisturbed"), int(undisturbed.stdout)
    assert boundaries == ARTICLES + 3 * 2 * -(-ARTICLES // A_COMMIT)
    for dies_at in range(1, boundaries + 1):
        home = tmp_path / str(dies_at)
        assert worked(home, articles, dies_at=dies_at).returncode == -signal.SIGKILL
        assert worked(home, articles).returncode == 0
        assert log_content(home) == expected, f"killed at boundary {dies_at}"
        assert verify(EventLog(home / "event_log.duckdb"), Archive(home / "archive")) == ()


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return some_examples(tmp_path_factory.mktemp("examples"), *EXAMPLES_USED)


def run_whole(home: Path, examples: Path) -> float:
    """Seconds that it took."""
    start = time.monotonic()
    done = newsledger(home, "run", examples)
    assert done.returncode == 0, done.stderr
    return time.monotonic() - start


def killed_run(home: Path, examples: Path, *, after: float, with_children: bool) -> bool:
    """Whether the run was still going; dbt, its child, dies with it or is left to end by itself."""
    running = subprocess.Popen(
        [NEWSLEDGER, "--home", home, "run", examples],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        running.wait(after)
    except subprocess.TimeoutExpired:
        if with_children:
            os.killpg(running.pid, signal.SIGKILL)
        else:
            running.kill()
        running.wait()
        return True
    return False


def state(home: Path) -> tuple[Log, Rows]:
    return log_content(home), facts_rows(Settings.at(home).facts)


def test_killed_at_any_moment_of_a_run(examples: Path, tmp_path: Path) -> None:
    seconds = run_whole(tmp_path / "undisturbed", examples)
    expected, chance = state(tmp_path / "undisturbed"), random.Random(KILLS)
    home, kills = tmp_path / "1", []
    while len(kills) < KILLS:
        after, with_children = chance.uniform(0, seconds), chance.random() < 0.5
        kills.append(f"after {after:.3f} s of {seconds:.1f}, dbt {'too' if with_children else 'not'}")
        if not killed_run(home, examples, after=after, with_children=with_children):
            assert state(home) == expected, kills
            home = tmp_path / str(len(kills) + 1)
    run_whole(home, examples)
    assert state(home) == expected, kills
    assert verify(EventLog(home / "event_log.duckdb"), Archive(home / "archive")) == ()
