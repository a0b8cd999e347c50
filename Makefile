# Drift's two commands are `make demo` and `make test`; Python 3.11+ and make are all they need.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help setup demo test lint bench bench-api examples conformance differential clean engine-lock schema

help: ## what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(VENV)/.runtime ## the environment and the pages

$(VENV)/.runtime: pyproject.toml $(wildcard web/*.* api/operations/*.graphql)
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable .
	$(BIN)/python -m web.build
	touch $@

$(VENV)/.development: $(VENV)/.runtime
	$(BIN)/python -m pip install --quiet --group dev
	touch $@

demo: setup ## from nothing to an answer: `make demo`, or `make demo DATA=folder-of-sources`
	$(BIN)/drift demo $(if $(DATA),--data "$(DATA)")

test: $(VENV)/.development lint ## everything, against a managed server with a data folder of its own
	$(BIN)/pytest $(ARGS)

lint: $(VENV)/.development ## style, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright
	$(BIN)/lint-imports

bench: $(VENV)/.development ## what we claim about speed, measured: `make bench DATA=folder-of-sources`
	$(BIN)/python -m bench $(if $(DATA),--data "$(DATA)")

bench-api: $(VENV)/.development ## the API against @neo4j/graphql: DATA=folder-of-sources, or DATA_DIR=of-a-loaded-server
	$(BIN)/python -m bench.api $(if $(DATA),--data "$(DATA)") $(if $(DATA_DIR),--data-dir "$(DATA_DIR)")

examples: setup ## a Python and a TypeScript client, made from the schema
	$(BIN)/python -m examples.generate

conformance: $(VENV)/.development ## foreign suites against the running server, 20 000 generated questions
	DRIFT_TEST_CASES=20000 $(BIN)/pytest tests/conformance --timeout 7200 $(ARGS)

differential: $(VENV)/.development ## compiled against field by field execution: `make differential OPERATIONS=50000 SEED=7`
	DRIFT_TEST_OPERATIONS=$(or $(OPERATIONS),50000) DRIFT_TEST_SEED=$(SEED) $(BIN)/pytest tests/api/test_differential.py

schema: setup ## write schema.graphql anew
	$(BIN)/python -m api.schema.export > schema.graphql

engine-lock: setup ## remake the lock file of the managed server; needs Maven
	$(BIN)/python -m graph.engine.lock

clean: ## no process, no data, no environment
	-test ! -x $(BIN)/drift || $(BIN)/drift engine stop
	rm -rf .drift $(VENV) api/assets examples/.venv examples/generated build *.egg-info \
	  .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . \( -name __pycache__ -o -name node_modules \) -prune -exec rm -rf {} +
