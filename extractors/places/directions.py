"""The points of the compass as the first words of regions' names."""

from __future__ import annotations

_COMPASS = ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
_CENTRES = ("centre", "center", "interior", "heart")


def direction_name(word: str) -> str:
    """``southern`` and ``south`` are "Southern", as the first word of a region's name."""
    lower = word.lower()
    if lower in _CENTRES:
        return "Central"
    plain = lower.replace("-", "").replace(" ", "")
    return f"{plain.capitalize()}ern" if plain in _COMPASS else word[:1].upper() + lower[1:]
