# newsledger: `make run` and look. Needs Python 3.11, 3.12 or 3.13, git and make.
SHELL := /bin/bash
.DEFAULT_GOAL := help
export UV_PYTHON_DOWNLOADS := never
export UV_PROJECT_ENVIRONMENT := .venv
RUNS := -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'
# a name on PATH may be a shim that fails when run: only running it tells
FIND_PYTHON := for p in $$(type -aP python3.13 python3.12 python3.11 python3); do "$$p" $(RUNS) 2>/dev/null && echo "$$p" && break; done
READY := .venv/.ready
EXAMPLE := examples/kazakhstan-2022
# whole files to a core each, as they keep what they built; in their order, so that the slow ones do not come last
PARALLEL := -n 2 --dist loadfile --no-loadscope-reorder
LEDGER := $(or $(NEWSLEDGER_HOME),newsledger-home)

help: ## what can be made
	@awk -F':.*## ' '/^[a-z]+:.*## /{printf "  make %-6s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## the environment in .venv (the only step that needs a network)

$(READY): uv.lock pyproject.toml
	@.ci/setup "$$($(FIND_PYTHON))" && touch $@

run: setup ## everything, on the bundled example articles
	@.venv/bin/newsledger run $(EXAMPLE)

ui: setup ## Dagster's web pages on http://127.0.0.1:3000
	@[ -d "$(LEDGER)" ] || { .venv/bin/newsledger init && cp -R $(EXAMPLE)/. "$(LEDGER)/inbox"; } # something to look at
	@.venv/bin/newsledger ui

check: setup ## lint, format, types, import rules
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

test: check ## check, then all tests
	.venv/bin/pytest $(PARALLEL)

proof: setup ## 200 kills and 1,000 tamperings, of which `make test` tries a sample; takes an hour
	NEWSLEDGER_KILLS=200 NEWSLEDGER_TAMPERINGS=1000 .venv/bin/pytest $(PARALLEL) tests/end_to_end/test_kills.py tests/event_log/test_tampering.py

clean: ## remove what make made (never a ledger)
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dbt_project/target dbt_project/logs

.PHONY: help setup run ui check test proof clean
