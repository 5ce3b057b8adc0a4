"""The archive of raw bytes, each kept under its own SHA-256, on any file system that fsspec knows."""

from __future__ import annotations

import hashlib
import re
import uuid
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from fsspec.implementations.local import LocalFileSystem

from event_log.errors import ArchiveCorrupted, RawBytesMissing
from event_log.faults import disk_told

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_DIGEST = re.compile(r"[0-9a-f]{64}")


class Archive:
    """Raw bytes by digest below a folder: ``ab/cdef...``, the first two digits being the folder."""

    def __init__(self, path: Path | str, *, file_system: AbstractFileSystem | None = None) -> None:
        self._root = str(path).rstrip("/")
        self._files = file_system or LocalFileSystem()

    def put(self, content: bytes) -> str:
        """Keep the bytes and return their SHA-256. Bytes that are held already, whole, are not written again."""
        digest = hashlib.sha256(content).hexdigest()
        if not self._holds_whole(digest, content):
            self._write(self.location(digest), content)
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes with this digest, or `RawBytesMissing`, or `ArchiveCorrupted` where they have changed."""
        try:
            content: bytes = self._files.cat_file(self.location(digest))
        except FileNotFoundError as error:
            raise RawBytesMissing(
                f"The archive has nothing at {self.location(digest)}. "
                "Put the file back from a backup, or ingest the original again."
            ) from error
        if hashlib.sha256(content).hexdigest() != digest:
            raise ArchiveCorrupted(
                f"{self.location(digest)} in the archive has changed: its bytes no longer have the digest in its name. "
                "Put the file back from a backup, or ingest the original again."
            )
        return content

    def remove(self, digest: str) -> None:
        """Take the bytes with this digest out for good; fine where they are gone."""
        location = self.location(digest)
        if self._files.isfile(location):
            self._files.rm_file(location)

    def digests(self) -> tuple[str, ...]:
        """Digests under which something is kept, in order."""
        if not self._files.isdir(self._root):
            return ()
        names = ("".join(path.rsplit("/", 2)[-2:]) for path in self._files.find(self._root))
        return tuple(sorted(name for name in names if _DIGEST.fullmatch(name)))

    def location(self, digest: str) -> str:
        """Where the bytes with this digest are kept. The digest is checked, so that none leads out of the archive."""
        if not _DIGEST.fullmatch(digest):
            raise RawBytesMissing(f"{digest!r} is no SHA-256, so the archive can hold nothing under it.")
        return f"{self._root}/{digest[:2]}/{digest[2:]}"

    def _holds_whole(self, digest: str, content: bytes) -> bool:
        location = self.location(digest)
        return bool(self._files.isfile(location) and self._files.cat_file(location) == content)

    def _write(self, location: str, content: bytes) -> None:
        # A reader, or a run after a crash, finds the whole file or none.
        unfinished = f"{location}.{uuid.uuid4().hex}.unfinished"
        with disk_told(Path(location)):
            try:
                self._files.makedirs(location.rsplit("/", 1)[0], exist_ok=True)
                self._files.pipe_file(unfinished, content)
                self._files.mv(unfinished, location)
            except OSError:
                with suppress(OSError):  # a full disk needs the room
                    self._files.rm_file(unfinished)
                raise
