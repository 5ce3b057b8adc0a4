"""From draft to claim: place, time, scope, speaker and status are read off the event's clause.

Order matters once: whether a claim is a running total decides how its time is read, and its place and tense decide whether it is a total.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.attribution import speaker_of
from extractors.places import resolve_place
from extractors.records import Claim, Speaker
from extractors.scope import NATIONAL, scope_of
from extractors.source_types import source_type_of
from extractors.status import is_actual, status_of
from extractors.when import when_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractors.drafts import ArticleReading, Draft, SentenceReading

NATIONAL_SOURCES = frozenset({"government", "military"})


def speaker(draft: Draft, sentence: SentenceReading, article: ArticleReading) -> Speaker | None:
    """Whose word the event is: the attribution that covers it; a response speaks for itself."""
    start = sentence.sentence.start + draft.event.idx
    found = speaker_of(start, start + len(draft.event.text), article.attributions)
    if found is None and draft.source_is_actor and draft.actor:
        return Speaker(draft.actor, source_type_of(draft.actor))
    return found


def complete(draft: Draft, sentence: SentenceReading, article: ArticleReading) -> Claim | None:
    """The whole claim, or None where the event is none: a hypothetical, a threat, a general rule."""
    if not is_actual(draft.event):
        return None
    spoken = speaker(draft, sentence, article)
    place = resolve_place(
        draft.event,
        sentence.sentence.index,
        article,
        family=draft.family,
        national=spoken is not None and spoken.source_type in NATIONAL_SOURCES and draft.count is not None,
    )
    national = place is not None and place.where_prec == NATIONAL
    scope = scope_of(draft, None, unrest=is_unrest(article), national=national)
    when = when_of(draft.event, sentence.times, published=article.article.published, family=draft.family, scope=scope)
    start = sentence.sentence.start
    return Claim(
        family=draft.family,
        kind=draft.kind,
        count=draft.count,
        subject=draft.subject,
        group=draft.group,
        actor=draft.actor,
        place=place,
        when=when,
        scope=scope_of(draft, when, unrest=is_unrest(article), national=national),
        speaker=spoken,
        status=draft.status or status_of(draft.event),
        evidence=sentence.sentence.text,
        start=start,
        end=sentence.sentence.end,
        rule=draft.rule,
        count_start=start + draft.count_range[0] if draft.count_range else None,
        count_end=start + draft.count_range[1] if draft.count_range else None,
    )


def is_unrest(article: ArticleReading) -> bool:
    """Does the article tell of a wave of protests, a war, a campaign?"""
    words = article.article.text.lower()
    return any(word in words for word in ("protest", "unrest", "crackdown", "uprising", "war ", "coup", "offensive", "demonstrat", "riot"))


def completed(drafts: Iterable[Draft], sentence: SentenceReading, article: ArticleReading) -> Iterator[Claim]:
    for draft in drafts:
        claim = complete(draft, sentence, article)
        if claim is not None:
            yield claim
