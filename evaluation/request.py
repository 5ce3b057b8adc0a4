"""One evaluation as somebody asks for it: which gold, which extractors, which families."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evaluation.baseline import baseline_extractor
from evaluation.floors import Finding, check_floors, pin, read_floors, write_floors
from evaluation.gold import bundled_sets, read_gold_set
from evaluation.guide import FAMILIES
from evaluation.runner import measure_all
from evaluation.scores import figures
from extractors.extractor import rule_extractor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from pathlib import Path
    from typing import Any

    from evaluation.gold import GoldSet
    from evaluation.runner import Measurement
    from extractors.extractor import Extractor

OWN = "rules"  # the extractor that has floors
EXTRACTORS: Mapping[str, Callable[[], Extractor]] = {OWN: rule_extractor, "baseline": baseline_extractor}
TWO = 2

Measured = tuple[tuple["Measurement", ...], ...]  # for each gold set, each extractor


class RequestError(ValueError):
    """Something was asked for that there is not; the message says what there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """No ``folders`` means the bundled gold; no ``families`` all of them."""

    folders: tuple[Path, ...] = ()
    extractors: tuple[str, ...] = (OWN,)
    families: frozenset[str] = frozenset()

    def require_sense(self) -> None:
        if len(self.folders) not in (0, TWO):
            raise RequestError("give two folders, GOLD_DIR and ARTICLES_DIR, or none for the bundled gold")
        for folder in self.folders:
            if not folder.is_dir():
                raise RequestError(f"{folder}: there is no such folder")
        require_known("extractor", self.extractors, EXTRACTORS)
        require_known("family", self.families, FAMILIES)

    @property
    def is_whole(self) -> bool:
        """Whether it measures all that floors are pinned for."""
        return not self.folders and not self.families and OWN in self.extractors


def require_known(what: str, given: Iterable[str], known: Iterable[str]) -> None:
    for name in given:
        if name not in known:
            raise RequestError(f"there is no {what} {name!r}; there are {', '.join(known)}")


def gold_sets(request: Request) -> tuple[GoldSet, ...]:
    if not request.folders:
        return bundled_sets()
    gold, articles = request.folders
    return (read_gold_set(gold.resolve().name, gold, articles),)


def evaluate(request: Request, *, progress: Callable[[str], None] | None = None) -> Measured:
    """Measure; raises ``RequestError`` and, for gold that cannot be used, ``GoldError``."""
    request.require_sense()
    chosen = [EXTRACTORS[name]() for name in dict.fromkeys(request.extractors)]
    families = request.families or frozenset(FAMILIES)
    return measure_all(chosen, gold_sets(request), families=families, progress=progress)


def own(measured: Measured) -> tuple[Measurement, ...]:
    return tuple(each for of_set in measured for each in of_set if each.extractor == OWN)


def below_floors(measured: Measured) -> tuple[Finding, ...]:
    """Every floor that does not hold."""
    return check_floors(read_floors(), own(measured))


def pin_floors(measured: Measured, *, today: date, lower: bool, reason: str) -> None:
    """Write the floors anew; raises ``LoweringError`` where one would fall and no reason is given."""
    write_floors(pin(read_floors(), own(measured), today=today, lower=lower, reason=reason))


def as_figures(measured: Measured) -> dict[str, dict[str, Any]]:
    """Gold set, then extractor, then the figures that the guide's scorer prints."""
    return {of_set[0].gold_set.name: {each.extractor: figures(each.scores) for each in of_set} for of_set in measured}
