"""Which files are articles to be: a walk over what the user named, in an order that is the same every time."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.addresses import path_address
from ingest.characters import printable
from ingest.index_files import NAME as INDEX_NAME
from ingest.readers import HTML_SUFFIXES, SUFFIXES
from ingest.refusals import Refusal
from ingest.sidecars import SUFFIXES as SIDECAR_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

# Hidden files, editors' and browsers' leavings, and what describes a folder to people.
_SKIPPED = re.compile(
    r"\..*|.*~|#.*#|.*\.(?:bak|swp|swo|tmp|orig|part|crdownload|download)|thumbs\.db|desktop\.ini"
    r"|(?:readme|licen[cs]e|copying)(?:\.(?:md|txt|rst))?",
    re.IGNORECASE,
)
_DEEPEST = 100  # folders inside each other: far beyond any archive, and well within Python's stack
_HOME_MARK = "event_log.duckdb"  # a ledger's own home is no input
_REMEDIES = {
    ".pdf": "Save the PDF's text as a .txt file.",
    ".docx": "Save the document's text as a .txt file.",
    ".doc": "Save the document's text as a .txt file.",
    ".odt": "Save the document's text as a .txt file.",
    ".rtf": "Save the document's text as a .txt file.",
    ".md": "Rename it to .txt if it is an article.",
    ".zip": "Unpack it and ingest the folder.",
    ".gz": "Unpack it and ingest the folder.",
}


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read. ``root`` is the folder that the user named, or the folder of the file that the user named."""

    path: Path
    root: Path
    kept_at: str | None = None  # its address, where the bytes come from the archive and no file is looked for

    @property
    def address(self) -> str:
        return self.kept_at or path_address(self.path, self.root)


@dataclass(frozen=True, slots=True)
class Unusable:
    """Something that was found and is no file to read."""

    address: str
    file_name: str
    refusal: Refusal
    path: Path | None = None  # where its bytes may be worth keeping


@dataclass(frozen=True, slots=True)
class FoundFolder:
    """A folder that was entered; it may hold an index."""

    path: Path
    root: Path


Found = FoundFile | FoundFolder | Unusable


def find(paths: Iterable[Path]) -> Iterator[Found]:
    """Yield what there is at ``paths``, each real file once, folders before what is in them."""
    seen: set[tuple[int, int]] = set()
    files: set[Path] = set()
    for path in paths:
        for found in _at(path, seen):
            if isinstance(found, FoundFile):
                real = found.path.resolve()
                if real in files:
                    continue
                files.add(real)
            yield found


def _at(path: Path, seen: set[tuple[int, int]]) -> Iterator[Found]:
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as error:
        yield _missing(path, error)
        return
    if is_folder:
        yield from _walk(path, path, seen, ancestors=())
    else:
        yield FoundFolder(path.parent, path.parent)
        yield from _file(path, path.parent)


def _missing(path: Path, error: Exception) -> Unusable:
    shown = printable(str(path))
    why = "There is no file or folder" if isinstance(error, FileNotFoundError) else "Nothing can be read at"
    refusal = Refusal(code="missing", reason=f"{why} {shown}.", remedy="Check the spelling and the current folder.")
    return Unusable(shown, printable(path.name), refusal)


def _walk(
    folder: Path, root: Path, seen: set[tuple[int, int]], *, ancestors: tuple[tuple[int, int], ...]
) -> Iterator[Found]:
    try:
        status = folder.stat()
        entries = sorted(os.scandir(folder), key=_order)
    except OSError as error:
        yield _unreadable(folder, root, f"The folder cannot be read ({error.strerror}).")
        return
    identity = (status.st_dev, status.st_ino)
    if len(ancestors) > _DEEPEST:
        yield _unreadable(folder, root, f"The folder lies more than {_DEEPEST} folders deep.")
    elif identity in ancestors:
        reason = "The folder is a link to a folder that it lies in."
        remedy = "Remove the link; the folder it points to is read anyway."
        refusal = Refusal(code="folder_loop", reason=reason, remedy=remedy)
        yield Unusable(path_address(folder, root), printable(folder.name), refusal)
    elif identity not in seen:
        seen.add(identity)
        yield FoundFolder(folder, root)
        names = {entry.name for entry in entries}
        for entry in entries:
            if not _is_skipped(entry, names):
                yield from _entry(folder / entry.name, root, seen, ancestors=(*ancestors, identity))


def _order(entry: os.DirEntry[str]) -> tuple[bool, str]:
    return entry.is_symlink(), entry.name  # a file is found under its own name before any link to it


def _is_skipped(entry: os.DirEntry[str], names: set[str]) -> bool:
    if _SKIPPED.fullmatch(entry.name) or entry.name == INDEX_NAME:
        return True
    stem, _, ending = entry.name.rpartition("_")
    # A browser saves the pictures and scripts of page.html in page_files.
    return ending == "files" and any(stem + suffix in names for suffix in HTML_SUFFIXES)


def _entry(
    path: Path, root: Path, seen: set[tuple[int, int]], *, ancestors: tuple[tuple[int, int], ...]
) -> Iterator[Found]:
    if not path.is_dir():
        yield from _file(path, root)
    elif not (path / _HOME_MARK).exists():
        yield from _walk(path, root, seen, ancestors=ancestors)


def _file(path: Path, root: Path) -> Iterator[Found]:
    suffix = path.suffix.lower()
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield _gone(path, root, error)
        return
    if not stat.S_ISREG(mode):
        yield _unreadable(path, root, "It is no regular file.")
    elif suffix in SUFFIXES:
        yield FoundFile(path, root)
    elif suffix in SIDECAR_SUFFIXES:
        yield from _lonely_sidecar(path, root)
    else:
        yield _unsupported(path, root, suffix)


def _lonely_sidecar(path: Path, root: Path) -> Iterator[Unusable]:
    stem = path.with_suffix("")
    owners = [stem, *(stem.with_name(stem.name + suffix) for suffix in SUFFIXES)]
    if not any(owner.suffix.lower() in SUFFIXES and owner.exists() for owner in owners):
        reason = f"The sidecar describes no article: there is no {printable(stem.name)}.txt or .html beside it."
        refusal = Refusal(code="broken_sidecar", reason=reason, remedy="Rename it after its article, or take it away.")
        yield Unusable(path_address(path, root), printable(path.name), refusal, path)


def _unsupported(path: Path, root: Path, suffix: str) -> Unusable:
    kind = f'"{printable(suffix)}" files' if suffix else "Files without an extension"
    remedy = _REMEDIES.get(suffix, "Save the article as .txt or .html, or take the file out of the folder.")
    refusal = Refusal(code="unsupported_type", reason=f"{kind} are not read; .txt and .html are.", remedy=remedy)
    return Unusable(path_address(path, root), printable(path.name), refusal, path)


def _gone(path: Path, root: Path, error: OSError) -> Unusable:
    code = "vanished" if isinstance(error, FileNotFoundError) else "unreadable"
    reason = f"The file was listed but cannot be opened ({error.strerror})."
    refusal = Refusal(code=code, reason=reason, remedy="If it is a link, mend it; otherwise fetch the file again.")
    return Unusable(path_address(path, root), printable(path.name), refusal)


def _unreadable(path: Path, root: Path, reason: str) -> Unusable:
    refusal = Refusal(code="unreadable", reason=reason, remedy="Check its kind and its permissions, then ingest again.")
    return Unusable(path_address(path, root), printable(path.name), refusal)
