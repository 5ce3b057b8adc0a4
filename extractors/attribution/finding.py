"""On whose word each stretch of a sentence stands, by its cues.

Pronouns and bare nouns go back to whoever spoke before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractors.attribution.contents import contents, cuts
from extractors.attribution.cues import cue_lexicon, entries_by_form
from extractors.attribution.hits import Hit, find_hits, is_document, speaks_for, subject_of
from extractors.attribution.speakers import PRONOUNS, Heard, Mentions, is_person, named, phrase_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Token

    from extractors.records import Sentence, Speaker

UNPARSED = re.compile(
    r"(?:^|[,\u201d\"]\s+)(?P<before>[^,;:.\u201c\u201d\"]{2,90}?)\s+(?:said|says|told|added|reported|announced|confirmed)\b"
    r"|[,\u201d\"]\s+said\s+(?P<after>[^.;\u201c\u201d\"]{2,90})"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """``[start, end)`` of the article's text stands on ``speaker``'s word.

    ``cue`` is the word that says so, at ``cue_start`` of the article; ``rule`` the lexicon entry's id; ``way`` how
    the content hangs on it ("speech", "finding", "sight", "blame", "quote", "according", "label" in headlines, or
    "quotation" for direct speech without a cue).
    """

    start: int
    end: int
    speaker: Speaker
    cue: str
    cue_start: int
    rule: str
    way: str
    sentence: int


def may_attribute(sentence: Sentence, words: Sequence[str]) -> bool:
    """Could a parse show a speaker in a sentence of these words, in lower case? A cue always stands in one of them."""
    forms = entries_by_form()
    return (
        any(word in forms for word in words)
        or any(entry.words[0] in words and prepositions_in(words, entry.words) for entry in cue_lexicon().prepositions)
        or UNPARSED.search(sentence.text) is not None
    )


def prepositions_in(words: Sequence[str], sought: Sequence[str]) -> bool:
    size = len(sought)
    return any(tuple(words[start : start + size]) == tuple(sought) for start in range(len(words) - size))


def speakers_of(found: Sequence[Attribution], mentions: Mentions) -> tuple[Speaker, ...]:
    """Whoever has a word in a sentence, who passes it on before who is quoted."""
    pairs = (
        (*([named(one.speaker.via, mentions)] if one.speaker.via else []), replace(one.speaker, via=None))
        for one in found
    )
    return tuple(speaker for pair in pairs for speaker in pair)


def unparsed_speakers(sentence: Sentence, doc: Doc | None, mentions: Mentions) -> tuple[Speaker, ...]:
    """Who speaks in a sentence that nobody parsed: only to know whom a later "he" means."""
    match = UNPARSED.search(sentence.text) if doc is None else None
    phrase = (match["before"] or match["after"]).strip() if match else ""
    return (named(phrase, mentions),) if phrase and phrase.lower() not in PRONOUNS else ()


def attributions_in(sentence: Sentence, doc: Doc, mentions: Mentions, heard: Heard) -> tuple[Attribution, ...]:
    hits = find_hits(doc)
    at = cuts(doc, hits)
    speakers: dict[int, Speaker] = {}
    found: list[Attribution] = []
    for hit in hits:
        speaker = speaker_for(hit, doc, speakers, mentions, heard)
        if speaker is None:
            continue
        speakers[hit.cue] = speaker
        heard = (heard.also(named(speaker.via, mentions)) if speaker.via else heard).also(speaker)
        found.extend(laid_out(hit, doc, sentence, speaker, part) for part in contents(doc, hit, at, hits))
    return tuple(chained(found))


def laid_out(hit: Hit, doc: Doc, sentence: Sentence, speaker: Speaker, part: tuple[int, int]) -> Attribution:
    """An attribution in the article's own character positions."""
    words = doc[part[0] : part[1]]
    cue = doc[hit.cue]
    return Attribution(
        start=sentence.start + words.start_char,
        end=sentence.start + words.end_char,
        speaker=speaker,
        cue=cue.text,
        cue_start=sentence.start + cue.idx,
        rule=hit.rule,
        way=hit.way,
        sentence=sentence.index,
    )


def speaker_for(
    hit: Hit, doc: Doc, speakers: Mapping[int, Speaker], mentions: Mentions, heard: Heard
) -> Speaker | None:
    """Who speaks at a cue: named there, shared with an earlier cue, or a pronoun for an earlier speaker."""
    if hit.head is None:
        return shared(hit, doc, speakers, mentions, heard)
    noun = speaks_for(doc, hit.head)
    stop = hit.cue if noun.i < hit.cue and hit.way != "quote" else None
    phrase = phrase_of(noun, stop).text
    meant = own_subject(hit, doc, phrase, mentions) or heard.meant_by(phrase)
    if meant is None and phrase.lower() in PRONOUNS:
        return None
    speaker = meant or named(phrase, mentions)
    if (
        hit.way == "finding"
        and speaker.source_type == "other"
        and not (is_document(noun) or speaker.source[:1].isupper())
    ):
        return None
    via = phrase_of(doc[hit.passed_by]).text if hit.passed_by is not None else None
    return replace(speaker, via=via)


def shared(hit: Hit, doc: Doc, speakers: Mapping[int, Speaker], mentions: Mentions, heard: Heard) -> Speaker | None:
    """Whoever the cue before speaks for, where this one shares its subject, else who does what goes on "saying"."""
    verbs = list(verbs_above(doc[hit.shares])) if hit.shares is not None else []
    known = [speakers[verb.i] for verb in verbs if verb.i in speakers]
    if known:
        return known[0]
    subjects = [
        subject
        for verb in verbs
        for subject in [subject_of(verb)]
        if subject is not None and subject.lower_ not in PRONOUNS
    ]
    if not subjects:
        return None
    phrase = phrase_of(speaks_for(doc, subjects[0].i)).text
    speaker = heard.meant_by(phrase) or named(phrase, mentions)
    return speaker if speaker.source_type != "other" else None


def verbs_above(verb: Token) -> Iterator[Token]:
    """A verb and those to its left that it hangs on."""
    yield verb
    while verb.head.i < verb.i:
        verb = verb.head
        yield verb


def own_subject(hit: Hit, doc: Doc, phrase: str, mentions: Mentions) -> Speaker | None:
    """ "Israel has ..., it says": the sentence's subject before a pronoun in its middle."""
    if phrase.lower() not in {"it", "they"}:
        return None
    roots = [token for token in doc if token.dep_ == "ROOT" and token.i < hit.first]
    subject = subject_of(roots[0]) if roots else None
    if subject is None or subject.pos_ == "PRON" or subject.i >= hit.first:
        return None
    speaker = named(phrase_of(subject, hit.first).text, mentions)
    return speaker if speaker.source_type != "other" and not is_person(speaker.source) else None


def chained(found: Sequence[Attribution]) -> list[Attribution]:
    """ "X says A, Y reported": what encloses another's cue passes it on."""
    return [replace(inner, speaker=with_outer(inner, found)) for inner in found]


def with_outer(inner: Attribution, found: Sequence[Attribution]) -> Speaker:
    outer = sorted(
        (other.end - other.start, other.speaker.source)
        for other in found
        if other.start <= inner.cue_start < other.end and other.speaker.source != inner.speaker.source
    )
    names = [*filter(None, [inner.speaker.via]), *(source for _, source in outer)]
    return replace(inner.speaker, via=" < ".join(dict.fromkeys(names)) or None)


def attribution_of(start: int, end: int, attributions: Sequence[Attribution]) -> Attribution | None:
    """The narrowest attribution that holds the middle of ``[start, end)`` of the article's text."""
    middle = (start + max(start, end - 1)) // 2
    holding = [one for one in attributions if one.start <= middle < one.end]
    return min(holding, key=width, default=None)


def width(attribution: Attribution) -> int:
    return attribution.end - attribution.start


def speaker_of(start: int, end: int, attributions: Sequence[Attribution]) -> Speaker | None:
    """On whose word ``[start, end)`` of the article's text stands; null where the article says it in its own voice."""
    found = attribution_of(start, end, attributions)
    return None if found is None else found.speaker
