"""The asset graph as readable YAML: whoever changes it sees what changed, and says so by renewing the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from orchestration import steps
from orchestration.definitions import build_defs
from orchestration.settings import Settings

EXPECTED = Path(__file__).with_name("asset_graph.yaml")
GROUPS = ["ingest", "extract", "staging", "intermediate", "marts", "checks", "report"]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    settings = Settings.at(tmp_path_factory.mktemp("home"))
    steps.init(settings)
    repository = build_defs(settings).get_repository_def()
    assets = repository.asset_graph
    checks: dict[str, list[str]] = {}
    for check in assets.asset_check_keys:
        blocking = " (blocking)" if assets.get(check).blocking else ""
        checks.setdefault(check.asset_key.to_user_string(), []).append(check.name + blocking)
    return {
        node.key.to_user_string(): {
            "group": node.group_name,
            "deps": sorted(key.to_user_string() for key in node.parent_keys),
            "checks": sorted(checks.get(node.key.to_user_string(), [])),
        }
        for node in sorted(assets.asset_nodes, key=lambda node: node.key.to_user_string())
    }


def test_graph_is_the_one_agreed_on(graph: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    actual = tmp_path / "asset_graph.yaml"
    actual.write_text(yaml.safe_dump(graph, sort_keys=False, width=120), encoding="utf-8")
    same = yaml.safe_load(EXPECTED.read_text(encoding="utf-8")) == graph
    assert same, f"The asset graph changed. Compare, and if it is meant: cp {actual} {EXPECTED}"


def test_graph_reads_from_left_to_right(graph: dict[str, dict[str, Any]]) -> None:
    backwards = [
        (dep, key)
        for key, node in graph.items()
        for dep in node["deps"]
        if GROUPS.index(graph[dep]["group"]) > GROUPS.index(node["group"])
    ]
    assert not backwards


def test_group_of_a_model_is_its_schema(graph: dict[str, dict[str, Any]]) -> None:
    models = {key: node for key, node in graph.items() if key.split("/")[0] in {"staging", "intermediate", "marts"}}
    assert models
    assert all(key.split("/")[0] == node["group"] for key, node in models.items())


def test_publication_waits_for_every_suite(graph: dict[str, dict[str, Any]]) -> None:
    suites = {key for key, node in graph.items() if node["group"] == "checks"}
    assert suites
    assert suites <= set(graph["report/facts"]["deps"])
    assert all("(blocking)" in check for key in suites for check in graph[key]["checks"])
