"""Near-identical articles are one text, by their MinHash, and the earliest of a kind leads.

Texts are read in the order of publication. One that is nearly the same as an earlier leader joins the earliest such
leader, any other leads itself; so whatever is published later never changes how what came before was grouped.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

# 16 bands of 8: texts alike to 0.85 meet in a band 99 times in 100, texts alike to 0.5 six times in 100
BANDS = 16
CROWD = 100  # leaders in one bucket: more share a template there, and each newcomer would be held against all of them
MIX = np.uint64(0x9E3779B97F4A7C15)


def bands_of(signatures: np.ndarray) -> np.ndarray:
    """The bucket of each text in each band: int64, a row a text; -1 where it is alone there."""
    buckets = np.empty((len(signatures), BANDS), dtype=np.int64)
    for band, part in enumerate(np.split(signatures, BANDS, axis=1)):
        _, bucket, sizes = np.unique(_keys(part), return_inverse=True, return_counts=True)
        buckets[:, band] = np.where(sizes[bucket] > 1, bucket * BANDS + band, -1)
    return buckets


def _keys(part: np.ndarray) -> np.ndarray:
    """One number for the numbers of a row; that two rows share one by chance costs a comparison and changes nothing."""
    keys = np.zeros(len(part), dtype=np.uint64)
    for column in part.T:
        keys = (keys ^ column) * MIX
        keys ^= keys >> np.uint64(32)
    return keys


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


def grouped(signatures: pa.FixedSizeListArray, similarity: float) -> np.ndarray:
    """The leader of every text, in order; those without a signature, being too short to tell, lead themselves."""
    leaders = np.arange(len(signatures))
    signed = np.flatnonzero(np.asarray(signatures.is_valid()))
    if len(signed):
        numbers = np.asarray(signatures.drop_null().flatten(), dtype=np.uint32).reshape(len(signed), -1)
        leaders[signed] = signed[leaders_of(numbers, similarity)]
    return leaders


def model(dbt: Any, session: Any) -> pa.Table:  # noqa: ARG001 - dbt's own signature
    versions, signed = dbt.ref("int_versions_dated"), dbt.ref("int_texts_signed")
    texts = versions.join(signed, "article_id, article_version", how="left")
    ordered = texts.order("published_at nulls last, article_id, position").to_arrow_table()
    signatures = pa.concat_arrays(ordered.column("signature").chunks) if len(ordered) else pa.array([], pa.null())
    leaders = ordered.take(pa.array(grouped(signatures, float(dbt.config.get("text_similarity")))))
    ids, originals = ordered.column("article_id"), leaders.column("article_id")
    outlets = pc.coalesce(leaders.column("outlet"), leaders.column("file_name"))
    return pa.table(
        {
            "article_id": ids,
            "article_version": ordered.column("article_version"),
            "text_id": leaders.column("article_version"),
            "is_original": pc.equal(ids, originals),
            "original_article_id": originals,
            "original_outlet": outlets,
        }
    )
