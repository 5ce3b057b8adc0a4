"""The published facts in the shapes that others read: event data sets, spreadsheets, tables, maps.

One small module per format; ``registry`` knows them by name. What a foreign data set has for columns, and what of it
the facts carry, is data in ``schemas/``. ``docs/exports.md`` tells users the same.
"""

from __future__ import annotations

from report.exports.asked import CODEBOOKS, Asked
from report.exports.delivery import Delivered, export
from report.exports.registry import EXPORTS, Export

__all__ = ["CODEBOOKS", "EXPORTS", "Asked", "Delivered", "Export", "export"]
