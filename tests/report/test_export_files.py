from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import openpyxl
import pytest
from openpyxl.utils.escape import unescape
from pyarrow import parquet

from report.errors import BadExport, NoFacts
from report.exports import EXPORTS, delivery, export, xlsx
from report.exports.tables import TABLES
from tests.report.published import ALMATY, Published, day, unrest

if TYPE_CHECKING:
    from collections.abc import Iterable

HOSTILE = [
    "=HYPERLINK('http://evil.example','click')",
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "http://evil.example/?q=1",
    "<script>alert(1)</script>",
    'two\nlines, with "quotes"; and more',
    "bell \x07 escape \x1b[31m red",
    "turned \u202e around",
    "_x0041_ as Excel escapes",
    "00123",
    "＝1+1",
    "＠SUM(A1:A9)",
    "\N{IDEOGRAPHIC SPACE}－2+3",
]
BINARY = [name for name, each in EXPORTS.items() if each.pieces is None]


def hostile() -> Published:
    """Every name that an article can put into facts, made hostile."""
    made = Published()
    for number, text in enumerate(HOSTILE):
        made.add("dim_crises", crisis_id=text, title=text)
        made.place(text, 1, **{**ALMATY, "region": text})
        made.article(f"article {number}", day(6), outlet=text, title=text, url=text)
        told = {"crisis_id": text, "place": text, "evidence": text, "subject": text, "actor": text, "source": text}
        made.claim(f"article {number}", "riot", "unrest", **told)
        dead = made.claim(f"article {number}", "killed", **told)
        for codebook in ("ucdp", "acled"):
            where = {"crisis_id": text, "crisis": text, "codebook": codebook}
            made.figure("killed", 3, text, scope="incident", deciding_claim_ids=[dead], **where)
    return made


def deliver(facts: Path, name: str, to: Path, **asked: Any) -> None:
    export(facts, name, to=to, stream=list, **asked)


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    return unrest().write(tmp_path / "facts.duckdb")


@pytest.fixture
def hostile_facts(tmp_path: Path) -> Path:
    return hostile().write(tmp_path / "facts.duckdb")


def named(tmp_path: Path, name: str) -> Path:
    return tmp_path / f"out{EXPORTS[name].suffixes[0]}"


def cells(path: Path) -> Iterable[str]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from (cell for row in csv.reader(file) for cell in row)


@pytest.mark.parametrize("name", ["ucdp", "acled", "hxl", "csv"])
def test_hostile_text_is_no_formula_in_csv(name: str, hostile_facts: Path, tmp_path: Path) -> None:
    deliver(hostile_facts, name, named(tmp_path, name))
    found = list(cells(named(tmp_path, name)))
    assert [cell for cell in found if cell.lstrip(" ")[:1] in {"=", "@", "\t", "\r"}] == []
    assert [cell for cell in found if cell.strip()[:1] in {"＝", "＋", "－", "＠"}] == []
    assert [cell for cell in found if cell[:1] in {"+", "-"} and not cell.lstrip("+-").replace(".", "").isdigit()] == []
    assert [cell for cell in found if any(mark in cell for mark in "\x1b\x07\u202e")] == []
    assert any("<script>alert(1)</script>" in cell for cell in found)  # text, as CSV has no markup
    assert any(HOSTILE[7] in cell for cell in found)  # a line break stays within its cell


@pytest.mark.parametrize("name", ["plover", "geojson"])
def test_hostile_text_is_ascii_and_reads_back_in_json(name: str, hostile_facts: Path, tmp_path: Path) -> None:
    deliver(hostile_facts, name, named(tmp_path, name))
    written = named(tmp_path, name).read_bytes()
    assert written.isascii()
    assert b"\x1b" not in written
    lines = written.decode().splitlines() if name == "plover" else [written.decode()]
    read = json.dumps([json.loads(line) for line in lines], ensure_ascii=False)
    assert all(json.dumps(text, ensure_ascii=False)[1:-1] in read for text in HOSTILE)


def test_hostile_text_is_text_in_a_workbook(hostile_facts: Path, tmp_path: Path) -> None:
    deliver(hostile_facts, "xlsx", tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    held = [cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert {cell.data_type for cell in held} == {"s"}
    assert {cell.value[0] for cell in held if cell.quotePrefix} == set("=+-@\t＝＠\N{IDEOGRAPHIC SPACE}")
    assert not [cell for cell in held if cell.hyperlink]
    assert not [cell for cell in held if any(mark in cell.value for mark in "\x1b\x07\u202e")]
    texts = {unescape(cell.value) for cell in held}  # openpyxl leaves Excel's escapes in inline text
    plain = [text for text in HOSTILE if not any(mark in text for mark in "\x1b\x07\u202e")]
    assert [text for text in plain if text not in texts] == []


def test_hostile_text_stays_as_it_is_in_parquet(hostile_facts: Path, tmp_path: Path) -> None:
    deliver(hostile_facts, "parquet", tmp_path / "out.parquet")
    assert set(parquet.read_table(tmp_path / "out.parquet")["crisis"].to_pylist()) == set(HOSTILE)


def test_a_workbook_has_a_sheet_per_table_with_typed_cells(facts: Path, tmp_path: Path) -> None:
    deliver(facts, "xlsx", tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["about", *(table.mart for table in TABLES)]
    header, first = list(book["fct_casualties"].iter_rows(values_only=True))[:2]
    row = dict(zip(header, first, strict=True))
    assert (row["best"], row["known_from"], row["is_latest"]) == (164, day(9).replace(tzinfo=None), True)


def test_a_workbook_refuses_more_rows_than_a_sheet_holds(
    facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 2)
    with pytest.raises(BadExport, match="csv or parquet"):
        deliver(facts, "xlsx", tmp_path / "out.xlsx")
    assert [path.name for path in tmp_path.iterdir()] == ["facts.duckdb"]


def test_a_text_too_long_for_a_cell_is_cut_and_marked(tmp_path: Path) -> None:
    made = Published()
    made.article("early", day(6))
    made.claim("early", "riot", "unrest", evidence="x" * 40_000)
    deliver(made.write(tmp_path / "facts.duckdb"), "xlsx", tmp_path / "out.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["fct_claims"]
    longest = max((str(cell.value) for row in sheet.iter_rows() for cell in row), key=len)
    assert len(longest) == 32_767
    assert longest.endswith("…")


def test_parquet_keeps_types(facts: Path, tmp_path: Path) -> None:
    deliver(facts, "parquet", tmp_path / "out.parquet")
    types = {each.name: str(each.type) for each in parquet.read_schema(tmp_path / "out.parquet")}
    assert (types["best"], types["known_from"]) == ("int64", "timestamp[us, tz=UTC]")
    assert types["deciding_claim_ids"].startswith("list<")


@pytest.mark.parametrize("name", ["csv", "parquet"])
def test_a_folder_has_a_file_per_table(name: str, facts: Path, tmp_path: Path) -> None:
    deliver(facts, name, tmp_path / "tables")
    assert {path.name for path in (tmp_path / "tables").iterdir()} == {f"{table.mart}.{name}" for table in TABLES}
    assert {path.name for path in tmp_path.iterdir()} == {"facts.duckdb", "tables"}
    path = str(tmp_path / "tables" / f"fct_casualties.{name}")
    with duckdb.connect() as connection:
        read = connection.read_csv(path) if name == "csv" else connection.read_parquet(path)
        rows = read.project("kind, best").order("best").fetchall()
    assert rows == [("killed", 26), ("killed", 164)]


@pytest.mark.parametrize("name", EXPORTS)
def test_the_same_facts_give_the_same_bytes(name: str, tmp_path: Path) -> None:
    made = unrest()
    (tmp_path / "other").mkdir()
    facts = made.write(tmp_path / "facts.duckdb")
    for rows in made.rows.values():
        rows.reverse()
    again = made.write(tmp_path / "other" / "facts.duckdb")
    deliver(facts, name, named(tmp_path, name))
    deliver(again, name, named(tmp_path / "other", name))
    assert named(tmp_path, name).read_bytes() == named(tmp_path / "other", name).read_bytes()


@pytest.mark.parametrize("name", BINARY)
def test_what_is_not_text_needs_a_file(name: str, facts: Path) -> None:
    with pytest.raises(BadExport, match="name a file for it"):
        export(facts, name, to=None, stream=list)


@pytest.mark.parametrize("name", ["ucdp", "acled", "plover"])
def test_a_page_beside_the_file_says_what_is_empty(name: str, facts: Path, tmp_path: Path) -> None:
    delivered = export(facts, name, to=named(tmp_path, name), stream=list)
    assert delivered.paths == (named(tmp_path, name), tmp_path / "out.columns.md")
    assert "*empty*" in (tmp_path / "out.columns.md").read_text(encoding="utf-8")
    assert "columns are empty" in delivered.notes[0]


@pytest.mark.parametrize(
    ("name", "to", "words"),
    [
        ("csv", "facts.duckdb", "ends in .csv"),
        ("xlsx", "facts", "ends in .xlsx"),
        ("ucdp", "events", "ends in .csv"),
        ("csv", "absent/out.csv", "no folder"),
        ("csv", "full", "not an empty folder"),
        ("parquet", "full", "not an empty folder"),
    ],
)
def test_where_it_cannot_go_is_told_and_nothing_changes(
    name: str, to: str, words: str, facts: Path, tmp_path: Path
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "theirs.txt").write_text("theirs")
    before = facts.read_bytes()
    with pytest.raises(BadExport, match=words):
        deliver(facts, name, tmp_path / to)
    assert facts.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"facts.duckdb", "full"}


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_that_breaks_off_leaves_what_was_there(
    name: str, facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = named(tmp_path, name)
    target.write_bytes(b"what stood before")

    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(delivery, "_settle", full)
    with pytest.raises(OSError, match="No space left"):
        deliver(facts, name, target)
    assert target.read_bytes() == b"what stood before"
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".next")]


def test_an_empty_folder_is_filled_and_leftovers_are_cleared(facts: Path, tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / ".tables.next").mkdir()
    (tmp_path / ".tables.next" / "half").write_text("half")
    deliver(facts, "csv", tmp_path / "tables")
    assert not (tmp_path / "tables" / "half").exists()
    assert not (tmp_path / ".tables.next").exists()


def test_exporting_before_publishing_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoFacts, match="newsledger run"):
        deliver(tmp_path / "facts.duckdb", "csv", tmp_path / "out.csv")
    assert not any(Path(tmp_path).iterdir())
