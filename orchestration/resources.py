"""Dagster's resources: the ledger's home, and dbt."""

import os
import sys
from pathlib import Path
from typing import Any

import dagster as dg
from dagster_dbt import DbtCliResource

from orchestration import dbt
from orchestration.settings import DBT_PROJECT, Settings


class Ledger(dg.ConfigurableResource[Any]):
    """The one path that everything else follows from; wraps ``Settings`` as the command line builds them."""

    home: str

    def settings(self) -> Settings:
        """The frozen settings under ``home``."""
        return Settings.at(Path(self.home))


def dbt_resource(settings: Settings) -> DbtCliResource:
    """The dbt beside this interpreter; nothing need be on PATH."""
    # dagster-dbt hands its own environment on to dbt, and offers no other way to add to it
    os.environ.update(dbt.environment(settings))
    return DbtCliResource(
        project_dir=str(DBT_PROJECT),
        profiles_dir=str(DBT_PROJECT),
        dbt_executable=str(Path(sys.executable).with_name("dbt")),
    )
