from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from orchestration.settings import Settings


def test_home_given_stands_over_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NEWSLEDGER_HOME", "/elsewhere")
    assert Settings.at(tmp_path).home == tmp_path


def test_home_is_absolute_and_beside_the_caller_by_default(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("NEWSLEDGER_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    assert Settings.at().home == tmp_path / "newsledger-home"


def test_everything_lies_under_the_home(tmp_path: Path) -> None:
    settings = Settings.at(tmp_path)
    names = ("event_log", "archive", "warehouse", "facts", "crises", "inbox", "dagster", "dbt", "logs")
    assert {getattr(settings, name).parent for name in names} == {tmp_path}


def test_settings_are_frozen(tmp_path: Path) -> None:
    with pytest.raises(FrozenInstanceError):
        Settings.at(tmp_path).home = Path("/")  # type: ignore[misc]
