from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review import corrected, decided, read_reviews, write_reviews
from review.files import COLUMNS, FORMATS
from tests.review.claims import VOCABULARY, claim

if TYPE_CHECKING:
    from review.decisions import Decision

SIGNED = {"reviewed_by": "Ada", "reason": "misread"}
words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=30)
HIDDEN = ["\N{IDEOGRAPHIC SPACE}＝1", "\N{ZERO WIDTH SPACE}=1"]
WIDE = ["＝1+1", "＋49", "－1", "＠x", "﹦1", "⁼1", "\N{MINUS SIGN}1", *HIDDEN]
hostile = st.sampled_from(["=1+1", "'=1", "''", " @x", "+49", "-1", '"a",b', "a;b", "'", *WIDE]) | words
decisions = st.one_of(
    st.none(),
    st.builds(lambda reason: decided(claim(), "rejected", reviewed_by="Ada", reason=reason), st.just("why")),
    st.builds(
        lambda place, count: corrected(
            claim(),
            {"place": place, "count_value": count, "when_end": date(2022, 1, 6)},
            **SIGNED,
            vocabulary=VOCABULARY,
        ),
        st.none() | hostile.filter(lambda text: text.isprintable() and text == text.strip()),
        st.none() | st.floats(0, 1e9),
    ),
)


def written(verdict: Decision | None, form: str, **given: object) -> str:
    one = claim(**given)
    return "".join(write_reviews([one], {one.claim_id: verdict} if verdict else {}, form=form))


@pytest.mark.parametrize("form", FORMATS)
@given(verdict=decisions, source=hostile, evidence=hostile)
def test_reading_back_what_was_written_gives_the_same_decisions(
    form: str, verdict: Decision | None, source: str, evidence: str
) -> None:
    text = written(verdict, form, source=source, evidence=evidence)
    claims = {"c1": claim(source=source, evidence=evidence)}
    read = read_reviews(text, claims, form=form, reviewed_by="nobody", vocabulary=VOCABULARY)
    assert read.bad == ()
    assert read.decisions == ((verdict,) if verdict else ())


@given(source=hostile)
def test_no_cell_of_the_csv_begins_like_a_formula(source: str) -> None:
    for row in csv.reader(io.StringIO(written(None, "csv", source=source, place=source), newline="")):
        assert not any(cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@pytest.mark.parametrize("source", ["=1", "@x", "'=1", *WIDE])
def test_what_a_spreadsheet_would_compute_has_a_mark_in_front(source: str) -> None:
    header, row = csv.reader(io.StringIO(written(None, "csv", source=source), newline=""))
    assert dict(zip(header, row, strict=True))["source"] == f"'{source}"


def edited(form: str, **cells: str) -> str:
    """The exported file after somebody typed into it."""
    if form == "jsonl":
        return json.dumps(json.loads(written(None, form)) | cells) + "\n"
    header, row = list(csv.reader(io.StringIO(written(None, form), newline="")))
    text = io.StringIO(newline="")
    csv.writer(text).writerows([header, [cells.get(name, cell) for name, cell in zip(header, row, strict=True)]])
    return text.getvalue()


@pytest.mark.parametrize("form", FORMATS)
def test_what_somebody_typed_is_a_correction(form: str) -> None:
    text = edited(form, verdict="Corrected", reason="a typo", count_value="62", place="")
    read = read_reviews(text, {"c1": claim()}, form=form, reviewed_by="Ada", vocabulary=VOCABULARY)
    (decision,) = read.decisions
    assert (decision.reviewed_by, decision.reason) == ("Ada", "a typo")
    assert dict(decision.corrections) == {
        "count_value": 62.0, "count_low": 62.0, "count_high": 62.0, "place": None, "where_prec": None,
    }  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"verdict": "fine"}, "no verdict"),
        ({"verdict": "accepted", "claim_id": "c9"}, "export again"),
        ({"verdict": "accepted", "count_value": "3"}, "write corrected"),
        ({"verdict": "corrected", "reason": "x", "count_value": "many"}, "a number"),
        ({"verdict": "rejected"}, "say why"),
    ],
)
def test_a_row_that_cannot_be_taken_is_named_with_why(form: str, cells: dict[str, str], words: str) -> None:
    read = read_reviews(edited(form, **cells), {"c1": claim()}, form=form, reviewed_by="Ada", vocabulary=VOCABULARY)
    assert read.decisions == ()
    assert read.bad[0].number == 1
    assert words in read.bad[0].why


def test_a_line_that_is_no_json_is_named() -> None:
    read = read_reviews("{\n[1]\n", {}, form="jsonl", reviewed_by="Ada", vocabulary=VOCABULARY)
    assert [bad.number for bad in read.bad] == [1, 2]


def test_the_columns_to_write_in_come_first() -> None:
    assert COLUMNS[:4] == ("claim_id", "verdict", "reason", "reviewed_by")
