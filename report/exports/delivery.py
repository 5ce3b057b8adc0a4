"""An export on its way: to a stream, a file or a folder; written aside and renamed into place, whole or not at all."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from report.database import reading
from report.errors import BadExport
from report.exports.asked import Asked
from report.exports.registry import EXPORTS
from report.exports.schema import as_markdown, schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    import duckdb

    from report.exports.registry import Export


@dataclass(frozen=True, slots=True)
class Delivered:
    """What was put where (None: into the stream), and what people should know about it, a sentence each."""

    paths: tuple[Path, ...]
    notes: tuple[str, ...]


def export(
    facts: Path,
    name: str,
    *,
    to: Path | None,
    at: datetime | None = None,
    codebook: str | None = None,
    stream: Callable[[Iterable[str]], None],
) -> Delivered:
    """Export ``facts`` in the format called ``name``; into ``stream`` where ``to`` is None.

    Raises `BadExport` where it cannot go there or the facts lack what it reads, `NoFacts` where nothing is published.
    """
    chosen = EXPORTS[name]
    asked = Asked(codebook or chosen.codebook, at)
    is_folder = to is not None and _is_folder(chosen, to)
    with reading(facts) as connection:
        notes = () if is_folder else (*_empty_columns(chosen), *chosen.left_out(connection, asked))
        if to is None:
            _send(chosen, connection, asked, stream)
            return Delivered((), notes)
        if is_folder:
            return Delivered((_place_folder(chosen, connection, asked, to),), notes)
        return Delivered(_place_file(chosen, connection, asked, to), notes)


def _is_folder(chosen: Export, to: Path) -> bool:
    """Whether it goes into a folder; raises `BadExport` where it can go there in no way."""
    _require_parent(to)
    if to.suffix.lower() in chosen.suffixes and not to.is_dir():
        return False
    if chosen.fill is None or to.suffix:
        raise BadExport(
            f"{to} is no name for {chosen.name}: give a file that ends in {' or '.join(chosen.suffixes)}"
            f"{', or a folder that is not there yet' if chosen.fill else ''}."
        )
    if to.exists() and not (to.is_dir() and not any(to.iterdir())):
        raise BadExport(f"{to} is there already and not an empty folder: name one that is not there yet.")
    return True


def _require_parent(to: Path) -> None:
    if not to.parent.is_dir():
        raise BadExport(f"There is no folder {to.parent} to put {to.name} into: make it, or name another.")


def _empty_columns(chosen: Export) -> tuple[str, ...]:
    if chosen.schema is None:
        return ()
    told = schema(chosen.schema)
    names = ", ".join(column.name for column in told.empty)
    return (f"{len(told.empty)} of {len(told.columns)} columns are empty ({names}): see docs/exports.md for why.",)


def _send(
    chosen: Export, connection: duckdb.DuckDBPyConnection, asked: Asked, stream: Callable[[Iterable[str]], None]
) -> None:
    if chosen.pieces is None:
        example = f"newsledger export --as {chosen.name} facts{chosen.suffixes[0]}"
        raise BadExport(
            f"{chosen.name} is not text, and nothing for a terminal: name a file for it, as in `{example}`."
        )
    stream(chosen.pieces(connection, asked))


def _place_file(chosen: Export, connection: duckdb.DuckDBPyConnection, asked: Asked, to: Path) -> tuple[Path, ...]:
    with _aside(to) as aside:
        if chosen.save is not None:
            chosen.save(connection, asked, aside)
        elif chosen.pieces is not None:
            with aside.open("w", encoding="utf-8", newline="") as file:
                file.writelines(chosen.pieces(connection, asked))
        beside = _describe(chosen, to)
        _settle(aside)
        aside.replace(to)
    return (to, *beside)


def _describe(chosen: Export, to: Path) -> tuple[Path, ...]:
    """A page beside the file that says what its columns carry."""
    if chosen.schema is None:
        return ()
    page = to.with_suffix(".columns.md")
    with _aside(page) as aside:
        aside.write_text(as_markdown(schema(chosen.schema)), encoding="utf-8", newline="")
        aside.replace(page)
    return (page,)


def _place_folder(chosen: Export, connection: duckdb.DuckDBPyConnection, asked: Asked, to: Path) -> Path:
    with _aside(to) as aside:
        aside.mkdir()
        if chosen.fill is not None:
            chosen.fill(connection, asked, aside)
        for path in sorted(aside.iterdir()):
            _settle(path)
        aside.replace(to)
    return to


@contextmanager
def _aside(to: Path) -> Iterator[Path]:
    """A path beside ``to`` with nothing there, before and afterwards."""
    aside = to.with_name(f".{to.name}.next")
    _remove(aside)
    try:
        yield aside
    finally:
        _remove(aside)


def _settle(path: Path) -> None:
    with path.open("rb") as written:
        os.fsync(written.fileno())


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
