"""Published facts made by hand: few rows, as the contract of the marts has them, for whoever tests a reader of them."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb

DDL = (Path(__file__).parent / "published.sql").read_text(encoding="utf-8")
MARTS = {
    "casualty": "fct_casualties",
    "detention": "fct_detentions",
    "displacement": "fct_displacements",
    "deployment": "fct_deployments",
}
ALMATY = {"geoname_id": 1526384, "admin1_code": "01", "region": "Almaty", "latitude": 43.25, "longitude": 76.91667}
KAZAKHSTAN = {"geoname_id": 1522867, "latitude": 48.0, "longitude": 68.0}


def day(number: int, hour: int = 12) -> datetime:
    """In January 2022, UTC."""
    return datetime(2022, 1, number, hour, tzinfo=UTC)


@dataclass
class Published:
    """Rows by mart; `write` makes the database of them."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def add(self, mart: str, **told: Any) -> str:
        """A row with what is told, null elsewhere; gives back a number for it, as text."""
        self.rows.setdefault(mart, []).append(told)
        return f"{mart}-{len(self.rows[mart])}"

    def place(self, name: str, where_prec: int, country_code: str = "KZ", **told: Any) -> None:
        self.add("dim_places", place_id=name, name=name, country_code=country_code, where_prec=where_prec, **told)

    def article(self, name: str, published: datetime, outlet: str = "Meridian", **told: Any) -> str:
        given = {"title": f"Headline of {name}", "language": "en", **told}
        self.add(
            "dim_articles",
            article_id=name,
            file_name=f"{name}.txt",
            outlet=outlet,
            published_at=published,
            published_on=published.date(),
            **given,
        )
        return name

    def claim(self, article: str, kind: str, family: str = "casualty", **told: Any) -> str:
        """A claim of the article, said to be current, asserted and of Almaty unless told otherwise."""
        claim_id = f"claim-{len(self.rows.get('fct_claims', [])) + 1}"
        published = next(row["published_at"] for row in self.rows["dim_articles"] if row["article_id"] == article)
        usual = {
            "crisis_id": "kz",
            "group_name": "people",
            "place": "Almaty",
            "country_code": "KZ",
            "status": "asserted",
            "evidence": f"A sentence on {kind}.",
            "evidence_start": 10,
            "evidence_end": 30,
            "extractor": "rules",
            "extractor_version": "1",
            "review_status": "unreviewed",
            "is_current": True,
        }
        named = {"event_id": claim_id, "claim_id": claim_id, "article_id": article, "article": f"{article}.txt"}
        where = {"published_at": published, "family": family, "kind": kind, "position": len(claim_id)}
        self.add("fct_claims", **{**usual, **named, **where, **told})
        return claim_id

    def figure(self, kind: str, best: int | None, place: str = "Kazakhstan", **told: Any) -> str:
        """A figure for everybody in total, as known from 7 January, unless told otherwise."""
        family = told.pop("family", "casualty")
        fact_id = f"fact-{sum(len(self.rows.get(mart, [])) for mart in MARTS.values()) + 1}"
        usual = {
            "fact_id": fact_id,
            "crisis_id": "kz",
            "crisis": "Unrest in Kazakhstan",
            "country_code": "KZ",
            "country": "Kazakhstan",
            "group_name": "people",
            "is_national": place == "Kazakhstan",
            "scope": "total",
            "codebook": "ucdp",
            "low": best,
            "high": best,
            "rule": "latest_report",
            "grade": "single_voice",
            "n_voices": 1,
            "n_outlets": 1,
            "n_articles": 1,
            "deciding_claim_ids": [],
            "known_from": day(7),
        }
        row = {**usual, "kind": kind, "best": best, "place": place, **told}
        self.add(MARTS[family], **{"is_latest": row.get("known_to") is None, **row})
        return fact_id

    def write(self, path: Path) -> Path:
        with closing(duckdb.connect(str(path))) as connection:
            connection.execute(DDL)
            connection.begin()
            for mart, rows in self.rows.items():
                for row in rows:
                    names, marks = ", ".join(row), ", ".join(f"${name}" for name in row)
                    connection.execute(f"insert into {mart} ({names}) values ({marks})", row)
            connection.commit()
        return path


def unrest() -> Published:
    """A crisis with places, two articles, a national toll that contains an occasion, and a protest."""
    facts = Published()
    facts.add("dim_crises", crisis_id="kz", title="Unrest in Kazakhstan", starts_on=date(2022, 1, 2), is_declared=True)
    facts.add("dim_voices", voice_id="health", name="the health ministry", source_type="government", country_code="KZ")
    facts.add("meta", meta_id=1, log_position=7, log_digest="abc", codebook="ucdp", code_version="1")
    facts.place("Kazakhstan", 6, **KAZAKHSTAN)
    facts.place("Almaty", 1, **ALMATY)
    facts.article("early", day(6), "Meridian")
    facts.article("late", day(9), "Volga Wire")
    toll = facts.claim(
        "late", "killed", place="Kazakhstan", count_value=164, when_end=date(2022, 1, 9), voice_id="health"
    )
    night = {"when_start": date(2022, 1, 5), "when_end": date(2022, 1, 5)}
    facts.claim(
        "early", "protest", "unrest", group_name="protesters", count_text="hundreds", subject="marchers", **night
    )
    shot = facts.claim("early", "killed", count_value=26, **night)
    for codebook in ("ucdp", "acled"):
        facts.figure("killed", 164, deciding_claim_ids=[toll], known_from=day(9), codebook=codebook, low=160, high=170)
        here = {"scope": "incident", "deciding_claim_ids": [shot], "known_from": day(6), "codebook": codebook}
        facts.figure("killed", 26, "Almaty", **here)
    facts.figure("detained", 3000, family="detention", known_from=day(7))
    return facts
