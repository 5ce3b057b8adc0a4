"""Markdown in scraped texts: marks go, words stay, and a list of facts at the top is read as such."""

from __future__ import annotations

import re

from ingest.addresses import is_article_url
from ingest.characters import tidy_lines
from ingest.dates import published_or_none
from ingest.records import Facts

_IMAGE = re.compile(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)")  # lengths keep hostile texts from costing much
_LINK = re.compile(
    r"\[([^\]\[\n]{1,1000})\]\((?:https?:|/|#|mailto:)[^)\s]{0,2000}(?: \"[^\"\n]{0,500}\")?\)",
)
_WIKI_TAGS = re.compile(r"^(?:\[\[[^\]\n]{0,200}\]\][ \t]*)+$", re.MULTILINE)
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^\n]{1,200}?)(?<=\S)\1")
_HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE)
_CAPTION_LABEL = re.compile(
    r"^(?:\[(?:photo|image|picture|caption)\b[^\]\n]{0,20}\]|caption:)[ \t]*", re.MULTILINE | re.IGNORECASE
)
_RULE_LINE = re.compile(r"^(?:[-*_] ?){3,}$", re.MULTILINE)

# As in: + Date: 2022-01-06, or: - **Author**: A. Writer
_FACT = re.compile(r"^(?:[-+*•]\s+)?(?:\*\*)?(?P<key>[A-Za-z]{2,14})(?:\*\*)?\s*:\s*(?:\*\*\s*)?(?P<value>\S.*)$")
_LABELS = {
    "source": "outlet", "outlet": "outlet", "publisher": "outlet", "site": "outlet",
    "link": "url", "url": "url",
    "date": "published", "published": "published",
    "author": "author", "authors": "author", "byline": "author",
    "title": "title",
}  # fmt: skip
_HEAD_LINES = 30  # a list of facts stands at the top
_FEWEST = 2  # facts that make a list: one line alone may be the article's


def without_markdown(text: str) -> tuple[str, Facts]:
    """Return the text without Markdown's marks and link targets, and the facts listed at its top."""
    lines = text.split("\n")
    block = _fact_block(lines)
    facts = _facts([lines[at] for at in block])
    heading = _heading_above(lines, block[0]) if block else None
    told = {*block, heading}
    first = next((line for line in lines if line.strip()), "")
    if facts.title is None and block and (match := _HEADING.match(first)):
        facts = Facts(title=_unmarked(match[1])).over(facts)
    kept = "\n".join(line for at, line in enumerate(lines) if at not in told)
    return tidy_lines(_unmarked(kept)), facts


def _unmarked(text: str) -> str:
    text = _WIKI_TAGS.sub("", _IMAGE.sub("", text))
    text = _CAPTION_LABEL.sub("", _STRONG.sub(r"\2", _LINK.sub(r"\1", text)))
    return _HEADING.sub(r"\1", _RULE_LINE.sub("", text))


def _fact_block(lines: list[str]) -> list[int]:
    """Positions of the longest run of "Label: value" lines near the top, or nothing."""
    runs: list[list[int]] = [[]]
    for at, line in enumerate(lines[:_HEAD_LINES]):
        match = _FACT.match(line)
        if match and match["key"].lower() in _LABELS:
            runs[-1].append(at)
        elif runs[-1]:
            runs.append([])
    longest = max(runs, key=len)
    return longest if len(longest) >= _FEWEST else []


def _heading_above(lines: list[str], at: int) -> int | None:
    above = next((number for number in range(at - 1, -1, -1) if lines[number].strip()), None)
    is_label = above is not None and (lines[above].startswith("##") or lines[above] == "---")
    return above if is_label else None


def _facts(lines: list[str]) -> Facts:
    told: dict[str, str] = {}
    for line in lines:
        match = _FACT.match(line)
        if match:
            told.setdefault(_LABELS[match["key"].lower()], match["value"].strip(" *\"'"))
    moment = published_or_none(told.get("published")) or (None, None, None)
    url = told.get("url", "")
    return Facts(
        published_at=moment[0],
        published_prec=moment[1],
        published_on=moment[2],
        outlet=told.get("outlet"),
        title=told.get("title"),
        url=url if is_article_url(url) else None,
        author=told.get("author"),
    )
