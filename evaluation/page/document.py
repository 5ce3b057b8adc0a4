"""The whole page: head, figures, confusions, articles."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources
from typing import TYPE_CHECKING

from evaluation.confusions import confusions
from evaluation.page.articles import article_section
from evaluation.page.markup import Markup, element, joined, table
from evaluation.page.verdicts import MEANINGS, SIGNS
from evaluation.runner import is_held_out, is_seen
from evaluation.scores import PRFScore, headline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from evaluation.runner import Measurement
    from evaluation.scores import Scores

TITLE = "newsledger: extraction against gold"
MOST_CONFUSIONS = 30


def style_sheet() -> str:
    return resources.files("evaluation.page").joinpath("page.css").read_text(encoding="utf-8")


def policy(style: str) -> str:
    """Nothing may load, run or be sent anywhere; the one style sheet is named by its digest."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def head() -> Markup:
    style = style_sheet()
    return element(
        "head",
        Markup('<meta charset="utf-8">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{policy(style)}">'),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Markup('<meta name="color-scheme" content="light dark">'),
        element("title", TITLE),
        element("style", Markup(style)),
    )


def family_rows(scores: Scores) -> Iterator[list[str]]:
    for name, score in (scores.rows() | {"whole claims": scores.whole}).items():
        if score != PRFScore():
            shares = [f"{share:.3f}" for share in (score.precision, score.recall, score.f1)]
            yield [name, *shares, str(score.matched), str(score.predicted), str(score.gold)]


def part_row(name: str, scores: Scores) -> list[str]:
    return [name, str(scores.articles), *(f"{share:.3f}" for share in headline(scores).values())]


def part_rows(measurement: Measurement) -> Iterator[list[str]]:
    yield part_row("all texts", measurement.scores)
    if measurement.part(is_held_out).articles:
        yield part_row("looked at", measurement.part(is_seen))
        yield part_row("held out", measurement.part(is_held_out))


def confusion_rows(measurement: Measurement) -> Iterator[list[str]]:
    found = confusions(result.comparison for result in measurement.results)
    for confusion, times in found.most_common(MOST_CONFUSIONS):
        yield [confusion.field, confusion.gold, confusion.predicted, str(times)]


def figures(measurement: Measurement) -> Markup:
    columns = ("family", "precision", "recall", "F1", "matched", "predicted", "gold")
    parts = ("texts", "articles", *headline(measurement.scores))
    return joined([
        table("Claims found", columns, family_rows(measurement.scores), class_="numbers"),
        table("F1, and the share of matches with each field right", parts, part_rows(measurement), class_="numbers"),
        element(
            "details",
            element("summary", "What is taken for what"),
            table("Confusions", ("field", "gold", "extracted", "times"), confusion_rows(measurement)),
        ),
    ])  # fmt: skip


def legend() -> Markup:
    items = [
        element("li", element("span", f"{sign} {verdict}", class_=f"chip {verdict}"), " ", MEANINGS[verdict])
        for verdict, sign in SIGNS.items()
    ]
    return element("ul", *items, class_="legend", aria_label="Legend")


def only_trouble() -> Markup:
    """A filter without a script: the style sheet looks whether the box is ticked."""
    box = Markup('<input type="checkbox" id="only-trouble">')
    return element(
        "p", element("label", box, " Only articles with something missed, spurious or wrong"), class_="filter"
    )


def section(measurement: Measurement, number: int) -> Markup:
    """One extractor over one gold set. Of texts held out nothing but numbers is shown."""
    shown = [result for result in measurement.results if not result.article.held_out]
    hidden = len(measurement.results) - len(shown)
    gold = measurement.gold_set
    version = f"gold {gold.digest[:12]} · {measurement.extractor} {measurement.extractor_version[:12]}"
    parts: list[str] = [
        element("h2", f"{gold.name} · {measurement.extractor}"),
        element("p", version, class_="version"),
        figures(measurement),
        *(article_section(result, f"s{number}a{place}") for place, result in enumerate(shown)),
    ]
    if hidden:
        parts.append(element("p", f"{hidden} texts are held out: they are in the figures, and nowhere else."))
    return element("section", *parts, id=f"s{number}")


def contents(measurements: Sequence[Measurement]) -> Markup:
    links = [
        element("li", element("a", f"{each.gold_set.name} · {each.extractor}", href=f"#s{number}"))
        for number, each in enumerate(measurements)
    ]
    return element("nav", element("ul", *links), aria_label="Gold sets and extractors")


def page(measurements: Iterable[Measurement]) -> str:
    """HTML for a file; it needs no other file and no network."""
    every = tuple(measurements)
    body = element(
        "body",
        element("header", element("h1", TITLE), contents(every), legend(), only_trouble()),
        element("main", *(section(each, number) for number, each in enumerate(every))),
    )
    return "<!doctype html>\n" + element("html", head(), body, lang="en") + "\n"
