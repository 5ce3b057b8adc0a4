"""Our figures beside those of the scorer that comes with the claims guide: the same to the last digit."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from evaluation.agreement import affinity, agrees
from evaluation.baseline import baseline_extractor
from evaluation.claims import CodedClaim, as_json
from evaluation.gold import read_gold_set
from evaluation.guide import FIELDS
from evaluation.matching import pairs
from evaluation.runner import Measurement, measure
from evaluation.scores import figures
from extractors.extractor import rule_extractor
from tests.evaluation.coders import claim_lists

if TYPE_CHECKING:
    from types import ModuleType

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
SCORER = SHARED / "claims" / "score.py"
needs_shared = pytest.mark.skipif(not SCORER.is_file(), reason="the claims guide's scorer (../shared) is not here")


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("guide_scorer", SCORER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def their_figures(measurement: Measurement, folder: Path) -> dict[str, Any]:
    predicted = folder / "predicted.jsonl"
    lines = [
        json.dumps(as_json(claim) | {"article": result.article.file_name})
        for result in measurement.results
        for claim in result.predicted
    ]
    predicted.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, str(SCORER), str(SHARED / "claims" / "gold"), str(predicted), "--json"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(told)  # type: ignore[no-any-return]


@needs_shared
@pytest.mark.parametrize("extractor", [rule_extractor, baseline_extractor])
def test_figures_equal_those_of_the_guides_scorer(extractor: Any, tmp_path: Path) -> None:
    gold = read_gold_set("shared", SHARED / "claims" / "gold", SHARED / "articles")
    measurement = measure(extractor(), gold)
    assert sum(len(result.predicted) for result in measurement.results) > 50
    assert figures(measurement.scores) == their_figures(measurement, tmp_path)


@needs_shared
@given(gold=claim_lists, predicted=claim_lists)
@settings(deadline=None)
def test_pairs_equal_those_of_the_guides_scorer(
    scorer: ModuleType, gold: list[CodedClaim], predicted: list[CodedClaim]
) -> None:
    golds, predictions = [as_json(each) for each in gold], [as_json(each) for each in predicted]
    assert sorted(pairs(gold, predicted).items()) == sorted(scorer.pair(golds, predictions))


@needs_shared
@given(gold=claim_lists, predicted=claim_lists)
@settings(deadline=None)
def test_affinity_and_fields_equal_those_of_the_guides_scorer(
    scorer: ModuleType, gold: list[CodedClaim], predicted: list[CodedClaim]
) -> None:
    for ours, theirs in zip(gold, predicted, strict=False):
        both = as_json(ours), as_json(theirs)
        assert affinity(ours, theirs) == scorer.affinity(*both)
        assert [agrees(f, ours, theirs) for f in FIELDS] == [bool(scorer.field_agrees(f, *both)) for f in FIELDS]
