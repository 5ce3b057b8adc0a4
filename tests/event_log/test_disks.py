"""Disks that are full, or may not be written: told in words, and nothing lost. Small disks are made in a namespace."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from event_log.archive import Archive
from event_log.log import EventLog
from event_log.verification import verify
from tests.event_log.makers import TEXT, article

ROOT = Path(__file__).parents[2]
UNSHARE = shutil.which("unshare")
FULL = """
import shutil, sys
from pathlib import Path
from event_log import Archive, DiskFull, EventLog, verify
from tests.event_log.makers import TEXT, article, digest

disk, kept = Path(sys.argv[1]), Path(sys.argv[2])
log, archive = EventLog(disk / "event_log.duckdb"), Archive(disk / "archive")
archive.put(TEXT.encode())
told = 0
try:
    while True:
        lot = [article(f"{told} {one}", file_name=digest(f"{told} {one}") * 8) for one in range(200)]
        with log.writing() as session:
            for number in range(3):
                session.append(lot[number::3], run_id="r", producer="p")
                told += 1
except DiskFull as error:
    print(error)
try:
    archive.put(bytes(9_000_000))
except DiskFull as error:
    print(error)
try:
    print([finding.what for finding in verify(log, archive)])
except DiskFull as error:  # no finding: it is no sign of tampering
    print(error)
print(told, len(log.commits()), len(archive.digests()))
shutil.copytree(disk, kept)
"""
READ_ONLY = """
import sys
from pathlib import Path
from event_log import Archive, EventLog, NotWritable, verify
from event_log.events import ArticleIngested
from tests.event_log.makers import article

disk = Path(sys.argv[1])
log, archive = EventLog(disk / "event_log.duckdb", patience=1), Archive(disk / "archive")
for attempt in (
    lambda: log.append([article("b")], run_id="r", producer="p"),
    lambda: archive.put(b"anything"),
    lambda: EventLog(disk / "new" / "event_log.duckdb").head(),
):
    try:
        attempt()
    except NotWritable as error:
        print(error)
print(len(log.read(ArticleIngested)), verify(log, archive))
"""


def on_a_disk_of_its_own(mount: str, disk: Path, program: str, *words: Path) -> str:
    """What the program prints where ``disk`` is mounted as asked, in a mount namespace that ends with it."""
    if UNSHARE is None or subprocess.run([UNSHARE, "-rm", "true"], check=False).returncode:
        pytest.skip("no mount namespaces here")
    command = [UNSHARE, "-rm", "sh", "-c", f'{mount} && exec "$@"', "sh", sys.executable, "-c", program, disk, *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    disk, kept = tmp_path / "disk", tmp_path / "kept"
    disk.mkdir()
    shown = on_a_disk_of_its_own(f"mount -t tmpfs -o size=8M tmpfs {disk}", disk, FULL, kept)
    of_the_log, of_the_archive, findings, counts = shown.splitlines()
    assert "no room left on the disk" in of_the_log
    assert "no room left on the disk" in of_the_archive
    assert findings == "[]" or "Nothing is lost. Make room" in findings
    told, held, archived = map(int, counts.split())
    assert (held, archived) == (told, 1)
    elsewhere = EventLog(kept / "event_log.duckdb")  # where there is room
    assert verify(elsewhere, Archive(kept / "archive")) == ()
    assert len(elsewhere.commits()) == told
    assert not list((kept / "archive").rglob("*.unfinished"))


def test_read_only_disk_is_told_and_still_read(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    log, archive = EventLog(disk / "event_log.duckdb"), Archive(disk / "archive")
    archive.put(TEXT.encode())
    log.append([article("a")], run_id="r", producer="p")
    mount = f"mount --bind {disk} {disk} && mount -o remount,ro,bind {disk}"
    *told, read = on_a_disk_of_its_own(mount, disk, READ_ONLY).splitlines()
    assert len(told) == 3
    assert all("may not be written" in line and "read-only" in line for line in told)
    assert read == "1 ()"
