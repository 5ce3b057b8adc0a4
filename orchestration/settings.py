"""Where everything lies: one frozen record, built from the home folder alone."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "NEWSLEDGER_HOME"
DEFAULT_HOME = Path("newsledger-home")
DBT_PROJECT = Path(__file__).resolve().parent.parent / "dbt_project"
DOCS = Path(__file__).resolve().parent.parent / "ARCHITECTURE.md"


@dataclass(frozen=True, slots=True)
class Settings:
    """The paths under one home, all absolute, because dbt and Dagster work from folders of their own."""

    home: Path

    @classmethod
    def at(cls, home: Path | None = None) -> Settings:
        """``home`` where given, else NEWSLEDGER_HOME, else ``./newsledger-home``."""
        chosen = home or Path(os.environ.get(HOME_VARIABLE) or DEFAULT_HOME)
        return cls(home=chosen.expanduser().absolute())

    @property
    def not_a_folder(self) -> Path | None:
        """What stands in the way of the home: the file that it, or a folder above it, would have to be."""
        there = next(path for path in (self.home, *self.home.parents) if path.exists())
        return None if there.is_dir() else there

    @property
    def event_log(self) -> Path:
        return self.home / "event_log.duckdb"

    @property
    def archive(self) -> Path:
        return self.home / "archive"

    @property
    def warehouse(self) -> Path:
        return self.home / "warehouse.duckdb"

    @property
    def facts(self) -> Path:
        return self.home / "facts.duckdb"

    @property
    def crises(self) -> Path:
        """What people declare: the crises to keep figures for."""
        return self.home / "crises.yml"

    @property
    def inbox(self) -> Path:
        return self.home / "inbox"

    @property
    def dagster(self) -> Path:
        return self.home / "dagster"

    @property
    def dbt(self) -> Path:
        """dbt's own products (manifest, compiled SQL), out of the clone, so that one clone serves many homes."""
        return self.home / "dbt"

    @property
    def declared_crises(self) -> Path:
        """``crises`` as the models read it."""
        return self.dbt / "crises.json"

    @property
    def logs(self) -> Path:
        return self.home / "logs"
