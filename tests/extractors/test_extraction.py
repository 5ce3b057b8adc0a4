"""From a pending article to its text: the facts that an extractor may lean on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from event_log.events import ExtractionCompleted
from event_log.queries import PendingArticle
from extractors.extraction import article_text, claim_id, extract_pending
from extractors.extractor import Extractor
from extractors.records import ArticleText, Claim
from tests.dbt_project.ledger import Ledger

if TYPE_CHECKING:
    from pathlib import Path


def test_article_text_is_of_the_day_at_the_outlets_place() -> None:
    small_hours = datetime(2022, 1, 6, 20, 15, tzinfo=UTC)  # a quarter past two on the 7th in Almaty
    pending = PendingArticle(
        article_id="a",
        article_version="v",
        file_name="a.txt",
        title=None,
        text="Text.",
        published_at=small_hours,
        published_prec="second",
        published_on=date(2022, 1, 7),
        outlet=None,
        language="en",
    )
    assert article_text(pending).published == date(2022, 1, 7)


def test_two_addresses_that_print_one_text_make_two_claims() -> None:
    unsaid = ("count", "subject", "group", "actor", "place", "when", "scope", "speaker")
    said = {"family": "unrest", "kind": "riot", "rule": "r", "status": "asserted", "evidence": "Riots."}
    claim = Claim(**dict.fromkeys(unsaid), **said, start=0, end=6)  # type: ignore[arg-type]
    ids = {claim_id(ArticleText(article, "v", "Riots.", None, None), "rules", claim) for article in ("a", "b")}
    assert len(ids) == 2


def test_an_article_that_breaks_the_extractor_stops_no_other_and_is_tried_again(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "event_log.duckdb")
    for name in ("before", "broken", "after"):
        ledger.article(name, datetime(2022, 1, 5, tzinfo=UTC), text=name)

    def breaks(article: ArticleText) -> tuple[Claim, ...]:
        if article.text == "broken":
            raise OverflowError("too much")
        return ()

    for _ in range(2):
        report = extract_pending(log=ledger.log, extractor=Extractor("test", "1", "0", breaks), run_id="r")
        assert [(one.file_name, str(one.error)) for one in report.unread] == [("broken.txt", "too much")]
    mended = extract_pending(log=ledger.log, extractor=Extractor("test", "1", "0", lambda _: ()), run_id="r")
    assert (mended.articles, mended.unread) == (1, ())
    assert len([read for read in ledger.log.read(ExtractionCompleted) if read.extractor == "test"]) == 3
