from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from evaluation.confusions import Confusion, confusions, side_by_side
from evaluation.matching import compare
from evaluation.runner import is_held_out, is_seen, measure, measure_all
from evaluation.scores import PRFScore
from extractors.records import Count
from tests.evaluation.coders import SENTENCE, article, claim, exactly, extracted, extractor, gold_set

if TYPE_CHECKING:
    from extractors.records import ArticleText, Claim

GOLD = claim(count=exactly(26))


def finds_it(text: ArticleText) -> tuple[Claim, ...]:
    return (extracted(text.text, count=exactly(26)),)


def breaks_down(_text: ArticleText) -> tuple[Claim, ...]:
    raise RecursionError("too deep")


def points_elsewhere(text: ArticleText) -> tuple[Claim, ...]:
    return (replace(extracted(text.text), start=3),)


def test_measure_counts_what_the_extractor_finds() -> None:
    measured = measure(extractor(finds_it), gold_set(article(SENTENCE, GOLD)))
    assert measured.scores.all == PRFScore(1, 1, 1)
    assert not measured.failures


def test_article_that_breaks_the_extractor_is_missed_and_the_rest_is_measured() -> None:
    def breaks_on_b(text: ArticleText) -> tuple[Claim, ...]:
        return breaks_down(text) if text.article_id == "b.txt" else finds_it(text)

    articles = (article(SENTENCE, GOLD), article(SENTENCE, GOLD, file_name="b.txt"))
    measured = measure(extractor(breaks_on_b), gold_set(*articles))
    assert measured.scores.all == PRFScore(1, 1, 2)
    (failed,) = measured.failures
    assert failed.failure == "rules broke down on it: RecursionError: too deep"


def test_article_that_ingest_refuses_is_missed() -> None:
    refused = replace(article(SENTENCE, GOLD), text=None, refusal="It is empty.")
    measured = measure(extractor(finds_it), gold_set(refused))
    assert measured.scores.all == PRFScore(0, 0, 1)
    assert "It is empty." in str(measured.failures[0].failure)


def test_claims_that_a_real_run_would_drop_are_dropped_and_told() -> None:
    measured = measure(extractor(points_elsewhere), gold_set(article(SENTENCE)))
    assert measured.scores.all == PRFScore()
    assert len(measured.failures) == 1


def test_families_that_were_not_coded_are_not_measured() -> None:
    coded = article(SENTENCE, families=frozenset({"detention"}))
    assert measure(extractor(finds_it), gold_set(coded)).scores.all == PRFScore()
    wanted = frozenset({"unrest"})
    assert measure(extractor(finds_it), gold_set(article(SENTENCE, GOLD)), families=wanted).scores.all == PRFScore()


def test_parts_add_up_to_the_whole() -> None:
    articles = (article(SENTENCE, GOLD), article(SENTENCE, GOLD, file_name="b.txt", held_out=True))
    measured = measure(extractor(finds_it), gold_set(*articles))
    assert measured.part(is_seen).articles == measured.part(is_held_out).articles == 1
    assert measured.part(is_seen) + measured.part(is_held_out) == measured.scores


def test_measure_all_tells_how_far_it_is() -> None:
    told: list[str] = []
    both = [extractor(finds_it, "one"), extractor(finds_it, "other")]
    ((one, other),) = measure_all(both, [gold_set(article())], progress=told.append)
    assert (one.extractor, other.extractor) == ("one", "other")
    assert told == ["one: 1 of 1: a.txt", "other: 1 of 1: a.txt"]


def test_confusions_of_fields_come_from_matches() -> None:
    gold = claim(count=exactly(26), group="protesters", scope="total")
    found = compare([gold], [replace(gold, group="people")])
    assert confusions([found, found]) == {Confusion("group", "protesters", "people"): 2}


def test_confusions_of_kinds_come_from_misses_in_the_same_sentence_with_the_same_count() -> None:
    gold = claim(count=exactly(26))
    found = compare([gold], [replace(gold, kind="injured")])
    assert confusions([found]) == {Confusion("kind", "casualty/killed", "casualty/injured"): 1}


@pytest.mark.parametrize("changed", [{"evidence": "Elsewhere two died."}, {"count": Count(2, 2, 2, "2")}])
def test_unlike_claims_are_no_confusion_of_kinds(changed: dict[str, object]) -> None:
    gold = claim(count=exactly(26))
    found = compare([gold], [replace(gold, kind="injured", **changed)])  # type: ignore[arg-type]
    assert not confusions([found])


def test_side_by_side_shows_every_miss_once() -> None:
    gold = claim(count=exactly(26))
    near, far = replace(gold, kind="injured"), claim(kind="missing", evidence="Elsewhere two vanished.")
    shown = side_by_side(compare([gold], [far, near]))
    assert [(miss.gold, miss.predicted) for miss in shown] == [(gold, near), (None, far)]
