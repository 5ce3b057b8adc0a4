"""HTML by small functions. Text becomes markup in ``element`` only, and is escaped there."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Markup(str):
    """HTML that is ready; plain ``str`` is text and will be escaped."""

    __slots__ = ()


def ready(content: str) -> str:
    return content if isinstance(content, Markup) else escape(content, quote=True)


def joined(parts: Iterable[str]) -> Markup:
    return Markup("".join(map(ready, parts)))


def element(tag: str, *content: str, **attributes: str) -> Markup:
    """``class_`` stands for ``class``; an attribute's value is escaped like text."""
    told = "".join(f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"' for name, value in attributes.items())
    return Markup(f"<{tag}{told}>{joined(content)}</{tag}>")


def row(cells: Iterable[str], *, tag: str = "td", first: str = "th") -> Markup:
    """A table row whose first cell is its heading."""
    heads = [
        element(first if place == 0 else tag, cell, **scope(tag, first, place)) for place, cell in enumerate(cells)
    ]
    return element("tr", *heads)


def scope(tag: str, first: str, place: int) -> dict[str, str]:
    if tag == "th":
        return {"scope": "col"}
    return {"scope": "row"} if first == "th" and place == 0 else {}


def table(caption: str, columns: Iterable[str], rows: Iterable[Iterable[str]], **attributes: str) -> Markup:
    """A table that scrolls by itself where the window is too narrow."""
    body = joined(row(cells) for cells in rows)
    drawn = element(
        "table", element("caption", caption), element("thead", row(columns, tag="th")), element("tbody", body),
        **attributes,
    )  # fmt: skip
    return element("div", drawn, class_="wide", tabindex="0", role="region", aria_label=caption)
