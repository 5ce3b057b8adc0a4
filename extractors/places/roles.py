"""Which of a sentence's places an event is said of.

The parse says which clause a place hangs in; the words before and behind the name say in what role: where something
happened, where a force comes from, whose ministry speaks. Only the first is the event's place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extractors.grammar.doc_words import text_of
from extractors.places.choice import REGION
from extractors.places.gazetteer import COUNTRY, TOWN
from extractors.places.grammar import (
    NESTED,
    SAME,
    before,
    distance,
    head_of,
    is_before_force,
    is_cut_off,
    is_reason,
    is_seat,
    is_spot_noun,
    is_verb_beside,
    is_where_said,
    leads_there,
    modified_noun,
    names_speaker_or_force,
    preposition_of,
    tells_of_speaker,
    tokens_of,
)
from extractors.places.locators import outer_names
from extractors.places.words import words
from extractors.records import PlaceMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from extractors.records import Place

UNFIT, LOOSE, OBJECT, SPOT = 0, 1, 2, 3  # how plainly a mention says where

_REACHING = frozenset({"against", "on", "at", "into", "to", "toward", "towards", "onto", "upon"})
_BREAKS = frozenset({";", "but", "while", "whereas", "although"})  # behind them another matter is told
_GOING = frozenset({"to", "into", "for", "towards", "toward"})
_LEAVING_KINDS = frozenset({"displaced", "withdrawn", "evacuated"})
DECREED = frozenset({"state_of_emergency", "sanction", "price_control", "dismissal", "appointment"})  # for a country
LINKED = frozenset({"internet", "telecom", "power"})  # "links to X were cut": it is X that is cut off
_SHARES = frozenset({"most", "many", "some", "half"})
_THEM = frozenset({"them", "whom", "those", "which"})
_MEMBERS = 3  # a list of so many countries tells who belongs, not where


class Candidate(NamedTuple):
    mention: PlaceMention
    head: Token
    fitness: int
    distance: tuple[int, int]


def says_there(tokens: Sequence[Token]) -> bool:
    """Does a description say where by itself: "nationwide", "in the capital", whatever the parse makes of it?"""
    if tokens[0].pos_ in {"ADP", "ADV"} or tokens[-1].lower_ in words("country_adverbs"):
        return True
    return tokens[0].lower_ == "the" and before(tokens[0]) in words("spot_prepositions")


def fitness(mention: PlaceMention, event: Token, kind: str | None = None) -> int:
    """How plainly a mention tells where: from ``UNFIT`` (a speaker's country, an origin, an agent) to ``SPOT``."""
    doc = event.doc
    tokens = tokens_of(doc, mention)
    if not tokens:
        return UNFIT
    if says_there(tokens):
        return SPOT
    head = head_of(tokens)
    noun = modified_noun(head)
    speaks = is_before_force(doc, tokens[-1].i) or (noun is not None and names_speaker_or_force(noun))
    if speaks or is_seat(head) or tells_of_speaker(head, event) or is_where_said(head, event) or is_reason(head, event):
        return UNFIT
    if noun is not None and head.dep_ == "poss" and mention.place.where_prec == COUNTRY and not is_spot_noun(noun):
        return OBJECT if noun.lower_ in words("one_off_events") else LOOSE
    preposition = preposition_of(head)
    if preposition is None and tokens[0].i > 0 and doc[tokens[0].i - 1].lower_ in words("spot_prepositions"):
        preposition = doc[tokens[0].i - 1]
    if preposition is not None:
        return _by_preposition(preposition, event, kind)
    return _as_modifier(noun, mention) if noun is not None else _as_argument(head, mention)


def _by_preposition(preposition: Token, event: Token, kind: str | None) -> int:
    lower = preposition.lower_
    if lower == "of" and kind in _LEAVING_KINDS and preposition.head.lower_ in words("dwellers"):
        return OBJECT
    if lower in _GOING and kind == "displaced" and preposition.head.lemma_ == "flee":
        return LOOSE  # whither people flee is not whence
    if lower in ("to", "with", "for", "towards") and leads_there(preposition):
        return OBJECT if kind in LINKED and lower == "to" else LOOSE
    if lower in words("spot_prepositions"):
        return SPOT
    if lower == "from" or (lower == "of" and before(preposition) == "out"):
        verbs = {event.lemma_.lower(), preposition.head.lemma_.lower()}
        return OBJECT if verbs & words("leaving_verbs") or kind in _LEAVING_KINDS else UNFIT
    return OBJECT if lower in _REACHING else LOOSE


def _as_modifier(noun: Token, mention: PlaceMention) -> int:
    is_agent = noun.dep_ == "nsubj" and not is_spot_noun(noun)
    return LOOSE if is_agent and mention.place.where_prec == COUNTRY else OBJECT


def _stands_for_it(noun: Token) -> bool:
    """``most of X``, ``the streets of X``: what happens to them happens there."""
    return noun.lower_ in words("wholes") or is_spot_noun(noun)


def _as_argument(head: Token, mention: PlaceMention) -> int:
    while head.dep_ == "pobj" and head.head.lower_ == "of" and _stands_for_it(head.head.head):
        head = head.head.head
    if head.dep_ == "nsubj":
        return OBJECT if head.head.lemma_.lower() in words("suffering_verbs") else UNFIT
    if head.dep_ in {"dobj", "nsubjpass"}:
        return OBJECT
    return (
        LOOSE
        if mention.place.where_prec == COUNTRY or head.dep_ not in {"appos", "npadvmod", "ROOT", "dep", "conj"}
        else OBJECT
    )


def contains(outer: PlaceMention, inner: PlaceMention) -> bool:
    """Does one mention only say where the other lies ("Almaty, Kazakhstan", "Sidon in southern Lebanon")?"""
    one, other = outer.place, inner.place
    if one.country_code != other.country_code or (one.where_prec or 1) <= (other.where_prec or 1):
        return False
    is_above_divisions = one.where_prec in (REGION, COUNTRY)
    return is_above_divisions or None in (one.admin1_code, other.admin1_code) or one.admin1_code == other.admin1_code


def holds(outer: Place, inner: Place) -> bool:
    """As ``contains``, of places."""
    return contains(PlaceMention(0, 0, outer), PlaceMention(0, 0, inner))


def _candidates(event: Token, mentions: Sequence[PlaceMention], kind: str | None) -> list[Candidate]:
    found = []
    for mention in mentions:
        tokens = tokens_of(event.doc, mention)
        if tokens and (fit := fitness(mention, event, kind)) > UNFIT:
            head = head_of(tokens)
            found.append(Candidate(mention, head, fit, distance(head, event)))
    return found


def _reach(candidate: Candidate, event: Token) -> int:
    """Places of the event's own clause are one class; one told before it may carry over, one told after rarely does."""
    clause = candidate.distance[0]
    if clause <= SAME:
        return 0
    return 1 if clause == NESTED or candidate.head.i < event.i else 2


def _going(found: Sequence[Candidate]) -> list[Candidate]:
    prepositions = [(c, preposition_of(c.head)) for c in found]
    bound = [c for c, preposition in prepositions if preposition is not None and preposition.lower_ in _GOING]
    return bound or [c for c, preposition in prepositions if preposition is not None]


def _left(found: Sequence[Candidate]) -> list[Candidate]:
    """The places that people came from."""
    prepositions = [(c, preposition_of(c.head)) for c in found]
    return [c for c, preposition in prepositions if preposition is not None and preposition.lower_ == "from"]


def _beside_count(found: Sequence[Candidate], count: Token) -> list[Candidate]:
    """The places told behind a number before the next number comes: "two in Homs and three in Hama"."""
    following = (token.i for token in count.doc[count.i + 1 :] if token.like_num and token.head.i != count.i)
    breaks = (token.i for token in count.doc[count.i + 1 :] if token.lower_ in _BREAKS or is_verb_beside(token))
    end = min(next(following, len(count.doc)), next(breaks, len(count.doc)))
    return [candidate for candidate in found if candidate.fitness == SPOT and count.i < candidate.head.i < end]


def _of_a_part(candidate: Candidate, count: Token) -> bool:
    """Is the place told of a part of the number only: "92 died, 71 of them in Ikongo", "92 died: 71 in Ikongo"?"""
    between = count.doc[count.i + 1 : candidate.head.i]
    if any(token.text == ":" for token in between):
        return any(token.like_num for token in between)
    return any(_names_part(token) for token in between if token.like_num or token.lower_ in _SHARES)


def _names_part(number: Token) -> bool:
    """ "71 of them in X", "most of whom in X"; "among them 71 in X", "including 71 in X"."""
    behind = [token.lower_ for token in number.doc[number.i + 1 : number.i + 3]]
    if len(behind) > 1 and behind[0] == "of" and behind[1] in _THEM:
        return True
    led = {token.lower_ for token in number.doc[max(number.i - 2, 0) : number.i]}
    return bool(behind) and bool(led & {*_THEM, "including"}) and behind[0] in words("spot_prepositions")


def place_of(
    event: Token, mentions: Sequence[PlaceMention], kind: str | None = None, *, count: Token | None = None
) -> PlaceMention | None:
    """The most specific of the sentence's places that the event is said of; None if the sentence gives none.

    ``kind`` is the claim's kind: a deployment's place is its destination, a displacement's its origin. ``count`` is the
    last word of the claim's number, where it has one: a list of numbers has a place beside each.
    """
    if not mentions:
        return None
    outer = outer_names(mentions, text_of(event.doc)) if len(mentions) > 1 else frozenset[PlaceMention]()
    found = [c for c in _candidates(event, mentions, kind) if c.mention not in outer]
    if kind == "deployed":
        found = _going(found) or found
    if kind == "displaced":
        found = _left(found) or found
    found = [c for c in found if not is_cut_off(event, c.head)]
    plain = [c for c in found if c.fitness > LOOSE and not (count is not None and _of_a_part(c, count))]
    if count is not None and len(plain) > 1:
        beside = _beside_count(plain, count)
        plain = [c for c in beside if c.head.i == beside[0].head.i or contains(beside[0].mention, c.mention)] or plain
    if not plain:
        return None
    nearest = min(_reach(c, event) for c in plain)
    if nearest > 0 and kind in DECREED:
        return None
    nearby = [c for c in plain if _reach(c, event) == nearest]
    best = min(nearby, key=lambda c: (c.distance[0], -c.fitness, c.distance[1]))
    for other in sorted(nearby, key=lambda c: c.distance[1]):
        is_as_near = other.distance[0] <= best.distance[0]
        is_region = best.mention.place.where_prec not in (TOWN, COUNTRY)
        enough = OBJECT if is_region else best.fitness  # "in X province he took the Y base"
        is_listed = best.head.i in _list_above(other.head) or other.head.i in _list_above(best.head)
        is_within = contains(best.mention, other.mention) and not is_listed
        if is_as_near and is_within and other.fitness >= min(enough, best.fitness):
            best = other
    return _first_of_list(best, nearby).mention


def places_of(event: Token, mentions: Sequence[PlaceMention], kind: str | None = None) -> tuple[PlaceMention, ...]:
    """The event's place with those coordinated with it ("in Homs and Hama"): two named cities are two claims."""
    first = place_of(event, mentions, kind)
    if first is None:
        return ()
    head = head_of(tokens_of(event.doc, first))
    found = [c for c in _candidates(event, mentions, kind) if c.head.i != head.i and head.i in _list_above(c.head)]
    return (first, *(c.mention for c in found if not contains(c.mention, first) and not contains(first, c.mention)))


def _list_above(token: Token) -> list[int]:
    """The heads of the list that a name is an item of, nearest first."""
    above = []
    node = token
    while node.dep_ in {"conj", "appos", "compound"} and node.head.i != node.i:
        if node.dep_ == "conj":
            above.append(node.head.i)
        node = node.head
    return above


def _first_of_list(chosen: Candidate, others: Sequence[Candidate]) -> Candidate:
    """A number over several named places is said at the first of them."""
    heads = _list_above(chosen.head)
    listed = [c for c in others if c.head.i in heads and not contains(c.mention, chosen.mention)]
    return min(listed, key=lambda c: c.head.i, default=chosen)


def is_membership(mentions: Sequence[PlaceMention]) -> bool:
    """Do the sentence's places only list who belongs or who spoke ("Russia, Armenia, Belarus and Tajikistan")?"""
    countries = {mention.place.name for mention in mentions if mention.place.where_prec == COUNTRY}
    return len(countries) > _MEMBERS
