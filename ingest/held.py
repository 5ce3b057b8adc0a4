"""What the log already knows, so that the same input adds nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from event_log.events import ArticleReleased
from event_log.queries import held_versions
from ingest.addresses import article_id, url_address
from ingest.records import Facts

if TYPE_CHECKING:
    from event_log.log import EventLog
    from event_log.queries import HeldVersion
    from ingest.records import Article

_FACT_NAMES = tuple(field.name for field in fields(Facts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of an article, without its text."""

    article_id: str
    article_version: str
    raw_digest: str
    address: str
    file_name: str
    media_type: str
    facts: Facts

    def is_same(self, article: Article) -> bool:
        """Whether ``article`` says the same.

        The same bytes with the same facts do, also where newer reading rules would make another text of them: claims
        point into the text as it was read.
        """
        same_input = (self.raw_digest, self.facts) == (article.raw_digest, article.facts)
        return same_input or self.article_version == article.article_version


def released_facts(log: EventLog) -> dict[tuple[str, str], Facts]:
    """What people stated when they let refused input in after all, by address and digest of the bytes."""
    return {
        (event.address, event.raw_digest): Facts(**{name: getattr(event, name) for name in _FACT_NAMES})
        for event in log.read(ArticleReleased)
    }


class Held:
    """The versions that the log holds, by article, by URL and by file; kept up to date while a run adds to them."""

    def __init__(self, versions: list[Version]) -> None:
        self._by_article: dict[str, list[Version]] = defaultdict(list)
        self._by_url: dict[str, str] = {}
        self._by_file: dict[tuple[str, str], list[Version]] = defaultdict(list)
        for version in versions:
            self.add(version)

    @classmethod
    def in_log(cls, log: EventLog) -> Held:
        return cls([_version(held) for held in held_versions(log)])

    def add(self, version: Version) -> None:
        self._by_article[version.article_id].append(version)
        self._by_file[version.file_name, version.raw_digest].append(version)
        if version.facts.url:
            self._by_url[url_address(version.facts.url)] = version.article_id

    def versions(self, article: str) -> list[Version]:
        """Versions of an article, oldest first."""
        return self._by_article.get(article, [])

    def current(self, article: str) -> Version | None:
        versions = self.versions(article)
        return versions[-1] if versions else None

    def known_file(self, *, file_name: str, raw_digest: str, stated: Facts) -> Version | None:
        """Return the newest version of an article whose text file had these bytes and facts: it need not be read.

        Only where everything known about it was stated beside it: what a page says of itself shows when it is read.
        """
        for version in self._by_file.get((file_name, raw_digest), ()):
            is_text = version.media_type == "text/plain"
            if is_text and _is_all_stated(version.facts, stated) and self.current(version.article_id) is version:
                return version
        return None

    def address_of(self, *, path: str, file_name: str, raw_digest: str, facts: Facts) -> str:
        """Return the address of an article: the one under which the log knows it, if it does.

        It may know it by a URL, also one that was stated later than the article came in; by its path; or, where it
        has no URL, by the same bytes, name and facts at another path, since files and folders are moved.
        """
        own = url_address(facts.url) if facts.url else path
        known = self.current(self._by_url.get(own) or article_id(own))
        if known is None and facts.url:
            known = self._unmoved(path, raw_digest)
        elif known is None:
            known = self._moved(file_name, raw_digest, facts)
        return known.address if known else own

    def _unmoved(self, path: str, raw_digest: str) -> Version | None:
        current = self.current(article_id(path))
        return current if current and current.raw_digest == raw_digest and current.facts.url is None else None

    def _moved(self, file_name: str, raw_digest: str, facts: Facts) -> Version | None:
        same_bytes = self._by_file.get((file_name, raw_digest), ())
        return next((version for version in same_bytes if version.facts == facts), None)


def _is_all_stated(known: Facts, stated: Facts) -> bool:
    names = (name for name in _FACT_NAMES if name != "language")
    same_language = stated.language in {None, known.language}
    return same_language and all(getattr(known, name) == getattr(stated, name) for name in names)


def _version(held: HeldVersion) -> Version:
    return Version(
        article_id=held.article_id,
        article_version=held.article_version,
        raw_digest=held.raw_digest,
        address=held.address,
        file_name=held.file_name,
        media_type=held.media_type,
        facts=Facts(**{name: getattr(held, name) for name in _FACT_NAMES}),
    )
