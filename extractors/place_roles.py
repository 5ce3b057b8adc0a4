"""Which of a sentence's places an event is said of.

The parse says which clause a place hangs in; the words right before and behind the name say in what role: where something happened, where a force
comes from, whose ministry speaks. Only the first is the event's place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extractors.gazetteer import COUNTRY
from extractors.place_words import precisions, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from extractors.records import PlaceMention

_CLAUSE_HEADS = frozenset({"ROOT", "advcl", "relcl", "ccomp", "conj", "parataxis", "acl", "pcomp", "xcomp"})
_AT_THE_SPOT = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "across",
        "throughout",
        "around",
        "on",
        "over",
        "within",
        "off",
        "along",
        "through",
        "above",
        "between",
    }
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})

UNFIT, LOOSE, OBJECT, SPOT = 0, 1, 2, 3  # how plainly a mention says where


class Candidate(NamedTuple):
    mention: PlaceMention
    head: Token
    fitness: int
    distance: tuple[int, int]


def tokens_of(doc: Doc, mention: PlaceMention) -> Sequence[Token]:
    return [
        token
        for token in doc
        if token.idx < mention.char_end and token.idx + len(token) > mention.char_start and not token.is_space
    ]


def head_of(tokens: Sequence[Token]) -> Token:
    """The token of a name that the rest of it hangs on."""
    inside = {token.i for token in tokens}
    return next(
        (token for token in reversed(tokens) if token.head.i not in inside or token.head.i == token.i), tokens[-1]
    )


def _names_speaker_or_force(token: Token) -> bool:
    return token.lower_ in words("headlong_titles") or token.lemma_.lower() in words("headlong_titles")


def _modified_noun(head: Token) -> Token | None:
    """The noun that a name modifies: ``ministry`` in "Lebanon's health ministry", ``square`` in "a major Almaty square"."""
    if (
        head.dep_ in {"poss", "compound", "nmod", "amod"}
        and head.head.i > head.i
        and head.head.pos_ in {"NOUN", "PROPN"}
    ):
        noun = head.head
        while noun.dep_ in {"compound", "nmod"} and noun.head.i > noun.i:
            noun = noun.head
        return noun
    return None


def _surface_noun_is_force(doc: Doc, last: int) -> bool:
    """Without trusting the parse: is a speaker or a force named right behind the name ("Sudan's security forces", "Hong Kong police")?"""
    position = last + 1
    if position < len(doc) and doc[position].lower_ in {"'s", "’s", "‘s", "'"}:
        position += 1
    for token in doc[position : position + 3]:
        if token.is_punct or token.pos_ in {"ADP", "VERB", "AUX", "SCONJ", "CCONJ", "PRON", "DET"}:
            return False
        if _names_speaker_or_force(token):
            return True
        if (
            token.lower_ in precisions("administrative_types")
            or token.lower_ in precisions("landmark_types")
            or token.lower_ in words("facilities")
        ):
            return False
    return False


def _preposition_of(head: Token) -> Token | None:
    """The preposition that governs a name, over conjunctions, appositions and "the city of"."""
    node = head
    for _ in range(6):
        parent = node.head
        if node.dep_ in {"pobj", "pcomp"} and parent.pos_ in {"ADP", "SCONJ", "ADV"}:
            grandparent = parent.head
            is_typed = grandparent.lower_ in precisions("administrative_types") or grandparent.lower_ in precisions(
                "landmark_types"
            )
            if (
                parent.lower_ == "of"
                and grandparent.pos_ in {"NOUN", "PROPN"}
                and (is_typed or grandparent.dep_ in {"pobj", "dobj"})
            ):
                node = grandparent
                continue
            return parent
        if node.dep_ in {"conj", "appos", "compound", "nmod", "poss", "amod"} and parent.i != node.i:
            node = parent
            continue
        return None
    return None


_FROM_IS_THE_PLACE = frozenset(
    {
        "displace",
        "evacuate",
        "withdraw",
        "flee",
        "pull",
        "expel",
        "abduct",
        "kidnap",
        "rescue",
        "drive",
        "leave",
        "retreat",
        "force",
        "pullout",
        "withdrawal",
        "evacuation",
    }
)
_HOLDS_AS_SUBJECT = frozenset(
    {
        "see",
        "suffer",
        "witness",
        "experience",
        "mourn",
        "reel",
        "burn",
        "erupt",
        "face",
        "fall",
        "collapse",
        "shake",
        "flood",
        "wake",
        "brace",
    }
)
_REACHES = frozenset({"against", "on", "at", "into", "to", "toward", "towards"})


def _fitness_by_preposition(preposition: Token, event: Token, kind: str | None) -> int:
    lower = preposition.lower_
    if lower in _AT_THE_SPOT:
        return SPOT
    if lower == "from":
        around = {event.lemma_.lower(), preposition.head.lemma_.lower()}
        return OBJECT if around & _FROM_IS_THE_PLACE or kind in {"displaced", "withdrawn", "evacuated"} else UNFIT
    if lower in _REACHES:
        return OBJECT
    return LOOSE


def fitness(mention: PlaceMention, event: Token, kind: str | None = None) -> int:
    """How plainly a mention tells where the event is, from ``UNFIT`` (a speaker's country, an origin, an agent) to ``SPOT``."""
    doc = event.doc
    tokens = tokens_of(doc, mention)
    if not tokens:
        return UNFIT
    head = head_of(tokens)
    noun = _modified_noun(head)
    if _surface_noun_is_force(doc, tokens[-1].i) or (noun is not None and _names_speaker_or_force(noun)):
        return UNFIT
    preposition = _preposition_of(head)
    if preposition is None and tokens[0].i > 0 and doc[tokens[0].i - 1].lower_ in _AT_THE_SPOT:
        preposition = doc[tokens[0].i - 1]
    if preposition is not None:
        return _fitness_by_preposition(preposition, event, kind)
    if noun is not None:
        return LOOSE if noun.dep_ in _SUBJECTS and mention.place.where_prec == COUNTRY else OBJECT
    return _fitness_as_argument(head, mention)


def _fitness_as_argument(head: Token, mention: PlaceMention) -> int:
    if head.dep_ == "nsubj":
        is_agent = head.head.lemma_.lower() not in _HOLDS_AS_SUBJECT
        return UNFIT if is_agent else OBJECT
    if head.dep_ in {"dobj", "nsubjpass"}:
        return OBJECT
    if head.dep_ in {"appos", "npadvmod", "ROOT", "dep", "conj"}:
        return LOOSE if mention.place.where_prec == COUNTRY else OBJECT
    return LOOSE


def _clause_of(token: Token) -> Token:
    """The verb (or verbless root) of the token's clause."""
    node = token
    while node.dep_ not in _CLAUSE_HEADS or (node.dep_ == "conj" and node.pos_ not in {"VERB", "AUX"}):
        if node.head.i == node.i:
            break
        node = node.head
    return node


def _steps_up(token: Token) -> Iterator[Token]:
    yield token
    while token.head.i != token.i:
        token = token.head
        yield token


def distance(head: Token, event: Token) -> tuple[int, int]:
    """How far a place hangs from an event: by clause (0 under the event, 1 same clause, 2 a clause above or below, 3 beside), then in words."""
    words_between = abs(head.i - event.i)
    above = [token.i for token in _steps_up(head)]
    clause, own = _clause_of(head), _clause_of(event)
    if event.i in above and clause.i in (own.i, event.i):
        return 0, words_between
    if clause.i == own.i:
        return 1, words_between
    if clause.i in [token.i for token in _steps_up(event)] or own.i in above:
        return 2, words_between
    return 3, words_between


def contains(outer: PlaceMention, inner: PlaceMention) -> bool:
    """Does one mention only say where the other lies ("Almaty, Kazakhstan", "Sidon in southern Lebanon")?"""
    one, other = outer.place, inner.place
    if one.country_code != other.country_code or (one.where_prec or 1) <= (other.where_prec or 1):
        return False
    return one.where_prec in (COUNTRY, 5) or one.admin1_code in (None, other.admin1_code) or other.admin1_code is None


def candidates(event: Token, mentions: Sequence[PlaceMention], kind: str | None = None) -> list[Candidate]:
    found = []
    for mention in mentions:
        tokens = tokens_of(event.doc, mention)
        if tokens and (fit := fitness(mention, event, kind)) > UNFIT:
            head = head_of(tokens)
            found.append(Candidate(mention, head, fit, distance(head, event)))
    return found


def _follows_closely(outer: PlaceMention, inner: PlaceMention, text: str) -> bool:
    between = text[inner.char_end : outer.char_start]
    return (
        0 <= len(between) <= 40 and "," + between.strip(" ,") != between and not any(mark in between for mark in ".;:—")
    )


def _bucket(candidate: Candidate, event: Token) -> int:
    """Places in the event's own clause are one class; a place told before the event's clause may carry over, one told after rarely does."""
    clause = candidate.distance[0]
    if clause <= 1:
        return 0
    return 1 if clause == 2 or candidate.head.i < event.i else 2  # noqa: PLR2004 - as ``distance`` counts


def place_of(event: Token, mentions: Sequence[PlaceMention], kind: str | None = None) -> PlaceMention | None:
    """The most specific of the sentence's places that the event is said of; None if the sentence gives none.

    ``kind`` is the claim's kind: a deployment's place is its destination, a displacement's its origin.
    """
    found = candidates(event, mentions, kind)
    if not found:
        return None
    if kind == "deployed" and (going := [c for c in found if _is_destination(c)]):
        found = going
    plain = [c for c in found if c.fitness > LOOSE] or found
    nearest = min(_bucket(c, event) for c in plain)
    nearby = [c for c in plain if _bucket(c, event) == nearest]
    best = min(nearby, key=lambda c: (c.distance[0], -c.fitness, c.distance[1]))
    for other in sorted(nearby, key=lambda c: c.distance[1]):
        if contains(best.mention, other.mention):
            best = other
    return _first_of_list(best, nearby).mention


def _is_destination(candidate: Candidate) -> bool:
    preposition = _preposition_of(candidate.head)
    return preposition is not None and preposition.lower_ in {
        "to",
        "into",
        "in",
        "across",
        "at",
        "inside",
        "around",
        "throughout",
        "for",
        "near",
        "outside",
    }


def _first_of_list(chosen: Candidate, others: Sequence[Candidate]) -> Candidate:
    """A number over several named places is said at the first of them."""
    node = chosen.head
    while node.dep_ == "conj":
        node = node.head
        for other in others:
            if other.head.i == node.i and not contains(other.mention, chosen.mention):
                return other
    return chosen
