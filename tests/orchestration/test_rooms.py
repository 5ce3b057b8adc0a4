"""Conventions of the house, kept by tests."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = (
    "dbt_project",
    "evaluation",
    "event_log",
    "expectations",
    "extractors",
    "ingest",
    "orchestration",
    "report",
    "review",
)
MODULES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
DRAWERS = {"utils", "helpers", "common", "core", "misc"}
WIRING_LINES = 20  # about fifteen, and a docstring


@pytest.mark.parametrize("room", ROOMS)
def test_room_says_what_belongs_there_and_what_does_not(room: str) -> None:
    said = ast.get_docstring(ast.parse((ROOT / room / "__init__.py").read_text(encoding="utf-8"))) or ""
    flat = " ".join(said.split())
    assert "Belongs here:" in flat
    assert "Does not belong here:" in flat


def test_no_module_is_a_drawer() -> None:
    assert not [path for path in MODULES if path.stem in DRAWERS or path.parent.name in DRAWERS]


def test_files_stay_below_three_hundred_lines() -> None:
    assert not [path for path in MODULES if len(path.read_text(encoding="utf-8").splitlines()) >= 300]


def test_orchestration_is_wiring_only() -> None:
    long = [
        f"{path.name}:{node.name}"
        for path in sorted((ROOT / "orchestration").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= WIRING_LINES
    ]
    assert not long
