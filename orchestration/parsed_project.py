"""What dbt made of the project when it read it, kept for every home on this machine.

To read it takes dbt three seconds, and it reads the same in every home: what differs among them, their paths, is filled
in when a model runs. dbt's own partial parsing does not do, for to it another path of the warehouse is another project.
It is kept for one state of each clone, under the versions of dbt that read it; where it cannot be kept or recalled, dbt
reads the project once more.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from contextlib import suppress
from importlib.metadata import version
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from orchestration.settings import DBT_PROJECT

if TYPE_CHECKING:
    from pathlib import Path

    from dbt.contracts.graph.manifest import Manifest

READERS = ("dbt-core", "dbt-adapters", "dbt-duckdb")


def kept_path(digest: str) -> Path:
    """Where the project of this digest is kept; each clone has its own, for what is read names folders."""
    clone = hashlib.sha256(str(DBT_PROJECT).encode()).hexdigest()[:12]
    versions = "-".join(version(reader) for reader in READERS)
    return user_cache_path("newsledger", appauthor=False) / "dbt" / clone / f"{digest}-{versions}.msgpack"


def recall(kept: Path) -> Manifest | None:
    """The project as dbt had read it; None where it was not kept, or is not what dbt would write."""
    from dbt.contracts.graph.manifest import Manifest
    from dbt.parser.manifest import extended_mashumuro_decoder

    try:
        manifest = Manifest.from_msgpack(kept.read_bytes(), decoder=extended_mashumuro_decoder)
        manifest.build_flat_graph()  # type: ignore[no-untyped-call]  # what dbt does not write down of it
    except Exception:  # noqa: BLE001 - whatever is wrong with it, dbt can read the project itself
        return None
    return manifest


def keep(target: Path, kept: Path) -> None:
    """Put what dbt wrote into ``target`` where the next build looks for it, in place of what was kept before."""
    from dbt.constants import PARTIAL_PARSE_FILE_NAME

    with suppress(OSError):  # a machine on which nothing can be kept only builds more slowly
        kept.parent.mkdir(parents=True, exist_ok=True)
        beside = kept.with_suffix(f".{os.getpid()}")
        shutil.copyfile(target / PARTIAL_PARSE_FILE_NAME, beside)
        for former in kept.parent.glob("*.msgpack"):
            former.unlink()
        beside.replace(kept)
