"""Gold files: what one may say, and errors that name file, line and field where it says something else."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from evaluation.claims import CodedClaim
from evaluation.guide import FAMILIES, GROUPS, KINDS, SCOPES, SOURCE_TYPES, STATUSES
from extractors.lexicon import line_of
from extractors.records import Count, When

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class GoldError(ValueError):
    """Gold that cannot be measured against; the message names file, place and what to do."""


def one_of(allowed: frozenset[str]) -> Callable[[str], str]:
    def known(value: str) -> str:
        if value not in allowed:
            raise ValueError(f"{value!r} is none of the guide's: {', '.join(sorted(allowed))}")
        return value

    return known


Family = Annotated[str, AfterValidator(one_of(frozenset(FAMILIES)))]
Group = Annotated[str, AfterValidator(one_of(GROUPS))]
Scope = Annotated[str, AfterValidator(one_of(SCOPES))]
SourceType = Annotated[str, AfterValidator(one_of(SOURCE_TYPES))]
Status = Annotated[str, AfterValidator(one_of(STATUSES))]


class GoldCount(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    value: float | None
    low: float | None
    high: float | None
    text: str = Field(min_length=1)

    @model_validator(mode="after")
    def in_order(self) -> GoldCount:
        numbers = [n for n in (self.low, self.value, self.high) if n is not None]
        if numbers != sorted(numbers):
            raise ValueError("low, value and high must not fall")
        return self


class GoldWhen(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(min_length=1)
    start: date | None
    end: date | None

    @model_validator(mode="after")
    def in_order(self) -> GoldWhen:
        if self.start and self.end and self.end < self.start:
            raise ValueError("it ends before it starts")
        return self


class GoldClaim(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    family: Family
    kind: str
    count: GoldCount | None = None
    subject: str | None = None
    group: Group | None = None
    actor: str | None = None
    place: str | None = None
    when: GoldWhen | None = None
    scope: Scope | None = None
    source: str | None = None
    via: str | None = None
    source_type: SourceType | None = None
    status: Status
    evidence: str = Field(min_length=1)
    optional: bool = False

    @model_validator(mode="after")
    def of_the_guide(self) -> GoldClaim:
        if self.kind not in KINDS[self.family]:
            raise ValueError(f"{self.family} has no kind {self.kind!r}; it has {', '.join(sorted(KINDS[self.family]))}")
        if self.source_type and not self.source:
            raise ValueError("source_type without a source")
        return self


class GoldDocument(BaseModel):
    """One gold file: the claims of one article, in the families that were coded (all where none are listed)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    article: str = Field(pattern=r"^[^/\\\x00]+$")
    published: date | None = None
    country: str | None = None
    families: tuple[Family, ...] = FAMILIES
    claims: tuple[GoldClaim, ...]
    note: str | None = None

    @model_validator(mode="after")
    def told_once(self) -> GoldDocument:
        seen: set[str] = set()
        for number, claim in enumerate(self.claims):
            told = claim.model_dump_json(exclude={"optional"})
            if told in seen:
                raise ValueError(f"claims.{number} repeats an earlier claim word for word")
            if claim.family not in self.families:
                raise ValueError(f"claims.{number} is of the family {claim.family!r}, which `families` does not list")
            seen.add(told)
        return self


def read_document(path: Path) -> GoldDocument:
    """One gold file; raises ``GoldError``."""
    try:
        text = path.read_text(encoding="utf-8")
        return GoldDocument.model_validate(json.loads(text))
    except json.JSONDecodeError as error:
        raise GoldError(f"{path}:{error.lineno}: not JSON ({error.msg}); correct it") from None
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read ({error}); gold files are JSON in UTF-8") from None
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"])) or "document"
        raise GoldError(
            f"{path}:{line_of(text, first['loc'])}: {place}: {first['msg']}; see the claims guide"
        ) from None


def coded_gold(claim: GoldClaim, text: str) -> CodedClaim:
    """A gold claim with its evidence's place in the article's clean text."""
    told: dict[str, Any] = dict(claim)
    if claim.count:
        told["count"] = Count(claim.count.value, claim.count.low, claim.count.high, claim.count.text)
    if claim.when:
        told["when"] = When(claim.when.text, claim.when.start, claim.when.end)
    found = re.search(r"\s+".join(map(re.escape, claim.evidence.split())), text)
    return CodedClaim(**told, start=found.start() if found else None, end=found.end() if found else None)
