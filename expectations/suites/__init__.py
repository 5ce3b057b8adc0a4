"""The suites, one YAML file each, in the order in which they are run.

Belongs here: expectations as data. Does not belong here: code that runs them.
"""

from __future__ import annotations

from importlib import resources

import yaml

from expectations.records import Suite

SUITES: tuple[str, ...] = ("articles", "claims", "facts")


def load_suite(name: str) -> Suite:
    """The suite called ``name``; raises FileNotFoundError for none of `SUITES`, pydantic's error for a bad file."""
    text = (resources.files("expectations.suites") / f"{name}.yml").read_text(encoding="utf-8")
    return Suite.model_validate({"name": name, **yaml.safe_load(text)})
