"""What the small model's parse and the order of words say of an event: its verb group, the words above it, its clause.

Both are asked, as the parse of a long news sentence is not to be trusted alone.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from extractors.grammar.doc_words import SENTENCES, words_of
from extractors.status.rules import status_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

GROUP_TAGS = frozenset({"MD", "RB", "TO"})
HAVE = frozenset({"have", "has", "had", "having", "'ve", "\u2019ve"})
BREAKS = frozenset({",", ";", ":", "\u2014", "\u2013", "--", "(", ")"})
CLIMBS = 6  # words above an event that are asked
NOUNS = frozenset({"NOUN", "PROPN"})
TRANSPARENT = frozenset({"of", "to", "from", "for", "on", "against", "at", "about", "into", "that"})
LIGHT_PREPOSITIONS = frozenset({"to", "in", "with"})
UNLINKED = frozenset({"relcl", "appos", "conj", "ROOT"})
OBJECTS = frozenset({"dobj", "nsubjpass", "nsubj", "pobj", "compound"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


def carriers(event: Token) -> Iterator[Token]:
    """The event and the words whose modality is its own.

    Such are the verb that it is the object of in "will launch an *attack*" and the verb that it goes with in a list.
    """
    current = event
    for _ in range(CLIMBS):
        yield current
        above = carrier_above(current)
        if above is None:
            return
        current = above


def carrier_above(token: Token) -> Token | None:
    head = token.head
    lexicon = status_lexicon()
    if head == token or is_result(token):
        return None
    if token.dep_ == "conj":
        apart = has_subject(token) or head.pos_ != token.pos_ or (is_finite(token) and has_to(head))
        return None if apart else head
    if token.dep_ == "pobj":
        return head.head if head.lower_ == "of" or carries_with(head) else None
    if token.dep_ in {"acomp", "oprd"} or (token.dep_ == "advcl" and is_participle(token)):
        return head
    if token.dep_ == "xcomp":
        return head if head.lemma_ in lexicon.implicative | lexicon.light else None
    return head if token.dep_ in OBJECTS | {"attr"} and head.lemma_ in lexicon.light else None


def is_finite(verb: Token) -> bool:
    """ "They went to pray and *were shot*": told as a fact, whatever infinitive the parse lists it with."""
    return any(token.tag_ in {"VBD", "VBZ", "VBP"} for token in (*auxiliaries(verb), verb))


def carries_with(preposition: Token) -> bool:
    """ "will result in *deaths*", "may lead to *arrests*": a light verb with its preposition."""
    return preposition.lower_ in LIGHT_PREPOSITIONS and preposition.head.lemma_ in status_lexicon().light


def has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def is_participle(verb: Token) -> bool:
    return verb.tag_ == "VBG" and not any(child.dep_ in {"mark", "nsubj", "aux"} for child in verb.children)


def group_before(event: Token) -> list[Token]:
    """The auxiliaries, adverbs and "to" straight before an event, in order."""
    position = event.i
    while position > 0 and belongs_to_group(event.doc[position - 1]):
        position -= 1
    return list(event.doc[position : event.i])


def belongs_to_group(token: Token) -> bool:
    return (
        token.tag_ in GROUP_TAGS
        or token.lower_ in status_lexicon().group_words
        or token.pos_ == "AUX"
        or token.dep_ in {"aux", "auxpass", "neg"}
    )


@lru_cache(maxsize=SENTENCES)
def auxiliaries(event: Token) -> tuple[Token, ...]:
    """The verb group by order of words and by the parse, which reaches over insertions and to a list's first verb."""
    parsed = [child for child in event.lefts if child.dep_ in {"aux", "auxpass", "neg"}]
    together = {token.i: token for token in (*group_before(event), *parsed)}
    return tuple(together[position] for position in sorted(together))


def has_to(event: Token) -> bool:
    return any(token.tag_ == "TO" for token in auxiliaries(event))


def names_of(head: Token) -> set[str]:
    """What a governor is called in the lexicon: its lemma, or with its particle ("call off")."""
    particles = [child.lower_ for child in head.children if child.dep_ == "prt"]
    return {f"{head.lemma_.lower()} {particle}" for particle in particles} or {head.lemma_.lower(), head.lower_}


def links_of(event: Token) -> Iterator[tuple[str, Token]]:
    """How an event hangs on the words above it.

    By the parse, a preposition looked through, and by the order of words where the parse errs.
    """
    if is_result(event):
        return
    if event.dep_ in {"pobj", "pcomp"} and event.head.dep_ in {"prep", "agent"}:
        if event.head.lower_ in TRANSPARENT:
            yield event.dep_, event.head.head
    elif event.head != event and event.dep_ not in UNLINKED and not (event.dep_ == "acl" and is_bare_participle(event)):
        yield event.dep_, event.head
    yield from surface_links(event)


def is_result(event: Token) -> bool:
    """ "tried to storm the barracks, *wounding* nine": what follows a comma came of it, tried or meant as it was."""
    after_comma = event.i > 0 and event.doc[event.i - 1].text == ","
    may_be_open = any(token.tag_ == "MD" for token in auxiliaries(event.head))
    return event.tag_ == "VBG" and event.dep_ in {"advcl", "acl"} and after_comma and not may_be_open


def surface_links(event: Token) -> Iterator[tuple[str, Token]]:
    """ "a plot to *bomb*" and "avoided *killing*", whatever the parse made of them."""
    group = group_before(event)
    first = group[0].i if group else event.i
    if first == 0:
        return
    before = event.doc[first - 1]
    if (
        event.tag_ == "VB"
        and any(token.tag_ == "TO" for token in group)
        and before.pos_ in NOUNS
        and before != event.head
    ):
        yield "acl", before
    if event.tag_ == "VBG" and event.dep_ in {"compound", "amod"} and before.pos_ == "VERB":
        yield "xcomp", before


def is_bare_participle(event: Token) -> bool:
    return event.tag_ != "VB" and not has_subject(event)


def clause_around(event: Token) -> range:
    """The tokens around an event up to the nearest punctuation on either side."""
    words = words_of(event.doc)
    start = next((i + 1 for i in range(event.i - 1, -1, -1) if words[i] in BREAKS), 0)
    end = next((i for i in range(event.i + 1, len(words)) if words[i] in BREAKS), len(words))
    return range(start, end)
