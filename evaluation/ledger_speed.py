"""How fast the log takes events in and how fast it is verified, with memory, on a ledger that is made for it.

`python -m evaluation.ledger_speed --events 1000000 --commit-size 1000`: appends that many claims, each commit a
transaction of its own, then verifies all of it (file, chain, evidence, archive). Each half runs in a process of its
own, so that each has its own peak of memory. The time that it takes to make the events up is not counted.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

from evaluation.ledger_made import CLAIMS_AN_ARTICLE, PRODUCER, lots, made_articles, made_claims
from evaluation.speed import MEBIBYTE, peak_memory
from event_log import Archive, EventLog, verify

EVENTS = 1_000_000
COMMIT_SIZE = 1_000
LOTS_AT_ONCE = 20  # made up before the clock starts: a few tens of megabytes
FLOORS = {"append": 50_000, "verify": 200_000}  # events a second


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is measured: so many claims in commits of so many, of so many families in turn, in that folder."""

    home: Path
    events: int
    commit_size: int
    families: int

    @property
    def log(self) -> EventLog:
        return EventLog(self.home / "event_log.duckdb")

    @property
    def archive(self) -> Archive:
        return Archive(self.home / "archive")

    @property
    def articles(self) -> int:
        return -(-self.events // CLAIMS_AN_ARTICLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """One half. Seconds by the clock, memory as the process's peak in bytes, size of the log file in bytes."""

    what: str
    events: int
    seconds: float
    peak_memory: int
    file_size: int

    @property
    def per_second(self) -> float:
        return self.events / self.seconds

    def __str__(self) -> str:
        return (
            f"{self.what:<7}{self.events:>10,} events {self.seconds:8.2f} s {self.per_second:>10,.0f} events/s   "
            f"peak memory {self.peak_memory / MEBIBYTE:6,.0f} MiB   log file {self.file_size / MEBIBYTE:6,.0f} MiB"
        )


def append_all(order: Order) -> Pace:
    """Articles first, not counted; then the claims, the clock running while the log has them."""
    with order.log.writing() as session:
        for articles in lots(made_articles(order.articles, order.archive), COMMIT_SIZE):
            session.append(articles, run_id="benchmark", producer=PRODUCER)
    claims = lots(islice(made_claims(order.articles, families=order.families), order.events), order.commit_size)
    seconds, start = 0.0, perf_counter()
    with order.log.writing() as session:
        seconds += perf_counter() - start
        while some := list(islice(claims, LOTS_AT_ONCE)):
            start = perf_counter()
            for _commit in session.append_each(some, run_id="benchmark", producer=PRODUCER):
                pass
            seconds += perf_counter() - start
        start = perf_counter()
    seconds += perf_counter() - start  # closing moves the rest of the write-ahead log into the file
    return _pace("append", order, order.events, seconds)


def verify_all(order: Order) -> Pace:
    """Everything that ``newsledger verify`` looks at."""
    start = perf_counter()
    findings = verify(order.log, order.archive)
    seconds = perf_counter() - start
    if findings:
        raise RuntimeError(f"the made ledger does not verify: {findings[0]}")
    return _pace("verify", order, order.log.head().position, seconds)


def _pace(what: str, order: Order, events: int, seconds: float) -> Pace:
    size = order.log.path.stat().st_size
    return Pace(what=what, events=events, seconds=seconds, peak_memory=peak_memory(), file_size=size)


def measure_ledger(order: Order) -> tuple[Pace, Pace]:
    """Both halves, each in a fresh process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as processes:
        return processes.submit(append_all, order).result(), processes.submit(verify_all, order).result()


def main() -> int:
    """1 where a floor is not reached."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.ledger_speed", description=__doc__)
    parser.add_argument("--events", type=int, default=EVENTS, help="claims to append")
    parser.add_argument("--commit-size", type=int, default=COMMIT_SIZE, help="claims in each commit")
    parser.add_argument("--families", type=int, default=1, help="families the claims are of, 1 to 9")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        order = Order(home=Path(folder), events=asked.events, commit_size=asked.commit_size, families=asked.families)
        paces = measure_ledger(order)
    sys.stdout.writelines(f"{pace}\n" for pace in paces)
    slow = [pace for pace in paces if pace.per_second < FLOORS[pace.what]]
    sys.stdout.writelines(f"below the floor of {FLOORS[pace.what]:,} events/s: {pace.what}\n" for pace in slow)
    return int(bool(slow))


if __name__ == "__main__":
    raise SystemExit(main())
