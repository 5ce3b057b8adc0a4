"""Which words of a sentence stand on a speaker's word: before the cue, after it or on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.attribution.cues import cue_lexicon
from extractors.attribution.hits import CLOSING, FINITE, Hit
from extractors.grammar.doc_words import chunks_of, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

Range = tuple[int, int]  # tokens
OPENING = {"“", '"', "``", "‘", "'"}
ADJUNCTS = {"on", "in", "at", "to", "by", "during", "via", "through", "from", "over", "of", "for", "near"}
QUANTIFIERS = {"about", "around", "over", "at", "between", "up", "by", "from", "under", "below", "above", "as", "near"}
ENDS = frozenset({";", ".", "?", "!"})  # a sentence that was cut too late still ends
SUBORDINATORS = {"when", "after", "before", "because", "that", "which", "who", "since", "until", "if"}
JOINTS = {"and", "or", ";"}
ADDED = 6  # tokens of date and place between a cue and the semicolon behind it
CLAUSE_TAGS = frozenset(
    {"DT", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "CD", "JJ", "JJR", "JJS", "EX", "VBG", "VBN"}
) | frozenset({"VBD", "RB", "RBR", "PDT", "WP", "WRB", "$", "``"})


def skip_phrase(doc: Doc, position: int) -> int:
    """Token after the noun phrase that begins at ``position``, or ``position`` itself."""
    chunk = chunks_of(doc).get(position)
    return position if chunk is None else chunk.end


def skip_adjuncts(doc: Doc, hit: Hit) -> int:
    """Token after what only says when, where and to whom it was said."""
    position = hit.after
    if doc[hit.cue].lower_ in {"tell", "tells", "told", "telling", "inform", "informs", "informed", "warned", "warns"}:
        position = skip_phrase(doc, position)
    while position < len(doc):
        token = doc[position]
        if token.lower_ in cue_lexicon().time_words:
            position += 1
        elif opens_quantity(doc, position):
            break
        elif token.lower_ in ADJUNCTS and skip_phrase(doc, position + 1) > position + 1:
            position = skip_phrase(doc, position + 1)
        else:
            break
    return position


def opens_quantity(doc: Doc, position: int) -> bool:
    """ "at least 30", "over 200": a preposition by form only."""
    following = doc[position + 1] if position + 1 < len(doc) else None
    return following is not None and (
        following.lower_ in {"least", "most", "many"} or (following.like_num and doc[position].lower_ in QUANTIFIERS)
    )


def opens_clause(doc: Doc, hit: Hit, end: int) -> bool:
    """Does what is said come after the cue?"""
    position = skip_adjuncts(doc, hit)
    if hit.is_forward or position >= end:
        return hit.is_forward and hit.after < end
    token = doc[position]
    if token.lower_ == "that" or token.text == ":" or token.text in OPENING:
        return True
    if token.text == ",":
        return position + 1 < end and doc[position + 1].text in OPENING and hit.first <= 1
    if token.tag_ not in CLAUSE_TAGS and not opens_quantity(doc, position) and token.lower_ not in {"about", "around"}:
        return False
    if hit.way != "speech" and not hit.is_inverted:
        return True
    return any(other.tag_ in FINITE for other in doc[position:end])


def has_content(doc: Doc, start: int, end: int) -> bool:
    """Is there something before a cue that could have been said?"""
    words = [token for token in doc[start:end] if token.is_alpha or token.like_num]
    return any(token.tag_ in FINITE or token.tag_ in {"VBN", "VBG", "CD", "NNS"} for token in words) or len(words) > 1


def stands_after(doc: Doc, hit: Hit) -> bool:
    """Is the cue set off from what stands before it?"""
    return hit.first > 0 and doc[hit.first - 1].text in CLOSING


def joint_before(doc: Doc, hit: Hit) -> int | None:
    """The conjunction that opens the cue's own clause ("while the ministry said")."""
    joints = cue_lexicon().contrast | JOINTS
    for position in range(hit.first - 1, max(-1, hit.first - 4), -1):
        if doc[position].lower_ in joints:
            return position
    return None


def cut_before_clause(doc: Doc, hit: Hit, earlier: Sequence[Hit]) -> int | None:
    """Where a statement with its cue behind it begins, if another cue's statement goes before.

    "Police said A, but B, doctors said": B alone is the doctors'.
    """
    forward = [other.cue for other in earlier if opens_clause(doc, other, hit.first)]
    if not forward:
        return None
    found = [
        token.i
        for token in doc[max(forward) + 1 : hit.first]
        if token.lower_ in cue_lexicon().contrast or token.text == ";"
    ]
    return found[-1] if found else None


def cuts(doc: Doc, hits: Sequence[Hit]) -> tuple[int, ...]:
    """Tokens at which one speaker's words end and another's clause begins."""
    found = {i for i, word in enumerate(words_of(doc)) if word in ENDS}
    for order, hit in enumerate(hits):
        if opens_clause(doc, hit, len(doc)):
            cut = joint_before(doc, hit) if hit.shares is None else None
        else:
            cut = cut_before_clause(doc, hit, hits[:order])
        if cut is not None:
            found.add(cut)
    return tuple(sorted(found))


def next_cut(at: Sequence[int], position: int, end: int) -> int:
    return next((cut for cut in at if cut > position), end)


def last_cut(at: Sequence[int], position: int) -> int:
    return next((cut for cut in reversed(at) if cut < position), 0)


def is_seen(doc: Doc, hit: Hit) -> bool:
    """Is a thing shown or seen, rather than a clause reported?"""
    return hit.way == "sight" or (
        hit.rule == "publish" and not any(token.lower_ == "that" for token in doc[hit.after : hit.after + 4])
    )


def without_background(doc: Doc, start: int, end: int, *, always: bool = False) -> int:
    """Where a closing relative clause that looks back leaves the speaker's news ("..., which came a week after")."""
    for token in doc[start:end]:
        opens = token.lower_ == "where" or (token.lower_ in {"which", "who"} and doc[token.i - 1].text == ",")
        if not opens or token.i == start or not (always or any(other.tag_ in FINITE for other in doc[start : token.i])):
            continue
        if always or any(other.lower_ in cue_lexicon().background for other in doc[token.i : min(end, token.i + 12)]):
            return token.i
    return end


def continuation(doc: Doc, hit: Hit, at: Sequence[int]) -> Range | None:
    """What goes on after a cue that stands in the middle."""
    position = skip_adjuncts(doc, hit)
    while (
        position < len(doc)
        and doc[position].text not in {",", ".", "—", "–", ";"}
        and doc[position].tag_ not in {"MD", "VBD", "VBZ"}
    ):
        position += 1
    end = next_cut(at, hit.cue, len(doc))
    if position + 2 >= end or doc[position].text in {".", "—", "–", ";"}:
        return None
    following = doc[position + 1] if doc[position].text == "," else doc[position]
    if following.lower_ in cue_lexicon().aside or any(
        token.lower_ in {"reportedly", "allegedly"} for token in doc[position:end]
    ):
        return None
    return position, end


def contents(doc: Doc, hit: Hit, at: Sequence[int], hits: Sequence[Hit]) -> tuple[Range, ...]:
    """The stretches of a sentence that stand on the word of a cue's speaker; a cue set off behind them ends them."""
    behind = [
        other.first
        for other in hits
        if other.cue > hit.after
        and other.first > hit.after
        and stands_after(doc, other)
        and not opens_clause(doc, other, len(doc))
    ]
    end = min([next_cut(at, hit.cue, len(doc)), *behind])
    start = last_cut(at, hit.first)
    if hit.is_whole:
        return ((start, end),)
    if hit.way == "blame":
        return ((hit.cue + 1, end),)
    if hit.way == "according" and not stands_after_words(doc, hit, start):
        return ((hit.after, without_background(doc, hit.after, end)),)
    if hit.way != "according" and not hit.is_inverted and opens_clause(doc, hit, end):
        return ((hit.after, without_background(doc, hit.after, end, always=is_seen(doc, hit))),)
    if not (follows_loosely(doc, hit, start) and has_content(doc, start, hit.first)):
        return ()
    after = continuation(doc, hit, at) or addition(doc, hit, hits)
    return ((start, hit.first),) if after is None else ((start, hit.first), after)


def addition(doc: Doc, hit: Hit, hits: Sequence[Hit]) -> Range | None:
    """What is added behind a semicolon by nobody else: "600 fell ill, the ministry said; 17 are in intensive care"."""
    mark = next((token.i for token in doc[hit.after :] if token.text == ";"), None)
    if mark is None or mark - hit.after > ADDED or any(other.after > mark for other in hits):
        return None
    opens = doc[mark + 1].lower_ if mark + 1 < len(doc) else ""
    return None if opens in cue_lexicon().contrast | cue_lexicon().aside else (mark + 1, len(doc))


def follows_loosely(doc: Doc, hit: Hit, start: int) -> bool:
    """May what stands before a cue be what was said? Not where a conjunction opens the cue's own clause."""
    if stands_after(doc, hit) or hit.way == "according":
        return True
    return hit.first > start + 2 and doc[hit.first - 1].lower_ not in cue_lexicon().contrast | JOINTS | SUBORDINATORS


def stands_after_words(doc: Doc, hit: Hit, start: int) -> bool:
    """Does "according to X" follow what was said, rather than open the sentence?"""
    return has_content(doc, start, hit.first) and any(
        token.tag_ in FINITE or token.tag_ in {"VBN", "CD", "NNS", "NN"} for token in doc[start : hit.first]
    )
