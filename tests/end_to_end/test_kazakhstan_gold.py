"""The bundled articles, their gold and the timeline belong together: each follows from the one before it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import trafilatura
import yaml

if TYPE_CHECKING:
    from datetime import datetime

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "examples" / "kazakhstan-2022"
GOLD = sorted((ROOT / "evaluation" / "gold" / "kazakhstan_2022").glob("*.json"))
TIMELINE = yaml.safe_load(Path(__file__).with_name("kazakhstan_2022.yaml").read_text(encoding="utf-8"))
DOCUMENTS: list[dict[str, Any]] = [json.loads(path.read_text(encoding="utf-8")) for path in GOLD]


def article_text(name: str) -> str:
    raw = (ARTICLES / name).read_text(encoding="utf-8")
    return (trafilatura.extract(raw, include_comments=False) or "") if name.endswith(".html") else raw


def counts(kind: str, up_to: datetime) -> set[float]:
    claims = [c for d in DOCUMENTS if d["published"] <= up_to.date().isoformat() for c in d["claims"]]
    return {c["count"]["value"] for c in claims if c["kind"] == kind and c["count"]}


def test_gold_covers_every_article() -> None:
    articles = {path.name for path in ARTICLES.iterdir() if path.suffix in {".txt", ".html"}}
    assert {d["article"] for d in DOCUMENTS} == articles
    assert len(articles) >= 14


@pytest.mark.parametrize("document", DOCUMENTS, ids=[d["article"] for d in DOCUMENTS])
def test_gold_evidence_is_in_the_article_letter_for_letter(document: dict[str, Any]) -> None:
    text = article_text(document["article"])
    for claim in document["claims"]:
        assert claim["evidence"] in text
        assert claim["count"] is None or claim["count"]["text"] in claim["evidence"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=[d["article"] for d in DOCUMENTS])
def test_article_is_as_long_as_a_report(document: dict[str, Any]) -> None:
    assert 250 <= len(article_text(document["article"]).split()) <= 700


@pytest.mark.parametrize("moment", TIMELINE["timeline"], ids=[str(m["as_known_at"]) for m in TIMELINE["timeline"]])
def test_timeline_figures_come_from_gold_claims(moment: dict[str, Any]) -> None:
    for figure in moment["figures"]:
        known = counts(figure["kind"], moment["as_known_at"])
        parts = [part["count"] for part in figure.get("parts", [])]
        wholes = [] if figure.get("sum_of_parts") or figure["best"] is None else [figure["best"]]
        retracted = [number["count"] for number in figure.get("retracted", [])]
        assert {*parts, *wholes, *retracted} <= known
        if figure.get("sum_of_parts") and parts:
            assert sum(parts) == figure["best"]


def test_articles_without_claims_have_none_in_the_gold() -> None:
    assert [d["article"] for d in DOCUMENTS if not d["claims"]] == TIMELINE["articles_without_claims"]


def test_four_outlets_carry_the_three_thousand() -> None:
    claims = [(d["article"], c) for d in DOCUMENTS for c in d["claims"] if c["kind"] == "detained"]
    carriers = [article for article, claim in claims if claim["count"]["value"] == 3000]
    assert len(carriers) == len(set(carriers)) == 4
