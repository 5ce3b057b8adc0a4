"""MinHash of every text over its runs of words (``rensa``): as many numbers for each, which near-identical ones share.

A text is signed when something came in about its article, and what is signed is kept from build to build.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pyarrow as pa
from rensa import RMinHash

if TYPE_CHECKING:
    from collections.abc import Iterator

RUN = 3  # words: single words are shared by all articles about one thing
SEED = 20220105
PERMUTATIONS = 128  # the estimate of a likeness of 0.8 is off by 0.035, one time in three
# 16 bands of 8: texts alike to 0.85 meet in a band 99 times in 100, texts alike to 0.5 six times in 100
BANDS = 16
READ_AT_ONCE = 10_000  # texts
SIGNED_AT_ONCE = 500  # texts: the library gives Python's own numbers, each eight times as large as what is kept of it
MIX = np.uint64(0x9E3779B97F4A7C15)  # spreads neighbouring words over all 64 bits


class Texts(NamedTuple):
    """Texts as one array of words and the ends of each text in it."""

    ids: pa.Table
    words: np.ndarray  # uint64, of all texts in a row
    starts: np.ndarray  # int64, one more than there are texts


def texts_of(table: pa.Table) -> Texts:
    lists = table.column("word_hashes").combine_chunks()
    if isinstance(lists, pa.ChunkedArray):  # what an empty table gives
        lists = pa.array([], pa.list_(pa.uint64()))
    starts = np.asarray(lists.offsets, dtype=np.int64)
    return Texts(table.drop_columns(["word_hashes"]), np.asarray(lists.values, dtype=np.uint64), starts)


def runs_of(words: np.ndarray) -> np.ndarray:
    """One number for each run of words, by its first; the last ones of the array run into nothing."""
    mixed = np.zeros(len(words), dtype=np.uint64)
    for step in range(RUN):
        followed = mixed[: len(words) - step]  # a view: what is written there is written in `mixed`
        followed ^= words[step:]
        followed *= MIX
    return mixed


def signatures_of(texts: Texts, long_enough: np.ndarray) -> np.ndarray:
    """MinHash of each long text: uint32, a row a text."""
    runs = runs_of(texts.words)
    pieces = [runs[texts.starts[at] : texts.starts[at + 1] - RUN + 1] for at in long_enough]
    lots = [_signed_together(pieces[at : at + SIGNED_AT_ONCE]) for at in range(0, len(pieces), SIGNED_AT_ONCE)]
    return np.concatenate([np.empty((0, PERMUTATIONS), dtype=np.uint32), *lots])


def _signed_together(pieces: list[np.ndarray]) -> np.ndarray:
    offsets = np.cumsum([0, *map(len, pieces)], dtype=np.uint64)
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(np.concatenate(pieces), offsets, PERMUTATIONS, SEED)
    return np.array(matrix.to_rows(), dtype=np.uint32)


def bands_of(signatures: np.ndarray) -> np.ndarray:
    """Where texts meet: uint64, a row a text, one number for the numbers of each of its bands.

    That two texts share one by chance costs a comparison and changes nothing.
    """
    parts = signatures.reshape(len(signatures), BANDS, PERMUTATIONS // BANDS)
    keys = np.tile(np.arange(BANDS, dtype=np.uint64), (len(signatures), 1))
    for step in range(parts.shape[2]):
        keys = (keys ^ parts[:, :, step]) * MIX
        keys ^= keys >> np.uint64(32)
    return keys


def _lists(numbers: np.ndarray) -> pa.FixedSizeListArray:
    return pa.FixedSizeListArray.from_arrays(pa.array(numbers.ravel()), numbers.shape[1])


def signed(texts: Texts, minimum_words: int) -> pa.Table:
    """The ids of the texts that are long enough to tell, with their signatures and bands."""
    long_enough = np.flatnonzero(np.diff(texts.starts) >= max(minimum_words, RUN))
    signatures = signatures_of(texts, long_enough)
    ids = texts.ids.take(pa.array(long_enough))
    return ids.append_column("signature", _lists(signatures)).append_column("bands", _lists(bands_of(signatures)))


def lots_of(texts: Any) -> Iterator[pa.Table]:
    """The rows in lots, of which DuckDB makes the next while one is signed; the first is empty: there may be none."""
    reader = texts.to_arrow_reader(READ_AT_ONCE)
    yield reader.schema.empty_table()
    with ThreadPoolExecutor(1) as ahead:
        coming = ahead.submit(next, reader, None)
        while (batch := coming.result()) is not None:
            coming = ahead.submit(next, reader, None)
            yield pa.Table.from_batches([batch])


def model(dbt: Any, session: Any) -> pa.Table:  # noqa: ARG001 - dbt's own signature
    dbt.ref("stg_event_log__articles_heard")  # whose rows make way
    texts, minimum_words = dbt.ref("int_texts_hashed"), int(dbt.config.get("text_minimum_words"))
    return pa.concat_tables([signed(texts_of(lot), minimum_words) for lot in lots_of(texts)])
