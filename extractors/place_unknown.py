"""Places that no gazetteer knows but that their words betray: "Nahda Square", "the village of X", "in X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.gazetteer import TOWN
from extractors.place_demonyms import demonym_country
from extractors.place_words import phrases, precisions, words
from extractors.records import Place, PlaceMention

if TYPE_CHECKING:
    from extractors.place_names import Surroundings, Word


LONGEST_RUN = 2  # words: longer ones are organisations


def _stands_behind(around: Surroundings) -> bool:
    """Directly behind "in", "near" or "outside", or behind the "and" of a list that is."""
    before = around.before()
    if before is None:
        return False
    plain = words("plain_prepositions")
    return before.lower in plain or (before.lower == "and" and around.preposition() in plain)


def _is_other_word(word: Word) -> bool:
    lower = word.lower
    groups = ("common_words", "never_in_a_run", "organisation_words", "facilities", "headlong_titles")
    is_listed = any(lower in words(group) for group in groups)
    return is_listed or word.possessive or word.text.isupper() or demonym_country(lower) is not None


def _is_plainly_in(around: Surroundings) -> bool:
    """An unknown name directly behind "in", "near" or "outside" that is no other word and no part of a longer name."""
    run = around.words[around.first : around.last]
    after = around.after()
    if len(run) > LONGEST_RUN or not _stands_behind(around) or any(map(_is_other_word, run)):
        return False
    return not (after and after.capital) and not around.hangs_on_hyphen()


def _lie_of_land(around: Surroundings) -> str | None:
    """The kind of land that makes an unknown name a place: "the island of X", "the X hills"."""
    run = around.words[around.first : around.last]
    if len(run) > LONGEST_RUN or any(map(_is_other_word, run)):
        return None
    of, kind = around.before(), around.before(2)
    if of and of.lower == "of" and kind and kind.lower in words("land_types"):
        return kind.lower
    after = around.after()
    return after.lower if of and of.lower == "the" and after and after.lower in words("land_types") else None


def unknown_at(around: Surroundings, home: str | None) -> PlaceMention | None:
    """A place that only its type betrays: "Dasht-e-Barchi neighborhood", "Nahda Square", "the village of Ruritania"."""
    landmark = around.landmark_after()
    if landmark and landmark.capital and around.name.lower() not in words("never_in_a_run"):
        name = f"{around.name} {landmark.text}"
        return PlaceMention(
            around.start,
            landmark.end,
            Place(name, home, None, None, None, None, precisions("landmark_types")[landmark.lower]),
        )
    lower = around.name.lower()
    if lower in words("common_words") or lower in words("never_in_a_run") or demonym_country(lower):
        return None
    is_told = any(around.followed_by(phrase) for phrase in phrases("telling_phrases"))
    if is_told or _is_plainly_in(around):
        return PlaceMention(around.start, around.end, Place(around.name, home, None, None, None, None, TOWN))
    if (nature := _lie_of_land(around)) is not None:
        prec = precisions("landmark_types")[nature]
        return PlaceMention(around.start, around.end, Place(around.name, home, None, None, None, None, prec))
    before = around.before()
    kind = around.type_before() if before and before.lower == "of" else around.type_after()
    if kind is None or kind not in words("telling_types"):
        return None
    name = around.name[:1].upper() + around.name[1:]
    return PlaceMention(
        around.start, around.end, Place(name, home, None, None, None, None, precisions("administrative_types")[kind])
    )
