"""How events change over the years: each version of a type says how to read what the version before it wrote.

An upcaster is a pure function from the payload as one version has it to the payload as the next has it. Rows are never
rewritten: the log keeps what was said, in the words of its day, and its digests with it. Tables only ever gain columns,
and a column that a version gave up stays for the rows that have it, so that their ids can be computed for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from event_log.errors import SchemaTooNew

Payload = Mapping[str, Any]
Upcaster = Callable[[Payload], Payload]


@dataclass(frozen=True, slots=True)
class Evolution:
    """For each event type that has changed its upcasters, the first from version 1 to 2, the next from 2 to 3."""

    upcasters: Mapping[str, tuple[Upcaster, ...]]

    def newest(self, event_type: str) -> int:
        """The version in which events of this type are written."""
        return 1 + len(self.upcasters.get(event_type, ()))

    def upcast(self, event_type: str, version: int, payload: Payload) -> Payload:
        """The payload as the newest version has it."""
        for upcaster in self.upcasters.get(event_type, ())[version - 1 :]:
            payload = upcaster(payload)
        return payload

    def require_known(self, event_type: str, version: int, position: int) -> None:
        """`SchemaTooNew` where a newer newsledger wrote the event."""
        newest = self.newest(event_type)
        if not 1 <= version <= newest:
            raise SchemaTooNew(
                f"The {event_type} at position {position} has schema version {version}; "
                f"this newsledger knows versions 1 to {newest}. Nothing was read. Update newsledger."
            )


EVOLUTION = Evolution(MappingProxyType({}))  # so far every event type is at its first version
