"""A toll told in several sentences: "The ministry said on Sunday that 164 had died. Another 21 died in X."

What such a sentence leaves open (whose word it is, running total or not, as of which day) the sentence before has said.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from extractors.article.story import Told
    from extractors.records import Claim, Sentence

COUNTS = frozenset({"casualty", "detention", "displacement"})
GOES_ON = re.compile(
    r"^(?:Another|A further|Of (?:the|them|these|those)|Among (?:the|them|those)|(?:\w+ ){0,4}?(?:of them|others)\b)",
    re.IGNORECASE,
)


def before(told: Sequence[Told], sentences: Sequence[Sentence]) -> Mapping[int, Told]:
    """By the start of each sentence: a counting claim of the sentence before it in the paragraph."""
    first: dict[int, Told] = {}
    for each in told:
        if each.claim.family in COUNTS and each.claim.count is not None:
            first.setdefault(each.claim.start, each)
    pairs = pairwise(sentences)
    return {
        later.start: first[sooner.start]
        for sooner, later in pairs
        if sooner.start in first and sooner.paragraph == later.paragraph and not sooner.is_headline
    }


def gone_on(told: Told, sooner: Told) -> Told:
    claim, earlier = told.claim, sooner.claim
    if GOES_ON.match(claim.evidence):
        claim = replace(
            claim,
            speaker=claim.speaker or earlier.speaker,
            scope=claim.scope if told.scope_is_sure else earlier.scope,
        )
    if claim.scope == "total" and claim.when is None and claim.family == earlier.family and is_as_of(earlier):
        claim = replace(claim, when=earlier.when)
    return replace(told, claim=claim)


def is_as_of(claim: Claim) -> bool:
    when = claim.when
    return claim.scope == "total" and when is not None and when.start is None and when.end is not None


def chained(told: Iterable[Told], sentences: Sequence[Sentence]) -> Iterator[Told]:
    """The claims in order, each with what the sentence before says of its toll."""
    listed = list(told)
    links = dict(before(listed, sentences))
    renewed: dict[int, Told] = {}
    for each in listed:
        sooner = links.get(each.claim.start)
        if sooner is None or each.claim.family not in COUNTS or each.claim.count is None:
            yield each
            continue
        made = gone_on(each, renewed.get(sooner.claim.start, sooner))
        renewed.setdefault(made.claim.start, made)
        yield made
