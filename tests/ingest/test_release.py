from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from event_log import Archive, EventLog
from event_log.events import ArticleIngested, ArticleRejected, ArticleReleased
from ingest import IngestSettings, NotReleasedError, RefusedError, ingest, release, stated_facts

if TYPE_CHECKING:
    from pathlib import Path

# plain words of one language only, enough of them to be sure
GERMAN = "Die Polizei nahm am Mittwoch in der Hauptstadt mehr als hundert Menschen fest, sagte ein Sprecher. " * 4
ADDRESS = "wire/a.txt"


@pytest.fixture
def home(tmp_path: Path) -> dict[str, Any]:
    """One article refused for its language, and one file that is empty."""
    folder = tmp_path / "wire"
    folder.mkdir()
    (folder / "a.txt").write_text(GERMAN, encoding="utf-8")
    (folder / "b.txt").touch()
    home = {"log": EventLog(tmp_path / "event_log.duckdb"), "archive": Archive(tmp_path / "archive"), "run_id": "r"}
    report = ingest([folder], **home)
    assert [one.reason_code for one in report.rejected] == ["unsupported_language", "empty"]
    return home


def let_in(home: dict[str, Any], address: str = ADDRESS, **stated: Any) -> Any:
    told = stated_facts(stated)
    return release(address, stated=told, reason="I read it", released_by="Ada", settings=IngestSettings(), **home)


def test_release_lets_the_article_in_with_what_was_stated(home: dict[str, Any]) -> None:
    let_in(home, language="en", outlet="The Wire", published="2022-01-07T02:00:00+06:00")
    (article,) = home["log"].read(ArticleIngested)
    (released,) = home["log"].read_recorded(ArticleReleased)
    assert (article.address, article.language, article.outlet, str(article.published_on)) == (
        ADDRESS, "en", "The Wire", "2022-01-07",
    )  # fmt: skip
    assert released.stream == f"rejected:{ADDRESS}"
    assert (released.event.reason_code, released.event.reason, released.event.released_by) == (
        "unsupported_language", "I read it", "Ada",
    )  # fmt: skip
    assert len(home["log"].commits()) == 2


def test_the_same_file_is_known_once_it_was_released(home: dict[str, Any], tmp_path: Path) -> None:
    let_in(home, language="en", outlet="The Wire")
    report = ingest([tmp_path / "wire"], **home)
    assert (report.new, report.revised, report.unchanged) == (0, 0, 1)
    assert [one.reason_code for one in report.rejected] == ["empty"]


def test_other_bytes_at_the_address_are_refused_as_before(home: dict[str, Any], tmp_path: Path) -> None:
    let_in(home, language="en")
    (tmp_path / "wire" / "a.txt").write_text(GERMAN + "Noch ein Satz.", encoding="utf-8")
    assert len(ingest([tmp_path / "wire"], **home).rejected) == 2


def test_release_again_adds_nothing(home: dict[str, Any]) -> None:
    let_in(home, language="en")
    before = home["log"].head()
    let_in(home, language="en")
    assert home["log"].head() == before


def test_what_is_still_unreadable_is_refused_again_and_adds_nothing(home: dict[str, Any]) -> None:
    before = home["log"].head()
    with pytest.raises(RefusedError, match="language"):
        let_in(home, outlet="The Wire")
    assert home["log"].head() == before


@pytest.mark.parametrize(("address", "words"), [("wire/c.txt", "Nothing was refused"), ("x", "dim_rejections")])
def test_release_of_what_was_never_refused_says_so(home: dict[str, Any], address: str, words: str) -> None:
    with pytest.raises(NotReleasedError, match=words):
        let_in(home, address)


def test_release_without_bytes_says_why(home: dict[str, Any]) -> None:
    gone = ArticleRejected(
        address="wire/d.txt", file_name="d.txt", reason_code="too_large", reason="It is too large.",
        remedy="Cut it.", raw_digest=None, byte_count=9,
    )  # fmt: skip
    home["log"].append([gone], run_id="r", producer="t")
    with pytest.raises(NotReleasedError, match="were not kept"):
        let_in(home, "wire/d.txt")
