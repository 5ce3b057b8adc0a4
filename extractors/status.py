"""Did it happen, will it, is it so? What the words around an event make of it.

The rules are data (``lexicons/status.yaml``, a cue with its category and its place to the event, after ConText); here is the grammar:
verb groups, governors, clauses. A finding keeps the cue that decided.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.status_rules import StatusRule, rules_at, status_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

STATUSES = frozenset({"planned", "unconfirmed", "denied", "ended"})
GROUP_TAGS = frozenset({"MD", "RB", "TO"})
BE = frozenset(
    {"be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "get", "gets", "got", "getting"}
)
HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve"})
GROUP_WORDS = (
    BE
    | HAVE
    | frozenset(
        {
            "do",
            "does",
            "did",
            "going",
            "about",
            "set",
            "due",
            "able",
            "unable",
            "likely",
            "unlikely",
            "need",
            "needs",
            "free",
            "allowed",
            "ought",
            "liable",
            "longer",
            "any",
            "no",
        }
    )
)
BREAKS = frozenset({",", ";", ":", "—", "–", "--", "(", ")"})
CLIMBS = 6  # governors above an event that are asked
PRESENT = frozenset({"VBZ", "VBP"})
NOUNS = frozenset({"NOUN", "PROPN"})
TRANSPARENT = frozenset({"of", "to", "from", "for", "on", "against", "at", "about", "into", "that"})
UNLINKED = frozenset({"relcl", "appos", "conj", "ROOT"})
OBJECTS = frozenset({"dobj", "nsubjpass", "nsubj", "pobj", "compound"})


@dataclass(frozen=True, slots=True)
class Modality:
    """What a cue makes of an event: a status or, for any other category, no claim at all. ``cue`` is the position of the cue's (last) token."""

    category: str
    rule: str
    cue: int


def modality_of(event: Token, *, says_none: bool = False) -> Modality | None:
    """The weightiest thing that the sentence says of an event besides that it happened; null where it just happened.

    ``says_none`` for a claim that itself counts nobody ("no one was hurt", "were not hurt"): a negation is then its very content.
    """
    order = status_lexicon().order
    found = [one for one in findings(event) if not (says_none and one.category == "negated")]
    return min(found, key=lambda one: order.index(one.category), default=None)  # type: ignore[arg-type]


def status_of(event: Token) -> str:
    """The claims guide's status of an event (the verb, noun or adjective that carries it)."""
    order = status_lexicon().order
    found = [one.category for one in findings(event) if one.category in STATUSES]
    return min(found, key=order.index, default="asserted")  # type: ignore[arg-type]


def is_actual(event: Token, *, says_none: bool = False) -> bool:
    """False for what makes no claim: hypotheticals, threats, wishes, calls, purposes, rules, questions, what was averted or did not happen."""
    found = modality_of(event, says_none=says_none)
    return found is None or found.category in STATUSES


def findings(event: Token) -> Iterator[Modality]:
    if is_question(event):
        yield Modality("asked", "question", len(event.doc) - 1)
    for carrier in carriers(event):
        yield from in_group(carrier)
        yield from in_governor(carrier)
        yield from in_opener(carrier)
    yield from in_modifiers(event)
    yield from in_clause(event)


def is_question(event: Token) -> bool:
    last = [token.text for token in event.doc[-3:] if not token.is_space]
    return "?" in last and not any(token.text in {"“", '"', "”"} for token in event.doc)


def carriers(event: Token) -> Iterator[Token]:
    """The event and the words whose modality is its own: the verb that it is the object of in "will launch an *attack*", the verb it goes with in a list."""
    current = event
    for _ in range(CLIMBS):
        yield current
        above = carrier_above(current)
        if above is None:
            return
        current = above


def carrier_above(token: Token) -> Token | None:
    head = token.head
    if head == token:
        return None
    if token.dep_ == "conj":
        return head if not has_subject(token) and head.pos_ == token.pos_ else None
    if token.dep_ in {"xcomp", "acomp", "oprd"} or token.dep_ == "advcl" and is_participle(token):
        return (
            head
            if token.dep_ != "xcomp" or head.lemma_ in status_lexicon().implicative | status_lexicon().light
            else None
        )
    if token.dep_ == "pobj":
        return (
            head.head
            if head.lower_ == "of" or head.head.lemma_ in status_lexicon().light and head.lower_ in {"to", "in", "with"}
            else None
        )
    if token.dep_ in OBJECTS | {"attr"} and head.lemma_ in status_lexicon().light:
        return head
    return None


def has_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for child in verb.children)


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
        or token.lower_ in GROUP_WORDS
        or token.pos_ == "AUX"
        or token.dep_ in {"aux", "auxpass", "neg"}
    )


def auxiliaries(event: Token) -> list[Token]:
    """The verb group by order of words and by the parse, which reaches over an inserted phrase and to the first verb of a list."""
    parsed = [child for child in event.lefts if child.dep_ in {"aux", "auxpass", "neg"}]
    together = {token.i: token for token in (*group_before(event), *parsed)}
    return [together[position] for position in sorted(together)]


def in_group(event: Token) -> Iterator[Modality]:
    group = auxiliaries(event)
    text = " " + " ".join(token.lower_ for token in group) + " "
    if not group:
        return
    for rule in rules_at("group"):
        if (
            any(f" {word} " in text for word in rule.words)
            and (not rule.events or event.lower_ in rule.events)
            and not is_excused(rule, event, text)
        ):
            yield Modality(category_in(rule, event, text), rule.id, group[-1].i)


def category_in(rule: StatusRule, event: Token, text: str) -> str:
    """ "would" after a past "said" is the future of what was said."""
    if rule.id == "modal" and text.split()[0] in {"would", "'d", "’d"} and is_reported(event):
        return "planned"
    return rule.category


def is_reported(event: Token) -> bool:
    return any(
        ancestor.lemma_ in status_lexicon().said and ancestor.tag_ in {"VBD", "VBN", "VBG"}
        for ancestor in (*event.ancestors, *siblings(event))
    )


def siblings(event: Token) -> Iterator[Token]:
    """Saying verbs that the parse hangs below the event ("..., the ministry said")."""
    return (child for child in event.children if child.dep_ in {"parataxis", "ccomp", "conj"})


def is_excused(rule: StatusRule, event: Token, text: str) -> bool:
    """A weaker rule gives way to the one that fits more of the verb group; "not only" denies nothing; what had to be done was done."""
    if rule.id == "modal":
        held = ("may have", "might have", "could have", "would have", "should have", "must have", "can have")
        held_states = event.lower_ in {
            "trapped",
            "buried",
            "missing",
            "dead",
            "stranded",
            "lost",
            "inside",
            "detained",
            "held",
            "alive",
            "homeless",
        }
        return (
            any(words in text for words in held)
            or " had to " in text
            or held_states
            and (" may " in text or " might " in text or " could " in text)
        )
    if rule.id == "will":
        return event.tag_ in {"VBD", "VBN"} and text.split()[-1] in {"will", "shall"}
    if rule.category == "negated":
        return " not only " in text or " no longer " in text
    return False


def in_governor(event: Token) -> Iterator[Modality]:
    for label, head in links_of(event):
        for rule in rules_at("governor"):
            if names_of(head) & set(rule.words) and label in rule.links and fits(rule, event, head, label):
                yield Modality(rule.category, rule.id, head.i)
        for rule in rules_at("report"):
            yield from in_report(rule, event, label, head)
        if is_purpose(event, label, head):
            yield Modality("purposed", "purpose", head.i)


def names_of(head: Token) -> set[str]:
    """What a governor is called in the lexicon: its lemma, or with its particle ("call off")."""
    particles = [child.lower_ for child in head.children if child.dep_ == "prt"]
    return {f"{head.lemma_.lower()} {particle}" for particle in particles} or {head.lemma_.lower(), head.lower_}


def links_of(event: Token) -> Iterator[tuple[str, Token]]:
    """How an event hangs on the words above it: by the parse, a preposition looked through, and by the order of words where the parse errs."""
    if event.dep_ in {"pobj", "pcomp"} and event.head.dep_ in {"prep", "agent"}:
        if event.head.lower_ in TRANSPARENT:
            yield event.dep_, event.head.head
    elif (
        event.head != event
        and event.dep_ not in UNLINKED
        and not (event.dep_ == "acl" and is_bare_participle(event))
    ):
        yield event.dep_, event.head
    yield from surface_links(event)


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


def fits(rule: StatusRule, event: Token, head: Token, label: str) -> bool:
    plain = label in OBJECTS
    if rule.events_are == "aspectual":
        return event.pos_ in NOUNS and (label != "nsubj" or is_intransitive_end(head)) or event.tag_ == "VBG"
    if plain and head.lemma_ in rule.unless:
        return False
    if rule.category == "threatened" and label == "ccomp":
        return any(token.tag_ == "MD" for token in auxiliaries(event))
    if rule.category == "planned" and head.lemma_ in {"announce", "tell"}:
        return (
            label in {"dobj", "nsubjpass"} and event.pos_ in NOUNS
            if head.lemma_ == "announce"
            else label in {"xcomp", "ccomp"} and has_to(event)
        )
    if rule.category in {"planned", "urged", "attempted"} and label in {"ccomp", "advcl"}:
        return (
            has_to(event)
            or event.tag_ in {"VB", "VBG"}
            or any(token.tag_ in {"MD", "VB"} for token in auxiliaries(event))
        )
    if rule.category == "unconfirmed" and label == "advcl":
        return has_to(event)
    return not (rule.category == "averted" and label == "pobj" and head.pos_ not in NOUNS)


def is_intransitive_end(verb: Token) -> bool:
    return verb.lemma_ in {"end", "cease", "stop", "conclude"} and not any(
        child.dep_ == "dobj" for child in verb.children
    )


def has_to(event: Token) -> bool:
    return any(token.tag_ == "TO" for token in auxiliaries(event))


def in_report(rule: StatusRule, event: Token, label: str, head: Token) -> Iterator[Modality]:
    """A denial reaches the event as its clause, or through a word for hearsay."""
    lexicon = status_lexicon()
    if head.lemma_ in rule.words and label in {"ccomp", "xcomp"}:
        yield Modality(rule.category, rule.id, head.i)
    elif head.lemma_ in lexicon.hearsay and label in {"acl", "ccomp", "pobj", "pcomp"}:
        above = head.head
        if above.lemma_ in rule.words or any(child.lemma_ in rule.words for child in head.children):
            yield Modality(rule.category, rule.id, above.i)


def is_purpose(event: Token, label: str, head: Token) -> bool:
    """ "sent troops to *restore* order": meant, not done; "managed to *free* them" was done."""
    if event.tag_ != "VB" or not has_to(event) or label not in {"advcl", "acl", "xcomp"}:
        return False
    return head.lemma_ not in status_lexicon().implicative or label != "xcomp"


def in_opener(event: Token) -> Iterator[Modality]:
    """The word that opens the event's clause, by the parse and by the order of words."""
    marks = [child.lower_ for child in event.children if child.dep_ in {"mark", "prep", "advmod"} and child.i < event.i]
    if event.dep_ == "pcomp":
        marks.append(event.head.lower_ if event.head.i == 0 else f"{event.head.nbor(-1).lower_} {event.head.lower_}")
        marks.append(event.head.lower_)
    for rule in rules_at("opener"):
        if any(word in marks for word in rule.words):
            yield Modality(rule.category, rule.id, event.i)


def clause_around(event: Token) -> list[Token]:
    """The words around an event up to the nearest punctuation on either side."""
    doc = event.doc
    start = next((token.i + 1 for token in reversed(doc[: event.i]) if token.text in BREAKS), 0)
    end = next((token.i for token in doc[event.i + 1 :] if token.text in BREAKS), len(doc))
    return list(doc[start:end])


def in_modifiers(event: Token) -> Iterator[Modality]:
    """Adverbs of the event's own clause and adjectives of its noun."""
    near = {token.i for token in (*event.children, *group_before(event))}
    near |= {
        token.i
        for token in event.doc[max(0, event.i - 3) : event.i + 3]
        if token.pos_ == "ADV" and token in clause_around(event)
    }
    for rule in rules_at("modifier"):
        for position in near:
            token = event.doc[position]
            if token.lower_ in rule.words and token.i != event.i and (token.head == event or token.pos_ == "ADV"):
                yield Modality(rule.category, rule.id, position)


def in_clause(event: Token) -> Iterator[Modality]:
    words = clause_around(event)
    text = " " + " ".join(token.lower_ for token in words) + " "
    for rule in rules_at("phrase"):
        if any(f" {word} " in text for word in rule.words) and in_tense(rule, event):
            yield Modality(rule.category, rule.id, event.i)


def in_tense(rule: StatusRule, event: Token) -> bool:
    if rule.tense is None:
        return True
    group = auxiliaries(event)
    if rule.tense == "future":
        return any(token.tag_ == "MD" for token in group)
    first = [token.tag_ for token in (*group, event) if token.tag_.startswith("VB") or token.tag_ == "MD"]
    return bool(first) and first[0] in PRESENT and not any(token.lower_ in HAVE for token in group)
