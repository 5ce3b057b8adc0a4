"""Reviews in files for people who work elsewhere: CSV for spreadsheets, JSON lines for programs.

Whoever reviews writes ``verdict``, ``reason`` and ``reviewed_by``, and for a correction overwrites the field itself:
what differs from the claim is what was corrected. Reading back what was written changes nothing.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from review.decisions import VERDICTS, Decision, InvalidDecision, corrected, decided, read_correction
from review.records import CORRECTABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from review.decisions import Vocabulary
    from review.records import ReviewedClaim

FORMATS = ("csv", "jsonl")
VERDICT = ("verdict", "reason", "reviewed_by")
CONTEXT = ("doubts", "article", "outlet", "published_at", "family", "count_text", "evidence")
COLUMNS = ("claim_id", *VERDICT, *CORRECTABLE, *CONTEXT)
# A spreadsheet computes a cell that begins with one of these, also where it is written full-width, small or raised
# (which normalises to it) and after characters that show as nothing. The mark that stops it is put before itself too,
# so that one mark off the front is always the way back.
_MARK = "'"
_COMPUTED = ("=", "+", "-", "\N{MINUS SIGN}", "@", _MARK)
_BREAKS = ("\t", "\r", "\n")
_SKIPPED = {"Cc", "Cf", "Zl", "Zp", "Zs"}


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that was not taken, by its number from 1, and why."""

    number: int
    why: str


@dataclass(frozen=True, slots=True)
class Imported:
    """Decisions of a file, and the rows that hold none that can be taken."""

    decisions: tuple[Decision, ...]
    bad: tuple[BadRow, ...]


def write_reviews(claims: Iterable[ReviewedClaim], verdicts: Mapping[str, Decision], *, form: str) -> Iterator[str]:
    """Lines of a file with the claims and the verdicts that stand on them; CSV (RFC 4180) or JSON lines in ASCII."""
    records = (_record(claim, verdicts.get(claim.claim_id)) for claim in claims)
    if form == "csv":
        yield _csv_line(COLUMNS)
        yield from (_csv_line([_guarded(_text(record[name])) for name in COLUMNS]) for record in records)
    else:
        yield from (json.dumps(record, default=_text) + "\n" for record in records)


def read_reviews(
    text: str, claims: Mapping[str, ReviewedClaim], *, form: str, reviewed_by: str, vocabulary: Vocabulary
) -> Imported:
    """The decisions in a file; ``reviewed_by`` signs the rows that nobody signed. Rows without a verdict are left."""
    decisions, bad = [], []
    for number, row in enumerate(_rows(text, form), start=1):
        try:
            decision = _decision(row, claims, reviewed_by, vocabulary)
        except InvalidDecision as error:
            bad.append(BadRow(number, str(error)))
            continue
        if decision is not None:
            decisions.append(decision)
    return Imported(tuple(decisions), tuple(bad))


def _record(claim: ReviewedClaim, verdict: Decision | None) -> dict[str, Any]:
    said = {name: getattr(claim, name) for name in (*CORRECTABLE, *CONTEXT)}
    told = {name: getattr(verdict, name) if verdict else None for name in VERDICT}
    changed = dict(verdict.corrections) if verdict else {}
    return {"claim_id": claim.claim_id, **told, **said, **changed, "doubts": " ".join(claim.doubts)}


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return repr(value) if isinstance(value, float) else str(value)


def _guarded(text: str) -> str:
    first = next((letter for letter in text if unicodedata.category(letter) not in _SKIPPED), "")
    computed = unicodedata.normalize("NFKC", first).startswith(_COMPUTED) or text.lstrip(" ").startswith(_BREAKS)
    return f"{_MARK}{text}" if computed else text


def _csv_line(cells: Iterable[str]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _rows(text: str, form: str) -> Iterator[Mapping[str, str] | None]:
    """Cells as text by column; None for a line that is no row."""
    if form == "csv":
        for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")):
            yield {name: (cell or "").removeprefix(_MARK) for name, cell in row.items() if isinstance(name, str)}
        return
    for line in filter(str.strip, text.split("\n")):
        yield _json_row(line)


def _json_row(line: str) -> Mapping[str, str] | None:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return {str(name): _text(value) for name, value in told.items()} if isinstance(told, dict) else None


def _decision(
    row: Mapping[str, str] | None, claims: Mapping[str, ReviewedClaim], signed: str, vocabulary: Vocabulary
) -> Decision | None:
    if row is None:
        raise InvalidDecision("it is no JSON object on one line")
    verdict = row.get("verdict", "").strip().lower()
    if not verdict:
        return None
    claim = claims.get(row.get("claim_id", ""))
    if claim is None:
        raise InvalidDecision("its claim_id is not that of a claim in the published facts; export again")
    if verdict not in VERDICTS:
        raise InvalidDecision(f"{verdict!r} is no verdict; write one of {', '.join(VERDICTS)}")
    by, reason = row.get("reviewed_by", "") or signed, row.get("reason", "") or None
    corrections = _corrections(row, claim)
    if verdict == "corrected":
        return corrected(claim, corrections, reviewed_by=by, reason=reason, vocabulary=vocabulary)
    if corrections:
        raise InvalidDecision(f"it changes {', '.join(corrections)} and is {verdict}; write corrected as the verdict")
    return decided(claim, verdict, reviewed_by=by, reason=reason)


def _corrections(row: Mapping[str, str], claim: ReviewedClaim) -> dict[str, Any]:
    """What the row says otherwise; a column that is missing says nothing."""
    unchanged = {name: _text(claim.value(name)) for name in CORRECTABLE}
    return {
        name: read_correction(name, row[name])
        for name in CORRECTABLE
        if name in row and row[name] != unchanged[name] and read_correction(name, row[name]) != claim.value(name)
    }
