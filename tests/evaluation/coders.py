"""What tests code claims with: literal claims, strategies for arbitrary ones, and extractors that are made up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from evaluation.claims import CodedClaim
from evaluation.gold import GoldArticle, GoldSet
from evaluation.guide import FAMILIES, GROUPS, KINDS, SCOPES, SOURCE_TYPES, STATUSES
from extractors.extractor import Extractor
from extractors.records import ArticleText, Claim, Count, When

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = date(2022, 1, 7)
SENTENCE = "Police said 26 protesters were killed in Almaty."


def exactly(number: float, text: str | None = None) -> Count:
    return Count(number, number, number, text or f"{number:.0f}")


def claim(**told: Any) -> CodedClaim:
    return CodedClaim(**({"family": "casualty", "kind": "killed", "evidence": SENTENCE} | told))


def extracted(text: str, **told: Any) -> Claim:
    """A claim whose evidence is the whole of ``text``."""
    nothing = dict.fromkeys(("count", "subject", "group", "actor", "place", "when", "scope", "speaker"))
    basis = {"family": "casualty", "kind": "killed", "status": "asserted", "rule": "made.up", "start": 0}
    return Claim(**(nothing | basis | {"evidence": text, "end": len(text)} | told))  # type: ignore[arg-type]


def extractor(extract: Callable[[ArticleText], tuple[Claim, ...]], name: str = "rules") -> Extractor:
    return Extractor(name, "0" * 64, "0" * 64, extract)


def article(text: str = SENTENCE, *claims: CodedClaim, **told: Any) -> GoldArticle:
    name = told.pop("file_name", "a.txt")
    read = ArticleText(name, "v1", text, DAY)
    return GoldArticle(name, told.pop("families", frozenset(FAMILIES)), claims, read, **told)


def gold_set(*articles: GoldArticle, name: str = "made_up", digest: str = "a" * 64) -> GoldSet:
    return GoldSet(name, digest, articles)


words = st.lists(
    st.sampled_from(
        ["the", "police", "26", "protesters", "Almaty", "killed", "Kazakhstan's", "ministry", "of", "’s", ""]
    ),
    max_size=5,
).map(" ".join)
maybe_words = st.none() | words
maybe_number = st.none() | st.integers(0, 3).map(float)
counts = st.none() | st.builds(
    Count,
    maybe_number,
    maybe_number,
    maybe_number,
    st.sampled_from(["dozens", "many", "about a dozen", "scores", "26"]),
)
days = st.none() | st.dates(date(2022, 1, 1), date(2022, 1, 3))
whens = st.none() | st.builds(When, st.just("then"), days, days)


@st.composite
def coded_claims(draw: st.DrawFn) -> CodedClaim:
    """Few families and kinds, so that claims meet."""
    family = draw(st.sampled_from(["casualty", "measure", "unrest"]))
    return CodedClaim(
        family=family,
        kind=draw(st.sampled_from(sorted(KINDS[family])[:2])),
        count=draw(counts),
        subject=draw(maybe_words),
        group=draw(st.none() | st.sampled_from(sorted(GROUPS)[:2])),
        actor=draw(maybe_words),
        place=draw(maybe_words),
        when=draw(whens),
        scope=draw(st.none() | st.sampled_from(sorted(SCOPES))),
        source=draw(maybe_words),
        source_type=draw(st.none() | st.sampled_from(sorted(SOURCE_TYPES)[:2])),
        status=draw(st.sampled_from(sorted(STATUSES))),
        evidence=draw(words),
        optional=draw(st.booleans()),
    )


claim_lists = st.lists(coded_claims(), max_size=6)
