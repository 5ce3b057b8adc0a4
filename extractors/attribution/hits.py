"""Where in one parsed sentence somebody is given as the source: cue, speaker and who passes it on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractors.attribution.cues import CueEntry, cue_lexicon, entries_by_form
from extractors.attribution.source_types import singular, type_in
from extractors.attribution.speakers import NOMINAL, chunk_before, following_noun, owner_of, phrase_of
from extractors.grammar.doc_words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

RELATIVES = {"who", "which", "that"}
CLOSING = {",", "”", '"', "''", "—", "–", "-", "--", ")", "’", "'"}
FINITE = {"VBD", "VBZ", "VBP", "MD"}


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue in one sentence; all positions are tokens.

    ``first`` to ``after`` is the stretch that names the speaker and says that he speaks; ``head`` the speaker's noun,
    null where the cue shares the speaker of the one before it.
    """

    rule: str
    way: str
    cue: int
    first: int
    after: int
    head: int | None
    passed_by: int | None = None  # the outlet that was told, or that quotes
    is_inverted: bool = False
    shares: int | None = None  # the verb whose speaker this one shares
    is_forward: bool = False  # what is said can only follow
    is_whole: bool = False  # the whole clause is said: "was reported by the bank"


def subject_of(verb: Token) -> Token | None:
    """The noun that does the saying.

    The parse's subject, or the noun phrase straight before the verb where the parse gives none.
    """
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass"} and child.pos_ in NOMINAL | {"DET"}:
            return antecedent(verb, child) if child.lower_ in RELATIVES else child
    if verb.tag_ == "VBG":
        return None
    before = chunk_before(verb)
    return noun_phrase_head(before) if before is not None else None


def antecedent(verb: Token, relative: Token) -> Token | None:
    """The noun that a relative clause goes with: the parse's, else the one before the comma."""
    if verb.dep_ == "relcl":
        return verb.head
    before = [token for token in verb.doc[: relative.i] if not token.is_punct][-1:]
    return noun_phrase_head(before[0]) if before and before[0].pos_ in NOMINAL else None


def noun_phrase_head(noun: Token) -> Token:
    """The head of the whole phrase that a noun ends ("the head of the group" from "group")."""
    head = noun
    while (
        head.dep_ in {"pobj", "compound", "appos", "poss"}
        and head.head.i < noun.i
        and head.head.pos_ in NOMINAL | {"ADP"}
    ):
        head = head.head
    return head if head.pos_ in NOMINAL else noun


def shared_verb(verb: Token) -> Token | None:
    """The verb whose subject a verb without one of its own shares ("said ... and added", "said ..., adding")."""
    if (
        verb.dep_ in {"conj", "advcl", "xcomp", "pcomp", "dep"}
        and verb.head.pos_ in {"VERB", "AUX"}
        and verb.head.i < verb.i
    ):
        return verb.head
    return None


def is_mute(noun: Token) -> bool:
    return noun.lower_ in cue_lexicon().mute


def is_document(noun: Token) -> bool:
    return noun.lower_ in cue_lexicon().documents


def is_inverted(verb: Token, subject: Token | None) -> bool:
    """ "..., said X": the speaker after the verb, the content before."""
    return subject is not None and subject.i > verb.i and verb.i > 0 and verb.doc[verb.i - 1].text in CLOSING


def told(verb: Token) -> int | None:
    """The outlet that was told: whoever hears as a reader of it."""
    if verb.lower_ not in {"tell", "tells", "told", "telling"}:
        return None
    for child in verb.rights:
        if (
            child.dep_ in {"dobj", "dative", "iobj", "nsubj"}
            and type_in(phrase_of(child).text, weak=False) == "media"
            and child.lower_ not in cue_lexicon().listeners
        ):
            return child.i
    return None


def following_word(verb: Token) -> str:
    return verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""


def entry_for(verb: Token, subject: Token | None) -> CueEntry | None:
    """The lexicon's entry that a verb form fits here, if any."""
    following = {token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 9]}
    for entry in entries_by_form().get(verb.lower_, ()):
        if (entry.needs and not following & set(entry.needs)) or following_word(verb) in entry.never_before:
            continue
        if entry.subjects == "document" and (
            subject is None or not (is_document(subject) or type_in(phrase_of(subject).text, weak=False))
        ):
            continue
        if entry.way == "sight" and (
            subject is None or type_in(phrase_of(subject).text, weak=False) not in {"media", "witness"}
        ):
            continue
        return entry
    return None


def verb_hit(verb: Token) -> Hit | None:
    subject = agent_of(verb) if is_passive(verb) else subject_of(verb) or inverted_subject(verb)
    entry = entry_for(verb, subject)
    if (
        entry is None
        or (is_passive(verb) and subject is None and entry.way != "quote")
        or (subject is not None and is_mute(subject))
    ):
        return None
    shares = shared_verb(verb) if subject is None else None
    if subject is None:
        subject = borrowed_subject(verb)
    if subject is None and shares is None and not (entry.way == "quote" and verb.tag_ == "VBG"):
        return None
    inverted = is_inverted(verb, subject) and not is_passive(verb)
    first = (
        verb.i if inverted or subject is None or shares is not None else min(phrase_of(subject, verb.i).start, verb.i)
    )
    after = phrase_of(subject).end if subject is not None and subject.i > verb.i else verb.i + 1
    head = None if subject is None else subject.i
    return Hit(
        entry.id,
        entry.way,
        verb.i,
        first,
        after,
        head,
        told(verb),
        inverted,
        None if head is not None or shares is None else shares.i,
        bool(entry.needs),
        is_passive(verb) and entry.way != "quote",
    )


def is_passive(verb: Token) -> bool:
    """ "was reported", "as reported by": nobody speaks unless an agent is named."""
    parsed = any(child.dep_ in {"auxpass", "agent"} for child in verb.children)
    return verb.tag_ == "VBN" and (parsed or following_word(verb) == "by")


def agent_of(verb: Token) -> Token | None:
    """Who did it, of a passive: "by the ministry"."""
    by = next((child for child in verb.rights if child.lower_ == "by"), None)
    return None if by is None else object_of(by)


def inverted_subject(verb: Token) -> Token | None:
    if verb.i > 0 and verb.doc[verb.i - 1].text in CLOSING and verb.tag_ in {"VBD", "VBZ", "VBP"}:
        return following_noun(verb)
    return None


def borrowed_subject(verb: Token) -> Token | None:
    """The paper that goes on "saying" something."""
    return verb.head if verb.dep_ == "acl" and is_document(verb.head) else None


def preposition_hits(doc: Doc) -> Iterator[Hit]:
    """ "according to X" and its like; orders and plans do not speak."""
    words = words_of(doc)
    for entry in cue_lexicon().prepositions:
        size = len(entry.words)
        if entry.words[0] not in words:
            continue
        for start in range(len(doc) - size):
            if words[start : start + size] != entry.words:
                continue
            head = object_of(doc[start + size - 1])
            if head is not None and not is_mute(head):
                yield Hit(entry.id, "according", start, start, phrase_of(head).end, head.i)


def object_of(preposition: Token) -> Token | None:
    found = [child for child in preposition.children if child.dep_ == "pobj" and child.pos_ in NOMINAL]
    return found[0] if found else following_noun(preposition)


def is_verb_like(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} or token.tag_.startswith("VB")


def find_hits(doc: Doc) -> tuple[Hit, ...]:
    """Every cue in a sentence, left to right, with quoting verbs folded into the cue whose speaker they pass on."""
    forms = entries_by_form()
    cues = (doc[i] for i, word in enumerate(words_of(doc)) if word in forms)
    verbs = [hit for token in cues if is_verb_like(token) for hit in [verb_hit(token)] if hit]
    hits = sorted([*verbs, *preposition_hits(doc)], key=cue_position)
    return fold_quoting(doc, tuple(hits))


def cue_position(hit: Hit) -> int:
    return hit.cue


def quoted_by(doc: Doc, hit: Hit) -> Hit:
    """The hit of a quoting verb turned round: who is quoted speaks, who quotes passes on."""
    verb = doc[hit.cue]
    quoted = next(
        (child for child in verb.children if child.dep_ in {"dobj", "obj"} and child.pos_ in NOMINAL), None
    ) or following_noun(verb)
    agent = next(
        (noun for child in verb.children if child.dep_ == "agent" for noun in child.children if noun.dep_ == "pobj"),
        None,
    )
    saying = next((token.i for token in doc[hit.cue :] if token.lower_ == "saying"), hit.cue)
    if any(child.dep_ == "nsubjpass" for child in verb.children):
        return replace(hit, cue=saying, after=saying + 1, passed_by=None if agent is None else agent.i)
    if quoted is None:
        return hit
    end = max(saying + 1, phrase_of(quoted).end)
    return replace(hit, cue=saying if saying > quoted.i else hit.cue, after=end, head=quoted.i, passed_by=hit.head)


def fold_quoting(doc: Doc, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """ "X reported, citing Y" and "X, citing Y, said" make Y the speaker and X the one who passes it on."""
    kept = {hit.cue: hit for hit in hits if hit.way != "quote"}
    for hit in hits:
        if hit.way != "quote":
            continue
        verb = doc[hit.cue]
        turned = quoted_by(doc, hit)
        hosts = sorted(
            (other for other in kept.values() if other.way != "quote"), key=lambda other: abs(other.cue - verb.i)
        )
        if verb.tag_ == "VBG" and hosts and turned.head is not None:
            host = hosts[0]
            kept[host.cue] = replace(
                host,
                head=turned.head,
                passed_by=host.head,
                shares=None,
                after=turned.after if host.after <= verb.i <= host.after + 1 else host.after,
            )
        elif verb.tag_ != "VBG" and turned.head is not None:
            kept.pop(turned.cue, None)
            kept[turned.cue] = turned
    return tuple(kept[cue] for cue in sorted(kept))


def speaks_for(doc: Doc, head: int) -> Token:
    """The owner of a paper or a count, else the noun itself."""
    noun = doc[head]
    owner = owner_of(noun) if is_document(noun) or singular(noun.lower_) == "report" else None
    return noun if owner is None else owner
