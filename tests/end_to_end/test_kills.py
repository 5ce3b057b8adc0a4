"""Killed at every boundary of a commit, and at any moment of a whole run: what is resumed ends as if nothing had been.

`make proof` kills 200 whole runs (``NEWSLEDGER_KILLS``; some 20 s each), `make test` 1.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
from multiprocessing import get_context
from typing import TYPE_CHECKING

import pytest

from event_log import Archive, EventLog, verify
from orchestration.settings import Settings
from tests.end_to_end.boundaries import A_COMMIT, take_in
from tests.end_to_end.doors import NEWSLEDGER, environment, facts_rows, newsledger

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end_to_end.doors import Rows
    from tests.end_to_end.published import Published

KILLS = int(os.environ.get("NEWSLEDGER_KILLS", "1"))
REFUSED_ONE = 1  # the empty file among the articles
ARTICLES = 3
FORKS = get_context("forkserver")  # a child starts from imported modules, and has no threads of ours
FORKS.set_forkserver_preload(["tests.end_to_end.boundaries"])
TEXT = (
    "Clashes in town number {0}\n\nPolice said on Monday that {0} people were killed when gunmen attacked a market.\n"
)
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


def worked(home: Path, articles: Path, *, dies_at: int = 0) -> tuple[int | None, int]:
    """In a process of its own: its exit code, and how many boundaries it passed where it lived."""
    told, tells = FORKS.Pipe(duplex=False)
    worker = FORKS.Process(target=take_in, args=(home, articles, dies_at, tells))
    worker.start()
    tells.close()
    worker.join()
    return worker.exitcode, told.recv() if worker.exitcode == 0 else 0


def test_killed_at_every_boundary_of_a_commit(articles: Path, tmp_path: Path) -> None:
    code, boundaries = worked(tmp_path / "undisturbed", articles)
    assert code == 0
    expected = log_content(tmp_path / "undisturbed")
    assert boundaries == ARTICLES + 3 * 2 * -(-ARTICLES // A_COMMIT)
    for dies_at in range(1, boundaries + 1):
        home = tmp_path / str(dies_at)
        assert worked(home, articles, dies_at=dies_at) == (-signal.SIGKILL, 0)
        assert worked(home, articles)[0] == 0
        assert log_content(home) == expected, f"killed at boundary {dies_at}"
        assert verify(EventLog(home / "event_log.duckdb"), Archive(home / "archive")) == ()


def run_whole(home: Path, articles: Path) -> None:
    done = newsledger(home, "run", articles)
    assert done.returncode == REFUSED_ONE, done.stderr


def killed_run(home: Path, articles: Path, *, after: float, with_children: bool) -> bool:
    """Whether the run was still going; dbt, its child, dies with it or is left to end by itself."""
    running = subprocess.Popen(
        [NEWSLEDGER, "--home", home, "run", articles],
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


def test_killed_at_any_moment_of_a_run(published: Published, tmp_path: Path) -> None:
    expected, chance = state(published.home), random.Random(KILLS)
    home, kills = tmp_path / "1", []
    while len(kills) < KILLS:
        after, with_children = chance.uniform(0, published.seconds), chance.random() < 0.5
        kills.append(f"after {after:.3f} s of {published.seconds:.1f}, dbt {'too' if with_children else 'not'}")
        if not killed_run(home, published.articles, after=after, with_children=with_children):
            assert state(home) == expected, kills
            home = tmp_path / str(len(kills) + 1)
    run_whole(home, published.articles)
    assert state(home) == expected, kills
    assert verify(EventLog(home / "event_log.duckdb"), Archive(home / "archive")) == ()
