"""What a redacted row looks like: the words gone, everything that is counted still there.

An article loses its text, headline and author; its claims lose their sentence and the words for who did it, who
suffered it and through whom it was told. Numbers, places, days, the source that answers for them and digests stay.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from event_log.canonical import event_ids
from event_log.events import CLAIM_TYPES, ArticleIngested, ArticleRevised
from event_log.rows import payload_schema

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MARKER = "[redacted]"
ARTICLE_WORDS = ("title", "text", "author")
CLAIM_WORDS = ("subject", "actor", "via", "evidence")
WORDS: Mapping[str, tuple[str, ...]] = {
    **{kind.event_type: ARTICLE_WORDS for kind in (ArticleIngested, ArticleRevised)},
    **{kind.event_type: CLAIM_WORDS for kind in CLAIM_TYPES},
}


def without_words(event_type: str, table: pa.Table, mask: Any) -> pa.Table:
    """``table`` with the marker in place of all words in the rows where ``mask`` is true; nulls stay null."""
    for name in WORDS.get(event_type, ()):
        column = table[name]
        marked = pc.if_else(pc.and_(mask, pc.is_valid(column)), MARKER, column)
        table = table.set_column(table.column_names.index(name), table.schema.field(name), marked)
    return table


def rows_digest(rows: Sequence[tuple[int, str]]) -> str:
    """SHA-256 over position and id of the content of each row, by position."""
    lines = "".join(f"{position}:{content_id}\n" for position, content_id in sorted(rows))
    return hashlib.sha256(lines.encode()).hexdigest()


def content_ids(event_type: type[Any], table: pa.Table) -> list[tuple[int, str]]:
    """Position, and the id that the content as it now is would have, of each row of an event table."""
    schema = payload_schema(event_type)
    payload = table.select(schema.names).cast(schema)
    ids = event_ids(event_type.event_type, table["schema_version"], payload)
    return list(zip(table["position"].to_pylist(), ids, strict=True))
