# Everything a person types. `make` alone lists it.
PYTHON ?= python3
PORT ?= 8000
VAR_DIR ?= var
BIN := .venv/bin
export PORT VAR_DIR

.DEFAULT_GOAL := help
.PHONY: help demo demo-reset test lint format types contracts ci benchmark lock clean

help: ## List the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | \
	while IFS='|' read -r command text; do printf '%-18s %s\n' "$$command" "$$text"; done

demo: .venv/runtime.txt ## Three factories' stores on http://localhost:8000 (PORT moves it)
	@$(BIN)/python deploy/demo.py

demo-reset: ## Throw the demo's data away; the next `make demo` begins afresh
	@$(PYTHON) deploy/demo.py --reset

test: .venv/dev.txt ## The default suite: SQLite, embedded servers, no browser
	$(BIN)/pytest -q -n 2 --dist worksteal --fail-on-skip

lint: .venv/dev.txt ## Format, lint, types, import contracts: changes nothing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/dev.txt ## Format the code and mend what can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

ci: ## What decides whether a change lands: everything, on every database
	bash .ci/run

benchmark: .venv/dev.txt ## Queries and times of the pages that matter, into benchmarks/results.md
	$(BIN)/python benchmarks/measure.py

lock: .venv/dev.txt ## Write the lock files anew from pyproject.toml
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml $(LOCK) -o requirements.txt
	$(BIN)/uv pip compile pyproject.toml $(LOCK) -c requirements.txt --group dev -o requirements-dev.txt
LOCK := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
	--custom-compile-command "make lock" --quiet

clean: ## Remove the environment and every cache, keep the demo's data
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Millfront needs Python 3.11 or newer: make PYTHON=python3.12 demo")'
	@echo "Creating the environment in .venv …"
	@$(PYTHON) -m venv .venv

.venv/runtime.txt: requirements.txt | .venv/bin/python
	@echo "Installing the packages of requirements.txt …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.txt
	@cp requirements.txt $@

.venv/dev.txt: requirements-dev.txt | .venv/bin/python
	@echo "Installing the packages of requirements-dev.txt …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@cp requirements-dev.txt $@
