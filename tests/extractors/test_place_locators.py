from __future__ import annotations

import pytest

from extractors.places.gazetteer import gazetteer
from extractors.places.locators import outer_names
from extractors.places.mentions import find_places


def said_of(text: str, home: str) -> list[str]:
    mentions = find_places(text, gazetteer(), home)
    outer = outer_names(mentions, text)
    return [mention.place.name for mention in mentions if mention not in outer]


@pytest.mark.parametrize(
    ("home", "text", "names"),
    [
        ("AL", "A depot blew up at Zubrowka near Tirana.", ["Zubrowka"]),
        ("AL", "A depot blew up at Zubrowka, 40 km north of Tirana.", ["Zubrowka"]),
        ("JM", "Gunmen held the Lutz quarter of Kingston.", ["Lutz"]),
        ("PS", "A missile hit the Hassan district of Gaza City.", ["Hassan"]),
        ("PH", "Rebels raided a farm in Lutz town in Sultan Kudarat province.", ["Lutz"]),
        ("CD", "Rebels took Goma, the largest city in eastern Congo.", ["Goma"]),
        ("BH", "Crowds filled Pearl Square in Manama.", ["Manama"]),
        ("GB", "Pickets stood outside the Lutz coking plant, near Rotherham.", ["Lutz"]),
        ("GB", "A van blew up in Lutz Lane, the busiest street in the town of Rotherham.", ["Rotherham"]),
        ("NG", "Gunmen raided the Plateau market town of Lutz.", ["Lutz"]),
        ("IN", "A bomb went off at the Kolkata market in Dimapur.", ["Dimapur"]),
        ("PE", "A bomb killed 19 in Lima's Lutz district.", ["Lutz"]),
        ("SY", "Shells hit Homs and Hama in central Syria.", ["Homs", "Hama"]),
        ("SY", "Shells hit Homs and, in Aleppo, a bakery.", ["Homs", "Aleppo"]),
        ("SY", "They fled from Homs to a camp in Idlib.", ["Homs", "Idlib"]),
    ],
)
def test_a_name_that_locates_another_is_not_where_it_happened(home: str, text: str, names: list[str]) -> None:
    assert said_of(text, home) == names
