"""Groups staging, intermediate and marts: dbt's models, its tests as asset checks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dagster as dg
from dagster_dbt import DbtCliResource, dbt_assets

from orchestration import dbt, provenance
from orchestration.resources import Ledger
from orchestration.writer import one_writer


def dbt_models(manifest: Path) -> dg.AssetsDefinition:
    """Every model, seed and test of the project. An asset's group is its folder: ``dbt_project.yml`` says so."""

    @dbt_assets(manifest=manifest, name="build")
    def build(context: dg.AssetExecutionContext, ledger: Ledger, dbt_cli: DbtCliResource) -> Iterator[Any]:
        settings = ledger.settings()
        with one_writer(settings, progress=context.log.info):
            words = ["build", *_extent(context, anew=not provenance.may_keep(settings))]
            built_on = provenance.begin_build(settings)
            # not a folder per run, as dagster-dbt would have it: what is parsed already need not be parsed again
            yield from dbt_cli.cli(words, context=context, target_path=dbt.target_path(settings)).stream()
            if not context.is_subset:  # a part that was built anew says nothing of the rest
                provenance.end_build(settings, built_on)

    return build


def _extent(context: dg.AssetExecutionContext, *, anew: bool) -> tuple[str, ...]:
    """What is asked for by name is built, also a seed that did not change."""
    return () if context.is_subset and not anew else dbt.extent(anew=anew)
