"""Who is among the dead, and who is part of the counted.

"Among the dead are nine firefighters", "12 medics were among the dead", "the dead include three children": the
collective names the kind, the people named with it are counted. "89 people, including a dozen medics", "225 dead, 19
of them police": a part with a number is counted beside its whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.grammar.noun_phrases import NOMINAL, Participant, items, phrase_head, quantity_over
from extractors.people.persons import is_told_apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Span, Token

    from extractors.grammar.frames import Frame
    from extractors.records import Quantity
    from extractors.triggers import Trigger

UNCOUNTED = frozenset({"many", "most", "some", "a few", "few"})  # "many of them seriously": a part without a number
OF_THE = 3  # tokens from a number to the collective: "two of the dead"
NEXT = 1
BESIDE = 8  # tokens behind a verb within which those stand who bear it with its subject
LISTING = frozenset({"including", "comprise", "comprises", "comprised", "comprising"})
DASHES = frozenset({"—", "–", "--", "("})
MEMBERSHIP = frozenset({"among", "amongst"})
BEING = frozenset({"were", "was", "are", "is"})
INCLUDING = frozenset(
    {"including", "include", "included", "includes", "comprise", "comprised", "comprising", "were", "are", "was", "is"}
)
PLACED = frozenset(
    {"in", "on", "at", "since", "near", "from", "outside", "inside", "across", "around", "along", "off", "aboard",
     "during", "after", "before", "under", "between", "within", "behind", "elsewhere", "here", "there", "overnight",
     "today", "yesterday", "this", "last"}
)  # fmt: skip
PART_MARKS = (
    ("including",),
    ("among", "them"),
    ("of", "whom"),
    ("of", "them"),
    ("among", "whom"),
    ("of", "which"),
    ("them",),
    ("whom",),
)


def membership_word(trigger: Trigger) -> Token | None:
    """The "among" that governs a collective: "among the wounded", "among those killed"."""
    before = trigger.token.doc[max(0, trigger.start - 4) : trigger.start]
    found = [token for token in before if token.lower_ in MEMBERSHIP]
    collective = any(t.lower_ in ("the", "those", "its", "their") for t in before)
    return found[-1] if found and collective else None


def is_subject_collective(trigger: Trigger) -> bool:
    """ "The dead included", "the wounded were": the collective is the subject of a listing verb."""
    doc = trigger.token.doc
    before = doc[trigger.start - 1].lower_ if trigger.start else ""
    after = doc[trigger.end].lower_ if trigger.end < len(doc) else ""
    return before in ("the", "those", "'s", "’s", "its", "their") and after in (
        "include",
        "included",
        "includes",
        "including",
        "comprise",
        "comprised",
    )


def first_phrase(tokens: Sequence[Token], quantities: Sequence[Quantity]) -> Token | None:
    """The first noun or number; "those of 61 students" are the students."""
    for token in tokens:
        if token.pos_ in ("NOUN", "PROPN"):
            return phrase_head(token)
        if quantity_over(token, quantities) is not None and token.dep_ not in ("nummod", "quantmod", "advmod", "amod"):
            return token
        if token.pos_ == "VERB" and token.lower_ not in INCLUDING:
            return None
    return None


def last_subject(tokens: Sequence[Token]) -> Token | None:
    """The noun phrase that ends before "was among": its head, first of its list; a bare "many" is nobody told of."""
    for token in reversed(list(tokens)):
        if token.dep_ in ("nsubj", "nsubjpass"):
            return token if token.pos_ in NOMINAL else None
    nouns = [token for token in tokens if token.pos_ in ("NOUN", "PROPN")]
    return phrase_head(nouns[-1]) if nouns else None


def number_of_collective(trigger: Trigger, quantities: Sequence[Quantity]) -> Participant | None:
    """ "Two of the dead were elderly women": the number before a collective counts, the noun after "were" says whom."""
    doc = trigger.token.doc
    if trigger.start < OF_THE or [t.lower_ for t in doc[trigger.start - 2 : trigger.start]] != ["of", "the"]:
        return None
    number = quantity_over(doc[trigger.start - OF_THE], quantities)
    if number is None:
        return None
    linked = doc[trigger.end].lower_ in ("were", "was", "are") if trigger.end < len(doc) else False
    noun = first_phrase(list(doc[trigger.end + 1 : trigger.end + 6]), quantities) if linked else None
    return Participant(noun, number, number.start, trigger.end if noun is None else noun.i + 1)


def collective_participants(trigger: Trigger, quantities: Sequence[Quantity]) -> tuple[Participant, ...] | None:
    """The people named with a collective; None where the trigger stands for itself."""
    doc = trigger.token.doc
    among = membership_word(trigger)
    told = number_of_collective(trigger, quantities)
    if told is not None:
        return (told,)
    if among is None:
        if not is_subject_collective(trigger):
            return None
        head = first_phrase(list(doc[trigger.end + 1 : trigger.end + 12]), quantities)
    elif among.i and doc[among.i - 1].lower_ in ("was", "were", "is", "are", "be", "been", ","):
        head = last_subject(list(doc[: among.i]))
    else:
        head = first_phrase(list(doc[trigger.end : trigger.end + 12]), quantities)
    return items(head, quantities) if head is not None else ()


def part_marks(frame: Frame) -> Iterator[int]:
    """Where the words after "including" begin, to the right of what the frame counts and before the clause ends."""
    counted = [p for p in frame.participants if p.quantity is not None]
    if not counted:
        return
    doc = frame.trigger.token.doc
    start = max(counted[0].end, 1)
    for index in range(start, min(len(doc), start + 25)):
        if doc[index].text in ";:":
            return
        if doc[index].lower_ in LISTING:
            yield index + 1
        elif doc[index].lower_ == "among" and doc[index + 1 : index + 2].text.lower() in ("them", "whom"):
            yield index + 2
        elif doc[index].text in DASHES and index - start <= NEXT:
            yield index + 1


def whom_marks(frame: Frame) -> Iterator[int]:
    """ "19 of them police", "of whom 19 were officers"."""
    counted = [p for p in frame.participants if p.quantity is not None]
    doc = frame.trigger.token.doc
    for index in range(counted[0].end if counted else len(doc), len(doc) - 1):
        if doc[index].lower_ == "of" and doc[index + 1].lower_ in ("whom", "them"):
            yield index


def part_participants(
    frame: Frame, quantities: Sequence[Quantity], *, until: int | None = None
) -> Iterator[Participant]:
    """The counted parts of what a frame counts, told before token ``until``; a part without a number is none."""
    doc = frame.trigger.token.doc
    for start in part_marks(frame):
        head = first_phrase(list(doc[start : start + 8]), quantities)
        if head is not None and (until is None or start <= until):
            yield from (part for part in items(head, quantities) if is_told_apart(part))
    for of in whom_marks(frame):
        if until is None or of <= until:
            yield from whom_part(of, frame, quantities)
    yield from parts_before_among(frame, quantities)
    yield from part_of_opening(frame.trigger, quantities)


def part_of_opening(trigger: Trigger, quantities: Sequence[Quantity]) -> Iterator[Participant]:
    """ "Of the 97 dead, 20 were children", "of those seized, 29 were foreigners": the part stands behind the comma."""
    doc = trigger.token.doc
    before = [token.lower_ for token in doc[max(0, trigger.start - OF_THE) : trigger.start]]
    if "of" not in before or before[-1] == "of" or doc[trigger.end : trigger.end + 1].text != ",":
        return
    number = next((q for q in quantities if 0 <= q.start - trigger.end <= NEXT), None)
    if number is None or number.end >= len(doc) or doc[number.end].lower_ not in BEING:
        return
    noun = first_phrase(list(doc[number.end + 1 : number.end + OF_THE + 1]), quantities)
    if noun is not None and noun.dep_ == "attr":
        yield Participant(noun, number, number.start, noun.i + 1)


def parts_before_among(frame: Frame, quantities: Sequence[Quantity]) -> Iterator[Participant]:
    """ "some 2,000 inmates, 23 businessmen among them": the part stands before the words that make it one."""
    counted = [p for p in frame.participants if p.quantity is not None]
    doc = frame.trigger.token.doc
    for index in range(counted[0].end + 1 if counted else len(doc), len(doc) - 1):
        if doc[index].lower_ == "among" and doc[index + 1].lower_ in ("them", "whom"):
            before = [t for t in doc[counted[0].end : index] if t.pos_ in ("NOUN", "PROPN")]
            yield from (p for p in items(phrase_head(before[-1]), quantities) if is_told_apart(p)) if before else ()


def is_placed_or_graded(after: Span) -> bool:
    """ "Ten of them in hospital", "three of them seriously"; "one of them fatally" is of another kind."""
    word = after.text.lower()
    return word in PLACED or (word.endswith("ly") and word != "fatally")


def companions(trigger: Trigger, quantities: Sequence[Quantity]) -> Iterator[Participant]:
    """ "Was arrested along with his wife and two sons", "was killed with her husband"."""
    for preposition in trigger.token.doc[trigger.end : trigger.end + BESIDE]:
        if preposition.lower_ == "with" and is_beside(preposition, trigger.token):
            heads = (child for child in preposition.children if child.dep_ == "pobj" and child.pos_ in NOMINAL)
            yield from (each for head in heads for each in items(head, quantities) if is_told_apart(each))


def is_beside(preposition: Token, verb: Token) -> bool:
    joined = preposition.i > 0 and preposition.nbor(-1).lower_ in ("along", "together")
    return joined or (preposition.dep_ == "prep" and preposition.head == verb)


def has_own_verb(part: Token) -> bool:
    """ "24 wounded, of whom two died": the two died, and their own verb counts them."""
    verb = part.head
    return part.dep_ in ("nsubj", "nsubjpass") and verb.i > part.i and verb.lemma_ != "be" and verb.pos_ == "VERB"


def whom_part(of: int, frame: Frame, quantities: Sequence[Quantity]) -> Iterator[Participant]:
    """The noun after "of them" or "of whom", counted by the number on either side."""
    doc = frame.trigger.token.doc
    number = quantity_over(doc[of - 1], quantities) if of else None
    if number is not None and number.count.text.lower() in UNCOUNTED:
        return
    after = first_phrase(list(doc[of + 2 : of + 9]), quantities)
    if number is not None and is_placed_or_graded(doc[of + 2 : of + 3]):
        yield Participant(frame.participants[0].head, number, number.start, number.end)
        return
    if after is None or has_own_verb(after):
        return
    for part in items(after, quantities)[:1]:
        if part.quantity is None and number is not None and doc[of + 2].dep_ != "ROOT":
            yield Participant(part.head, number, number.start, part.end)
        elif part.quantity is not None:
            yield part
