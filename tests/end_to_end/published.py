"""A ledger of the bundled articles, made once and shared: a run takes half a minute, a copy no time."""

from __future__ import annotations

import fcntl
import json
import shutil
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.end_to_end.doors import EXAMPLES, newsledger


@dataclass(frozen=True)
class Published:
    """The home, its inbox with the articles, and what the run that made it said, in so many seconds."""

    home: Path
    returncode: int
    stdout: str
    stderr: str
    seconds: float

    @property
    def articles(self) -> Path:
        return self.home / "inbox"

    @property
    def facts(self) -> Path:
        return self.home / "facts.duckdb"

    def copy(self, home: Path) -> Path:
        """The same ledger, to be changed."""
        return Path(shutil.copytree(self.home, home, dirs_exist_ok=True))


def published_once(folder: Path) -> Published:
    """Whichever worker comes first makes it; the others wait."""
    folder.mkdir(exist_ok=True)
    note = folder / "said.json"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not note.exists():
            note.write_text(json.dumps(asdict(_run(folder / "home")), default=str), encoding="utf-8")
    said = json.loads(note.read_text(encoding="utf-8"))
    return Published(**{**said, "home": Path(said["home"])})


def _run(home: Path) -> Published:
    shutil.copytree(EXAMPLES, home / "inbox")
    (home / "inbox" / "empty.txt").touch()
    start = time.monotonic()
    ran = newsledger(home, "run", home / "inbox")
    return Published(home, ran.returncode, ran.stdout, ran.stderr, time.monotonic() - start)
