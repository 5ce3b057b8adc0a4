"""Which files are found, and what else is said about a folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ingest.addresses import article_id, is_article_url, path_address, url_address
from ingest.folders import Found, FoundFile, Unusable, find

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def put(path: Path, text: str = "x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def files(found: list[Found]) -> list[str]:
    return [one.address for one in found if isinstance(one, FoundFile)]


def refusals(found: list[Found]) -> list[tuple[str, str]]:
    return [(one.address, one.refusal.code) for one in found if isinstance(one, Unusable)]


def test_find_goes_through_folders_in_order(tmp_path: Path) -> None:
    wire = tmp_path / "wire"
    for name in ("b.txt", "a/z.html", "a/y.TXT", "c.htm"):
        put(wire / name)
    found = list(find([wire]))
    assert files(found) == ["wire/a/y.TXT", "wire/a/z.html", "wire/b.txt", "wire/c.htm"]
    assert refusals(found) == []


def test_find_skips_what_is_nobodys_article(tmp_path: Path) -> None:
    wire = tmp_path / "wire"
    for name in (".hidden.txt", "a.txt~", "#a.txt#", "a.txt.swp", "README.md", "index.jsonl", "a.yaml", "a.txt.yaml"):
        put(wire / name)
    put(wire / "p_files/script.js")
    put(wire / "home/event_log.duckdb")
    put(wire / "home/inbox/b.txt")
    put(wire / "p.html")
    put(wire / "a.txt")
    found = list(find([wire]))
    assert files(found) == ["wire/a.txt", "wire/p.html"]
    assert refusals(found) == []


def test_find_refuses_what_it_cannot_use(tmp_path: Path) -> None:
    wire = tmp_path / "wire"
    put(wire / "a.pdf")
    put(wire / "lonely.yaml")
    (wire / "dangling.txt").symlink_to(wire / "nowhere.txt")
    os.mkfifo(wire / "pipe.txt")
    (wire / "sub").mkdir()
    (wire / "sub" / "up").symlink_to(wire)
    assert refusals(list(find([wire, tmp_path / "no\x1bwhere"]))) == [
        ("wire/a.pdf", "unsupported_type"),
        ("wire/lonely.yaml", "broken_sidecar"),
        ("wire/pipe.txt", "unreadable"),
        ("wire/sub/up", "folder_loop"),
        ("wire/dangling.txt", "vanished"),
        (str(tmp_path / "no\\x1bwhere"), "missing"),
    ]


def test_find_gives_a_file_once_however_it_is_named(tmp_path: Path) -> None:
    article = put(tmp_path / "wire" / "a.txt")
    (tmp_path / "wire" / "link.txt").symlink_to(article)
    (tmp_path / "wire" / "twin").symlink_to(tmp_path / "wire" / "real")
    put(tmp_path / "wire" / "real" / "b.txt")
    assert files(list(find([tmp_path / "wire", article, tmp_path / "wire"]))) == ["wire/a.txt", "wire/real/b.txt"]


def test_find_stops_in_bottomless_folders(tmp_path: Path) -> None:
    put(tmp_path.joinpath("wire", *["d"] * 300, "a.txt"))
    ((address, code),) = refusals(list(find([tmp_path / "wire"])))
    assert code == "unreadable"
    assert address.startswith("wire/d/d/d")


def test_path_address_does_not_depend_on_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = put(tmp_path / "wire" / "a.txt")
    monkeypatch.chdir(tmp_path / "wire")
    relative = type(tmp_path)()
    assert path_address(relative / "a.txt", relative) == path_address(article, article.parent) == "wire/a.txt"


def test_path_address_can_be_shown(tmp_path: Path) -> None:
    assert path_address(tmp_path / "a\x1b\udcff.txt", tmp_path).endswith("/a\\x1b\\udcff.txt")


def test_url_address_leaves_out_what_names_the_same_page() -> None:
    assert url_address("HTTPS://Quay.Example/a?b=C#part") == "https://quay.example/a?b=C"


def test_is_article_url_wants_a_page_on_the_web() -> None:
    assert is_article_url("https://quay.example/a")
    bad = ["", "a", "ftp://q.example/a", "https://q.example/", "https:///a", "https://q.example/a b", "https://[/a"]
    assert not [url for url in bad if is_article_url(url)]


def test_article_id_is_short_and_its_own() -> None:
    assert article_id("a") != article_id("b")
    assert len(article_id("a")) == 18
