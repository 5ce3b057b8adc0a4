"""The log: what happened, in order, once, for good.

Belongs here: the typed events, the append-only tables and their DDL, the digests and the chain of commits, reading back
and the few questions other rooms ask of the log, the archive of raw bytes, verification of all of it.

Does not belong here: reading files or web pages, language, counting, anything that is derived and could be rebuilt.
This room imports no other room.
"""

from __future__ import annotations

from event_log.archive import Archive
from event_log.chain import Commit, Head
from event_log.errors import (
    ArchiveCorrupted,
    DiskFull,
    EventLogError,
    LogLocked,
    LogUnreadable,
    NotWritable,
    RawBytesMissing,
    SchemaTooNew,
    UnwritableEvent,
    VersionConflict,
)
from event_log.log import EventLog
from event_log.rows import Recorded
from event_log.verification import Finding, verify

__all__ = [
    "Archive",
    "ArchiveCorrupted",
    "Commit",
    "DiskFull",
    "EventLog",
    "EventLogError",
    "Finding",
    "Head",
    "LogLocked",
    "LogUnreadable",
    "NotWritable",
    "RawBytesMissing",
    "Recorded",
    "SchemaTooNew",
    "UnwritableEvent",
    "VersionConflict",
    "verify",
]
