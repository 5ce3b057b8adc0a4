"""What people do to a ledger, through the terminal's door."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest

from event_log import EventLog
from event_log.events import ArticleRedacted, ArticleWithdrawn, ClaimReviewed
from report import mart_digests
from tests.end_to_end.doors import newsledger, typed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end_to_end.published import Published

TOLL = "0107-meridian-toll"


@pytest.fixture(scope="module")
def home(published: Published, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published ledger. The tests here follow one another in it."""
    return published.copy(tmp_path_factory.mktemp("home"))


def log_of(home: Path) -> EventLog:
    return EventLog(home / "event_log.duckdb")


def marts_of(home: Path) -> dict[str, str]:
    return dict(mart_digests(home / "facts.duckdb"))


def ask(home: Path, query: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(typed(home, "sql", query, "--format", "json").stdout)
    return rows


def digests(said: str) -> list[str]:
    return [line.strip() for line in said.splitlines() if len(line.split()) == 2 and len(line.split()[0]) == 64]


def test_review_walks_marks_and_keeps_who_and_why(home: Path) -> None:
    answers = (
        "what\na\nr\nnot what it says\nu\nc\nplace=Nowhere\ncountry_code=XY\n\nwhy not\nc\nplace=\n\nnot said\nq\n"
    )
    walked = typed(home, "review", "--all", "--by", "Ada", answers=answers)
    assert walked.returncode == 0, walked.stderr
    assert "write one of" in walked.stderr
    assert "country_code cannot be 'XY'" in walked.stderr
    assert "2 verdicts kept" in walked.stderr
    told = [(event.verdict, event.reason, event.reviewed_by) for event in log_of(home).read(ClaimReviewed)]
    assert told == [
        ("accepted", None, "Ada"),
        ("rejected", "not what it says", "Ada"),
        ("open", "undone", "Ada"),
        ("corrected", "not said", "Ada"),
    ]


def test_the_last_claim_of_a_review_can_be_undone_too(home: Path) -> None:
    count = len(ask(home, "select 1 as one from fct_claims where is_current"))
    before = len(log_of(home).read(ClaimReviewed))
    walked = typed(home, "review", "--all", "--by", "Bo", answers="s\n" * (count - 3) + "a\nu\nq\n")
    assert "That was the last" in walked.stderr
    assert "0 verdicts kept" in walked.stderr
    told = [(event.verdict, event.reason) for event in log_of(home).read(ClaimReviewed)[before:]]
    assert told == [("accepted", None), ("open", "undone")]


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_review_in_files_comes_back_as_it_went(home: Path, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"claims.{suffix}"
    assert typed(home, "review", "export", "--all", file).returncode == 0
    before = log_of(home).head()
    read = typed(home, "review", "import", file)
    assert read.returncode == 0, read.stderr
    assert "0 new verdicts, 2 known, 0 rows not taken" in read.stderr
    assert log_of(home).head() == before


def test_a_bad_row_is_named_and_the_rest_is_taken(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "claims.csv"
    typed(home, "review", "export", "--all", file)
    with file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    unsettled = [row for row in rows if not row["verdict"]]
    unsettled[0] |= {"verdict": "rejected", "reason": "a drill"}
    unsettled[1] |= {"verdict": "perhaps"}
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    read = typed(home, "review", "import", file, "--by", "Ben")
    assert read.returncode == 1
    assert "1 new verdicts, 2 known, 1 rows not taken" in read.stderr
    assert log_of(home).read(ClaimReviewed)[-1].reviewed_by == "Ben"


def test_withdraw_is_an_event(home: Path) -> None:
    taken = typed(home, "withdraw", f"{TOLL}.txt", "--reason", "taken down", "--by", "Ada", "--at", "2022-01-09")
    assert taken.returncode == 0, taken.stderr
    assert [event.reason for event in log_of(home).read(ArticleWithdrawn)] == ["taken down"]
    assert typed(home, "withdraw", "nothing", "--reason", "x").returncode == 2


def test_rebuild_heeds_reviews_and_withdrawals_and_prints_digests(home: Path) -> None:
    assert typed(home, "build").returncode == 0  # keeps what did not change, and must come to the same
    assert typed(home, "publish").returncode == 0
    kept = marts_of(home)
    built = newsledger(home, "rebuild")
    assert built.returncode == 0, built.stderr
    assert marts_of(home) == kept
    assert sorted(digests(built.stderr)) == sorted(f"{digest}  {name}" for name, digest in marts_of(home).items())
    assert len(marts_of(home)) >= 8
    counted = ask(
        home, "select review_status, count(*) as n from fct_claims where review_status != 'unreviewed' group by 1"
    )
    assert {row["review_status"]: row["n"] for row in counted} == {"accepted": 1, "corrected": 1, "rejected": 1}
    assert ask(home, "select version_state from fct_claims group by 1 order by 1") == [
        {"version_state": "newest"},
        {"version_state": "withdrawn"},
    ]


def test_backup_restored_and_rebuilt_gives_the_same_digests(home: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    declared = (home / "crises.yml").read_bytes()
    backed_up = typed(home, "backup", tmp_path / "kept")
    assert (backed_up.returncode, "crises.yml" in backed_up.stderr) == (0, True)
    assert typed(again, "restore", tmp_path / "kept").returncode == 0
    assert (again / "crises.yml").read_bytes() == declared
    assert typed(again, "verify").returncode == 0
    assert typed(again, "rebuild").returncode == 0
    assert marts_of(again) == marts_of(home)


def test_rebuild_until_gives_the_facts_as_the_ledger_knew_them(home: Path, tmp_path: Path) -> None:
    before = log_of(home).read_recorded(ClaimReviewed)[0].position - 1
    target = tmp_path / "then.duckdb"
    built = typed(home, "rebuild", "--until", str(before), "--to", target)
    assert built.returncode == 0, built.stderr
    assert not list((home / "as_known").glob(".building*"))
    again = tmp_path / "home"
    again.mkdir()
    target.rename(again / "facts.duckdb")
    assert ask(again, "select log_position, n_claims > 5 as has_claims from meta") == [
        {"log_position": before, "has_claims": True}
    ]
    assert ask(again, "select distinct review_status, version_state from fct_claims") == [
        {"review_status": "unreviewed", "version_state": "newest"}
    ]
    assert typed(home, "rebuild", "--until", "1999-01-01").returncode != 0


def test_release_of_what_was_never_refused_is_told(home: Path) -> None:
    told = typed(home, "release", "nowhere.txt", "--reason", "x")
    assert told.returncode == 2
    assert "Nothing was refused" in told.stderr


def test_release_lets_refused_input_in(home: Path, tmp_path: Path) -> None:
    (tmp_path / "wire").mkdir()
    (tmp_path / "wire" / "a.txt").write_text(
        "Die Polizei nahm am Mittwoch hundert Menschen fest. " * 8, encoding="utf-8"
    )
    assert typed(tmp_path, "ingest", tmp_path / "wire").returncode == 1
    assert typed(tmp_path, "release", "wire/a.txt", "--reason", "read it", "--published", "soon").returncode == 2
    done = typed(tmp_path, "release", "wire/a.txt", "--reason", "read it", "--language", "en", "--by", "Ada")
    assert done.returncode == 0, done.stderr
    assert typed(tmp_path, "ingest", tmp_path / "wire").returncode == 0


def test_redact_leaves_no_word_in_the_home_and_the_chain_whole(home: Path) -> None:
    (words,) = ask(home, f"select evidence from fct_claims where article = '{TOLL}.txt' and kind = 'detained' limit 1")
    for path in (home / "inbox").glob(f"{TOLL}*"):
        path.unlink()
    done = typed(home, "redact", f"{TOLL}.txt", "--reason", "a court order", "--by", "Ada", "--yes")
    assert done.returncode == 0, done.stderr
    assert typed(home, "verify").returncode == 0
    assert [event.reason for event in log_of(home).read(ArticleRedacted)] == ["a court order"]
    assert ask(home, f"select distinct evidence from fct_claims where article = '{TOLL}.txt'") == [
        {"evidence": "[redacted]"}
    ]
    assert ask(home, "select count(*) as n from dim_articles where redacted_at is not null") == [{"n": 1}]
    left = [path for path in home.rglob("*") if path.is_file() and words["evidence"].encode() in path.read_bytes()]
    assert left == []
