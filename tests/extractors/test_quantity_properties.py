"""Laws of quantities that hold for any text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.parsing import language
from extractors.quantities.finding import find_quantities
from extractors.quantities.number_words import figures_value

REPORT_WORDS = st.lists(
    st.sampled_from(
        [
            "at",
            "least",
            "between",
            "and",
            "to",
            "or",
            "-",
            "26",
            "1,000",
            "1.2",
            "9" * 400,
            "million",
            "a",
            "dozen",
            "half",
            "no",
            "one",
            "than",
            "more",
            "dozens",
            "of",
            "people",
            "hundred",
            "twenty",
            "six",
            "%",
            "$",
            ",",
            ".",
            "Jan.",
            "2011",
            "five",
            "in",
            "aged",
            "(",
            ")",
            "a.m.",
            "couple",
            "thirds",
            "out",
            "every",
            "both",
            "over",
            "fewer",
            "so",
            "plus",
            "555",
            "1234",
            "12,5",
        ]
    ),
    max_size=14,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=60), REPORT_WORDS))
def test_find_quantities_ranges_cover_their_text(text: str) -> None:
    doc = language().make_doc(text)
    for found in find_quantities(doc):
        assert doc.text[found.char_start : found.char_end] == found.count.text != ""
        assert doc[found.start].idx <= found.char_start
        assert doc[found.end - 1].idx + len(doc[found.end - 1].text_with_ws) >= found.char_end


@settings(max_examples=150, deadline=None)
@given(REPORT_WORDS)
def test_find_quantities_never_overlap_and_bounds_are_ordered(text: str) -> None:
    found = find_quantities(language().make_doc(text))
    assert all(first.char_end <= second.char_start for first, second in pairwise(found))
    bounded = [q.count for q in found if q.count.low is not None and q.count.high is not None]
    assert all(count.low <= count.high for count in bounded if count.low is not None and count.high is not None)


@settings(max_examples=200, deadline=None)
@given(st.integers(min_value=0, max_value=10**9))
def test_figures_value_reads_back_what_is_written(number: int) -> None:
    assert figures_value(f"{number:,}") == number
