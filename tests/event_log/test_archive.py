from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from fsspec.implementations.memory import MemoryFileSystem
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from event_log.archive import Archive
from event_log.errors import ArchiveCorrupted, RawBytesMissing

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(params=["local", "memory"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Archive:
    if request.param == "local":
        return Archive(tmp_path / "archive")
    return Archive(f"/{tmp_path.name}/archive", file_system=MemoryFileSystem())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(content=st.binary(max_size=200))
def test_get_gives_back_what_was_put(archive: Archive, content: bytes) -> None:
    digest = archive.put(content)
    assert digest == hashlib.sha256(content).hexdigest()
    assert archive.get(digest) == content


def test_put_again_adds_nothing(archive: Archive) -> None:
    first = archive.put(b"bytes")
    assert archive.put(b"bytes") == first
    assert archive.digests() == (first,)


def test_digests_of_an_empty_archive_are_none(archive: Archive) -> None:
    assert archive.digests() == ()


def test_digests_leave_out_unfinished_files(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    digest = archive.put(b"bytes")
    (tmp_path / digest[:2] / f"{digest[2:]}.0123.unfinished").write_bytes(b"by")
    assert archive.digests() == (digest,)


def test_get_of_changed_bytes_is_an_error(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    digest = archive.put(b"bytes")
    (tmp_path / digest[:2] / digest[2:]).write_bytes(b"bites")
    with pytest.raises(ArchiveCorrupted, match="has changed"):
        archive.get(digest)


def test_put_mends_changed_bytes(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    digest = archive.put(b"bytes")
    (tmp_path / digest[:2] / digest[2:]).write_bytes(b"")
    archive.put(b"bytes")
    assert archive.get(digest) == b"bytes"


def test_get_of_unknown_bytes_is_an_error(archive: Archive) -> None:
    with pytest.raises(RawBytesMissing, match="has nothing at"):
        archive.get("0" * 64)


@pytest.mark.parametrize("digest", ["../../etc/passwd", "", "0" * 63, "0" * 64 + "\n", "A" * 64])
def test_no_digest_leads_out_of_the_archive(archive: Archive, digest: str) -> None:
    with pytest.raises(RawBytesMissing, match="is no SHA-256"):
        archive.get(digest)
