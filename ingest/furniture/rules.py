"""The furniture rules, as they stand in the YAML files of this folder."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator


class FurnitureRule(BaseModel):
    """A pattern for a whole line, caseless, and how far the furniture reaches.

    ``line``: that line. ``list``: also the lines below it, for as long as they look like headlines or links.
    ``rest``: everything below it, where it stands in the last half of the text and no prose goes on below; else as
    ``list``.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
    reach: Literal["line", "list", "rest"]
    pattern: str
    matches: Annotated[tuple[str, ...], Field(min_length=1)]
    rejects: Annotated[tuple[str, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _is_a_pattern(self) -> FurnitureRule:
        try:
            self.compiled()
        except re.error as error:
            raise ValueError(f"rule {self.id}: the pattern is no regular expression: {error}") from error
        return self

    def compiled(self) -> re.Pattern[str]:
        """The pattern, verbose and caseless; a space in it is written ``[ ]``."""
        return re.compile(self.pattern, re.IGNORECASE | re.VERBOSE)

    def takes(self, line: str) -> bool:
        return self.compiled().fullmatch(line) is not None


class _RuleFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    rules: tuple[FurnitureRule, ...]


@cache
def furniture_rules() -> tuple[FurnitureRule, ...]:
    """Return all rules, in the order of file names and of lines in them; raises ``ValueError`` that names a bad file
    or a doubled id.
    """
    folder = resources.files("ingest.furniture")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    rules = [rule for name in names for rule in _rules_in(name, (folder / name).read_text(encoding="utf-8"))]
    ids = [rule.id for rule in rules]
    doubled = sorted({one for one in ids if ids.count(one) > 1})
    if doubled:
        raise ValueError(f"furniture rules share an id: {', '.join(doubled)}; give each its own")
    return tuple(rules)


def _rules_in(name: str, text: str) -> tuple[FurnitureRule, ...]:
    try:
        return _RuleFile.model_validate(yaml.safe_load(text)).rules
    except (ValueError, yaml.YAMLError) as error:
        raise ValueError(f"ingest/furniture/{name}: {error}") from error
