"""Claims as PLOVER records: one JSON object per line.

Field names and categories after Open Event Data Alliance, "PLOVER: Political Language Ontology for Verifiable Event
Records", draft 0.7b1 (https://github.com/openeventdata/PLOVER). Which kind becomes which category is data, in
``schemas/plover_codes.yaml``; the fields are in ``schemas/plover.yaml``. PLOVER asks for a source actor; where the
article names none, ``source`` is an empty list.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from report.exports.countries import country
from report.exports.rows import ask, records
from report.exports.schema import data
from report.formats import json_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import duckdb

    from report.exports.asked import Asked

CODEBOOK = "plover-base-0.7b1"


def pieces(connection: duckdb.DuckDBPyConnection, asked: Asked) -> Iterator[str]:
    """A line per claim that is an event to PLOVER, in the order of publication."""
    for claim in records(ask(connection, "spoken", asked)):
        code = code_of(claim)
        if code is not None:
            yield json_line(as_record(claim, code)) + "\n"


def left_out(connection: duckdb.DuckDBPyConnection, asked: Asked) -> tuple[str, ...]:
    """How many claims of which kinds are no events to PLOVER."""
    others = Counter(
        f"{claim['family']}/{claim['kind']}"
        for claim in records(ask(connection, "spoken", asked))
        if code_of(claim) is None
    )
    kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(others.items()))
    return (f"{others.total()} claims are left out, being no events to PLOVER: {kinds}.",) if others else ()


def code_of(claim: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Category, mode and actors for a claim's kind; None where PLOVER has no such event."""
    code: Mapping[str, Any] | None = data("plover_codes")["kinds"].get(claim["family"], {}).get(claim["kind"])
    if code is None or claim["status"] != "ended":
        return code
    return {**code, "mode": None, **code["ended"]} if "ended" in code else None


def as_record(claim: Mapping[str, Any], code: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that the claim fills, by PLOVER's names; empty ones are left away but for the required."""
    first = claim["when_start"] or claim["when_end"] or claim["published_on"]
    record = {
        "id": claim["claim_id"],
        "date": first,
        "enddate": claim["when_end"],
        "source": _actors(claim, code["source"]),
        "recipient": _actors(claim, code.get("recipient")),
        "event": [code["event"]],
        "mode": [code["mode"]] if code.get("mode") else [],
        "context": data("plover_codes")["contexts"].get(claim["status"], []),
        "quad_code": next(quad for quad, events in data("plover_codes")["quads"].items() if code["event"] in events),
        "event_loc": _location(claim),
        **_size(claim, code.get("size")),
        "text_info": {"start": claim["evidence_start"], "end": claim["evidence_end"]},
        "cite_info": _citation(claim),
        "link": claim["crisis_id"],
        "comment": "unconfirmed" if claim["status"] == "unconfirmed" else None,
    }
    return {name: told for name, told in record.items() if told not in (None, [], {}) or name in {"source", "event"}}


def _actors(claim: Mapping[str, Any], role: str | None) -> list[dict[str, Any]]:
    made = {"actor": _actor, "subject": _participants, "source": _speaker}
    told = made[role](claim) if role else {}
    return [_filled(told)] if told.get("actor_text") or told.get("sector") else []


def _actor(claim: Mapping[str, Any]) -> dict[str, Any]:
    return {"actor_text": claim["actor"]}


def _participants(claim: Mapping[str, Any]) -> dict[str, Any]:
    found = country(claim["country_code"])
    sector = data("plover_codes")["group_sectors"].get(claim["group_name"])
    return {"code": found.alpha3 if found else None, "sector": sector, "actor_text": claim["subject"]}


def _speaker(claim: Mapping[str, Any]) -> dict[str, Any]:
    codes = data("plover_codes")
    found = country(claim["voice_country_code"])
    return {
        "code": codes["source_codes"].get(claim["source_type"]) or (found.alpha3 if found else None),
        "sector": codes["source_sectors"].get(claim["source_type"]),
        "actor_text": claim["source"],
    }


def _location(claim: Mapping[str, Any]) -> dict[str, Any]:
    found = country(claim["country_code"])
    return _filled(
        {
            "geonameid": claim["geoname_id"],
            "name": claim["place"],
            "latitude": claim["latitude"],
            "longitude": claim["longitude"],
            "country code": claim["country_code"],
            "cc3": found.alpha3 if found else None,
            "admin1 code": claim["admin1_code"],
        }
    )


def _size(claim: Mapping[str, Any], name: str | None) -> dict[str, Any]:
    number = claim["count_value"]
    return {name: int(number) if number is not None else claim["count_text"]} if name else {}


def _citation(claim: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: claim[name] for name in ("url", "title", "language")}
    by = f"{claim['extractor']}@{claim['extractor_version']}"
    cited = {"citation": claim["article_id"], "publication": claim["outlet"], "coder": by, "codebook": CODEBOOK}
    return _filled({**told, **cited})


def _filled(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value is not None}
