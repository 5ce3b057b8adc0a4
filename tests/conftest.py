"""What every test may count on: hypothesis without a deadline, as cores under load keep no time; a published ledger.

The ledger is made once for all workers, by the command that a person gives; whoever changes it takes a copy.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.end_to_end.published import Published, published_once

if TYPE_CHECKING:
    from pathlib import Path

settings.register_profile("newsledger", deadline=None)
settings.load_profile("newsledger")


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The bundled articles and one that has to be refused, run and published. To be read only."""
    mine: Path = tmp_path_factory.getbasetemp()
    return published_once((mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine) / "published")
