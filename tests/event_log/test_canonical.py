"""The ids must never change: they are computed here a second time, as the docstring of the module tells it."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from event_log.canonical import event_ids
from event_log.events import ArticleRejected, CasualtyReported
from event_log.rows import payload_of
from tests.event_log.makers import article, claim, rejection

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def told(value: Any) -> bytes:
    if isinstance(value, str):
        content = value.encode()
        return f"{len(content)}:".encode() + content
    if isinstance(value, float):
        return str(struct.unpack(">q", struct.pack(">d", value))[0]).encode()
    if isinstance(value, datetime):
        return str((value - datetime(1970, 1, 1, tzinfo=UTC)) // (datetime.resolution)).encode()
    if isinstance(value, date):
        return str((value - date(1970, 1, 1)).days).encode()
    return str(value).encode()


def id_by_the_book(event: Any) -> str:
    given_fields = sorted((name, value) for name, value in asdict(event).items() if value is not None)
    content = b"".join(name.encode() + b"=" + told(value) + b";" for name, value in given_fields)
    return hashlib.sha256(f"{event.event_type}@1;".encode() + content).hexdigest()


def id_of(event: Any) -> str:
    (found,) = event_ids(event.event_type, "1", payload_of(type(event), [event]))
    return found


@settings(deadline=None)
@given(
    place=st.none() | texts,
    latitude=st.none() | st.floats(allow_nan=False, allow_infinity=False),
    geoname_id=st.none() | st.integers(-(2**63), 2**63 - 1),
    when_start=st.none() | st.dates(),
)
def test_id_of_a_claim_is_by_the_book(**fields: Any) -> None:
    event = claim(**fields)
    assert id_of(event) == id_by_the_book(event)


@settings(deadline=None)
@given(published_at=st.none() | st.datetimes(timezones=st.just(UTC)), title=st.none() | texts, text=texts)
def test_id_of_an_article_is_by_the_book(**fields: Any) -> None:
    event = article(**fields)
    assert id_of(event) == id_by_the_book(event)


def test_id_of_a_known_event_stays() -> None:
    assert id_of(rejection("b")) == "dd2260322f7a98fb04010a739fe947105365feba00c02f76082bffe988a8d9bf"


@settings(deadline=None)
@given(st.lists(st.tuples(texts, texts), min_size=2, max_size=2, unique=True))
def test_text_cannot_pass_for_another_field(pairs: list[tuple[str, str]]) -> None:
    first, second = (rejection(address=address, file_name=file_name) for address, file_name in pairs)
    assert len(set(event_ids("article_rejected", "1", payload_of(ArticleRejected, [first, second])))) == 2


def test_type_and_version_are_part_of_the_id() -> None:
    payload = payload_of(CasualtyReported, [claim()])
    ids = {event_ids(name, version, payload)[0] for name in ("casualty_reported", "x") for version in ("1", "2")}
    assert len(ids) == 4
