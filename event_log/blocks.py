"""Checks every byte of a DuckDB file against the checksums that DuckDB keeps beside its blocks.

DuckDB itself checks only the blocks that a query touches, so a bit that changed in a free block or in the older of
the two headers would go unnoticed. The layout (three headers of 4,096 bytes, then blocks of 262,144, each beginning
with the checksum of the rest) is DuckDB's own since storage version 64; docs/adr/ has what
follows from relying on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

HEADER_BYTES = 4_096
HEADER_COUNT = 3
BLOCK_BYTES = 262_144
_CHECKSUM_BYTES = 8
_SEED = 5381
_MULTIPLIER = np.uint64(0xBF58476D1CE4E5B9)


def damaged_parts(path: Path) -> Iterator[str]:
    """Names of the headers and blocks whose bytes don't have the checksum that they should."""
    with path.open("rb") as file:
        for number in range(HEADER_COUNT):
            if not _is_whole(file.read(HEADER_BYTES), HEADER_BYTES):
                yield f"header {number} (byte {number * HEADER_BYTES})"
        yield from _damaged_blocks(file)


def _damaged_blocks(file: BinaryIO) -> Iterator[str]:
    number = 0
    while block := file.read(BLOCK_BYTES):
        if not _is_whole(block, BLOCK_BYTES):
            yield f"block {number} (byte {HEADER_COUNT * HEADER_BYTES + number * BLOCK_BYTES})"
        number += 1


def _is_whole(part: bytes, size: int) -> bool:
    if len(part) != size:
        return False
    return int.from_bytes(part[:_CHECKSUM_BYTES], "little") == _checksum(part[_CHECKSUM_BYTES:])


def _checksum(content: bytes) -> int:
    words = np.frombuffer(content, dtype="<u8")
    return int(np.bitwise_xor.reduce(words * _MULTIPLIER)) ^ _SEED
