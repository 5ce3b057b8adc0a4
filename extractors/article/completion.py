"""From draft to claim: place, time, scope, speaker and status are read off the event's clause.

Order matters once: whether a claim is a running total decides how its time is read, and its place and tense decide
whether it is a total.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from extractors.article.story import Told, only_day
from extractors.attribution.finding import speaker_of
from extractors.attribution.responders import responder
from extractors.places.placement import (
    named_in_source,
    names_a_part,
    national_place,
    place_of_draft,
    speaks_for_country,
)
from extractors.records import Claim, When
from extractors.status.reading import is_actual, status_of
from extractors.status.scope import is_perfect, scope_of, tells_of_unrest
from extractors.times.events import measure_when, response_when, saying_time, when_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from spacy.tokens import Token

    from extractors.drafts import ArticleReading, Draft, SentenceReading
    from extractors.records import Speaker

GOES_ON = 2  # sentences that go on from the day of one before them
LONG_AGO = timedelta(days=300)
NOBODY = frozenset({"nobody", "no one", "no-one", "none", "neither"})  # "nobody knows how many"
YEARS = re.compile(r"\b(?:19|20)\d\d|\byears?\b|\bdecades?\b", re.IGNORECASE)


def speaker(draft: Draft, sentence: SentenceReading, article: ArticleReading) -> Speaker | None:
    """Whose word the event is: the attribution that covers it; a response speaks for itself."""
    if draft.source_is_actor:
        return responder(draft, sentence, article)
    start = sentence.sentence.start + draft.event.idx
    found = speaker_of(start, start + len(draft.event.text), article.attributions.of(sentence.sentence.index))
    if found is not None and found.source.lower() in NOBODY:
        return None
    if found is not None and draft.family == "measure" and found.source == draft.actor:
        return None  # to announce a measure is to take it: the article says so in its own voice
    return found


def when_of_draft(draft: Draft, sentence: SentenceReading, scope: str | None) -> When | None:
    """When, read as the family reads time: a measure is decided, a response is said, a toll stands as of a day."""
    if draft.family == "response":
        return response_when(draft.event, sentence.times)
    if draft.family == "measure":
        is_over = (draft.status or status_of(draft.event)) == "ended"
        length = draft.count.value if draft.count and not is_over else None
        when = measure_when(draft.event, sentence.times, length_days=length)
        return replace(when, end=when.end or when.start) if when is not None and is_over else when
    when = when_of(draft.event, sentence.times, scope=scope, ongoing=is_toll(draft))
    return when or stands_as_of(draft, sentence)


def is_toll(draft: Draft) -> bool:
    """ "The death toll rose to 104 on Monday": Monday is when it stood there, not when they died."""
    return draft.rule.endswith((".toll", ".number"))


def stands_as_of(draft: Draft, sentence: SentenceReading) -> When | None:
    """ "Floods have now killed 306 people, officials said on Wednesday": such a count stands as of its saying."""
    said = saying_time(sentence.doc, sentence.times)
    runs_on = draft.kind == "missing" or any(
        child.lower_ in ("have", "has") and child.dep_ == "aux" for child in draft.event.children
    )
    counted = draft.count is not None and draft.family in ("casualty", "detention", "displacement")
    return When(said.text, None, said.end) if said is not None and runs_on and counted else None


def is_threat(draft: Draft) -> bool:
    """An attack to come is a threat or a warning ("said a bomb would go off"), which is no claim."""
    return draft.kind == "attack" and status_of(draft.event) == "planned"


def is_outcome(event: Token) -> bool:
    """A death named by a noun or told as an outcome ("..., killing 12") happened on the day of its sentence."""
    return event.pos_ == "NOUN" or event.tag_ == "VBG"


def is_none(draft: Draft) -> bool:
    """ "No casualties were reported": the negation is the count."""
    return draft.count is not None and draft.count.high == 0


def is_history(draft: Draft, when: When | None, published: date | None) -> bool:
    """A measure or response from long before the events covered is background; only a count would make it a claim."""
    counted = draft.family in ("unrest", "damage") and draft.count is not None
    if (
        draft.family not in ("measure", "response", "unrest", "damage", "disruption")
        or counted
        or when is None
        or published is None
    ):
        return False
    day = when.end or when.start
    return day is not None and published - day > LONG_AGO and YEARS.search(when.text) is not None


def day_before(sentence: SentenceReading, article: ArticleReading) -> When | None:
    """The one fresh day of the sentences before in the paragraph; None where this sentence has a time of its own."""
    if sentence.times:
        return None
    here = sentence.sentence
    for index in range(here.index - 1, max(-1, here.index - 1 - GOES_ON), -1):
        before = article.sentences[index]
        if before.is_headline or before.paragraph != here.paragraph:
            return None
        if article.times[index]:
            return only_day(article.parsed[index], article.article.published)
    return None


def complete(draft: Draft, sentence: SentenceReading, article: ArticleReading) -> Told | None:
    """The whole claim, or None where the event is none: a hypothetical, a threat, a general rule."""
    if not is_actual(draft.event, says_none=is_none(draft)):
        return None
    spoken = speaker(draft, sentence, article)
    if (draft.source_is_actor and spoken is None) or is_threat(draft):
        return None
    dated = when_of(draft.event, sentence.times)
    scope = scope_of(
        draft,
        dated,
        unrest=tells_of_unrest(article.article.text),
        national=speaks_for_country(spoken),
        within=names_a_part(sentence, article) or named_in_source(spoken) is not None,
    )
    place = place_of_draft(draft, sentence, article, spoken, scope.value)
    when = when_of_draft(draft, sentence, scope.value)
    if is_history(draft, dated, article.article.published):
        return None
    start = sentence.sentence.start
    claim = Claim(
        family=draft.family,
        kind=draft.kind,
        count=draft.count,
        subject=draft.subject,
        group=draft.group,
        actor=spoken.source if draft.source_is_actor and spoken is not None else draft.actor,
        place=place,
        when=when,
        scope=scope.value,
        speaker=spoken,
        status=draft.status or status_of(draft.event),
        evidence=sentence.sentence.text,
        start=start,
        end=sentence.sentence.end,
        rule=draft.rule,
        count_start=start + draft.count_range[0] if draft.count_range else None,
        count_end=start + draft.count_range[1] if draft.count_range else None,
    )
    return Told(
        claim,
        scope_is_sure=scope.is_sure,
        day_beside=only_day(sentence, article.article.published),
        is_outcome=is_outcome(draft.event),
        day_above=article.headed.get(sentence.sentence.paragraph),
        day_before=day_before(sentence, article),
        country=national_place(place, sentence, article, spoken) if scope.is_sure or is_perfect(draft) else None,
    )


def completed(drafts: Iterable[Draft], sentence: SentenceReading, article: ArticleReading) -> Iterator[Told]:
    for draft in drafts:
        told = complete(draft, sentence, article)
        if told is not None:
            yield told
