"""Near-identical articles are one text, by their MinHash, and the earliest of a kind leads.

Texts are read in the order of publication. One that is nearly the same as an earlier leader joins the earliest such
leader, any other leads itself; so whatever is published later never changes how what came before was grouped.

Only texts that meet in a band are compared. So what came in bears on the texts that it meets, on those that they meet,
and so on; these are grouped anew, and all others as they were.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

CROWD = 100  # leaders in one bucket: more share a template there, and each newcomer would be held against all of them


def buckets_of(bands: np.ndarray) -> np.ndarray:
    """The bucket of each text in each band: int64, a row a text; -1 where it is alone there."""
    buckets = np.empty(bands.shape, dtype=np.int64)
    for band, keys in enumerate(bands.T):
        _, bucket, sizes = np.unique(keys, return_inverse=True, return_counts=True)
        buckets[:, band] = np.where(sizes[bucket] > 1, bucket * bands.shape[1] + band, -1)
    return buckets


def leaders_of(signatures: np.ndarray, bands: np.ndarray, similarity: float) -> np.ndarray:
    """For each text, in order, the place of the text that leads it: its own where it leads itself."""
    leaders = np.arange(len(signatures))
    met: defaultdict[int, list[int]] = defaultdict(list)
    buckets = buckets_of(bands)
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


def meeting(bands: np.ndarray, chosen: np.ndarray) -> np.ndarray:
    """The chosen texts (bool, one for each) with those that they meet, directly or by way of others."""
    keys, newest = pa.array(bands.ravel()), chosen
    while newest.any():
        met = np.asarray(pc.is_in(keys, value_set=pa.array(bands[newest].ravel()))).reshape(bands.shape).any(axis=1)
        newest = met & ~chosen
        chosen = chosen | met
    return chosen


def grouped(texts: pa.Table, similarity: float) -> np.ndarray:
    """The leader of every text, in order; those without a signature, being too short to tell, lead themselves."""
    leaders = np.arange(len(texts))
    signed = np.flatnonzero(np.asarray(texts.column("signature").is_valid()))
    if len(signed):
        signatures, bands = numbers(texts.column("signature")), numbers(texts.column("bands"))
        leaders[signed] = signed[leaders_of(signatures, bands, similarity)]
    return leaders


def numbers(lists: pa.ChunkedArray) -> np.ndarray:
    """The lists of a column, a row each, without those that are null."""
    return np.asarray(pc.list_flatten(lists)).reshape(-1, lists.type.list_size)


def borne_upon(texts: Any, heard: Any) -> pa.Table:
    """The keys of the texts that are grouped anew, when something came in about the articles ``heard``."""
    told = texts.join(heard.select("article_id, true as is_heard"), "article_id", how="left")
    table = told.select("version_key, bands, is_heard is not null as is_heard").to_arrow_table()
    chosen = np.array(table.column("is_heard"))
    signed = np.asarray(table.column("bands").is_valid())
    chosen[signed] = meeting(numbers(table.column("bands")), chosen[signed])
    return table.select(["version_key"]).filter(pa.array(chosen))


def to_group(dbt: Any, session: Any) -> Any:
    """All texts, or those that what came in bears on. Words that were removed took a signature away: then all."""
    versions, signed = dbt.ref("int_versions_dated"), dbt.ref("int_texts_signed")
    texts = versions.join(signed, "article_id, version_key", how="left")
    heard, redactions = dbt.ref("stg_event_log__articles_heard"), dbt.ref("stg_event_log__redactions")
    if not dbt.is_incremental or len(heard.join(redactions, "article_id")):
        return texts
    anew = session.from_arrow(borne_upon(texts, heard))
    return texts.join(anew, "version_key", how="semi")


def model(dbt: Any, session: Any) -> pa.Table:
    ordered = to_group(dbt, session).order("published_at nulls last, article_id, version_key").to_arrow_table()
    leading = pa.array(grouped(ordered, float(dbt.config.get("text_similarity"))))
    leaders = ordered.drop_columns(["signature", "bands"]).take(leading)
    ids, originals = ordered.column("article_id"), leaders.column("article_id")
    outlets = pc.coalesce(leaders.column("outlet"), leaders.column("file_name"))
    return pa.table(
        {
            "article_id": ids,
            "article_version": ordered.column("article_version"),
            "version_key": ordered.column("version_key"),
            "text_key": leaders.column("version_key"),
            "text_id": leaders.column("article_version"),
            "is_original": pc.equal(ids, originals),
            "original_article_id": originals,
            "original_outlet": outlets,
        }
    )
