"""This machine's clock beside the log's: where it jumped back, whoever reads the times must know."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from event_log import EventLog
from event_log.history import newest_commit
from orchestration.log_lines import shown_time
from orchestration.screen import say

if TYPE_CHECKING:
    from orchestration.settings import Settings

TOLERANCE = timedelta(seconds=2)  # clocks are put right by so much all the time


def tell_of_jump(settings: Settings) -> None:
    """Say so where the log's last commit is of a time still to come; the log itself never goes back."""
    last = newest_commit(EventLog(settings.event_log))
    ahead = last.recorded_at - datetime.now(UTC) if last else timedelta()
    if last and ahead > TOLERANCE:
        say(
            f"This machine's clock is {ahead} behind the log: its last commit is of {shown_time(last.recorded_at)}. "
            "What is appended now is recorded as of then, and nothing is lost. Put the clock right.",
            style="yellow",
        )
