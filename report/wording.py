"""What the codes of figures and claims mean, for people: rules, grades, reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

RULES: Mapping[str, str] = {
    "latest_report": "It is the latest report of the most reliable voice.",
    "lower_of_rivals": "Voices as reliable and as recent gave different numbers; the lowest of them counts.",
    "sum_of_parts": "No voice as reliable reported the whole; what one voice said of its parts was put together.",
    "larger_part": "A whole cannot be smaller than its parts: what one voice said of them exceeds the reported whole.",
    "retracted": "Every statement of it was taken back.",
}

GRADES: Mapping[str, str] = {
    "single_voice": "one voice alone stands behind it",
    "corroborated": "another credible voice takes it in",
    "contested": "another voice leaves it out",
    "retracted": "all that was said was taken back",
}

SCOPES: Mapping[str, str] = {"total": "running total", "incident": "of one occasion"}

# Why a claim did not decide.
REASONS: Mapping[str, str] = {
    "part": "it is said of a part, and the whole was decided otherwise",
    "superseded_by_its_own_voice": "the same voice has said something newer",
    "less_reliable": "a more reliable voice spoke",
    "less_recent": "a voice as reliable spoke later",
    "higher_rival": "another voice gave a lower number, or one that decides before it",
    "outweighed": "its voice gave a larger whole or a firmer number in the same breath",
    "vague": "its words name no number, and somebody else's do",
    "unconfirmed": "nobody vouches for it, so it may raise the high figure and nothing else",
    "retracted": "its source took it back",
    "text_no_longer_stands": "its article was revised or withdrawn",
    "repeats_retracted": "it repeats a number that was taken back",
    "stale_repeat": "it repeats a number that its own voice had moved on from",
    "recalled": "its article gives it as a former figure",
    "denied": "it denies the number",
    "planned": "it is planned, and has not happened",
    "ended": "it says that it is over",
    "no_number": "the codebook puts no number on its words",
    "not_people": "it does not count people",
    "undated": "its article has no date of publication",
    "no_country": "it names no country",
}
