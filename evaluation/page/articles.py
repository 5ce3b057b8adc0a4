"""One article on the page: its figures, its text with the claims marked, and a table of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.page.marks import marked
from evaluation.page.markup import Markup, element, joined, row
from evaluation.page.verdicts import MISSED, OPTIONAL, SIGNS, SPURIOUS, WRONG, entries
from evaluation.phrases import NONE, field_value
from evaluation.scores import scores

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evaluation.page.verdicts import Entry
    from evaluation.runner import ArticleResult

SHOWN = ("count", "subject", "group", "actor", "place", "when", "scope", "source", "source_type", "status")
TROUBLES = frozenset({MISSED, SPURIOUS, WRONG})


def cell(entry: Entry, name: str) -> str:
    """The value; where it is wrong, the extractor's struck out and the gold's beside it."""
    if name in entry.wrong and entry.gold is not None and entry.predicted is not None:
        extracted, gold = field_value(entry.predicted, name), field_value(entry.gold, name)
        return joined([element("del", extracted), " ", element("ins", gold)])
    return field_value(entry.claim, name)


def verdict_cell(entry: Entry, article: str) -> Markup:
    where = f"#{article}-t{entry.number}"
    sign = f"{SIGNS[entry.verdict]}{entry.number}"
    link = element("a", sign, class_=f"chip {entry.verdict}", href=where) if entry.spans else Markup(sign)
    return joined([link, " ", entry.verdict])


def claim_row(entry: Entry, article: str) -> Markup:
    claim = entry.claim
    kind = element("span", f"{claim.family}/{claim.kind}", title=claim.rule or "")
    told = [verdict_cell(entry, article), kind, *(cell(entry, name) for name in SHOWN), claim.rule or NONE]
    cells = "".join(element("th" if place == 0 else "td", content, **head(place)) for place, content in enumerate(told))
    return element("tr", Markup(cells), class_=entry.verdict, id=f"{article}-c{entry.number}")


def head(place: int) -> dict[str, str]:
    return {"scope": "row"} if place == 0 else {}


def claims_table(found: Sequence[Entry], article: str, title: str) -> Markup:
    columns = ("claim", "kind", *SHOWN, "rule")
    body = joined(claim_row(entry, article) for entry in found)
    drawn = element(
        "table", element("caption", "Claims in the order of the text; where a field is wrong, what was extracted is "
                         "struck out and the gold stands beside it."),
        element("thead", row(columns, tag="th")), element("tbody", body), class_="claims",
    )  # fmt: skip
    return element("div", drawn, class_="wide", tabindex="0", role="region", aria_label=f"Claims of {title}")


def summary(result: ArticleResult, found: Sequence[Entry]) -> Markup:
    score = scores(result.comparison).all
    told = f"F1 {score.f1:.2f}" if score.gold or score.predicted else "no claims, none found"
    counts = [(verdict, sum(entry.verdict == verdict for entry in found)) for verdict in SIGNS]
    chips = [
        element("span", f"{SIGNS[verdict]} {number} {verdict}", class_=f"chip {verdict}")
        for verdict, number in counts
        if number and verdict != OPTIONAL
    ]
    name = element("span", result.article.file_name, class_="name")
    return element("summary", name, " ", element("span", told, class_="figure"), " ", joined(chips))


def article_section(result: ArticleResult, article: str) -> Markup:
    """A disclosure that Enter or Space opens; one with something to look at is told by its class."""
    found = entries(result.comparison)
    troubled = any(entry.verdict in TROUBLES for entry in found) or result.failure is not None
    parts = [summary(result, found)]
    if result.failure:
        parts.append(element("p", result.failure, class_="failure"))
    if result.article.text is not None:
        parts.append(marked(result.article.text.text, found, article))
    if found:
        parts.append(claims_table(found, article, result.article.file_name))
    return element("details", *parts, class_="article troubled" if troubled else "article clean", id=article)
