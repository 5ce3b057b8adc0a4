"""Places that no gazetteer knows but that their words betray: "Nahda Square", "the village of X", "in X"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractors.places.demonyms import demonym_country
from extractors.places.gazetteer import SECOND, TOWN
from extractors.places.locators import TOWN_PARTS
from extractors.places.words import phrases, precisions, words
from extractors.records import Place, PlaceMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractors.places.names import Surroundings, Word


_LAND_NAME = re.compile(r"(?: (?:de|del|de la|de los|di|do|da|el|al))? [^\W\d_a-z][^\W\d_]+")
_WATERS = re.compile(r"(?:Gulf|Bay|Strait|Straits|Isle|Cape) of [^\W\d_a-z][^\W\d_]+")
_LANDMARK = re.compile(r"['\u2019]?\s(?P<kind>[^\W\d_a-z][^\W\d_]+)")  # "Nahda Square", "Pioneers' Park"
LONGEST_RUN = 2  # words: longer ones are organisations
SHORTEST_NAME = 3  # letters: shorter ones are initials and currencies


@cache
def _telling_phrases() -> tuple[str, ...]:
    return tuple(f" {phrase}" for phrase in phrases("telling_phrases"))


def _stands_behind(around: Surroundings) -> bool:
    """Directly behind "in", "near" or "outside", behind the "and" of a list that is, behind "residents of", or behind
    "fled from".
    """
    before = around.before()
    if before is None:
        return False
    plain = words("plain_prepositions")
    owner = around.before(2)
    if owner is not None and before.lower == "of":
        return owner.lower in words("dwellers")
    if owner is not None and before.lower == "from":
        return owner.lower.removesuffix("d").removesuffix("e") in _leaving_stems()
    return before.lower in plain or (before.lower == "and" and around.preposition() in plain)


@cache
def _leaving_stems() -> frozenset[str]:
    """Of "evacuated", "evacuate" and "lifted" what their lemmas begin with."""
    return frozenset({*(verb.removesuffix("e") for verb in words("leaving_verbs")), "fl"})


_LISTED = re.compile(
    r"\b(?:villages|towns|cities|hamlets|settlements|suburbs|districts|neighbou?rhoods|provinces|islands)"
    r"(?: of|,|:) (?:[^\W\d_a-z][\w'\u2019-]+(?: [^\W\d_a-z][\w'\u2019-]+)?(?:, and |, | and ))*$"
)


def _is_listed(around: Surroundings) -> bool:
    """ "Two more villages, Zubrowka and Lutz": what they are is said before their names."""
    run = around.words[around.first : around.last]
    return _is_name(run) and _LISTED.search(around.text[: around.start]) is not None


def _is_other_word(word: Word) -> bool:
    lower = word.lower
    groups = ("common_words", "never_in_a_run", "organisation_words", "facilities", "headlong_titles")
    is_listed = any(lower in words(group) for group in groups)
    return is_listed or word.possessive or word.text.isupper() or demonym_country(lower) is not None


def _is_name(run: Sequence[Word]) -> bool:
    """A name by its words: short, and none of them another word but a first one like "New"."""
    parts = [word for word in run if word.lower not in words("name_links")]
    if len(parts) > LONGEST_RUN + (len(run) > len(parts)):
        return False
    headed = len(parts) > 1 and parts[0].lower in words("name_heads")
    return not any(map(_is_other_word, parts[headed:]))


_ADJECTIVE = re.compile(r"(?:[iae]an|ese|ish)$")


def _is_adjective(around: Surroundings) -> bool:
    """ "In Zubrowkan mines": an adjective of some place, not its name."""
    after = around.after()
    return (
        after is not None
        and not after.capital
        and _ADJECTIVE.search(around.name) is not None
        and (after.lower not in words("locative_prepositions"))
    )


@cache
def _gloss() -> re.Pattern[str]:
    types = "|".join(sorted(words("telling_types") - {"zone"}))
    return re.compile(rf"^, (?:an?|the|once an?) (?:[\w-]+ ){{0,4}}?(?:{types})\b(?! \w*(?:man|woman|council|hall)\b)")


def _is_glossed(around: Surroundings) -> bool:
    """ "Zubrowka, a mountain village": the words behind the name say what it is."""
    is_name = _is_name(around.words[around.first : around.last])
    return is_name and _gloss().match(around.text[around.end : around.end + 80]) is not None


def _is_plainly_in(around: Surroundings) -> bool:
    """An unknown name directly behind "in", "near" or "outside" that is no other word and no part of a longer name."""
    after = around.after()
    if not _stands_behind(around) or not _is_name(around.words[around.first : around.last]) or _is_adjective(around):
        return False
    is_cut_short = around.text[around.end : around.end + 1] in ("'", "\u2019", ".")  # "the Pioneers' Park"
    is_initial = len(around.name) < SHORTEST_NAME or (is_cut_short and around.end < len(around.text.rstrip()) - 1)
    return not (after and after.capital) and not around.hangs_on_hyphen() and not is_initial


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


def _typed(around: Surroundings, home: str | None) -> PlaceMention | None:
    """A name that its type makes a place, also where it is another word mostly: "the Nasser district"."""
    lower = around.name.lower()
    if lower in words("never_in_a_run") or demonym_country(lower):
        return None
    before = around.before()
    kind = around.type_before() if before and before.lower == "of" else around.type_after()
    is_other_word = lower in words("common_words") and not (before and before.lower == "the" and kind in TOWN_PARTS)
    if kind is None or kind not in words("telling_types") or is_other_word:
        return None
    name = around.name[:1].upper() + around.name[1:]
    if (after := around.after()) and after.text == "Town":
        name = f"{name} Town"  # in capitals it is a part of the name
    prec = precisions("administrative_types")[kind]
    return PlaceMention(around.start, around.end, Place(name, home, None, None, None, None, prec))


def is_water(around: Surroundings) -> bool:
    """ "Gulf" in "the Gulf of Zubrowka" is no name by itself."""
    return _WATERS.match(around.text, around.start) is not None


def _with_land_before(around: Surroundings, home: str | None) -> PlaceMention | None:
    """ "Mount Zubrowka", "the Sierra de Lutz": the kind of land comes first and belongs to the name."""
    head = around.words[around.first]
    if water := _WATERS.match(around.text, head.start):
        return PlaceMention(head.start, water.end(), Place(water[0], home, None, None, None, None, SECOND))
    if head.lower not in words("land_heads"):
        return None
    rest = _LAND_NAME.match(around.text, head.end)
    if rest is None or around.text[rest.end() : rest.end() + 1] in ("-", "'"):
        return None
    name = around.text[head.start : rest.end()]
    return PlaceMention(head.start, rest.end(), Place(name, home, None, None, None, None, SECOND))


def _landmark(around: Surroundings, home: str | None) -> PlaceMention | None:
    if around.name.lower() in words("never_in_a_run"):
        return None
    named = _LANDMARK.match(around.text, around.end)
    kind = named["kind"].lower() if named is not None else ""
    prec = precisions("landmark_types").get(kind, TOWN if kind in words("airfields") else None)
    if named is None or prec is None:
        return None
    name = around.text[around.start : named.end()]
    return PlaceMention(around.start, named.end(), Place(name, home, None, None, None, None, prec))


def unknown_at(around: Surroundings, home: str | None) -> PlaceMention | None:
    """A place that only its type betrays: "Dasht-e-Barchi neighborhood", "Nahda Square", "the village of Ruritania"."""
    named = _landmark(around, home) or _with_land_before(around, home) or _typed(around, home)
    if named is not None:
        return named
    lower = around.name.lower()
    if lower in words("common_words") or lower in words("never_in_a_run") or demonym_country(lower):
        return None
    nature = _lie_of_land(around)
    if around.followed_by(_telling_phrases()) or _is_plainly_in(around) or _is_glossed(around) or _is_listed(around):
        prec = TOWN
    elif nature is not None:
        prec = precisions("landmark_types")[nature]
    else:
        return None
    return PlaceMention(around.start, around.end, Place(around.name, home, None, None, None, None, prec))
