"""The published database, opened for reading and closed again at once."""

from __future__ import annotations

from contextlib import contextmanager
from importlib import resources
from typing import TYPE_CHECKING, Any

import duckdb

from report.errors import NoFacts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable
    from pathlib import Path


def sql(name: str) -> str:
    """The statement kept in ``sql/<name>.sql``."""
    return (resources.files("report") / "sql" / f"{name}.sql").read_text(encoding="utf-8")


def macros() -> tuple[str, ...]:
    """The statements in ``sql/macros``: what people ask of the facts by name, by name of the file."""
    folder = resources.files("report") / "sql" / "macros"
    return tuple(entry.read_text(encoding="utf-8") for entry in sorted(folder.iterdir(), key=_name))


def _name(entry: Traversable) -> str:
    return entry.name


@contextmanager
def reading(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection that can reach no other file, no network and no extension, whatever SQL it is given."""
    if not path.exists():
        raise NoFacts(f"There is no database at {path}: nothing is published yet. Run `newsledger run PATH` first.")
    config: dict[str, Any] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "enable_external_access": False,
    }
    try:
        connection = duckdb.connect(str(path), read_only=True, config=config)
    except duckdb.Error as error:
        raise NoFacts(
            f"The database at {path} cannot be opened: {error}. Run `newsledger publish`, which writes it anew."
        ) from error
    try:
        connection.execute(sql("reader_settings"))
        yield connection
    finally:
        connection.close()
