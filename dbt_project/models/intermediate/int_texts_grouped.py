"""Near-identical articles are one text: MinHash over runs of words (``rensa``), and the earliest of a kind leads.

Texts are read in the order of publication. One that is nearly the same as an earlier leader joins the earliest such
leader, any other leads itself; so whatever is published later never changes how what came before was grouped.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from rensa import RMinHash

RUN = 3  # words: single words are shared by all articles about one thing
SEED = 20220105
PERMUTATIONS = 128  # the estimate of a likeness of 0.8 is off by 0.035, one time in three
# 16 bands of 8: texts alike to 0.85 meet in a band 99 times in 100, texts alike to 0.5 six times in 100
BANDS = 16
CROWD = 100  # leaders in one bucket: more share a template there, and each newcomer would be held against all of them
MIX = np.uint64(0x9E3779B97F4A7C15)  # spreads neighbouring words over all 64 bits


class Texts(NamedTuple):
    """All texts in the order of publication, as one array of words and the ends of each text in it."""

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
        mixed[: len(words) - step] = (mixed[: len(words) - step] ^ words[step:]) * MIX
    return mixed


def signatures_of(texts: Texts, long_enough: np.ndarray) -> np.ndarray:
    """MinHash of each long text: uint32, a row a text."""
    runs = runs_of(texts.words)
    pieces = [runs[texts.starts[at] : texts.starts[at + 1] - RUN + 1] for at in long_enough]
    offsets = np.cumsum([0, *map(len, pieces)], dtype=np.uint64)
    flat = np.concatenate(pieces)
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(flat, offsets, PERMUTATIONS, SEED)
    return np.array(matrix.to_rows(), dtype=np.uint32)


def bands_of(signatures: np.ndarray) -> np.ndarray:
    """The bucket of each text in each band: int64, a row a text; -1 where it is alone there."""
    buckets = np.empty((len(signatures), BANDS), dtype=np.int64)
    width = PERMUTATIONS // BANDS
    for band in range(BANDS):
        part = np.ascontiguousarray(signatures[:, band * width : (band + 1) * width])
        keys = part.view(f"V{part.dtype.itemsize * width}").ravel()
        _, bucket, sizes = np.unique(keys, return_inverse=True, return_counts=True)
        buckets[:, band] = np.where(sizes[bucket] > 1, bucket * BANDS + band, -1)
    return buckets


def leaders_of(signatures: np.ndarray, similarity: float) -> np.ndarray:
    """For each text, in order, the place of the text that leads it: its own where it leads itself."""
    leaders = np.arange(len(signatures))
    met: defaultdict[int, list[int]] = defaultdict(list)
    buckets = bands_of(signatures)
    for at in np.flatnonzero((buckets >= 0).any(axis=1)):
        mine = buckets[at][buckets[at] >= 0].tolist()
        rivals = sorted({leader for bucket in mine for leader in met[bucket]})
        alike = (signatures[rivals] == signatures[at]).mean(axis=1) >= similarity
        if alike.any():
            leaders[at] = rivals[int(np.argmax(alike))]
        else:
            for bucket in mine:
                if len(met[bucket]) < CROWD:
                    met[bucket].append(int(at))
    return leaders


def grouped(texts: Texts, minimum_words: int, similarity: float) -> np.ndarray:
    """The leader of every text; those too short to tell lead themselves."""
    leaders = np.arange(len(texts.ids))
    long_enough = np.flatnonzero(np.diff(texts.starts) >= max(minimum_words, RUN))
    if len(long_enough):
        leaders[long_enough] = long_enough[leaders_of(signatures_of(texts, long_enough), similarity)]
    return leaders


def model(dbt: Any, session: Any) -> pa.Table:  # noqa: ARG001 - dbt's own signature
    ordered = dbt.ref("int_texts_hashed").order("published_at nulls last, article_id, position")
    texts = texts_of(ordered.to_arrow_table())
    minimum_words = int(dbt.config.get("text_minimum_words"))
    similarity = float(dbt.config.get("text_similarity"))
    leaders = texts.ids.take(pa.array(grouped(texts, minimum_words, similarity)))
    ids, originals = texts.ids.column("article_id"), leaders.column("article_id")
    return pa.table(
        {
            "article_id": ids,
            "article_version": texts.ids.column("article_version"),
            "text_id": leaders.column("article_version"),
            "is_original": pc.equal(ids, originals),
            "original_article_id": originals,
            "original_outlet": leaders.column("outlet"),
        }
    )
