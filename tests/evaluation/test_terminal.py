from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console

from evaluation.phrases import brief, count_words
from evaluation.runner import Measurement, measure
from evaluation.terminal import report
from extractors.records import Count, When
from tests.evaluation.coders import DAY, article, claim, exactly, extracted, extractor, gold_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractors.records import ArticleText, Claim

TEXT = "Then \x1b[31m26 protesters\x1b[0m died."


def finds_injured(text: ArticleText) -> tuple[Claim, ...]:
    return (extracted(text.text, kind="injured", count=exactly(26), rule="made.up"),)


def measured(*, held_out: bool = False, name: str = "rules") -> Measurement:
    one = article(TEXT, claim(count=exactly(26), evidence=TEXT, start=0, end=len(TEXT)), held_out=held_out)
    return measure(extractor(finds_injured, name), gold_set(one))


def printed(measurements: Sequence[Measurement], *, misses: bool = True) -> str:
    console = Console(file=io.StringIO(), width=200, force_terminal=True, color_system=None)
    for renderable in report(measurements, misses=misses):
        console.print(renderable)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_misses_stand_beside_their_sentence() -> None:
    (line,) = (line for line in printed([measured()]).splitlines() if "instead" in line)
    assert "protesters" in line
    assert "casualty/killed · 26 [26]" in line
    assert "casualty/injured · 26 [26]" in line


def test_misses_are_shown_when_asked_for_only() -> None:
    assert "instead" not in printed([measured()], misses=False)
    assert "casualty/injured" in printed([measured()], misses=False)  # among what is taken for what


def test_terminal_gets_no_orders_from_an_article() -> None:
    assert "\x1b[31m" not in printed([measured()])


def test_words_of_held_out_texts_are_not_shown_but_the_gap_is() -> None:
    shown = printed([measured(held_out=True)])
    assert "protesters" not in shown
    assert "held out (1)" in shown


def test_extractors_stand_side_by_side() -> None:
    shown = printed([measured(), measured(name="baseline")])
    assert any("rules: precision" in line and "baseline: precision" in line for line in shown.splitlines())


def test_claims_read_as_phrases() -> None:
    told = claim(count=Count(26, 26, None, "at least 26"), group="people", when=When("Friday", DAY, DAY))
    assert brief(told) == (
        "casualty/killed · at least 26 [26..?] · group people · when Friday [2022-01-07] · status asserted"
    )
    assert count_words(Count(None, None, None, "dozens")) == "dozens"
    assert count_words(exactly(2500, "2,500")) == "2,500 [2,500]"
