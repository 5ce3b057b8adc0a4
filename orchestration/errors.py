"""What stops a command, told so that a person can go on: what, where, why, what to do."""

from __future__ import annotations


class StoppedError(Exception):
    """The command could not do its work; nothing half-done is left."""

    def __init__(self, *, what: str, where: str, why: str, remedy: str) -> None:
        super().__init__(f"{what} ({where}): {why}. {remedy}")
        self.what, self.where, self.why, self.remedy = what, where, why, remedy


class WrongUseError(StoppedError):
    """The command was asked for something that it cannot do as things are; nothing was started."""
