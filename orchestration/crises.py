"""Crises that a home declares in ``crises.yml``: read, checked, and written as JSON where the models read them.

A claim belongs to the first declared crisis that would have it; what none would have is put into crises by country and
unbroken run of days.
"""

from __future__ import annotations

import csv
import functools
import hashlib
import json
from datetime import date, datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from orchestration.errors import WrongUseError
from orchestration.settings import DBT_PROJECT, Settings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FOREVER = date(9999, 12, 31)
EXAMPLE = """\
# Crises to keep figures for, yours to change. Each is an entry like this one, without the # in front:
#
# - id: kazakhstan-2022          # small letters, digits, hyphens; stays when the title changes
#   title: Unrest in Kazakhstan
#   countries: [Kazakhstan]      # names or two-letter codes; or `places`, or both
#   places: [Almaty]
#   from: 2022-01-02
#   to: 2022-03-31               # may be absent while it lasts
#   words: [protest, unrest]     # may be absent; an article must hold one of them
#
# A claim belongs to the first that would have it. What none would have is put together by country and unbroken run
# of days.
"""
QUOTE_IT = "Write it in quotes: YAML reads a bare NO as false."
REMEDIES = {
    "missing": "Add it. An entry has id, title, countries or places, from; and to and words where you like.",
    "extra_forbidden": "Take it out, or check its spelling: id, title, countries, places, from, to, words.",
    "string_pattern_mismatch": "Write it in small letters, digits and single hyphens, as kazakhstan-2022.",
}
ONE_LINE = r"^[^\x00-\x1f\x7f-\x9f]+$"

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=ONE_LINE)]
Slug = Annotated[str, StringConstraints(max_length=64, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


@functools.cache
def country_codes() -> Mapping[str, str]:
    """Codes by name and by code itself, in small letters, as the models know them."""
    with (DBT_PROJECT / "seeds" / "countries.csv").open(encoding="utf-8", newline="") as lines:
        rows = [(row["country_code"], row["country"]) for row in csv.DictReader(lines)]
    return {spelling.casefold(): code for code, name in rows for spelling in (code, name)}


def _country_code(told: object) -> str:
    if not isinstance(told, str):
        raise ValueError(f"{told!r} is no name of a country. {QUOTE_IT}")  # noqa: TRY004 - pydantic collects these
    code = country_codes().get(told.strip().casefold())
    if code is None:
        near = get_close_matches(told.strip().casefold(), country_codes(), n=1)
        meant = f" Is {near[0].title()!r} meant?" if near else ""
        raise ValueError(f"no country is called {told!r}.{meant} Names are those of GeoNames; codes have two letters.")
    return code


def _day(told: object) -> date:
    if isinstance(told, date) and not isinstance(told, datetime):
        return told
    try:
        return date.fromisoformat(str(told))
    except ValueError:
        raise ValueError(f"{told} is no day. Write it as 2022-01-31.") from None


Country = Annotated[str, BeforeValidator(_country_code)]
Day = Annotated[date, BeforeValidator(_day)]


class Crisis(BaseModel):
    """One entry: what it is called, where and when it is, and which words an article on it holds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    crisis_id: Slug = Field(alias="id")
    title: Line
    country_codes: tuple[Country, ...] = Field(default=(), alias="countries")
    places: tuple[Line, ...] = ()
    words: tuple[Line, ...] = ()
    starts_on: Day = Field(alias="from")
    ends_on: Day = Field(default=FOREVER, alias="to")

    @model_validator(mode="after")
    def holds_together(self) -> Crisis:
        """Somewhere, and not over before it began."""
        if not self.country_codes and not self.places:
            raise ValueError("it is nowhere. Give it countries, or places, or both.")
        if self.ends_on < self.starts_on:
            raise ValueError(f"it ends on {self.ends_on}, before it begins on {self.starts_on}. Turn them round.")
        return self


def read_crises(settings: Settings) -> tuple[Crisis, ...]:
    """The crises that the home declares, in the order of the file; none where there is no file.

    Raises ``WrongUseError`` with file, entry and field for what cannot be so.
    """
    if not settings.crises.exists():
        return ()
    entries = _entries(settings)
    crises = tuple(_crisis(settings, place, entry) for place, entry in enumerate(entries, start=1))
    _require_different(settings, crises)
    return crises


def write_crises(settings: Settings) -> str:
    """Check ``crises.yml`` and put it as JSON where the models read it; gives back the digest of what was written."""
    text = canonical(read_crises(settings))
    settings.declared_crises.parent.mkdir(parents=True, exist_ok=True)
    beside = settings.declared_crises.with_suffix(".new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(settings.declared_crises)
    return _digest(text)


def crises_digest(settings: Settings) -> str:
    """What ``write_crises`` would give back now."""
    return _digest(canonical(read_crises(settings)))


def canonical(crises: Sequence[Crisis]) -> str:
    """One text for one meaning: order of countries, places and words, comments and spaces do not matter."""
    return json.dumps([_record(place, crisis) for place, crisis in enumerate(crises, start=1)], indent=1) + "\n"


def leave_example(settings: Settings) -> None:
    """A ``crises.yml`` that declares nothing and shows how to; what somebody wrote stays."""
    if not settings.crises.exists():
        settings.crises.write_text(EXAMPLE, encoding="utf-8")


def take_along(settings: Settings, other: Settings) -> None:
    """Declare the same in another home."""
    if settings.crises.exists():
        other.home.mkdir(parents=True, exist_ok=True)
        other.crises.write_bytes(settings.crises.read_bytes())


def _record(ordinal: int, crisis: Crisis) -> dict[str, Any]:
    lists = {name: sorted(set(getattr(crisis, name))) for name in ("country_codes", "places", "words")}
    return {"ordinal": ordinal, **crisis.model_dump(mode="json"), **lists}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _entries(settings: Settings) -> Sequence[object]:
    try:
        told = yaml.safe_load(settings.crises.read_text(encoding="utf-8"))
    except OSError as error:
        raise _refused(settings, error.strerror or "it cannot be read", "Let newsledger read it.") from None
    except UnicodeDecodeError:
        raise _refused(settings, "it is not UTF-8", "Save it as UTF-8.") from None
    except (yaml.YAMLError, ValueError) as error:  # a day such as 2022-02-30 is a ValueError
        raise _refused(settings, f"it is no YAML: {' '.join(str(error).split())}", "Mend it there.") from None
    if told is None:
        return ()
    if not isinstance(told, list):
        raise _refused(settings, "it is not a list of crises", "Begin each crisis with `- id: ...`.")
    return told


def _crisis(settings: Settings, place: int, entry: object) -> Crisis:
    try:
        return Crisis.model_validate(entry)
    except ValidationError as error:
        first = error.errors()[0]
    field = ".".join(str(step + 1) if isinstance(step, int) else step for step in first["loc"])
    why = first["msg"].removeprefix("Value error, ")
    name = f", {entry['id']!r}" if isinstance(entry, dict) and "id" in entry else ""
    remedy = REMEDIES.get(first["type"], "Mend it, and give the same command again.")
    raise _refused(settings, why, remedy, part=f"entry {place}{name}" + (f", field {field}" if field else ""))


def _require_different(settings: Settings, crises: Sequence[Crisis]) -> None:
    seen: dict[str, int] = {}
    for place, crisis in enumerate(crises, start=1):
        if (before := seen.setdefault(crisis.crisis_id, place)) != place:
            why = f"entry {before} has this id already"
            raise _refused(settings, why, "Give it another.", part=f"entry {place}, {crisis.crisis_id!r}, field id")


def _refused(settings: Settings, why: str, remedy: str, *, part: str = "") -> WrongUseError:
    where = f"{settings.crises}, {part}" if part else str(settings.crises)
    return WrongUseError(what="The declared crises cannot be used", where=where, why=why, remedy=remedy)
