"""Schemas as data: the columns that a foreign data set has, what of them the facts carry, and why the rest is empty."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any, Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

CellType = Literal["integer", "number", "text", "date", "boolean"]


class Column(BaseModel):
    """One column: filled with what ``carries`` says, or ``empty`` for the reason given; never both."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    type: CellType
    carries: str | None = None
    empty: str | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.carries is None) == (self.empty is None):
            raise ValueError(f"column {self.name} needs either `carries` or `empty`")
        return self


class Schema(BaseModel):
    """A foreign data set as its codebook, ``source``, lays it down; columns in its order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    source: str
    row: str
    columns: tuple[Column, ...]

    @property
    def filled(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns if column.empty is None)

    @property
    def empty(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.empty is not None)


@cache
def data(name: str) -> Any:
    """What ``schemas/<name>.yaml`` says; read once, and to be read only."""
    text = (resources.files("report.exports") / "schemas" / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text)


@cache
def schema(name: str) -> Schema:
    """The schema kept in ``schemas/<name>.yaml``; pydantic's ValidationError where it is none."""
    return Schema.model_validate(data(name))


def as_markdown(told: Schema) -> str:
    """The columns, for people: what each carries, which are empty and why."""
    lines = [f"# {told.title}", "", f"After {told.source}.", "", told.row, "", "| column | carries |", "| --- | --- |"]
    lines += [f"| `{column.name}` | {column.carries or f'*empty*: {column.empty}'} |" for column in told.columns]
    return "\n".join(lines) + "\n"
