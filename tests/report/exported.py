"""Exports of a test, read back."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING, Any

from report.exports import EXPORTS, export

if TYPE_CHECKING:
    from pathlib import Path

NIGHT = {"when_start": date(2022, 1, 5), "when_end": date(2022, 1, 5)}
TEXTS = [name for name, each in EXPORTS.items() if each.pieces is not None]


def text(facts: Path, name: str, **asked: Any) -> str:
    pieces: list[str] = []
    export(facts, name, to=None, stream=pieces.extend, **asked)
    return "".join(pieces)


def table(facts: Path, name: str, **asked: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text(facts, name, **asked), newline="")))
