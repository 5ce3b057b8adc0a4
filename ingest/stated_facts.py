"""What people state about an article beside it: the fields of a sidecar or of a line in an index.

Precedence: sidecar, then index, then the page itself.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from ingest.addresses import is_article_url
from ingest.characters import one_line, printable
from ingest.dates import Published, published
from ingest.records import Facts

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELDS = ("published", "outlet", "title", "url", "author", "language")
_LONGEST = 1_000
_SHOWN = 60  # characters of a bad value that a message repeats
_HINTS = {
    "published": "write a day (2022-01-05) or a time (2022-01-05T18:30:00+06:00)",
    "url": "write the article's own address, beginning with http:// or https://",
    "language": 'write a code of two or three letters, such as "en"',
}


class FactError(ValueError):
    """A stated fact that cannot be used. ``field`` is its key, where the trouble is with one."""

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


def _moment(value: object) -> Published:
    if not isinstance(value, str | date):
        raise ValueError("not a date")  # noqa: TRY004 - pydantic turns a ValueError into its own
    return published(value)


def _url(value: str) -> str:
    if not is_article_url(value):
        raise ValueError("not an article's address")
    return value


def _line(value: str) -> str | None:
    return one_line(value) or None


def _language(value: str) -> str:
    return value.replace("_", "-").split("-")[0].lower()


Line = Annotated[str, Field(max_length=_LONGEST), AfterValidator(_line)]
Moment = Annotated[Published, BeforeValidator(_moment)]
Url = Annotated[str, BeforeValidator(str.strip), AfterValidator(_url)]
Language = Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*$"), AfterValidator(_language)]


class _Stated(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    published: Moment | None = None
    outlet: Line | None = None
    title: Line | None = None
    url: Url | None = None
    author: Line | None = None
    language: Language | None = None


def stated_facts(told: Mapping[str, Any]) -> Facts:
    """Return the facts in ``told``; raises ``FactError`` with the key at fault."""
    try:
        stated = _Stated.model_validate(dict(told))
    except (ValidationError, TypeError, AttributeError) as error:
        raise _fact_error(error) from error
    published_at, published_prec, published_on = stated.published or (None, None, None)
    return Facts(
        published_at=published_at,
        published_prec=published_prec,
        published_on=published_on,
        outlet=stated.outlet,
        title=stated.title,
        url=stated.url,
        author=stated.author,
        language=stated.language,
    )


def _fact_error(error: Exception) -> FactError:
    if not isinstance(error, ValidationError):
        return FactError("its keys must be words and its values text")
    first = error.errors(include_url=False)[0]
    key = printable(str(first["loc"][0]))[:_SHOWN]
    if first["type"] == "extra_forbidden":
        return FactError(f'the key "{key}" is not known; known are {", ".join(FIELDS)}', field=key)
    shown = printable(repr(first["input"])[:_SHOWN]) if isinstance(first["input"], str | int | float) else "its value"
    return FactError(f'"{key}" cannot be {shown}: {_HINTS.get(key, "write it as text")}', field=key)
