"""Headlines and wrapped lines."""

from __future__ import annotations

import pytest

from ingest.headlines import headline_of, with_captions, with_headline

BODY = "Police held twelve people in the port on Monday."


@pytest.mark.parametrize(
    ("description", "text", "title", "whole"),
    [
        ("no title known", BODY, None, BODY),
        ("a title that is not there", BODY, "Twelve held", f"Twelve held\n\n{BODY}"),
        ("a title that is there", f"Twelve held\n\n{BODY}", "Twelve held", f"Twelve held\n\n{BODY}"),
        ("other quotation marks", f"“Twelve” held\n\n{BODY}", '"Twelve" held', f"“Twelve” held\n\n{BODY}"),
        (
            "a title that was cut",
            f"Twelve held in port\n\n{BODY}",
            "Twelve held in ...",
            f"Twelve held in port\n\n{BODY}",
        ),
        (
            "a first line that was cut",
            f"Twelve held in ...\n\n{BODY}",
            "Twelve held in port",
            f"Twelve held in ...\n\n{BODY}",
        ),
        (
            "a site's name behind",
            f"Twelve held in port\n\n{BODY}",
            "Twelve held in port | Quay",
            f"Twelve held in port\n\n{BODY}",
        ),
        ("a label above", f"Asia\n\nTwelve held\n\n{BODY}", "Twelve held", f"Twelve held\n\n{BODY}"),
        (
            "a lead that starts alike",
            f"Twelve held out, police said, when\n\n{BODY}",
            "Twelve held in Lower Town over long strike",
            f"Twelve held in Lower Town over long strike\n\nTwelve held out, police said, when\n\n{BODY}",
        ),
    ],
)
def test_with_headline_puts_it_first_and_once(description: str, text: str, title: str | None, whole: str) -> None:
    assert with_headline(text, title) == whole, description


def test_headline_of_wants_more_below_it() -> None:
    assert headline_of("Twelve held") is None
    assert headline_of(f"Twelve held\n{BODY}") == "Twelve held"


def test_with_captions_puts_them_below_the_headline() -> None:
    assert with_captions(f"Twelve held\n\n{BODY}", ("A crane.",)) == f"Twelve held\n\nA crane.\n\n{BODY}"
    assert with_captions(BODY, ()) == BODY
