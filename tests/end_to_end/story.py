"""Small stories, each a few short articles and what an analyst reads off the facts: read, and put into files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).with_name("stories")

Story = dict[str, Any]


def stories() -> dict[str, Story]:
    """Each story under its name: `country`, `articles`, and the rows `expect` and `states`."""
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yaml"))}


def write_articles(told: dict[str, Story], folder: Path) -> None:
    """One text file an article, with the index that says who published it and when."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for name, story in told.items():
        for number, article in enumerate(story["articles"], start=1):
            file = f"{name}-{number}.txt"
            # a break between two lines of the story is one between two paragraphs of the page
            body = article["text"].strip().replace("\n", "\n\n")
            (folder / file).write_text(f"{article['title']}\n\n{body}\n", encoding="utf-8")
            lines.append(json.dumps(_stated(article, file)))
    (folder / "index.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _stated(article: dict[str, Any], file: str) -> dict[str, str]:
    return {
        "file": file,
        "published": article["published"].isoformat(),
        "outlet": article["outlet"],
        "title": article["title"],
        "language": "en",
    }
