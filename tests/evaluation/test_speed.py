from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.gold import EXAMPLES
from evaluation.speed import Speed, measure_speed, read_folder, told

if TYPE_CHECKING:
    from pathlib import Path


def test_speed_compares_the_same_texts_and_the_gate() -> None:
    articles = read_folder(EXAMPLES / "kazakhstan-2022")[:2]
    speed = measure_speed(articles, rounds=1)
    assert speed.texts == 2
    assert speed.tokens > 500
    assert speed.claims > 0
    assert min(speed.extractor_seconds, speed.pipeline_seconds, speed.peak_memory) > 0


def test_ratio_says_how_many_times_as_fast() -> None:
    speed = Speed(
        texts=2, tokens=1000, rounds=3, extractor_seconds=2, pipeline_seconds=5, peak_memory=2**30, claims=7,
        same_without_gate=False,
    )  # fmt: skip
    assert speed.ratio == 2.5
    assert speed.tokens_per_second(speed.extractor_seconds) == 1500
    assert "NOT the same as without the gate" in told(speed)
    assert "1,024 MiB" in told(speed)


def test_folder_without_articles_is_empty(tmp_path: Path) -> None:
    assert read_folder(tmp_path) == ()
