"""Rules as data: what a lexicon file may say, and errors that name the file and the line where it says something else.

A linguist adds a word by editing one YAML file under ``lexicons/``; every rule carries sentences that it must and
must not match, and one test runs them all.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

Model = TypeVar("Model", bound=BaseModel)
Pattern = Literal["object", "subject", "recipient", "state", "nominal", "toll", "head"]


class LexiconError(ValueError):
    """A lexicon file says something that no rule can mean."""


class Rule(BaseModel):
    """One way of saying one kind of claim.

    ``pattern`` names the grammatical place of what is counted: ``object`` of the verb (or subject of its passive),
    ``subject`` of the verb, its ``recipient`` (behind the preposition that the phrase ends in), the bearer of a
    ``state`` ("26 dead", "in custody"), the noun's own number in a ``nominal`` ("30 arrests", "the death of a
    guard"), the number after a ``toll`` noun, or the ``head`` noun itself ("12 bodies", "hostages"). A verb with more
    words ("take ~ into custody") may hold its object where ``~`` stands.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kind: str
    pattern: Pattern
    words: tuple[str, ...] = Field(min_length=1)
    takes: tuple[str, ...] = ()  # noun classes that what is counted must belong to; empty: whatever the family counts
    persons: bool = False  # only persons have this done to them: a noun that no list knows is one
    needs: frozenset[str] = frozenset()  # words one of which must stand in the sentence too
    unless: frozenset[str] = frozenset()  # words none of which may stand beside the trigger
    bare: bool = True  # may a mention without number and without class stand?
    status: Literal["asserted", "planned", "unconfirmed", "denied", "ended"] | None = None
    count: Literal[0] | None = (
        None  # the words themselves say none ("unhurt"); of a nominal: only where it is counted with "no"
    )
    collective: bool = False  # only as "among the victims": counts those named with it
    matches: tuple[str, ...] = Field(min_length=1)
    rejects: tuple[str, ...] = ()


class FamilyLexicon(BaseModel):
    """The rules of one family of claims."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    family: str
    about: str
    rules: tuple[Rule, ...]


class WordLoader(yaml.SafeLoader):
    """YAML in which words stay words: the plain loader reads "no", "on" and "off" as truth values."""


BOOLEAN = "tag:yaml.org,2002:bool"
WordLoader.yaml_implicit_resolvers = {
    letter: [(tag, shape) for tag, shape in resolvers if tag != BOOLEAN]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
WordLoader.add_implicit_resolver(BOOLEAN, re.compile(r"^(?:true|false)$"), list("tf"))


def folder() -> Traversable:
    return resources.files("extractors").joinpath("lexicons")


def line_of(text: str, location: tuple[int | str, ...]) -> int:
    """The line in a YAML text where the value at ``location`` (keys and positions from the root) begins."""
    node = yaml.compose(text, Loader=WordLoader)
    line = 1
    for step in location:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        else:
            node = None
        if node is None:
            break
        line = node.start_mark.line + 1
    return line


def load(name: str, model: type[Model]) -> Model:
    """The lexicon file of this name below ``folder()``; raises as ``parse``."""
    return parse(name, folder().joinpath(name).read_text(encoding="utf-8"), model)


def parse(name: str, text: str, model: type[Model]) -> Model:
    """Read a lexicon file's text; a ``LexiconError`` names file, line and remedy."""
    try:
        return model.model_validate(yaml.load(text, Loader=WordLoader))  # noqa: S506 - a SafeLoader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{name}:{mark.line + 1}" if mark else name
        raise LexiconError(f"{place}: not valid YAML ({getattr(error, 'problem', error)})") from None
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"]))
        raise LexiconError(f"{name}:{line_of(text, first['loc'])}: {field}: {first['msg']}") from None


def files(within: Traversable, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(within.iterdir(), key=str):
        if entry.is_dir():
            yield from files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith((".yaml", ".tsv")):
            yield prefix + entry.name, entry


@cache
def family_lexicons() -> Mapping[str, FamilyLexicon]:
    """Every family's rules, by family name."""
    return {
        lexicon.family: lexicon
        for name, entry in files(folder().joinpath("families"), "families/")
        for lexicon in [parse(name, entry.read_text(encoding="utf-8"), FamilyLexicon)]
    }


@cache
def lexicon_digest() -> str:
    """SHA-256 over every lexicon file's name and bytes: part of the extractor's version."""
    digest = hashlib.sha256()
    for name, entry in files(folder()):
        content = entry.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
