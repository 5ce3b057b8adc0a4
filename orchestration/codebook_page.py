"""``python -m orchestration.codebook_page`` renews what docs/codebook.md says of the models, between its markers.

Codebooks, phrases, groups and columns stand once, where the models read them; the page shows them, and a test fails
when it no longer does. It lives here because this room alone knows where the dbt project lies.
"""

from __future__ import annotations

import csv
import re
import sys
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

import yaml

from orchestration.settings import DBT_PROJECT, DOCS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

PAGE = DOCS.parent / "docs" / "codebook.md"
MARKED = re.compile(r"(<!-- begin: (?P<part>[a-z_]+) -->\n).*?(<!-- end: (?P=part) -->\n)", re.DOTALL)
DOC = re.compile(r"{% docs (?P<name>\w+) %}\s*(?P<text>.*?)\s*{% enddocs %}", re.DOTALL)
REFERENCE = re.compile(r"{{ doc\('(\w+)'\) }}")
SETTING = re.compile(r"  (?P<name>\w+): (?P<value>\S+)")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a mart, its type and its meaning."""

    name: str
    data_type: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Mart:
    """A published table."""

    name: str
    description: str
    columns: tuple[Column, ...]


def renewed(page: str, project: Path = DBT_PROJECT) -> str:
    """``page`` with every marked part written anew; raises KeyError for a part that nothing makes."""
    parts = {
        "codebooks": _seed(project, "codebooks"),
        "phrases": _phrases(project),
        "phrase_patterns": _seed(project, "phrase_patterns", code="pattern"),
        "groups": _seed(project, "groups"),
        "source_types": _seed(project, "source_types"),
        "settings": _settings(project),
        "marts": _marts(project),
    }
    return MARKED.sub(lambda found: f"{found[1]}\n{parts[found['part']]}\n{found[3]}", page)


def read_marts(project: Path = DBT_PROJECT) -> tuple[Mart, ...]:
    """Every mart with its columns, by name."""
    docs = _docs(project)
    paths = sorted((project / "models" / "marts").glob("*.yml"))
    return tuple(_mart(model, docs) for path in paths for model in _yaml(path)["models"])


def _mart(model: Mapping[str, Any], docs: Mapping[str, str]) -> Mart:
    columns = (
        Column(column["name"], column["data_type"], REFERENCE.sub(lambda found: docs[found[1]], column["description"]))
        for column in model["columns"]
    )
    return Mart(model["name"], model["description"].strip(), tuple(columns))


def _docs(project: Path) -> Mapping[str, str]:
    text = (project / "models" / "columns.md").read_text(encoding="utf-8")
    return {found["name"]: " ".join(found["text"].split()) for found in DOC.finditer(text)}


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _rows(project: Path, seed: str) -> list[dict[str, str]]:
    with (project / "seeds" / f"{seed}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _seed(project: Path, seed: str, *, code: str | None = None) -> str:
    rows = _rows(project, seed)
    cells = [[_code(value) if name == code else value for name, value in row.items()] for row in rows]
    return _table(list(rows[0]), cells)


def _phrases(project: Path) -> str:
    """A row per phrase, a column per codebook; the codebook's own sentence where it has one, ours where not."""
    codebooks = [row["codebook"] for row in _rows(project, "codebooks")]
    listed = sorted(_rows(project, "codebook_phrases"), key=lambda row: -float(row["value"]))
    names = list(dict.fromkeys(row["phrase"] for row in listed))
    told = {(row["phrase"], row["codebook"]): f"{int(row['value']):,} ({row['source']})" for row in listed}
    cells = [[name.replace("_", " "), *(told.get((name, book), "no number") for book in codebooks)] for name in names]
    return _table(["phrase", *codebooks], cells)


def _settings(project: Path) -> str:
    """The project's `vars`, each with the comment above it as its reason."""
    text = (project / "dbt_project.yml").read_text(encoding="utf-8")
    block = text.partition("\nvars:\n")[2].partition("\n\n")[0]
    return _table(["setting", "value", "why"], list(_told_settings(block.splitlines())))


def _told_settings(lines: Sequence[str]) -> Iterator[list[str]]:
    reason: list[str] = []
    for line in lines:
        if found := SETTING.fullmatch(line):
            yield [_code(found["name"]), found["value"], " ".join(reason)]
            reason = []
        else:
            reason.append(line.strip().removeprefix("# "))


def _marts(project: Path) -> str:
    """A table of columns for each mart, one for all that have the same."""
    marts = sorted(read_marts(project), key=lambda mart: (_same_columns_as(mart), mart.name))
    return "\n\n".join(_told_marts(list(alike)) for _, alike in groupby(marts, key=_same_columns_as))


def _same_columns_as(mart: Mart) -> tuple[str, str]:
    """Facts before dimensions; figures, which are alike, together."""
    is_figure = any(column.name == "fact_id" for column in mart.columns)
    return ("" if is_figure else mart.name[:3].replace("fct", "a"), "" if is_figure else mart.name)


def _told_marts(marts: Sequence[Mart]) -> str:
    heading = ", ".join(_code(mart.name) for mart in marts)
    descriptions = "\n".join(f"- {_code(mart.name)}: {mart.description}" for mart in marts)
    cells = [[_code(column.name), column.data_type, column.meaning] for column in marts[0].columns]
    return f"### {heading}\n\n{descriptions}\n\n{_table(['column', 'type', 'meaning'], cells)}"


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", r"\|") for cell in line) + " |" for line in lines)


def _code(text: str) -> str:
    return f"`{text}`"


def main() -> None:
    """Write the page anew where it is stale; says whether it was."""
    page = PAGE.read_text(encoding="utf-8")
    fresh = renewed(page)
    PAGE.write_text(fresh, encoding="utf-8")
    sys.stdout.write(f"{PAGE.name} {'is as it was' if fresh == page else 'was renewed'}\n")


if __name__ == "__main__":
    main()
