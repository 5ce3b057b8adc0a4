"""dbt as a process of its own: what it says on the terminal, what it leaves in the log, and how it ends."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from orchestration import dbt, dbt_child, steps
from orchestration.errors import StoppedError
from orchestration.settings import DBT_PROJECT, Settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings.at(tmp_path)
    steps.init(made)
    return made


def child(settings: Settings, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**dbt.environment(settings), "NEWSLEDGER_CRISES": ""}
    command = [sys.executable, "-m", "orchestration.dbt_child", *words]
    return subprocess.run(command, cwd=DBT_PROJECT, env=environment, capture_output=True, text=True, check=False)


def test_words_that_dbt_does_not_know_end_in_its_words(settings: Settings) -> None:
    ended = child(settings, "build", "--nonsense")
    assert ended.returncode == dbt_child.DID_NOT_RUN
    assert "--nonsense" in ended.stdout
    assert "Traceback" not in ended.stdout + ended.stderr


def test_project_that_does_not_parse_is_told_in_one_line_and_logged_in_full(settings: Settings) -> None:
    ended = child(settings, "parse", "--vars", "{text_similarity: much}", "--no-partial-parse", "--target", "nowhere")
    assert ended.returncode == dbt_child.DID_NOT_RUN
    assert "Traceback" not in ended.stdout + ended.stderr
    assert "nowhere" in ended.stdout.splitlines()[-1]
    logged = (settings.logs / "dbt.log").read_text(encoding="utf-8")
    assert "[ERROR  ] " in logged
    assert "nowhere" in logged


def test_the_last_word_is_dbts(settings: Settings) -> None:
    ended = child(settings, "parse")
    assert ended.returncode == dbt_child.DONE
    assert ended.stderr == ""


def test_dbt_that_does_not_run_stops_with_its_own_words(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBT_TARGET", "nowhere")
    with pytest.raises(StoppedError, match="nowhere"):
        dbt.build(settings, anew=True)


def test_only_what_a_person_may_want_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = dbt_child.open_log(tmp_path)
    log.debug("never")
    log.info("1 of 2\n  OK")
    log.error("Traceback", extra={"event": dbt_child.STACK_TRACE})
    log.handlers.clear()
    logged = (tmp_path / "dbt.log").read_text(encoding="utf-8")
    assert capsys.readouterr().out == "1 of 2 OK\n"
    assert "Z [INFO   ] 1 of 2\n  OK\n" in logged
    assert "Traceback" in logged
    assert "never" not in logged
