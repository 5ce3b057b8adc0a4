"""The chain of commits: each carries the digest of its rows and of the commit before, so that none can be rewritten."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pyarrow as pa

from event_log.canonical import joined, measured

GENESIS = "0" * 64  # what the first commit names as the one before
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Where the log ends: its last position (0 when empty) and the digest that vouches for everything up to it."""

    position: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """One transaction of the log, as its row in ``commits`` has it."""

    commit_id: int
    first_position: int
    last_position: int
    recorded_at: datetime
    run_id: str
    producer: str
    rows_digest: str
    previous_digest: str
    digest: str

    @property
    def event_count(self) -> int:
        return self.last_position - self.first_position + 1


COMMIT_SCHEMA = pa.schema(
    [
        ("commit_id", pa.int64()),
        ("first_position", pa.int64()),
        ("last_position", pa.int64()),
        ("recorded_at", pa.timestamp("us", tz="UTC")),
        ("run_id", pa.string()),
        ("producer", pa.string()),
        ("rows_digest", pa.string()),
        ("previous_digest", pa.string()),
        ("digest", pa.string()),
    ]
)


def next_commit(
    last: Commit | None, numbering: pa.Table, *, recorded_at: datetime, run_id: str, producer: str
) -> Commit:
    """The commit that follows ``last`` and holds the rows of ``numbering`` (see ``rows_digest``), at least one."""
    first_position = last.last_position + 1 if last else 1
    unsigned = Commit(
        commit_id=last.commit_id + 1 if last else 1,
        first_position=first_position,
        last_position=first_position + numbering.num_rows - 1,
        recorded_at=recorded_at,
        run_id=run_id,
        producer=producer,
        rows_digest=rows_digest(numbering),
        previous_digest=last.digest if last else GENESIS,
        digest="",
    )
    return signed(unsigned)


def signed(commit: Commit) -> Commit:
    return replace(commit, digest=commit_digest(commit))


def rows_digest(numbering: pa.Table) -> str:
    """SHA-256 over a commit's rows in order of position.

    ``numbering`` has the columns ``position``, ``event_id``, ``stream_version`` and ``stream``. What the events say
    is in their ids already; the rest of the envelope is the same for the whole commit and covered by ``commit_digest``.
    """
    lines = row_lines(numbering)
    return digest_of_lines(lines, 0, len(lines))


def row_lines(numbering: pa.Table) -> pa.Array:
    """What a commit's digest is over: one line of text for each row."""
    return joined(
        numbering["position"].cast(pa.string()),
        ":",
        numbering["event_id"],
        ":",
        numbering["stream_version"].cast(pa.string()),
        ":",
        *measured(numbering["stream"]),
        "\n",
    ).combine_chunks()


def digest_of_lines(lines: pa.Array, start: int, end: int) -> str:
    """SHA-256 over the lines from ``start`` to before ``end``, read where they lie: an array's texts have no gaps."""
    _, offsets, text = lines.buffers()
    bounds = memoryview(offsets).cast("i")
    first, last = (bounds[lines.offset + place] for place in (start, end))
    return hashlib.sha256(memoryview(text)[first:last]).hexdigest()


def commit_digest(commit: Commit) -> str:
    """SHA-256 over all of a commit but ``digest`` itself, as a JSON list; times as microseconds since 1970 UTC."""
    said = {**values_of(commit), "recorded_at": microseconds(commit.recorded_at)}
    del said["digest"]
    return hashlib.sha256(json.dumps(list(said.values()), separators=(",", ":")).encode()).hexdigest()


def microseconds(moment: datetime) -> int:
    since = moment - EPOCH
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def commits_of(table: pa.Table) -> list[Commit]:
    """Rows of ``commits`` as records."""
    return [
        Commit(**{**row, "recorded_at": row["recorded_at"].astimezone(UTC)})
        for row in table.cast(COMMIT_SCHEMA).to_pylist()
    ]


def values_of(commit: Commit) -> dict[str, object]:
    """What the one row that ``commits`` gains has in each column."""
    return {name: getattr(commit, name) for name in COMMIT_SCHEMA.names}
