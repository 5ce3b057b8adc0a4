"""Over real scraped articles: no sentence that carries a claim is lost with the furniture.

Only counts are compared, so that a failure shows nothing of articles that are held out.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from ingest.furniture.sweep import swept
from ingest.readers import reader_by_name
from ingest.readers.markdown import without_markdown

SHARED = Path(__file__).parents[2].parent / "shared"
GOLD = sorted((SHARED / "claims" / "gold").glob("*.json")) if SHARED.is_dir() else []


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b]+", "", without_markdown(text)[0])


@pytest.mark.skipif(not GOLD, reason="the shared articles are not here")
def test_swept_loses_no_evidence() -> None:
    lost = {path.stem: lost_in(path) for path in GOLD}
    assert {name: count for name, count in lost.items() if count} == {}


def lost_in(path: Path) -> int:
    gold = json.loads(path.read_text())
    raw = (SHARED / "articles" / gold["article"]).read_bytes()
    text = squeezed(swept(reader_by_name(".txt", raw)(raw).text))
    return sum(squeezed(claim["evidence"]) not in text for claim in gold["claims"])
