"""Names that only say where the name before them lies: "the Zubrowka quarter *of Lutz*", "Nebelsbad *near Lutz*".

English goes from the narrow to the wide: whatever happened, happened at the first name of such a chain. The words
say so better than a gazetteer, which lacks most quarters and villages.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from extractors.places.words import phrases, precisions, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractors.records import PlaceMention

TOWN_PARTS = ("district", "quarter", "neighborhood", "neighbourhood", "suburb", "area", "borough", "slum", "zone")
_OWNS = re.compile(r"^['\u2019]s (?:[a-z-]+ ){0,3}$")
SETTLEMENTS = ("town", "city", "village", "hamlet", "port", "resort", "township", "settlement")


@cache
def _link() -> re.Pattern[str]:
    """What may stand between a name and the one that locates it."""
    kinds = {*precisions("administrative_types"), *words("urban_landmarks"), *phrases("telling_phrases")}
    types = "|".join(sorted(kinds, key=len, reverse=True))
    fillers = "|".join(sorted({*words("directions"), *precisions("administrative_types"), *words("fillers")}))
    compass = "|".join(sorted(words("compass")))
    far = r"(?:(?:some |about )?[\d,.]+ (?:km|kilomet(?:re|er)s|miles) )?"
    near = rf"near|outside|close to|not far from|on the outskirts of|on the edge of|{far}(?:to the )?(?:{compass}) of"
    return re.compile(
        rf"^(?: (?P<type>{types}))?"
        rf"(?P<gloss>, (?:an?|the|its) (?:[\w-]+ ){{0,3}}(?:{types}))?,? ?"
        rf"(?P<relation>in|of|{near}) (?:the )?(?:(?:{fillers}) )*(?:of )?"
        rf"(?:the (?:[^\W\d_][\w'\u2019-]*\s){{1,5}}of )?$",
        re.IGNORECASE,
    )


def locates(earlier: PlaceMention, later: PlaceMention, text: str) -> bool:
    """Does the later name only say where the earlier one lies?"""
    link = _link().match(text[earlier.char_end : later.char_start])
    if link is None:
        return False
    relation, kind = link["relation"].lower(), (link["type"] or "").lower()
    if relation == "of":
        return bool(kind) and link["gloss"] is None
    is_inside = kind in TOWN_PARTS or (later.place.where_prec or 1) >= (earlier.place.where_prec or 1)
    return is_inside or relation != "in"


@cache
def _leading_link() -> re.Pattern[str]:
    """What may stand between a name that locates and the one that it locates: "the Zubrowka market town *of* Lutz"."""
    settlements, buildings = "|".join(SETTLEMENTS), "|".join(sorted(words("buildings")))
    return re.compile(
        rf"^(?:['\u2019]s)? (?:[\w-]+ ){{0,3}}(?:(?:{settlements}) of|(?:{buildings}) in) $", re.IGNORECASE
    )


def leads_to(earlier: PlaceMention, later: PlaceMention, text: str) -> bool:
    """Does the earlier name only say where the later one lies, or which building in it: "the Lutz market in Gorz"?"""
    between = text[earlier.char_end : later.char_start]
    return _leading_link().match(between) is not None or (_OWNS.match(between) is not None and _holds(earlier, later))


def _holds(earlier: PlaceMention, later: PlaceMention) -> bool:
    """ "Lutz's Nebelsbad district": may the owner be the wider place?"""
    one, other = earlier.place, later.place
    return one.country_code == other.country_code and (one.where_prec or 1) >= (other.where_prec or 1)


def is_landmark(mention: PlaceMention) -> bool:
    """A square, street or bridge: spot enough where it stands alone, no place of its own beside its town."""
    *rest, last = mention.place.name.split()
    return bool(rest) and last.lower() in words("urban_landmarks")


def outer_names(mentions: Sequence[PlaceMention], text: str) -> frozenset[PlaceMention]:
    """The names in a sentence that the event is not said of, as they only locate another, or stand in one's town.

    ``text`` is the sentence's.
    """
    pairs = list(pairwise(mentions))
    leading = [a for a, b in pairs if leads_to(a, b, text)]
    located = [a if is_landmark(a) else b for a, b in pairs if a not in leading and locates(a, b, text)]
    in_its_town = [a for (a, b), (_, c) in pairwise(pairs) if is_landmark(a) and b in leading and locates(a, c, text)]
    return frozenset((*located, *leading, *in_its_town))


def innermost_named(mentions: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
    """A sentence's places without those that only say where another one lies."""
    outer = outer_names(mentions, text)
    return [mention for mention in mentions if mention not in outer]
