"""What an analyst reads off the reports about Kazakhstan, January 2022, at each moment.

The laws that every figure keeps (as known at, order of arrival, copies) are in ``test_fact_properties.py``.
"""

from __future__ import annotations

import pytest

from tests.dbt_project.building import dbt
from tests.dbt_project.kazakhstan import figures, kazakhstan, new_home, rows
from tests.dbt_project.ledger import Ledger, Said, almaty

RUN = ("build", "--exclude-resource-type", "unit_test", "test")


def national(kind: str, group: str = "people") -> tuple[str, ...]:
    return ("KZ", kind, group, "Kazakhstan", "total")


@pytest.mark.parametrize(
    ("moment", "kind", "group", "expected"),
    [
        pytest.param("2022-01-05 23:59", "killed", "people", (8, 8, 8), id="the ministry's eight on the 5th"),
        pytest.param("2022-01-07 23:59", "killed", "people", (44, 44, 44), id="26 and 18 of one voice on the 7th"),
        pytest.param("2022-01-09 12:00", "killed", "people", (164, 164, 164), id="164 at noon on the 9th"),
        pytest.param("2022-01-09 23:59", "killed", "people", (44, 44, 44), id="44 again at midnight"),
        pytest.param("2022-01-15 23:59", "killed", "people", (225, 225, 225), id="225 on the 15th"),
        pytest.param("2022-01-15 23:59", "killed", "security_forces", (19, 19, 19), id="19 of the 225"),
        pytest.param("2022-01-06 23:59", "injured", "people", (1000, 1000, 1000), id="nearly a thousand injured"),
        pytest.param("2022-01-07 23:59", "detained", "people", (3000, 3000, 3000), id="3,000 detained on the 7th"),
        pytest.param("2022-01-15 23:59", "detained", "people", (10000, 10000, 10000), id="almost 10,000 detained"),
        pytest.param("2022-01-15 23:59", "deployed", "people", (2030, 2030, 2030), id="2,030 troops"),
    ],
)
def test_a_figure_is_what_was_known_at_the_moment(
    moment: str, kind: str, group: str, expected: tuple[int, int, int]
) -> None:
    assert figures(kazakhstan(), almaty(moment))[national(kind, group)] == expected


def test_planned_troops_are_no_figure() -> None:
    assert national("deployed") not in figures(kazakhstan(), almaty("2022-01-08 00:00"))


def test_one_voice_through_four_outlets_counts_once() -> None:
    found = rows(
        kazakhstan(),
        """
        select n_voices, n_outlets, n_articles from marts.fct_detentions
        where codebook = 'ucdp' and best = 3000 and group_name = 'people'
            and known_to = timestamptz '2022-01-11 05:00:00+00'
        """,
    )
    assert found == [(1, 4, 4)]


def test_the_retracted_number_is_marked_where_it_is_repeated() -> None:
    found = rows(
        kazakhstan(),
        """
        select article, exclusion, retracted_at is not null from marts.fct_claims
        where kind = 'killed' and count_value = 164 order by article
        """,
    )
    assert found == [
        ("agency-9.txt", "none", True),
        ("minsk-9.txt", "denied", False),
        ("us-15.txt", "repeats_retracted", False),
    ]


def test_parts_of_a_retracted_number_fall_with_it() -> None:
    almaty_city = ("KZ", "killed", "people", "Almaty", "total")
    assert figures(kazakhstan(), almaty("2022-01-09 12:00"))[almaty_city] == (103, 103, 103)
    assert almaty_city not in figures(kazakhstan(), almaty("2022-01-09 23:59"))


def test_a_revision_replaces_what_the_article_said() -> None:
    home = new_home()
    ledger = Ledger(home / "event_log.duckdb")
    published = almaty("2022-01-05 20:00")
    ledger.article("a", published, Said("killed", 8), Said("detained", 200))
    ledger.article("a", published, Said("killed", 9), text="Corrected.", revises=True)
    ledger.extractor_version = "2"
    ledger.article("b", published, Said("injured", 5))
    assert dbt(home, *RUN).success
    assert figures(home) == {national("killed"): (9, 9, 9), national("injured"): (5, 5, 5)}
    assert rows(home, "select count(*), count(*) filter (is_current) from marts.fct_claims") == [(4, 2)]
