"""How long the facts take to build, publish and ask for on a ledger that is made for it, and with how much memory.

`python -m evaluation.facts_speed --claims 1000000`: makes a ledger, builds and publishes it by the commands that
people give, asks `toll_as_of` of facts newly opened and again, then appends 100 articles with their claims, builds and
publishes once more. ``--ledger DIR`` keeps the made ledger there, or takes the one that is there; the measuring is
done on a copy.

Memory is the peak of the largest process of a command; processor seconds are of all its processes, and say more than
the clock where the machine does something else too. The time that it takes to make the ledger up is not judged.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING

import duckdb

from evaluation.facts_made import CLAIMS_AN_ARTICLE, PRODUCER, made_events, more_events
from evaluation.ledger_made import lots
from evaluation.speed import KIBIBYTE, MEBIBYTE
from event_log import Archive, EventLog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from event_log.events import Event

CLAIMS = 1_000_000
LATER = 100  # articles
TIMES = 20
ARTICLES_AT_ONCE = 1_000
MEMORY_CEILING = 4 * KIBIBYTE * MEBIBYTE
CEILINGS = {"build": 60.0, "toll_as_of, newly opened": 0.2, "build again": 15.0}  # seconds by the clock
_QUESTION = "select * from toll_as_of('2020-06-01 12:00+00', codebook := 'ucdp')"
_COLD = """
import sys, time, duckdb
start = time.perf_counter()
with duckdb.connect(sys.argv[1], read_only=True) as facts:
    facts.execute(sys.argv[2]).fetchall()
print(time.perf_counter() - start)
"""


@dataclass(frozen=True, slots=True)
class Timing:
    """One measurement: seconds by the clock and of processor time, peak memory in bytes; 0 where not measured."""

    what: str
    seconds: float
    processor: float = 0
    memory: int = 0
    note: str = ""

    @property
    def is_over(self) -> bool:
        """Whether a ceiling is broken."""
        return self.seconds > CEILINGS.get(self.what, float("inf")) or self.memory > MEMORY_CEILING

    def __str__(self) -> str:
        processor = f"{self.processor:8.1f} s" if self.processor else " " * 10
        memory = f"{self.memory / MEBIBYTE:7,.0f} MiB" if self.memory else " " * 11
        return f"{self.what:<26}{self.seconds:9.3f} s {processor} {memory}  {self.note}".rstrip()


def make_ledger(home: Path, claims: int) -> Timing:
    """A ledger of so many claims; the clock includes making them up."""
    return _append("make the ledger", home, made_events(_articles(claims), Archive(home / "archive")))


def append_later(home: Path, claims: int) -> Timing:
    """A hundred articles more, which speak of crises that the ledger knows."""
    later = more_events(_articles(claims), LATER, Archive(home / "archive"))
    return _append(f"append {LATER} articles", home, later)


def command(home: Path, word: str, *, what: str = "") -> Timing:
    """One command of newsledger, as somebody would type it. Raises RuntimeError where it fails."""
    start = perf_counter()
    newsledger = Path(sys.executable).with_name("newsledger")
    with (home / "benchmark.log").open("ab") as log:
        child = subprocess.Popen([newsledger, "--home", home, word], stdout=log, stderr=log)  # noqa: S603
        _, status, usage = os.wait4(child.pid, 0)
    seconds, child.returncode = perf_counter() - start, os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"newsledger {word} failed:\n{(home / 'benchmark.log').read_text(encoding='utf-8')}")
    return Timing(what or word, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KIBIBYTE)


def nodes(home: Path) -> Iterator[Timing]:
    """What the models, the seeds and the tests of the last build took, added up over dbt's threads."""
    newest = max(home.glob("dbt/*/results.json"), key=lambda path: path.stat().st_mtime)
    seconds, counts = Counter[str](), Counter[str]()
    for result in json.loads(newest.read_text(encoding="utf-8")):
        kind = result["unique_id"].partition(".")[0]
        seconds[kind] += result["seconds"]
        counts[kind] += 1
    for kind in sorted(counts):
        yield Timing(f"  of which {kind}s", seconds[kind], note=f"{counts[kind]} of them, one after another")


def questions(facts: Path) -> Iterator[Timing]:
    """`toll_as_of` asked by fresh processes, and by one again and again."""
    asking = [sys.executable, "-c", _COLD, str(facts), _QUESTION]
    yield _middle("toll_as_of, newly opened", [float(subprocess.check_output(asking)) for _ in range(TIMES)])  # noqa: S603
    with closing(duckdb.connect(str(facts), read_only=True)) as connection:
        yield _middle("toll_as_of, asked again", [_asked(connection) for _ in range(TIMES)])


def measure(home: Path, claims: int) -> Iterator[Timing]:
    """All of it, in order, on the ledger in ``home``."""
    yield command(home, "build")
    yield from nodes(home)
    yield command(home, "check")
    yield command(home, "publish", what="check and publish")
    yield from questions(home / "facts.duckdb")
    yield _aside(append_later, home, claims)
    yield command(home, "build", what="build again")
    yield from nodes(home)
    yield command(home, "publish", what="check and publish again")


def kept_ledger(folder: Path, claims: int) -> Iterator[Timing]:
    """Makes the ledger in ``folder`` unless it is there."""
    if not (folder / "event_log.duckdb").exists():
        yield _aside(make_ledger, folder, claims)


def _aside(work: Callable[[Path, int], Timing], home: Path, claims: int) -> Timing:
    """In a process of its own: a command's peak of memory counts that of the process that started it."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as processes:
        return processes.submit(work, home, claims).result()


def _append(what: str, home: Path, articles: Iterator[Sequence[Event]]) -> Timing:
    start, spent, last = perf_counter(), process_time(), 0
    home.mkdir(parents=True, exist_ok=True)
    commits = (list(chain.from_iterable(some)) for some in lots(articles, ARTICLES_AT_ONCE))
    with EventLog(home / "event_log.duckdb").writing() as session:
        for commit in session.append_each(commits, run_id="benchmark", producer=PRODUCER):
            last = commit.last_position
    return Timing(what, perf_counter() - start, process_time() - spent, note=f"{last:,} events in the log")


def _middle(what: str, seconds: Sequence[float]) -> Timing:
    return Timing(what, median(seconds), note=f"median of {len(seconds)}, slowest {max(seconds):.3f} s")


def _asked(connection: duckdb.DuckDBPyConnection) -> float:
    start = perf_counter()
    connection.execute(_QUESTION).fetchall()
    return perf_counter() - start


def _articles(claims: int) -> int:
    return -(-claims // CLAIMS_AN_ARTICLE)


def main() -> int:
    """1 where a ceiling is broken."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.facts_speed", description=__doc__)
    parser.add_argument("--claims", type=int, default=CLAIMS, help="claims in the ledger")
    parser.add_argument("--ledger", type=Path, metavar="DIR", help="where to keep the made ledger, or to take it from")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger, home = asked.ledger or Path(folder, "ledger"), Path(folder, "home")
        timings = list(_told(kept_ledger(ledger, asked.claims)))
        shutil.copytree(ledger, home)
        timings += _told(measure(home, asked.claims))
    over = [timing.what for timing in timings if timing.is_over]
    sys.stdout.writelines(f"above the ceiling: {what}\n" for what in over)
    return int(bool(over))


def _told(timings: Iterator[Timing]) -> Iterator[Timing]:
    for timing in timings:
        sys.stdout.write(f"{timing}\n")
        sys.stdout.flush()
        yield timing


if __name__ == "__main__":
    raise SystemExit(main())
