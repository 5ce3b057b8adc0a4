from __future__ import annotations

from pathlib import Path

import pytest
import typer.main
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from orchestration import commands
from orchestration.account import ACCOUNT
from orchestration.cli import app
from orchestration.errors import StoppedError
from orchestration.guard import FAULT, WRONG_USE, home_first

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]

words = st.text(alphabet="abc./", min_size=1, max_size=5)


@pytest.fixture
def runner() -> CliRunner:
    return CliRunner()


def test_commands_are_those_promised() -> None:
    way = "build check claims export extract ingest init publish run sql ui verify why"
    custody = "backup rebuild redact release restore review withdraw"
    assert {*way.split(), *custody.split()} <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_command_is_documented_in_the_readme(command: str) -> None:
    assert f"`newsledger {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(command: str, runner: CliRunner) -> None:
    shown = runner.invoke(app, [command, "--help"])
    assert shown.exit_code == 0
    assert f"newsledger {command}" in shown.stdout.partition("Example")[2]


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("ingest", "Files and folders with articles"),
        ("withdraw", "its address or its file name"),
        ("sql", "One SELECT over facts.duckdb"),
        ("review export", "A .csv or .jsonl file"),
    ],
)
def test_help_says_what_the_arguments_are(command: str, told: str, runner: CliRunner) -> None:
    assert told in runner.invoke(app, [*command.split(), "--help"]).stdout


@pytest.mark.parametrize("command", ["withdraw", "release", "redact", "review", "review import"])
def test_help_says_who_asks_unless_told(command: str, runner: CliRunner) -> None:
    shown = runner.invoke(app, [*command.split(), "--help"]).stdout
    assert "dynamic" not in shown
    assert ACCOUNT in " ".join(shown.replace("│", " ").split())


def test_whoever_has_no_user_name_is_told_to_say_who(
    runner: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 1234")

    monkeypatch.setattr("getpass.getuser", nobody)
    shown = runner.invoke(app, ["withdraw", "a.txt", "--reason", "r", "--home", str(tmp_path)])
    assert shown.exit_code == WRONG_USE
    assert "--by" in shown.stderr
    assert not (tmp_path / "logs").exists()


@pytest.mark.parametrize("told", [["--reason", " "], ["--reason", "r", "--by", ""]])
def test_who_and_why_cannot_be_empty(told: list[str], runner: CliRunner, tmp_path: Path) -> None:
    shown = runner.invoke(app, ["withdraw", "a.txt", *told, "--home", str(tmp_path)])
    assert shown.exit_code == WRONG_USE
    assert "it is empty" in shown.stderr


def test_restoring_what_is_no_backup_is_wrong_use_and_makes_nothing(runner: CliRunner, tmp_path: Path) -> None:
    shown = runner.invoke(app, ["restore", str(tmp_path), "--home", str(tmp_path / "home")])
    assert shown.exit_code == WRONG_USE
    assert "no backup of a ledger" in shown.stderr
    assert not (tmp_path / "home").exists()


def test_no_command_shows_the_help(runner: CliRunner) -> None:
    assert "Commands" in runner.invoke(app, []).output


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["run"],
        ["run", ""],
        ["ingest", "README.md", " "],
        ["sql"],
        ["claims", "--format", "xml"],
        ["ui", "--port", "0"],
        ["export"],
        ["export", "--as", "xml"],
    ],
)
def test_wrong_use_exits_with_two(words: list[str], runner: CliRunner) -> None:
    assert runner.invoke(app, words).exit_code == WRONG_USE


@pytest.mark.parametrize("command", ["extract", "build", "check", "publish", "verify", "rebuild", "review"])
def test_command_without_a_ledger_is_wrong_use_and_makes_nothing(
    command: str, runner: CliRunner, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    shown = runner.invoke(app, [command, "--home", str(home)])
    assert shown.exit_code == WRONG_USE
    assert "newsledger run" in shown.stderr
    assert not home.exists()


@pytest.mark.parametrize("words", [["claims"], ["sql", "select 1"], ["export", "--as", "csv"], ["why", "0123456789"]])
def test_reading_before_publication_is_wrong_use(words: list[str], runner: CliRunner, tmp_path: Path) -> None:
    shown = runner.invoke(app, [*words, "--home", str(tmp_path)])
    assert shown.exit_code == WRONG_USE
    assert "newsledger run" in shown.stderr
    assert shown.stdout == ""


def test_run_without_any_existing_path_is_wrong_use_and_makes_nothing(runner: CliRunner, tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert runner.invoke(app, ["run", str(tmp_path / "absent"), "--home", str(home)]).exit_code == WRONG_USE
    assert not home.exists()


@pytest.mark.parametrize("home", ["file", "file/below"])
def test_a_home_that_is_a_file_is_wrong_use(home: str, runner: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    for command in ("init", "log"):
        shown = runner.invoke(app, [command, "--home", str(tmp_path / home)])
        assert shown.exit_code == WRONG_USE
        assert "Invalid value for --home" in shown.stderr
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_init_makes_a_home_and_keeps_what_is_there(runner: CliRunner, tmp_path: Path) -> None:
    settings = tmp_path / "dagster" / "dagster.yaml"
    assert runner.invoke(app, ["init", "--home", str(tmp_path)]).exit_code == 0
    settings.write_text("telemetry: {enabled: false}\n", encoding="utf-8")
    assert runner.invoke(app, ["init", "--home", str(tmp_path)]).exit_code == 0
    assert settings.read_text(encoding="utf-8") == "telemetry: {enabled: false}\n"
    assert {"archive", "event_log.duckdb", "inbox"} <= {path.name for path in tmp_path.iterdir()}


def test_home_comes_from_the_environment(runner: CliRunner, tmp_path: Path) -> None:
    assert runner.invoke(app, ["init"], env={"NEWSLEDGER_HOME": str(tmp_path / "there")}).exit_code == 0
    assert (tmp_path / "there" / "event_log.duckdb").is_file()


def test_fault_is_told_in_words_and_kept_in_a_file(
    runner: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(_settings: object) -> None:
        raise RuntimeError("the disk is \x1b[31mfull")

    monkeypatch.setattr(commands, "init", break_down)
    shown = runner.invoke(app, ["init", "--home", str(tmp_path)])
    (kept,) = (tmp_path / "logs").glob("fault-*.log")
    assert shown.exit_code == FAULT
    assert "Traceback" not in shown.stderr
    assert "\x1b[31m" not in shown.stderr
    assert kept.name in shown.stderr.replace("\n", "")
    assert "RuntimeError: the disk is" in kept.read_text(encoding="utf-8")


def test_known_fault_says_what_where_why_and_what_to_do(
    runner: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_settings: object) -> None:
        raise StoppedError(what="WHAT", where="WHERE", why="WHY", remedy="REMEDY")

    monkeypatch.setattr(commands, "init", stop)
    shown = runner.invoke(app, ["init", "--home", str(tmp_path)])
    assert shown.exit_code == FAULT
    assert all(word in shown.stderr for word in ("WHAT", "WHERE", "WHY", "REMEDY"))
    assert not (tmp_path / "logs").exists()


def test_interruption_is_told_and_exits_as_shells_expect(
    runner: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_settings: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "init", interrupt)
    shown = runner.invoke(app, ["init", "--home", str(tmp_path)])
    assert shown.exit_code == 130
    assert "same command" in shown.stderr


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["run", "x", "--home", "d"], ["--home", "d", "run", "x"]),
        (["run", "--home=d", "x"], ["--home=d", "run", "x"]),
        (["--home", "d", "run", "x"], ["--home", "d", "run", "x"]),
        (["run", "--", "--home", "x"], ["run", "--", "--home", "x"]),
        (["run", "--home"], ["--home", "run"]),
    ],
)
def test_home_first_moves_the_home_only(given: list[str], expected: list[str]) -> None:
    assert home_first(given) == expected


@given(before=st.lists(words), after=st.lists(words), home=words)
def test_home_first_keeps_the_order_of_all_else(before: list[str], after: list[str], home: str) -> None:
    assert home_first([*before, "--home", home, *after]) == ["--home", home, *before, *after]
