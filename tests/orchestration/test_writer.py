from __future__ import annotations

import subprocess
import sys
import textwrap
import threading
import time
from typing import TYPE_CHECKING

import pytest

from orchestration.settings import Settings
from orchestration.writer import LOCK, nobody_writing, one_writer

if TYPE_CHECKING:
    from pathlib import Path

HOLD = """
    import subprocess, sys
    from pathlib import Path
    from orchestration.settings import Settings
    from orchestration.writer import one_writer

    with one_writer(Settings.at(Path(sys.argv[1]))):
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(1.5)"], close_fds=False)
        print("held", flush=True)
        child.wait()
"""


def test_second_writer_waits_and_says_so(tmp_path: Path) -> None:
    settings = Settings.at(tmp_path)
    order: list[str] = []

    def second() -> None:
        with one_writer(settings, progress=order.append):
            order.append("second")

    thread = threading.Thread(target=second)
    with one_writer(settings):
        thread.start()
        time.sleep(0.3)
        order.append("first")
    thread.join(5)
    assert [word.partition(":")[0] for word in order] == ["waiting", "first", "second"]


def test_lock_is_held_until_the_child_of_a_killed_writer_ends(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(HOLD), str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    holder.kill()
    holder.wait()
    waited: list[str] = []
    with one_writer(Settings.at(tmp_path), progress=waited.append):
        pass
    holder.stdout.close()
    assert waited


def test_lock_is_free_after_an_error(tmp_path: Path) -> None:
    settings = Settings.at(tmp_path)
    waited: list[str] = []
    with pytest.raises(ZeroDivisionError), one_writer(settings):
        assert 1 / 0
    with one_writer(settings, progress=waited.append):
        assert not waited


def test_who_only_looks_waits_for_the_writer(tmp_path: Path) -> None:
    settings = Settings.at(tmp_path)
    order: list[str] = []

    def look() -> None:
        with nobody_writing(settings, progress=order.append):
            order.append("looked")

    thread = threading.Thread(target=look)
    with one_writer(settings):
        thread.start()
        time.sleep(0.3)
        order.append("written")
    thread.join()
    assert order[-2:] == ["written", "looked"]


def test_who_only_looks_makes_nothing_and_needs_no_right_to_write(tmp_path: Path) -> None:
    with nobody_writing(Settings.at(tmp_path)):
        assert list(tmp_path.iterdir()) == []
    (tmp_path / LOCK).touch(mode=0o400)
    with nobody_writing(Settings.at(tmp_path)):
        assert (tmp_path / LOCK).stat().st_mode & 0o777 == 0o400
