"""What every export is asked: as known when, and by which codebook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

CODEBOOKS = ("ucdp", "literal", "acled")


@dataclass(frozen=True, slots=True)
class Asked:
    """``at`` is a moment on the public's clock, with its zone; None asks for what is known at the end."""

    codebook: str
    at: datetime | None = None

    @property
    def parameters(self) -> Mapping[str, object]:
        """As the statements in ``sql/`` name them."""
        return {"codebook": self.codebook, "at": self.at}
