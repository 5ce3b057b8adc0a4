"""What people decide about the ledger: reviews of claims, in the terminal or in files, and withdrawals of articles.

Belongs here: which decisions there are and which are valid, what they look like in CSV and JSON lines, the order of a
walk through doubtful claims, and appending decisions to the log.

Does not belong here: which claims are doubtful (``dbt_project``), reading the facts (``report``), drawing on a terminal
(``orchestration``), what facts make of a decision (``dbt_project``).
"""

from __future__ import annotations

from review.decisions import Decision, InvalidDecision, Vocabulary, corrected, decided, read_correction
from review.files import BadRow, Imported, read_reviews, write_reviews
from review.recording import record, standing_verdicts
from review.records import CORRECTABLE, ReviewedClaim
from review.walk import Walk
from review.withdrawals import UnknownArticle, withdraw

__all__ = [
    "CORRECTABLE",
    "BadRow",
    "Decision",
    "Imported",
    "InvalidDecision",
    "ReviewedClaim",
    "UnknownArticle",
    "Vocabulary",
    "Walk",
    "corrected",
    "decided",
    "read_correction",
    "read_reviews",
    "record",
    "standing_verdicts",
    "withdraw",
    "write_reviews",
]
