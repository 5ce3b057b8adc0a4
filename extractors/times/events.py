"""Which of a sentence's time expressions dates which of its events, and which only the saying of it."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from extractors.grammar.doc_words import SENTENCES
from extractors.records import When
from extractors.times.words import time_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Span, Token

    from extractors.records import TimeExpression

_DATING = frozenset({"day", "vague"})
_ARGUMENTS = frozenset({"dobj", "obj", "nsubj", "nsubjpass", "attr", "acomp", "oprd"})
_BARRIER_MARKS = frozenset({"since", "before", "until", "if", "unless", "although", "though"})
_SEQUELS = frozenset({"after", "since", "following", "before"})  # what hangs on them has a day of its own
_BREAKS = frozenset({",", ";", ":", '"', "“", "”", "\u2013", "\u2014", "("})
_FAR = 9


def time_of(event: Token, times: Sequence[TimeExpression], *, kinds: frozenset[str] = _DATING) -> TimeExpression | None:
    """The expression that dates the event (its verb or noun); None where only the saying is dated."""
    ranked = [
        (_distance(event, expression), abs(_middle(expression) - event.idx), i)
        for i, expression in enumerate(times)
        if expression.kind in kinds
    ]
    best = min(ranked, default=None)
    return times[best[2]] if best and best[0] < _FAR else None


def saying_time(doc: Doc, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The expression that dates the saying: ``the ministry said on Friday``."""
    return next(
        (expression for expression in times if expression.kind == "day" and _is_of_saying(doc, expression)), None
    )


def when_of(
    event: Token, times: Sequence[TimeExpression], *, scope: str | None = None, ongoing: bool = False
) -> When | None:
    """When the event happened, by the guide.

    A running total or a state that goes on (``ongoing``, "remained missing") has the as-of day as its end.

    A total keeps no start, also after "since"; anything else keeps the day since which it lasts.
    """
    if scope == "total":
        return _running_total(event, times)
    expression = time_of(event, times, kinds=_DATING | {"since", "as_of"})
    if expression is None:
        return None
    if expression.kind == "since":
        as_of = _only(times, "as_of")
        return When(expression.text, expression.start, as_of.end if as_of else None)
    return When(expression.text, None, expression.end) if ongoing or _goes_on(event) else _when(expression)


def _goes_on(event: Token) -> bool:
    return event.lemma_ == "remain" or event.head.lemma_ == "remain"


def measure_when(event: Token, times: Sequence[TimeExpression], *, length_days: float | None = None) -> When | None:
    """A measure's first day (the day it was decided) and last day (stated, or by its length)."""
    decided, until = time_of(event, times) or _announcing_time(event, times), _only(times, "until")
    named = decided or until
    if named is None:
        return None
    start = decided.start if decided else None
    last = start + timedelta(days=length_days) if start and length_days else None
    return When((until or named).text, start, until.end if until else last)


def _announcing_time(event: Token, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """``announced a curfew on Monday``, ``declared war, imposing a curfew``: to say a measure is to decide it."""
    token = event
    while token.dep_ in _ARGUMENTS | {"conj", "advcl", "prep", "pobj"} and token.head != token:
        token = token.head
        if token.pos_ == "VERB" and _says(token):
            spans = ((expression, _span(event.doc, expression)) for expression in times if expression.kind == "day")
            return next((expression for expression, span in spans if span and _governor(span) == token), None)
    return None


def response_when(event: Token, times: Sequence[TimeExpression]) -> When | None:
    """The day of a response is the day of saying."""
    expression = time_of(event, times) or saying_time(event.doc, times)
    return _when(expression) if expression else None


def _running_total(event: Token, times: Sequence[TimeExpression]) -> When | None:
    as_of, since, said = _only(times, "as_of"), _only(times, "since"), saying_time(event.doc, times)
    if since:
        end = next((expression.end for expression in (as_of, said) if expression), None)
        return When(since.text, None, end)
    dated = as_of or time_of(event, times)
    if dated:
        return _when(dated)
    return When(said.text, None, said.end) if said else None


def _only(times: Iterable[TimeExpression], kind: str) -> TimeExpression | None:
    return next((expression for expression in times if expression.kind == kind), None)


def _when(expression: TimeExpression) -> When:
    return When(expression.text, expression.start, expression.end)


def _middle(expression: TimeExpression) -> float:
    return (expression.char_start + expression.char_end) / 2


def _span(doc: Doc, expression: TimeExpression) -> Span | None:
    return doc.char_span(expression.char_start, expression.char_end, alignment_mode="expand")


@lru_cache(maxsize=SENTENCES)
def _distance(event: Token, expression: TimeExpression) -> int:
    """How far the expression's governor is from the event: 0 its own, up to ``_FAR``, not of it."""
    span = _span(event.doc, expression)
    if span is None:
        return _FAR
    if span.start <= event.i < span.end:
        return 0
    governor = _governor(span)
    if governor == event:
        return 0
    if _in_its_when_clause(event, span):
        return 1
    return _FAR if _says(governor) else min(_from(token, governor, span) + extra for token, extra in _stand_ins(event))


def _stand_ins(event: Token) -> Iterator[tuple[Token, int]]:
    """The event itself; the verb whose object or subject it is ("opened fire"); the verb that it is joined to."""
    yield event, 0
    if (
        event.pos_ in {"NOUN", "PROPN", "ADJ"}
        and event.dep_ in _ARGUMENTS
        and event.head.pos_ in {"VERB", "AUX"}
        and not _says(event.head)
    ):
        yield event.head, 1
    if event.dep_ == "conj" and not _says(event.head):
        yield event.head, 2


def _from(event: Token, governor: Token, span: Span) -> int:
    return 0 if event == governor else min(_below(event, governor, span), _above(event, governor), _beside(event, span))


def _in_its_when_clause(event: Token, span: Span) -> bool:
    """``last year, when a bomber killed 63``."""
    following = [token for token in event.doc[span.end : span.end + 2] if token.text != ","]
    if not following or following[0].lower_ != "when" or event.i < span.end:
        return False
    clause = following[0].head
    return clause == event or clause.is_ancestor(event)


def _governor(span: Span) -> Token:
    """The verb or noun that the expression hangs on, mended where the surface speaks against the parse."""
    said = _said_right_before(span)
    if said is not None:
        return said
    governor = _parsed_governor(span)
    if _says(governor) and governor.i < span.start:
        between = [
            token
            for token in span.doc[governor.i + 1 : span.start]
            if _is_event_verb(token) and governor.is_ancestor(token)
        ]
        between = between or [
            token for token in span.doc[governor.i + 1 : span.start] if token.lower_ in time_lexicon().event_nouns
        ]
        if between and not _broken(span.doc[between[-1].i : span.start]):
            return between[-1]
    return governor


def _parsed_governor(span: Span) -> Token:
    heads = [token.head for token in span if not span.start <= token.head.i < span.end]
    governor = heads[-1] if heads else span.root
    while (
        governor.pos_ in {"ADP", "SCONJ", "ADV", "PART"}
        and governor.head != governor
        and governor.dep_ in {"prep", "advmod", "mark", "pcomp"}
    ):
        governor = governor.head
    return governor


def _said_right_before(span: Span) -> Token | None:
    """``said Friday``, ``said in a statement late on Friday``: only words of saying stand between."""
    nouns = time_lexicon().saying.nouns
    for token in reversed(span.doc[max(0, span.start - 6) : span.start]):
        if token.pos_ == "VERB" and _says(token):
            return token
        passable = (
            token.lemma_.lower() in nouns
            or token.pos_ in {"ADP", "DET", "ADJ", "PRON"}
            or token.lower_ in {"reporters", "news"}
        )
        if not passable:
            return None
    return None


def _says(token: Token) -> bool:
    saying = time_lexicon().saying
    if token.pos_ in {"VERB", "AUX"}:
        return token.lemma_.lower() in saying.verbs
    return token.lemma_.lower() in saying.nouns


def _is_of_saying(doc: Doc, expression: TimeExpression) -> bool:
    span = _span(doc, expression)
    return span is not None and _says(_governor(span))


def _is_event_verb(token: Token) -> bool:
    return token.pos_ == "VERB" and not _says(token)


def _broken(span: Span) -> bool:
    return any(token.text in _BREAKS for token in span)


def _below(event: Token, governor: Token, span: Span) -> int:
    """The governor hangs under the event: on its subject, its object, a joined verb or a clause of time."""
    steps = 1
    token = governor
    nominal = governor.pos_ not in {"VERB", "AUX"}
    strict = (
        nominal and span.end <= governor.i and governor.lower_ not in time_lexicon().event_nouns
    )  # "a Wednesday request"
    while token != event:
        crosses = strict and token.dep_ in {"pobj", "advcl", "pcomp"}
        if token.head == token or _is_barrier(token) or crosses:
            return _FAR
        steps += 2 if token.dep_ in {"advcl", "conj"} else 0
        token = token.head
    return min(steps, _FAR - 1)


def _is_barrier(token: Token) -> bool:
    marked = any(child.lower_ in _BARRIER_MARKS for child in token.children if child.dep_ in {"mark", "prep"})
    return token.dep_ in {"relcl", "ccomp", "parataxis"} or marked or token.lower_ in {"since", "before"}


def _above(event: Token, governor: Token) -> int:
    """The event hangs under the governor: ``fired on Friday, killing 32``, ``an attack on Friday that killed 12``."""
    steps = 2
    token = event
    while token != governor:
        happening = token.head.lower_ in time_lexicon().event_nouns
        closed = (
            (token.dep_ == "relcl" and not happening)
            or token.dep_ == "ccomp"
            or (_is_barrier(token) and token.dep_ == "advcl")
        )
        is_earlier = token.dep_ == "prep" and token.lower_ in _SEQUELS
        if token.head == token or closed or is_earlier:
            return _FAR
        token = token.head
        steps += 1 if token.pos_ == "VERB" else 0
    return min(steps, _FAR - 1)


def _beside(event: Token, span: Span) -> int:
    """No other verb and no break between the two: the surface alone."""
    low, high = (event.i + 1, span.start) if event.i < span.start else (span.end, event.i)
    between = event.doc[low:high]
    clear = not any(token.pos_ == "VERB" for token in between) and not _broken(between)
    return 4 if clear and len(between) < 10 else _FAR  # noqa: PLR2004 - about as long as a clause's tail
