"""A declared crisis, from the file that a person writes to the facts."""

from __future__ import annotations

from orchestration.crises import write_crises
from orchestration.settings import Settings
from tests.dbt_project.building import MODELS_ONLY, dbt
from tests.dbt_project.kazakhstan import new_home, rows
from tests.dbt_project.ledger import Ledger, Said, almaty

DECLARED = """
- {id: unrest, title: The unrest, countries: [Kazakhstan], from: 2022-01-02, to: 2022-01-31, words: [protest]}
- {id: elsewhere, title: Nobody spoke of it, places: [Atlantis], from: 2022-01-01}
"""


def test_claims_go_to_the_declared_crisis_whose_words_their_article_holds() -> None:
    home = new_home()
    ledger = Ledger(home / "event_log.duckdb")
    killed = Said("killed", 8)
    ledger.article("march", almaty("2022-01-05 20:00"), killed, outlet="Wire", text="A Protest turned deadly.")
    ledger.article("mine", almaty("2022-01-06 20:00"), Said("killed", 3), outlet="Daily", text="A mine fell in.")
    settings = Settings.at(home)
    settings.crises.write_text(DECLARED, encoding="utf-8")
    write_crises(settings)
    settings.declared_crises.replace(home / "crises.json")
    built = dbt(home, "build", "--select", "+fct_casualties", "+dim_crises", *MODELS_ONLY)
    assert built.success, built.failures
    figures = rows(
        home, "select crisis_id, crisis, best from marts.fct_casualties where codebook = 'ucdp' order by best"
    )
    assert figures == [("KZ-2022-01-05", "Kazakhstan, January 2022", 3), ("unrest", "The unrest", 8)]
    listed = rows(home, "select crisis_id, is_declared, n_claims from marts.dim_crises order by crisis_id")
    assert listed == [("KZ-2022-01-05", False, 1), ("elsewhere", True, 0), ("unrest", True, 1)]
