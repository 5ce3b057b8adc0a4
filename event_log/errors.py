"""What can go wrong with the log or the archive; every message says what, where, why and what to do."""

from __future__ import annotations


class EventLogError(Exception):
    """Base of all errors of this room; its text is fit for a user's eyes."""


class LogLocked(EventLogError):  # noqa: N818 - reads as the sentence it is
    """Another process kept the log file for longer than we were willing to wait."""


class LogCollision(EventLogError):  # noqa: N818
    """Another thread of this process committed between our look at the head and our commit."""


class LogUnreadable(EventLogError):  # noqa: N818
    """The log file is damaged, is no DuckDB file, or may not be opened."""


class DiskFull(EventLogError):  # noqa: N818
    """There is no room left for the log or the archive; what was whole before is whole still."""


class NotWritable(EventLogError):  # noqa: N818
    """The log, the archive or their folder may not be written or read."""


class SchemaTooNew(EventLogError):  # noqa: N818
    """The log, or an event in it, was written by a newer newsledger than this one."""


class UnwritableEvent(EventLogError):  # noqa: N818
    """An event holds something that the log could not give back unchanged."""


class VersionConflict(EventLogError):  # noqa: N818
    """A stream is not at the version that the writer expected."""


class ArchiveCorrupted(EventLogError):  # noqa: N818
    """Bytes in the archive no longer have the digest under which they are kept."""


class RawBytesMissing(EventLogError):  # noqa: N818
    """The archive holds nothing under this digest."""
