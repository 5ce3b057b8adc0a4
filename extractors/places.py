"""Place names in one sentence, resolved against the gazetteer; what the whole article says of them is ``place_chain``'s business.

A name is taken where the gazetteer knows it *and* the words around it read like a place: no person ("Jordan Henderson"), no outlet ("Bangkok
Post"), no adjective in disguise ("Moscow-led").
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from extractors.gazetteer import COUNTRY, FIRST, TOWN, Entry, Gazetteer, fold
from extractors.place_names import Surroundings, Word, dateline_end, split_words
from extractors.place_words import demonym_file, overrides, precisions, words
from extractors.records import Place, PlaceMention

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

LARGE_TOWN = 500_000  # known by its name alone the world over
HOME_FACTOR = 20  # how much larger a namesake abroad must be to win over a place at home
REGION = 5  # UCDP: a part of a country that is larger or vaguer than a first-order division

_DIRECTION_NAMES = {
    "north": "Northern", "south": "Southern", "east": "Eastern", "west": "Western", "northeast": "Northeastern", "northwest": "Northwestern",
    "southeast": "Southeastern", "southwest": "Southwestern", "north-east": "Northeastern", "north-west": "Northwestern",
    "south-east": "Southeastern", "south-west": "Southwestern", "centre": "Central", "center": "Central", "interior": "Central",
}  # fmt: skip


def direction_name(word: str) -> str:
    """``southern`` and ``south`` are "Southern", as the first word of a region's name."""
    return _DIRECTION_NAMES.get(word.lower(), word[:1].upper() + word[1:].lower())


@cache
def _demonyms() -> Mapping[str, str]:
    return {name.lower(): code for code, names in demonym_file().demonyms.items() for name in names}


def demonym_country(word: str) -> str | None:
    """ISO code of the country of an adjective or people's name ("Kazakh", "Israelis"); None for other words."""
    known = _demonyms()
    lower = word.lower()
    return known.get(lower) or (known.get(lower[:-1]) if lower.endswith("s") else None)


def demonym_countries(text: str) -> Iterator[str]:
    """The countries of all demonyms in a text, one for each time."""
    found = [word for word in split_words(text) if word.capital]
    for word in found:
        for part in word.text.split("-"):
            if part[:1].isupper() and (code := demonym_country(part)):
                yield code


def _is_name_part(word: Word | None) -> bool:
    """May this neighbour be a part of one longer name? Capitalised, and not only because a sentence begins or a type is written large."""
    if word is None or not word.capital:
        return False
    lower = word.lower
    return not (
        lower in words("never_in_a_run")
        or lower in words("directions")
        or lower in precisions("administrative_types")
        or lower in precisions("landmark_types")
        or lower in ("asian", "african", "european", "arab", "gulf")
        or demonym_country(lower)
    )


def _belongs_to_other_name(around: Surroundings, entries: Sequence[Entry]) -> bool:
    """Is the name only a part of a person's, an outlet's or an organisation's?"""
    before, after = around.before(), around.after()
    if after and after.capital and after.lower in words("organisation_words"):
        return True
    if _is_name_part(before):
        return True
    if before and before.lower == "of" and _is_name_part(around.before(2)):
        return True
    if not _is_name_part(after) or (after and after.lower in words("headlong_titles") | words("facilities")):
        return False
    is_country = any(entry.prec == COUNTRY for entry in entries)
    return not is_country or around.name.lower() in words("also_first_names")


def _is_renowned(entry: Entry, around: Surroundings, home: str | None) -> bool:
    """May the name stand for itself without any word that says it is a place?"""
    if entry.own or entry.prec == COUNTRY or entry.capital:
        return True
    if entry.country == home:
        return entry.prec == FIRST or (entry.prec == TOWN and not (entry.alias and entry.rank < LARGE_TOWN // 10))
    if entry.prec == TOWN and not entry.alias:
        return entry.rank >= LARGE_TOWN
    return " " in around.name and entry.prec == FIRST


def _is_introduced(around: Surroundings, gazetteer: Gazetteer) -> bool:
    """Do the words around say that this is a place: a type, a firm preposition, a second place behind a comma?"""
    if around.type_after() or around.type_before() or around.preposition() in words("firm_prepositions"):
        return True
    return _second_place(around, gazetteer) is not None


def _second_place(around: Surroundings, gazetteer: Gazetteer) -> Entry | None:
    """The country or division in "Reading, England"."""
    rest = split_words(around.after_comma())[:3]
    for count in range(len(rest), 0, -1):
        if rest[0].start != 0 or not rest[0].capital:
            return None
        name = around.after_comma()[rest[0].start : rest[count - 1].end]
        known = [entry for entry in gazetteer.lookup(name) if entry.prec in (COUNTRY, FIRST, REGION)]
        if known:
            return max(known, key=lambda entry: (entry.own, entry.prec))
    return None


def _fits_type(entry: Entry, kind: str | None) -> bool:
    if kind is None:
        return True
    wanted = precisions("administrative_types")[kind]
    return (entry.prec == TOWN) == (wanted == TOWN)


def choose(
    entries: Sequence[Entry],
    around: Surroundings,
    gazetteer: Gazetteer,
    home: str | None,
    countries: Collection[str] = (),
) -> Entry:
    """The one of several namesakes that is meant: what the words beside say, then home, then countries that the article names, then size."""
    kind = around.type_after() or around.type_before()
    second = _second_place(around, gazetteer)

    def preference(entry: Entry) -> tuple[float, ...]:
        near = second is not None and entry.country == second.country and second.admin1 in (None, entry.admin1)
        at_home = entry.country == home
        weight = max(entry.rank, 1) * (HOME_FACTOR if at_home else 4 if entry.country in countries else 1)
        is_home_division = at_home and entry.prec == FIRST and entry.name in overrides().prefer_home
        order = 3 if entry.prec == COUNTRY else 2 if entry.own else 0
        return (
            near,
            _fits_type(entry, kind),
            is_home_division,
            order,
            at_home and entry.prec in (TOWN, FIRST),
            weight,
            entry.prec,
            not entry.alias,
        )

    return max(entries, key=preference)


def _without_type(name: str) -> str:
    """``Chittagong District`` without its type; a county keeps it, as reporters do ("Harris County")."""
    head, _, last = name.rpartition(" ")
    return (
        head
        if head and last.lower() in words("telling_types") - {"county", "city", "port", "quarter", "town"} | {"region"}
        else name
    )


def _written(entry: Entry, around: Surroundings) -> str:
    """The name to give: overrides speak for themselves, other places keep the article's spelling."""
    name = _without_type(around.name)
    if entry.own and not entry.keep:
        return entry.name
    if entry.prec == COUNTRY:
        return entry.name
    if name.isupper() and len(name) > 3:  # noqa: PLR2004 - longer than initials
        return entry.name if fold(entry.name) == fold(name) else name.title()
    return name[:1].upper() + name[1:]


def _with_direction(place: Place, around: Surroundings) -> tuple[Place, int]:
    """``southern Lebanon`` is a place of its own; ``southern Beirut`` is Beirut. With the start of its characters."""
    before = around.before()
    if before is None or before.lower not in words("directions") or place.where_prec not in (COUNTRY, REGION, FIRST):
        return place, around.start
    name = (
        f"{direction_name(before.lower)} {place.name}"
        if before.lower.endswith("ern") or before.lower == "central"
        else f"{before.text.capitalize()} {place.name}"
    )
    prec = REGION if place.where_prec == COUNTRY else place.where_prec
    return Place(name, place.country_code, place.admin1_code, None, place.latitude, place.longitude, prec), before.start


def _mention(entry: Entry, around: Surroundings) -> PlaceMention:
    place = entry.place(_written(entry, around))
    landmark = around.landmark_after()
    if landmark and landmark.capital and entry.prec != COUNTRY:
        name = f"{place.name} {landmark.text}"
        return PlaceMention(
            around.start,
            landmark.end,
            Place(
                name,
                place.country_code,
                place.admin1_code,
                None,
                place.latitude,
                place.longitude,
                precisions("landmark_types")[landmark.lower],
            ),
        )
    placed, start = _with_direction(place, around)
    return PlaceMention(start, around.end, placed)


def _known_at(
    around: Surroundings, gazetteer: Gazetteer, home: str | None, countries: Collection[str]
) -> PlaceMention | None:
    entries = gazetteer.lookup(around.name)
    if not entries or around.hangs_on_hyphen():
        return None
    lower = around.name.lower()
    stated = bool(
        around.type_before() or _second_place(around, gazetteer) or (around.type_after() and not around.name.isupper())
    )
    if demonym_country(lower) or (lower in words("common_words") and not stated and not gazetteer.is_exact(around.name)):
        return None
    if _belongs_to_other_name(around, entries):
        return None
    entry = choose(entries, around, gazetteer, home, countries)
    if _is_renowned(entry, around, home) or _is_introduced(around, gazetteer):
        return _mention(entry, around)
    return None


def _unknown_at(around: Surroundings, home: str | None) -> PlaceMention | None:
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
    before = around.before()
    kind = around.type_before() if before and before.lower == "of" else around.type_after()
    if kind is None or kind not in words("telling_types"):
        return None
    name = around.name[:1].upper() + around.name[1:]
    return PlaceMention(
        around.start, around.end, Place(name, home, None, None, None, None, precisions("administrative_types")[kind])
    )


def _run_length(found: list[Word], text: str, first: int) -> int:
    """How many capitalised words from here on make one run that starts here."""
    length = 1
    while first + length < len(found) and length < 4:  # noqa: PLR2004 - longer ones are no place names
        around = Surroundings(found, text, first, first + length)
        following = around.after()
        if following is None or not _is_name_part(following):
            break
        length += 1
    return length


def _mention_at(
    found: list[Word], text: str, first: int, gazetteer: Gazetteer, home: str | None, countries: Collection[str]
) -> tuple[PlaceMention, int] | None:
    """The longest place name that begins at this word, and how many words it takes."""
    longest = min(gazetteer.longest_from(found[first].text), len(found) - first)
    for count in range(longest, 0, -1):
        around = Surroundings(found, text, first, first + count)
        if not found[first + count - 1].capital or any(around.words[first + n].possessive for n in range(count - 1)):
            continue
        if mention := _known_at(around, gazetteer, home, countries):
            return mention, count
    length = _run_length(found, text, first)
    around = Surroundings(found, text, first, first + length)
    mention = _unknown_at(around, home) if not _is_name_part(around.before()) else None
    return (mention, length) if mention else None


def find_places(
    text: str, gazetteer: Gazetteer, home: str | None = None, countries: Collection[str] = ()
) -> tuple[PlaceMention, ...]:
    """The places that a sentence names, in order; ``home`` is the article's country, ``countries`` the others that it names (ISO codes).

    Names in the dateline are left out: they say where the reporter sat.
    """
    found = split_words(text)
    mentions: list[PlaceMention] = []
    position, body = 0, dateline_end(text)
    while position < len(found):
        word = found[position]
        hit = (
            _mention_at(found, text, position, gazetteer, home, countries)
            if word.capital and word.start >= body
            else None
        )
        if hit:
            mentions.append(hit[0])
        position += hit[1] if hit else 1
    return tuple(mentions)
