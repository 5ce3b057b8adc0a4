"""Floors: the figures below which the rule extractor may not fall, pinned to the gold that they were measured on.

``floors.yaml`` holds, per gold set, its digest, precision and F1 per family, the share right per field and the F1 of
whole claims, each rounded down to a hundredth: a claim more or less among hundreds is no fall. Lowering takes a
reason, and the reasons stay in the file.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evaluation.gold_files import GoldError
from evaluation.guide import FIELDS
from extractors.lexicon import line_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date as day

    from evaluation.runner import Measurement
    from evaluation.scores import Scores

FLOORS = Path(__file__).with_name("floors.yaml")
HUNDREDTHS = 100
TOLERANCE = 1e-9  # of binary fractions: 0.29 * 100 is 28.999999999999996
HEAD = (
    "# Figures below which the rule extractor may not fall; a test measures them anew. `newsledger evaluate --pin`\n"
    '# raises them; lowering takes `--pin --lower --reason "..."`. See docs/evaluation.md.\n'
)


class PinnedSet(BaseModel):
    """``floors``: measure (``casualty.f1``, ``field.group``, ``whole_claims.f1``) to floor."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    digest: str = Field(pattern=r"^[0-9a-f]{64}$")
    articles: int
    floors: dict[str, float]


class Change(BaseModel):
    """A lowering, with its reason; ``lowered`` tells from where to where."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    date: str
    gold_set: str
    reason: str = Field(min_length=10)
    lowered: dict[str, tuple[float, float]]


class Floors(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    sets: dict[str, PinnedSet] = {}
    lowerings: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A floor that does not hold, or gold that is not what was pinned."""

    gold_set: str
    measure: str
    message: str

    def __str__(self) -> str:
        return f"{self.gold_set}: {self.measure}: {self.message}"


class LoweringError(ValueError):
    """Pinning would lower a floor and was not asked to."""


def read_floors(path: Path = FLOORS) -> Floors:
    """What is pinned, nothing where there is no file; raises ``GoldError`` with file and line."""
    if not path.is_file():
        return Floors()
    text = path.read_text(encoding="utf-8")
    try:
        return Floors.model_validate(yaml.safe_load(text) or {})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise GoldError(f"{path}:{line_of(text, first['loc'])}: {place}: {first['msg']}") from None
    except yaml.YAMLError as error:
        raise GoldError(f"{path}: not YAML ({error}); restore it from the repository") from None


def rounded_down(share: float) -> float:
    return math.floor(share * HUNDREDTHS + TOLERANCE) / HUNDREDTHS


def pinned_figures(measured: Scores) -> dict[str, float]:
    """Everything that has a floor. What gold lacks has none: a family without claims has no recall to lose."""
    told: dict[str, float] = {}
    for name, score in measured.rows().items():
        if score.gold:
            told |= {f"{name}.precision": score.precision, f"{name}.f1": score.f1}
    told |= {f"field.{name}": measured.agreement(name) for name in FIELDS}
    return told | {"whole_claims.f1": measured.whole.f1}


def check_floors(floors: Floors, measurements: Iterable[Measurement]) -> tuple[Finding, ...]:
    """Everything that is below its floor, or was pinned on other gold."""
    return tuple(finding for measurement in measurements for finding in check_one(floors, measurement))


def check_one(floors: Floors, measurement: Measurement) -> Iterable[Finding]:
    name = measurement.gold_set.name
    pinned = floors.sets.get(name)
    if pinned is None:
        yield Finding(name, "digest", "nothing is pinned for this gold set; pin it with `newsledger evaluate --pin`")
        return
    if pinned.digest != measurement.gold_set.digest:
        yield Finding(name, "digest", "the gold is not what was pinned; pin it anew with `newsledger evaluate --pin`")
    figures = pinned_figures(measurement.scores)
    for measure, floor in pinned.floors.items():
        if figures.get(measure, 0.0) + TOLERANCE < floor:
            yield Finding(name, measure, f"{figures.get(measure, 0.0):.4f} is below its floor of {floor:.2f}")


def fallen(pinned: PinnedSet | None, figures: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """Floors that the figures do not reach: from where to where they would have to go."""
    floors = pinned.floors if pinned else {}
    lower = {measure: (floor, rounded_down(figures.get(measure, 0.0))) for measure, floor in floors.items()}
    return {measure: (old, new) for measure, (old, new) in lower.items() if new < old}


def pin(
    floors: Floors, measurements: Iterable[Measurement], *, today: day, lower: bool = False, reason: str = ""
) -> Floors:
    """Floors at what was measured; raises ``LoweringError`` where one would fall without being asked to."""
    for measurement in measurements:
        floors = pin_one(floors, measurement, today=today, reason=reason if lower else "")
    return floors


def pin_one(floors: Floors, measurement: Measurement, *, today: day, reason: str) -> Floors:
    name = measurement.gold_set.name
    figures = pinned_figures(measurement.scores)
    lowered = fallen(floors.sets.get(name), figures)
    if lowered and not reason.strip():
        told = ", ".join(f"{measure} {old:.2f} to {new:.2f}" for measure, (old, new) in lowered.items())
        raise LoweringError(f'{name}: this would lower {told}; find out why, or add --lower --reason "..."')
    pinned = PinnedSet(
        digest=measurement.gold_set.digest,
        articles=len(measurement.results),
        floors={measure: rounded_down(figure) for measure, figure in figures.items()},
    )
    changes = (Change(date=today.isoformat(), gold_set=name, reason=reason, lowered=lowered),) if lowered else ()
    return Floors(sets=floors.sets | {name: pinned}, lowerings=(*floors.lowerings, *changes))


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Keys in the order of the guide, so that a diff shows what moved."""
    told: dict[str, Any] = floors.model_dump(mode="json")
    body = yaml.safe_dump(told, sort_keys=False, allow_unicode=True, width=110)
    path.write_text(HEAD + body, encoding="utf-8")
