"""The files in which reviews come and go: their forms, and what is told where one cannot be read or written."""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING

from orchestration.errors import WrongUseError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Form(StrEnum):
    """How ``export`` writes."""

    CSV = "csv"
    JSONL = "jsonl"


def form_of(path: Path) -> str:
    """By the file's suffix."""
    suffix = path.suffix.lower().removeprefix(".")
    if suffix not in set(Form):
        raise WrongUseError(
            what="Reviews are not kept in such a file",
            where=str(path),
            why="its name ends in neither .csv nor .jsonl",
            remedy="Name it FILE.csv for spreadsheets or FILE.jsonl for programs.",
        )
    return suffix


def text_of(path: Path) -> str:
    """A file's text, line ends as they are; wrong use where it is no text."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        why, remedy = error.strerror or str(error), "Give a file that `newsledger review export` wrote."
    except UnicodeDecodeError as error:
        why = f"it is not UTF-8 ({error.reason} at byte {error.start:,})"
        remedy = "Save it as UTF-8; spreadsheets ask for it under the name of encoding or character set."
    raise WrongUseError(what="The file cannot be read", where=str(path), why=why, remedy=remedy)


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Whole or not at all: what is there already stays until the new file is written."""
    beside = path.with_name(f".{path.name}.unfinished")
    try:
        with beside.open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines)
        beside.replace(path)
    except OSError as error:
        raise WrongUseError(
            what="The file cannot be written",
            where=str(path),
            why=error.strerror or str(error),
            remedy="Name a file in a folder that is there and yours to write in, on a disk with room.",
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink()
