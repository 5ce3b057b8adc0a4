"""Claims in a few words, for people who compare them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evaluation.claims import CodedClaim
    from extractors.records import Count, When

NONE = "-"


def number(value: float | None) -> str:
    return "?" if value is None else f"{float(value):,}".removesuffix(".0")


def count_words(count: Count | None) -> str:
    """The quantity as written, with its bounds: ``at least 26 [26..?]``."""
    if count is None:
        return NONE
    bounds = (count.low, count.high)
    if bounds == (None, None):
        return count.text
    if bounds == (count.value, count.value):
        return f"{count.text} [{number(count.value)}]"
    return f"{count.text} [{number(count.low)}..{number(count.high)}]"


def days(when: When | None) -> str:
    if when is None:
        return NONE
    if when.start is not None and when.start == when.end:
        return f"{when.text} [{when.start}]"
    return f"{when.text} [{when.start or '?'}..{when.end or '?'}]"


def field_value(claim: CodedClaim, name: str) -> str:
    """A field's value, a dash for none."""
    if name == "when":
        return days(claim.when)
    if name == "count":
        return count_words(claim.count)
    return getattr(claim, name) or NONE


def brief(claim: CodedClaim) -> str:
    """One line: what, how many, whom, where, when, on whose word."""
    parts = [f"{claim.family}/{claim.kind}", count_words(claim.count)]
    named = ("subject", "group", "place", "when", "source", "status")
    return " · ".join([*parts, *(f"{name} {field_value(claim, name)}" for name in named if getattr(claim, name))])
