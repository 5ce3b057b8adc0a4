"""How a place name hangs in its sentence: its preposition, the noun that it modifies, its distance from an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.places.words import precisions, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from extractors.records import PlaceMention

UNDER, SAME, NESTED, BESIDE = 0, 1, 2, 3  # where a place's clause lies from an event's

_CLAUSE_HEADS = frozenset({"ROOT", "advcl", "relcl", "ccomp", "conj", "parataxis", "acl", "pcomp", "xcomp"})
_TRANSPARENT = frozenset({"conj", "appos", "compound", "nmod", "amod"})
_POSSESSIVES = frozenset({"'s", "\u2019s", "\u2018s", "'", "\u2019"})
_LONGEST_CHAIN = 6


def tokens_of(doc: Doc, mention: PlaceMention) -> Sequence[Token]:
    span = doc.char_span(mention.char_start, mention.char_end, alignment_mode="expand")
    return [token for token in span if not token.is_space] if span is not None else []


def head_of(tokens: Sequence[Token]) -> Token:
    """The token of a name that the rest of it hangs on."""
    inside = {token.i for token in tokens}
    return next(
        (token for token in reversed(tokens) if token.head.i not in inside or token.head.i == token.i), tokens[-1]
    )


def names_speaker_or_force(token: Token) -> bool:
    titles = words("headlong_titles")
    return (token.lower_ in titles or token.lemma_.lower() in titles) and not is_spot_noun(token)


def is_spot_noun(token: Token) -> bool:
    """A noun that says "there" of the name before it: Cairo's *suburbs*, the Almaty *airport*, Lebanon's *capital*."""
    lower = token.lower_
    return (
        lower in precisions("administrative_types")
        or lower in precisions("landmark_types")
        or lower in words("facilities")
        or lower in words("directions")
        or lower in words("spot_nouns")
    )


def modified_noun(head: Token) -> Token | None:
    """The noun that a name modifies: ``ministry`` in "Lebanon's health ministry", ``square`` in "an Almaty square"."""
    if head.dep_ not in {"poss", "compound", "nmod", "amod"} or head.head.i <= head.i:
        return None
    noun = head.head
    while noun.dep_ in {"compound", "nmod"} and noun.head.i > noun.i:
        noun = noun.head
    return noun if noun.pos_ in {"NOUN", "PROPN", "ADJ"} else None


def is_before_force(doc: Doc, last: int) -> bool:
    """By the words alone: is a speaker or force named right behind ("Sudan's security forces", "Hong Kong police")?"""
    position = last + 1
    if position < len(doc) and doc[position].lower_ in _POSSESSIVES:
        position += 1
    for token in doc[position : position + 3]:
        if (
            token.is_punct
            or token.like_num
            or token.pos_ in {"ADP", "VERB", "AUX", "SCONJ", "CCONJ", "PRON", "DET"}
            or is_spot_noun(token)
        ):
            return False
        if names_speaker_or_force(token):
            return True
    return False


def preposition_of(head: Token) -> Token | None:
    """The preposition that governs a name, over conjunctions, appositions and "the city of"."""
    node = head
    for _ in range(_LONGEST_CHAIN):
        parent = node.head
        if node.dep_ in {"pobj", "pcomp"} and parent.pos_ in {"ADP", "SCONJ", "ADV"}:
            if parent.lower_ != "of" or not _passes_on(parent.head):
                return parent
            node = parent.head
        elif parent.i == node.i or not (node.dep_ in _TRANSPARENT or (node.dep_ == "poss" and is_spot_noun(parent))):
            return None
        else:
            node = parent
    return None


def is_seat(head: Token) -> bool:
    """Where an office sits or a group is based is not where what it tells of happened: "the ministry in Dushanbe"."""
    preposition = head.head
    if head.dep_ != "pobj" or preposition.lower_ not in ("in", "at"):
        return False
    office = preposition.head
    return office.lower_ == "based" or (office.lower_ in words("offices") and not _is_within(office))


def _is_within(noun: Token) -> bool:
    """ "At the remand centre in Lutz": what happens at an office happens in its town."""
    return noun.dep_ == "pobj" and noun.head.lower_ in words("spot_prepositions")


def _passes_on(noun: Token) -> bool:
    """``in the city of X``, ``at the gates of X``: what stands before "of" carries the preposition."""
    if noun.lower_ in words("wholes"):
        return True
    return noun.pos_ in {"NOUN", "PROPN"} and (is_spot_noun(noun) or noun.dep_ in {"pobj", "dobj"})


def before(token: Token) -> str:
    """The word before, in small letters."""
    return token.doc[token.i - 1].lower_ if token.i else ""


def leads_there(preposition: Token) -> bool:
    """``the highway to X``, ``the border with X``: whatever the parse hangs the preposition on."""
    return preposition.head.lower_ in words("ways") or before(preposition) in words("ways")


def tells_of_speaker(head: Token, event: Token) -> bool:
    """Does the place tell of who speaks, not of what is said: "a refugee *who reached X* said that 14 had died"?"""
    relative = next((node for node in steps_up(head) if node.dep_ == "relcl"), None)
    if relative is None or relative.head.dep_ != "nsubj":
        return False
    saying = relative.head.head
    return saying.i != event.i and any(n.dep_ == "ccomp" and n.head.i == saying.i for n in steps_up(event))


def is_where_said(head: Token, event: Token) -> bool:
    """Is the place only where somebody spoke: "told reporters *in X*", "the army announced *in X*"?

    "*In X*, a doctor said nine had died" sets the scene.
    """
    preposition = preposition_of(head)
    if preposition is None or preposition.lower_ not in words("spot_prepositions"):
        return False
    holder = preposition.head
    if preposition.i < holder.i:
        return False
    if holder.lower_ in words("audiences"):
        return True
    speaks = holder.pos_ == "VERB" and holder.lemma_.lower() in words("saying_verbs")
    return speaks and holder.i != event.i and any(child.dep_ in {"nsubj", "agent"} for child in holder.children)


def is_reason(head: Token, event: Token) -> bool:
    """Does the place belong to what people had in mind: "rallied in memory of the victims *of X*"?"""
    above = {token.i for token in steps_up(event)}
    between = (token for token in steps_up(head) if token.i not in above and token.i != head.i)
    return any(token.lower_ in words("reasons") for token in between)


def is_cut_off(event: Token, head: Token) -> bool:
    """What is told behind a semicolon, or in a second sentence behind "and", does not say where the thing before it
    happened.
    """
    between = event.doc[event.i + 1 : head.i]
    return any(token.text == ";" for token in between) or _is_told_beside(event, head)


def _is_told_beside(event: Token, head: Token) -> bool:
    """ "Nine died, and a tenth was *in a Lutz hospital*": a coordinated clause with a subject of its own.

    Without a comma the place behind may be that of both: "nine died and ten were hurt *in Lutz*".
    """
    if head.i < event.i:
        return False
    above = {token.i for token in steps_up(event)}
    beside = (token for token in steps_up(head) if token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"})
    return any(
        token.i not in above
        and token.head.i in above
        and _has_subject(token)
        and event.i < token.i
        and (head.i < token.i or _is_behind_comma(token))
        for token in beside
    )


def _is_behind_comma(verb: Token) -> bool:
    """Does a comma divide a coordinated clause from the one before?"""
    first = min(token.i for token in verb.subtree)
    return any(token.text == "," for token in verb.doc[max(first - 2, 0) : first])


def is_verb_beside(token: Token) -> bool:
    """ "Detained 130 *and used* tear gas outside a shop": what follows is told of the second verb."""
    return token.dep_ == "conj" and token.pos_ == "VERB" and token.head.pos_ == "VERB"


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in verb.children)


def clause_of(token: Token) -> Token:
    """The verb (or verbless root) of the token's clause."""
    node = token
    while node.dep_ not in _CLAUSE_HEADS or (node.dep_ == "conj" and node.pos_ not in {"VERB", "AUX"}):
        if node.head.i == node.i:
            break
        node = node.head
    return node


def steps_up(token: Token) -> Iterator[Token]:
    yield token
    while token.head.i != token.i:
        token = token.head
        yield token


def distance(head: Token, event: Token) -> tuple[int, int]:
    """How far a place hangs from an event: by clause (``UNDER`` the event ... ``BESIDE`` it), then in words."""
    words_between = abs(head.i - event.i)
    above = [token.i for token in steps_up(head)]
    clause, own = clause_of(head), clause_of(event)
    if event.i in above and clause.i in (own.i, event.i):
        return UNDER, words_between
    if clause.i == own.i:
        return SAME, words_between
    if clause.i in [token.i for token in steps_up(event)] or own.i in above:
        return NESTED, words_between
    return BESIDE, words_between
