"""A build keeps the facts of areas where nothing changed; whatever comes in, they are those that a full build makes."""

from __future__ import annotations

import functools
import shutil
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

import duckdb

from event_log import Archive, EventLog
from event_log.redaction import redact
from tests.dbt_project.building import MODELS_ONLY, dbt
from tests.dbt_project.invented import BEGIN, LENGTH, RUN, InOneCommit, Invented, invented
from tests.dbt_project.kazakhstan import new_home, rows
from tests.dbt_project.ledger import Said, countries, digest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

CRISES = 24
UNTOUCHED = 8  # countries of which nothing more is heard
LONG_TEXT = " ".join(f"word{number}" for number in range(80))
SENT_TEXT = " ".join(f"sent{number}" for number in range(80))
RETURNED_TEXT = " ".join(f"back{number}" for number in range(80))
OF_CLAIMS = ["int_claims_explained", "int_versions_dated", "int_texts_grouped"]  # what `fct_claims` joins to the log
DIFFERENCES = """
    select count(*) from (
        (select * from kept.{table} except all select * from anew.{table})
        union all
        (select * from anew.{table} except all select * from kept.{table})
    )
"""


@functools.cache
def codes() -> list[str]:
    return sorted(countries())[:CRISES]


def write(ledger: InOneCommit, articles: Iterable[Invented]) -> None:
    for article in articles:
        ledger.article(article.name, article.published, *article.said, outlet=article.outlet, text=article.text)


def build(home: Path) -> Path:
    built = dbt(home, *RUN)
    assert built.success, built.failures
    return home


def changed(home: Path) -> set[str]:
    found = rows(home, "select area_id from intermediate.int_areas_changed where length(area_id) = 2")
    return {code for (code,) in found}


def differences(kept: Path, anew: Path) -> dict[str, int]:
    """The marts in which two warehouses differ, with the number of rows."""
    with duckdb.connect() as connection:
        for name, home in (("kept", kept), ("anew", anew)):
            connection.execute(f"attach '{home / 'warehouse.duckdb'}' as {name} (read_only)")
        tables = connection.execute(
            """
            select schema_name || '.' || table_name from duckdb_tables()
            where database_name = 'anew' and (schema_name = 'marts' or list_contains($of_claims, table_name))
            """,
            {"of_claims": OF_CLAIMS},
        ).fetchall()
        assert len(tables) > 15
        counted = {table: connection.execute(DIFFERENCES.format(table=table)).fetchone() for (table,) in tables}
    return {table: count[0] for table, count in counted.items() if count and count[0]}


def later(first: list[Invented], rest: list[Invented]) -> list[Invented]:
    """What comes in afterwards: the rest, copies under other names, some published before what they are copies of."""
    chance = Random("later")
    copies = [
        replace(
            article,
            name=f"{article.name}-copy",
            published=article.published + timedelta(hours=chance.randint(-30, 30)),
            outlet="Copyist",
        )
        for article in first[:6]
    ]
    first_country, second_country, *_ = codes()
    both = Invented(
        "both", BEGIN + LENGTH, "Wire", (killed(first_country, 7), killed(second_country, 8)), "Of two countries."
    )
    nowhere = Invented("nowhere", BEGIN, "Wire", (Said("killed", 5, place=None, country=None),), "Of none.")
    return [*rest, *copies, both, nowhere, *bearing_on_others()]


def borrowing() -> list[Invented]:
    """Of two countries of which nothing more is heard: a claim on its outlet's own word, one on an unknown office's."""
    own_word = killed(codes()[-1], 21, source=None, source_type=None)
    unknown = killed(codes()[-2], 22, source="Lamp Watch", source_type="other")
    return [
        Invented("own word", BEGIN + LENGTH, "Daily", (own_word,), LONG_TEXT),
        Invented("unknown", BEGIN + LENGTH, "Daily", (unknown,), "On the word of Lamp Watch."),
    ]


def wired() -> list[Invented]:
    """A text as its agency sent it, which is redacted later, and as an outlet printed it."""
    said = (killed(codes()[3], 25),)
    return [
        Invented("sent", BEGIN, "Wire", said, SENT_TEXT),
        Invented("printed", BEGIN + LENGTH, "Daily", said, SENT_TEXT),
    ]


def returning() -> list[Invented]:
    """A text that its agency revises later and then sends once more, and as an outlet of a quiet country printed it."""
    sent, printed = (killed(code, 26, source=None, source_type=None) for code in (codes()[3], codes()[-3]))
    return [
        Invented("returned", BEGIN, "Wire", (sent,), RETURNED_TEXT),
        Invented("reprinted", BEGIN + LENGTH, "Daily", (printed,), RETURNED_TEXT),
    ]


def bearing_on_others() -> list[Invented]:
    """Of another country, and yet: the text that the one was a copy of, and the outlet that the other quotes."""
    return [
        Invented("original", BEGIN, "Herald", (killed(codes()[2], 23),), LONG_TEXT),
        Invented("watch", BEGIN, "Lamp Watch", (killed(codes()[2], 24),), "An outlet that nobody knew."),
    ]


def killed(code: str, value: float, **said: str | None) -> Said:
    return Said("killed", value, place=countries()[code], country=code, **said)  # type: ignore[arg-type]


@functools.cache
def grown() -> tuple[Path, Path]:
    """Two homes of one log: one built, added to by everything that can be, and built again; one built once."""
    articles = list(invented("kept areas", CRISES))
    Random("order").shuffle(articles)
    quiet = {article for article in articles if article.name[:2] in codes()[-UNTOUCHED:]}
    touched = [article for article in articles if article not in quiet]
    first, rest = touched[: len(touched) // 2], touched[len(touched) // 2 :]
    kept = new_home()
    ledger = InOneCommit(kept / "event_log.duckdb")
    write(ledger, [*quiet, *first, *borrowing(), *wired(), *returning()])
    ledger.commit()
    build(kept)
    write(ledger, later(first, rest))
    ledger.commit()
    amend(ledger, first)
    redact(
        EventLog(ledger.path),
        Archive(kept / "archive"),
        digest("sent"),
        reason="By law.",
        redacted_by="Ada",
        run_id="r",
    )
    anew = new_home()
    shutil.copy(ledger.path, anew / "event_log.duckdb")
    return build(kept), build(anew)


def amend(ledger: InOneCommit, first: list[Invented]) -> None:
    """Withdrawn, revised, sent once more; read again by a newer extractor; rejected and moved by a person."""
    withdrawn, revised, read_again, rejected, moved = first[-5:]
    ledger.withdraw(digest(withdrawn.name), BEGIN + LENGTH)
    code = revised.name[:2]
    ledger.article(revised.name, BEGIN + LENGTH, killed(code, 11), text="Revised.", revises=True)
    returned, _ = returning()
    for text in ("Not yet.", returned.text):
        ledger.article(returned.name, returned.published, *returned.said, text=text, outlet="Wire", revises=True)
        ledger.commit()
    ledger.extractor_version = "2"
    version = digest(read_again.name, read_again.text, read_again.published)
    ledger.extraction(digest(read_again.name), version, killed(read_again.name[:2], 13))
    ledger.commit()
    for article, verdict, corrected in (
        (rejected, "rejected", {}),
        (moved, "corrected", {"country_code": codes()[3], "place": "North Town"}),
    ):
        claim_id = digest(digest(article.name, article.text, article.published), replace(article.said[0], evidence=""))
        ledger.review(claim_id, digest(article.name), verdict, **corrected)
        ledger.commit()


def test_what_is_kept_and_what_is_made_anew_is_what_a_full_build_makes() -> None:
    kept, anew = grown()
    assert differences(kept, anew) == {}


def test_what_others_say_may_change_whose_word_a_claim_rests_on() -> None:
    kept, _ = grown()
    voices = "select distinct value, voice_id from marts.fct_measurements where value in (21, 22) order by value"
    assert rows(kept, voices) == [(21, "outlet:herald"), (22, "outlet:lamp watch")]


def test_words_that_were_removed_group_no_other_text() -> None:
    kept, _ = grown()
    texts = "select title, is_original from marts.dim_articles where title in ('sent', 'printed') order by title"
    assert {is_original for _, is_original in rows(kept, texts)} == {True}


def test_only_areas_that_are_spoken_of_are_made_anew() -> None:
    kept, _ = grown()
    quiet = codes()[-UNTOUCHED:-3]
    assert changed(kept)
    assert changed(kept).isdisjoint(quiet)
    assert rows(kept, f"select count(*) > 0 from marts.fct_casualties where country_code in {(*quiet,)}") == [(True,)]


def test_a_build_of_the_same_log_makes_nothing_anew() -> None:
    kept, anew = grown()
    again = build(kept)
    assert rows(again, "select * from intermediate.int_areas_changed") == []
    assert differences(again, anew) == {}


def test_a_text_that_came_back_leads_what_it_led() -> None:
    kept, _ = grown()
    texts = "select count(*), count(distinct text_id) from marts.dim_articles where title in ('returned', 'reprinted')"
    assert rows(kept, texts) == [(2, 1)]
    assert rows(kept, "select n_articles - n_texts from marts.dim_voices where voice_id = 'outlet:wire'") == [(1,)]


def test_comments_stay_with_what_is_kept() -> None:
    kept, anew = grown()
    comments = "select table_name, column_name, comment from duckdb_columns() where schema_name = 'marts' order by all"
    assert rows(kept, comments) == rows(anew, comments)
    assert None not in {comment for _, _, comment in rows(kept, comments)}


def test_no_table_of_the_way_there_stays() -> None:
    kept, _ = grown()
    tables = {name for (name,) in rows(kept, "select table_name from duckdb_tables()")}
    assert "int_texts_grouped" in tables
    assert not [name for name in tables if "__dbt_tmp" in name]


def test_a_full_build_makes_everything_anew() -> None:
    kept, _ = grown()
    built = dbt(kept, "build", "--select", "int_areas_changed", *MODELS_ONLY, "--full-refresh")
    assert built.success, built.failures
    assert changed(kept) >= set(codes()[-UNTOUCHED:])
