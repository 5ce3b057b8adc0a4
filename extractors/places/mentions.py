"""Place names in one sentence, resolved against the gazetteer; the whole article is ``places.chain``'s business.

A name is taken where the gazetteer knows it *and* the words around it read like a place: no person ("Jordan
Henderson"), no outlet ("Bangkok Post"), no adjective in disguise ("Moscow-led").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.places.choice import REGION, choose, is_introduced, is_renowned, is_strange, second_place
from extractors.places.demonyms import demonym_country
from extractors.places.directions import direction_name
from extractors.places.gazetteer import COUNTRY, FIRST, TOWN, Entry, Gazetteer, fold
from extractors.places.names import Surroundings, Word, dateline_end, split_words
from extractors.places.uncased import find_uncased
from extractors.places.unknown import is_water, unknown_at
from extractors.places.words import precisions, words
from extractors.records import Place, PlaceMention

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


def _is_name_part(word: Word | None) -> bool:
    """May this neighbour be a part of one longer name? Capitalised, and not only as a first word or a type."""
    if word is None or not word.capital:
        return False
    lower = word.lower
    return not (
        lower in words("never_in_a_run")
        or lower in words("directions")
        or lower in precisions("administrative_types")
        or lower in precisions("landmark_types")
        or lower in words("airfields")
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
    if after and after.lower in words("name_links") - {"la", "el"} and _is_name_part(around.after(2)):
        return True  # "San José" in "San José del Lutz"
    if not _is_name_part(after) or (after and after.lower in words("headlong_titles") | words("facilities")):
        return False
    is_country = any(entry.prec == COUNTRY for entry in entries)
    return not is_country or around.name.lower() in words("also_first_names")


def _without_type(name: str) -> str:
    """``Chittagong District`` without its type; a county keeps it, as reporters do ("Harris County")."""
    head, _, last = name.rpartition(" ")
    return (
        head
        if head and last.lower() in words("telling_types") - {"county", "city", "port", "quarter", "town"} | {"region"}
        else name
    )


def _written(entry: Entry, around: Surroundings, entries: Sequence[Entry]) -> str:
    """The name to give: overrides speak for themselves, other places keep the article's spelling.

    A division that is called like a country keeps its type: "Niger state".
    """
    name = _without_type(around.name)
    if (kind := around.type_after()) and entry.prec == FIRST and any(e.prec == COUNTRY for e in entries):
        return f"{name} {kind}"
    if entry.own and not entry.keep:
        is_same = fold(entry.name) == fold(name) and not name.isupper()
        return name if is_same else entry.name  # "Córdoba" as the article has it
    if entry.prec == COUNTRY:
        return entry.name
    if name.isupper() and len(name) > 3:  # noqa: PLR2004 - longer than initials
        return entry.name if fold(entry.name) == fold(name) else name.title()
    return name[:1].upper() + name[1:]


def _with_direction(place: Place, around: Surroundings) -> tuple[Place, int]:
    """``southern Lebanon`` is a place of its own; ``southern Beirut`` is Beirut. With the start of its characters."""
    before = around.before()
    if before is None or before.lower not in words("directions") or place.where_prec not in (COUNTRY, REGION):
        return place, around.start
    name = (
        f"{direction_name(before.lower)} {place.name}"
        if before.lower.endswith("ern") or before.lower == "central"
        else f"{before.text.capitalize()} {place.name}"
    )
    prec = REGION if place.where_prec == COUNTRY else place.where_prec
    return Place(name, place.country_code, place.admin1_code, None, place.latitude, place.longitude, prec), before.start


def _mention(entry: Entry, around: Surroundings, entries: Sequence[Entry]) -> PlaceMention:
    place = entry.place(_written(entry, around, entries))
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


def _is_other_word(around: Surroundings, gazetteer: Gazetteer, home: str | None) -> bool:
    """Is the name another word far more often? Taken only at home, behind a firm preposition."""
    lower = around.name.lower()
    if lower not in words("common_words") or gazetteer.is_exact(around.name):
        return False
    at_home = any(entry.country == home and entry.prec in (TOWN, FIRST) for entry in gazetteer.lookup(around.name))
    return lower in words("never_in_a_run") or not at_home or around.preposition() not in words("firm_prepositions")


def _known_at(
    around: Surroundings, gazetteer: Gazetteer, home: str | None, countries: Collection[str]
) -> PlaceMention | None:
    entries = gazetteer.lookup(around.name)
    if not entries or around.hangs_on_hyphen() or is_water(around):
        return None
    lower = around.name.lower()
    placed = second_place(around, gazetteer) if around.text.startswith(", ", around.end) else None
    stated = bool(around.type_before() or placed or (around.type_after() and not around.name.isupper()))
    is_other_word = _is_other_word(around, gazetteer, home) and not stated
    is_demonym = demonym_country(lower) is not None and all(entry.prec != COUNTRY for entry in entries)
    if is_demonym or is_other_word:
        return None
    if _belongs_to_other_name(around, entries):
        return None
    entry = choose(entries, around, gazetteer, home, countries)
    introduced = is_introduced(around, gazetteer, home)
    if not introduced and not is_renowned(entry, around, home):
        return None
    if home and is_strange(entry, home, countries) and second_place(around, gazetteer) is None:
        entry = Entry(entry.name, TOWN, home, None, None, None, None, 0)
    return _mention(entry, around, entries)


def _run_length(found: list[Word], text: str, first: int) -> int:
    """How many capitalised words from here on make one run that starts here, over the "del" of "San José del Lutz"."""
    length = 1
    while first + length < len(found) and length < 4:  # noqa: PLR2004 - longer ones are no place names
        around = Surroundings(found, text, first, first + length)
        following = around.after()
        if following is not None and following.lower in words("name_links") and _is_name_part(around.after(2)):
            length += 2
        elif following is None or not _is_name_part(following):
            break
        else:
            length += 1
    return length


def _longest_name(word: Word, gazetteer: Gazetteer) -> int:
    """How many words the longest name has that begins with this word, or with its possessive ("King's Lutz")."""
    owning = gazetteer.longest_from(f"{word.text}'s") if word.possessive else 0
    return max(gazetteer.longest_from(word.text), owning)


def _mention_at(
    found: list[Word], text: str, first: int, gazetteer: Gazetteer, home: str | None, countries: Collection[str]
) -> tuple[PlaceMention, int] | None:
    """The longest place name that begins at this word, and how many words it takes."""
    longest = min(_longest_name(found[first], gazetteer), len(found) - first)
    for count in range(longest, 0, -1):
        around = Surroundings(found, text, first, first + count)
        owns = any(around.words[first + n].possessive for n in range(count - 1))
        if not found[first + count - 1].capital or (owns and not gazetteer.lookup(around.name)):
            continue
        if mention := _known_at(around, gazetteer, home, countries):
            return mention, count
    length = _run_length(found, text, first)
    around = Surroundings(found, text, first, first + length)
    is_start = found[first].lower not in words("never_in_a_run") and not _is_name_part(around.before())
    mention = unknown_at(around, home) if is_start else None
    return (mention, length) if mention else None


def find_places(
    text: str,
    gazetteer: Gazetteer,
    home: str | None = None,
    countries: Collection[str] = (),
    *,
    uncased: bool = False,
    split: list[Word] | None = None,
) -> tuple[PlaceMention, ...]:
    """The places that a sentence names, in order.

    ``home`` is the article's country, ``countries`` the others that it names (ISO codes).

    Names in the dateline are left out: they say where the reporter sat. ``uncased`` is for a text without capitals;
    ``split`` are the text's words, where somebody has them already.
    """
    if uncased:
        return find_uncased(text, gazetteer, home, countries)
    found = split_words(text) if split is None else split
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
