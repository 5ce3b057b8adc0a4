from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from orchestration import screen

if TYPE_CHECKING:
    import pytest


@given(st.text())
def test_plain_holds_nothing_that_a_terminal_obeys(text: str) -> None:
    assert not {unicodedata.category(letter) for letter in screen.plain(text)} & {"Cc", "Cf", "Cs"}


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"])))
def test_plain_keeps_words_as_they_are(text: str) -> None:
    assert screen.plain(text) == text


def test_table_shows_markup_and_escapes_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    screen.table(("what",), [("[bold]26\x1b[2J killed[/bold]",)], to_stdout=True)
    shown = capsys.readouterr()
    assert "[bold]26 [2J killed[/bold]" in shown.out
    assert "\x1b" not in shown.out
    assert shown.err == ""


def test_table_in_a_pipe_does_not_fold_a_long_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    sentence = "word " * 30 + "end"
    screen.table(("evidence",), [(sentence,)], to_stdout=True)
    assert sentence in capsys.readouterr().out


def test_talk_goes_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    screen.say("hello")
    assert capsys.readouterr() == ("", "hello\n")
