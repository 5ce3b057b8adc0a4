from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from orchestration.errors import WrongUseError
from orchestration.review_files import form_of, text_of, write_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    write_lines(tmp_path / "a.csv", ["x\r\n", "é\r\n"])
    assert (tmp_path / "a.csv").read_bytes() == "x\r\né\r\n".encode()
    assert len(list(tmp_path.iterdir())) == 1


def test_what_is_there_stays_where_writing_breaks_off(tmp_path: Path) -> None:
    def lines() -> Iterator[str]:
        yield "half"
        raise OSError(28, "No space left on device")

    (tmp_path / "a.csv").write_text("old", encoding="utf-8")
    with pytest.raises(WrongUseError, match="No space left"):
        write_lines(tmp_path / "a.csv", lines())
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["old"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match="No such file or directory"):
        write_lines(tmp_path / "nowhere" / "a.csv", [])


@pytest.mark.parametrize("name", ["a.xml", "a", ".csv"])
def test_another_form_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match="neither"):
        form_of(tmp_path / name)


def test_what_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"claim\xff")
    with pytest.raises(WrongUseError, match="not UTF-8"):
        text_of(tmp_path / "a.csv")
    with pytest.raises(WrongUseError, match="review export"):
        text_of(tmp_path)
