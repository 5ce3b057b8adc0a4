"""Index files: ``index.jsonl`` in a folder states facts about its files.

One JSON object a line; ``file`` names the article, the rest are the facts of a sidecar.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.characters import printable
from ingest.refusals import Refusal
from ingest.stated_facts import FactError, stated_facts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ingest.records import Facts

NAME = "index.jsonl"
_REMEDY = "Correct the line; until then its article is read without it."


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line of an index that is refused; ``number`` counts from 1, and is 0 where the whole file is."""

    number: int
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Index:
    """What an index states: facts by file name, and the lines that say nothing usable."""

    facts: dict[str, Facts] = field(default_factory=dict)
    bad_lines: tuple[BadLine, ...] = ()


def read_index(folder: Path, *, max_bytes: int) -> Index:
    """Return what the index of ``folder`` states; an empty one where there is none."""
    path = folder / NAME
    if not path.is_file():
        return Index()
    try:
        with path.open("rb") as file:
            raw = file.read(max_bytes + 1)
    except OSError as error:
        return _refused_whole(f"The index cannot be read ({error.strerror}).")
    if len(raw) > max_bytes:
        return _refused_whole(f"The index is larger than {max_bytes:,} bytes.")
    return parse_index(raw, exists=lambda name: (folder / name).exists())


def parse_index(raw: bytes, *, exists: Callable[[str], bool]) -> Index:
    """As ``read_index``, from its bytes; ``exists`` tells whether a file of that name is in the folder."""
    facts: dict[str, Facts] = {}
    bad: list[BadLine] = []
    for number, line in enumerate(raw.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            name, told = _parsed(line, exists)
            facts[_unlisted(name, facts)] = told
        except FactError as error:
            bad.append(BadLine(number, _refusal(f"Line {number} of the index: {error}.", line)))
    return Index(facts, tuple(bad))


def _unlisted(name: str, facts: dict[str, Facts]) -> str:
    if name in facts:
        raise FactError(f'"{printable(name)}" has a line of its own above')
    return name


def _parsed(line: bytes, exists: Callable[[str], bool]) -> tuple[str, Facts]:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise FactError("it is not JSON in UTF-8") from error
    if not isinstance(told, dict):
        raise FactError("it is not a JSON object in braces")
    name = told.pop("file", None)
    if not _is_file_name(name):
        raise FactError('"file" must be the name of a file in the same folder')
    facts = stated_facts(told)
    if not exists(name):
        raise FactError(f'there is no file "{printable(name)}" in the folder')
    return name, facts


def _is_file_name(name: object) -> bool:
    return isinstance(name, str) and bool(name) and not set(name) & {"/", "\\", "\x00"} and name not in {".", ".."}


def _refused_whole(reason: str) -> Index:
    refusal = _refusal(reason, b"")
    return Index({}, (BadLine(0, refusal),))


def _refusal(reason: str, raw: bytes) -> Refusal:
    return Refusal(code="broken_index", reason=reason, remedy=_REMEDY, raw=raw or None)
