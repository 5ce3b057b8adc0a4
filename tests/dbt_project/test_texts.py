"""One story once: which articles are one text, and that what comes later never changes what came before."""

from __future__ import annotations

import functools
import importlib.util
import random
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
import pyarrow as pa
import pytest

from tests.dbt_project.building import MODELS_ONLY, PROJECT, dbt
from tests.dbt_project.kazakhstan import new_home, rows
from tests.dbt_project.ledger import Ledger, Said, almaty

if TYPE_CHECKING:
    from collections.abc import Sequence

Story = list[int]


@functools.cache
def model(name: str) -> Any:
    """A model's file, which dbt reads and nobody imports."""
    path = PROJECT / "models" / "intermediate" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def story(seed: int, words: int = 200) -> Story:
    dice = random.Random(seed)
    return [dice.randrange(2**64) for _ in range(words)]


def texts(*stories: Story) -> Any:
    table = pa.table({"at": range(len(stories)), "word_hashes": pa.array(stories, pa.list_(pa.uint64()))})
    return model("int_texts_signed").texts_of(table)


def leaders(*stories: Story) -> list[int]:
    found: Sequence[int] = model("int_texts_grouped").grouped(signed(*stories), 0.8).tolist()
    return list(found)


def signed(*stories: Story) -> Any:
    """The stories in their order, those that are long enough with a signature and bands."""
    found = model("int_texts_signed").signed(texts(*stories), 40)
    rows = {at: row for row, at in enumerate(found.column("at").to_pylist())}
    return found.take(pa.array([rows.get(at) for at in range(len(stories))], pa.int64()))


def drifting(seed: int, count: int) -> list[Story]:
    """As many stories, each the former with a few words changed."""
    dice, base, stories = random.Random(20220105), story(seed), []
    for _ in range(count):
        base = [word if dice.random() > 0.02 else dice.randrange(2**64) for word in base]
        stories.append(base)
    return stories


@pytest.mark.parametrize("count", [0, 1, 10_000, 25_001])
def test_texts_that_are_read_in_lots_are_all_read(count: int) -> None:
    lots = list(model("int_texts_signed").lots_of(duckdb.sql("from range($count)", params={"count": count})))
    assert len(lots[0]) == 0
    assert sorted(pa.concat_tables(lots).column(0).to_pylist()) == list(range(count))


def test_a_copy_with_a_few_words_changed_is_the_same_text() -> None:
    wire = story(1)
    copy = [*wire[:90], *story(2, 3), *wire[93:], *story(3, 5)]
    assert leaders(wire, story(4), copy, wire) == [0, 1, 0, 0]


def test_two_reports_that_share_a_quotation_are_two_texts() -> None:
    said = story(5, 60)
    assert leaders(story(6) + said, story(7) + said) == [0, 1]


def test_few_words_are_no_evidence_of_copying() -> None:
    line = story(8, 39)
    assert leaders(line, line) == [0, 1]
    assert leaders([*line, 1], [*line, 1]) == [0, 0]


def test_what_is_published_later_never_regroups_what_came_before() -> None:
    stories = drifting(9, 40)
    whole = leaders(*stories)
    assert 1 < len(set(whole)) < len(whole)
    assert all(leaders(*stories[:count]) == whole[:count] for count in range(1, 41))


def test_what_comes_in_late_bears_on_the_texts_that_it_meets_and_on_no_others() -> None:
    stories = [text for pair in zip(drifting(9, 40), drifting(14, 40), strict=True) for text in pair]
    bands = model("int_texts_grouped").numbers(signed(*stories).column("bands"))
    for late in (0, 2, 31):
        borne_upon = np.flatnonzero(model("int_texts_grouped").meeting(bands, np.arange(80) == late))
        assert {at % 2 for at in borne_upon} == {late % 2}  # the two stories take turns
        others = [at for at in range(80) if at != late]
        before = [others[leader] for leader in leaders(*(stories[at] for at in others))]
        now = dict(zip(others, before, strict=True))
        now |= zip(borne_upon, borne_upon[leaders(*(stories[at] for at in borne_upon))], strict=True)
        assert [now[at] for at in range(80)] == leaders(*stories)


def test_no_text_at_all_is_no_group() -> None:
    assert leaders() == []
    assert leaders([], []) == [0, 1]


def test_signatures_do_not_depend_on_the_texts_around() -> None:
    one, other = story(10), story(11)
    signatures_of = model("int_texts_signed").signatures_of
    together = signatures_of(texts(one, other), np.array([0, 1]))
    assert (together[1] == signatures_of(texts(other), np.array([0]))[0]).all()


def test_a_wire_in_three_outlets_is_one_voice() -> None:
    home = new_home()
    ledger = Ledger(home / "event_log.duckdb")
    wire = " ".join(f"w{word}" for word in story(12, 120))
    said = Said("killed", 9, source=None)
    ledger.article("post", almaty("2022-01-06 09:00"), said, outlet="The Post", text=f"{wire} edited")
    ledger.article("wire", almaty("2022-01-05 09:00"), said, outlet="Wire News", text=wire)
    ledger.article("times", almaty("2022-01-06 08:00"), said, outlet="Times", text=f"Times. {wire}")
    ledger.article("own", almaty("2022-01-07 09:00"), said, outlet="Gazette", text=" ".join(map(str, story(13, 120))))
    quoting = Said("killed", 9, source="the Wire", source_type="media")
    ledger.article("quoting", almaty("2022-01-08 09:00"), quoting, outlet="Herald", text="The Wire says nine died.")
    built = dbt(home, "build", "--select", "+dim_articles", "+fct_claims", "+dim_voices", *MODELS_ONLY)
    assert built.success, built.failures
    query = """
        select articles.title, claims.voice_id, articles.is_original,
            claims.text_id = articles.text_id
        from marts.fct_claims as claims inner join marts.dim_articles as articles using (article_id)
        order by articles.title
    """
    assert rows(home, query) == [
        ("own", "outlet:gazette", True, True),
        ("post", "outlet:wire", False, True),
        ("quoting", "outlet:wire", True, True),
        ("times", "outlet:wire", False, True),
        ("wire", "outlet:wire", True, True),
    ]
    assert rows(home, "select count(distinct text_id) from marts.dim_articles") == [(3,)]
