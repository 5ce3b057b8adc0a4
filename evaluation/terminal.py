"""What a person reads on a terminal: tables of figures, what is taken for what, and misses beside their sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from evaluation.agreement import wrong_fields
from evaluation.confusions import Miss, confusions, side_by_side
from evaluation.guide import FAMILIES, FIELDS
from evaluation.phrases import brief, field_value
from evaluation.runner import is_held_out, is_seen
from evaluation.scores import PRFScore, headline
from ingest.characters import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from evaluation.claims import CodedClaim
    from evaluation.runner import ArticleResult, Measurement

MOST_CONFUSIONS = 15


def shown(value: object, style: str = "") -> Text:
    """One line of text in which nothing is an instruction to the terminal: articles are hostile."""
    return Text(printable(" ".join(str(value).split())), style=style)


def empty_table(title: str, *columns: str) -> Table:
    table = Table(
        title=shown(title), title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0)
    )
    for place, column in enumerate(columns):
        table.add_column(shown(column), justify="right" if place else "left", overflow="fold")
    return table


def described(measurements: Sequence[Measurement]) -> str:
    gold = measurements[0].gold_set
    return f"{gold.name}: {len(gold.articles)} articles, gold {gold.digest[:12]}"


def family_table(measurements: Sequence[Measurement]) -> Table:
    """Precision, recall and F1 of each extractor, side by side."""
    table = empty_table(described(measurements), "family")
    for measurement in measurements:
        for column in (f"{measurement.extractor}: precision", "recall", "F1", "matched", "predicted", "gold"):
            table.add_column(shown(column), justify="right")
    rows = [measurement.scores.rows() | {"whole claims": measurement.scores.whole} for measurement in measurements]
    for name in rows[0]:
        if any(row[name] != PRFScore() for row in rows):
            section = "bold" if name not in FAMILIES else ""
            table.add_row(shown(name, section), *(cell for row in rows for cell in score_cells(row[name])))
    return table


def score_cells(score: PRFScore) -> list[Text]:
    shares = [Text(f"{share:.3f}") for share in (score.precision, score.recall, score.f1)]
    return [*shares, *(Text(str(number), style="dim") for number in (score.matched, score.predicted, score.gold))]


def field_table(measurements: Sequence[Measurement]) -> Table:
    """Share of the matched claims that have each field right."""
    table = empty_table("right among the matched claims", "field", *(each.extractor for each in measurements))
    for name in FIELDS:
        shares = [Text(f"{each.scores.agreement(name):.3f}") for each in measurements]
        table.add_row(shown(name), *shares)
    return table


def gap_table(measurement: Measurement) -> Table:
    """Texts that rules were written from beside texts that nobody looked at: the gap is what was fitted."""
    parts = (measurement.part(is_seen), measurement.part(is_held_out))
    columns = (f"looked at ({parts[0].articles})", f"held out ({parts[1].articles})", "gap")
    table = empty_table(f"{measurement.extractor}: texts looked at, and texts held out", "", *columns)
    for name in headline(parts[0]):
        looked_at, held_out = (headline(part)[name] for part in parts)
        table.add_row(shown(name), f"{looked_at:.3f}", f"{held_out:.3f}", f"{looked_at - held_out:+.3f}")
    return table


def confusion_table(measurement: Measurement) -> Table:
    """What is taken for what, the most frequent first."""
    table = Table(
        title=f"{measurement.extractor}: taken for what", title_justify="left", title_style="bold", box=box.SIMPLE_HEAD
    )
    for column in ("field", "gold", "extracted", "times"):
        table.add_column(column, justify="right" if column == "times" else "left")
    found = confusions(result.comparison for result in measurement.results)
    for confusion, times in found.most_common(MOST_CONFUSIONS):
        table.add_row(shown(confusion.field), shown(confusion.gold), shown(confusion.predicted), str(times))
    return table


def claim_cell(claim: CodedClaim | None, style: str) -> Text:
    return shown(brief(claim), style) if claim else Text("-", style="dim")


def miss_row(miss: Miss) -> tuple[Text, Text, Text, Text]:
    claim = miss.gold or miss.predicted
    verdict = "instead" if miss.gold and miss.predicted else "missed" if miss.gold else "spurious"
    style = {"missed": "red", "spurious": "yellow", "instead": "magenta"}[verdict]
    rule = f" ({miss.predicted.rule})" if miss.predicted else ""
    found = claim_cell(miss.predicted, "yellow")
    return shown(verdict, style), shown(claim.evidence if claim else ""), claim_cell(miss.gold, "red"), found + rule


def wrong_rows(result: ArticleResult) -> Iterator[tuple[Text, Text, Text, Text]]:
    """Matched claims that have fields wrong."""
    for match in result.comparison.matches:
        wrong = wrong_fields(match.gold, match.predicted)
        if wrong:
            sides = (
                "; ".join(f"{name}: {field_value(side, name)}" for name in wrong)
                for side in (match.gold, match.predicted)
            )
            gold, found = map(shown, sides)
            yield shown("wrong", "cyan"), shown(match.predicted.evidence), shown(match.gold.kind) + ": " + gold, found


def miss_table(result: ArticleResult) -> Table | None:
    """One article's misses beside their sentences; nothing of a text that is held out."""
    rows = [miss_row(miss) for miss in side_by_side(result.comparison)] + list(wrong_rows(result))
    if not rows or result.article.held_out:
        return None
    table = Table(
        title=shown(result.article.file_name), title_justify="left", title_style="bold", box=box.SIMPLE_HEAD,
        expand=True, show_lines=True,
    )  # fmt: skip
    for column, ratio in (("", None), ("the article says", 4), ("gold", 3), ("extracted", 3)):
        table.add_column(column, ratio=ratio, overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def failure_lines(measurement: Measurement) -> Iterator[Text]:
    for result in measurement.failures:
        yield shown(f"{measurement.extractor}: {result.article.file_name}: {result.failure}", "bold red")


def report(measurements: Sequence[Measurement], *, misses: bool) -> Iterator[RenderableType]:
    """Everything about one gold set."""
    yield family_table(measurements)
    yield field_table(measurements)
    for measurement in measurements:
        if measurement.part(is_held_out).articles:
            yield gap_table(measurement)
        yield from failure_lines(measurement)
        yield confusion_table(measurement)
        if misses:
            yield from filter(None, map(miss_table, measurement.results))
