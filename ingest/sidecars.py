"""Sidecars: ``NAME.yaml`` beside ``NAME.txt`` states facts about it, and so does ``NAME.txt.yaml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from ingest.records import Facts
from ingest.refusals import Refusal
from ingest.stated_facts import FactError, stated_facts

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = (".yaml", ".yml")
_MAX_BYTES = 65_536  # a sidecar has six short fields
_REMEDY = "Correct the sidecar; until then the article is read without it."


def sidecar_of(article: Path) -> Path | None:
    """Return the sidecar of an article: the one that names its extension, if there are two."""
    for stem in (article.name, article.stem):
        for suffix in SUFFIXES:
            candidate = article.with_name(stem + suffix)
            if candidate.is_file():
                return candidate
    return None


def read_sidecar(path: Path) -> Facts | Refusal:
    """Return the facts that a sidecar states, or why it is refused."""
    try:
        with path.open("rb") as file:
            raw = file.read(_MAX_BYTES + 1)
    except OSError as error:
        return _refusal(f"The sidecar cannot be read ({error.strerror}).", b"")
    if len(raw) > _MAX_BYTES:
        return _refusal(f"The sidecar is larger than {_MAX_BYTES:,} bytes.", b"")
    return parse_sidecar(raw)


def parse_sidecar(raw: bytes) -> Facts | Refusal:
    """As ``read_sidecar``, from its bytes."""
    try:
        text = raw.decode("utf-8-sig")
        told = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        return _refusal(f"Line {_line(error)} of the sidecar is not YAML ({error.problem}).", raw)
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, OverflowError, RecursionError, TypeError, AttributeError):
        return _refusal("The sidecar is not YAML in UTF-8, or a date in it does not exist.", raw)
    if told is None:
        return Facts()
    if not isinstance(told, dict):
        return _refusal('Line 1 of the sidecar is not of the form "key: value".', raw)
    try:
        return stated_facts(told)
    except FactError as error:
        return _refusal(f"Line {_key_line(text, error.field)} of the sidecar: {error}.", raw)


def _line(error: yaml.MarkedYAMLError) -> int:
    mark = error.problem_mark or error.context_mark
    return mark.line + 1 if mark else 1


def _key_line(text: str, key: str | None) -> int:
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((name.start_mark.line + 1 for name, _ in pairs if str(name.value) == key), 1)


def _refusal(reason: str, raw: bytes) -> Refusal:
    return Refusal(code="broken_sidecar", reason=reason, remedy=_REMEDY, raw=raw or None)
