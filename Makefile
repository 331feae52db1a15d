# Everything here starts from Python, make and git alone; the first run sets up .venv from the lock.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PIP := $(BIN)/python -m pip --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help demo setup tools test lint check format wheel wheel-test gate recipes bench bench-store lock clean

help:
	@echo "make demo        set up, then extract the figures of seeds/"
	@echo "make test        set up, then run the tests"
	@echo "make check       format, lint, types, import directions and tests"
	@echo "make format      rewrite the code in the project's format"
	@echo "make wheel-test  build the wheel and run it in an empty environment"
	@echo "make gate        scores against the gold and its floors"
	@echo "make tools       install the tools of docs/recipes.md, which its tests run (Debian's packages as root)"
	@echo "make recipes     run docs/recipes.md and write into it what its tools say"
	@echo "make bench       characters a second of scan, and texts made to be hard (FILE=… for your own)"
	@echo "make bench-store 10,000 articles into a store, and a second run with nothing changed"
	@echo "make lock        resolve the locked versions anew (needs uv)"

demo: $(STAMP)
	$(BIN)/talentx extract seeds/

setup: $(STAMP)

$(STAMP): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
		{ echo "Python 3.11 to 3.13 is needed; name one: make PYTHON=python3.12" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --require-hashes -r requirements-dev.lock
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

tools:
	scripts/tools.sh "$(PYTHON)"

test: $(STAMP)
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	PYTHONPATH=src $(BIN)/lint-imports

check: lint test

format: $(STAMP)
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

wheel: $(STAMP)
	rm -rf dist
	$(BIN)/python -m build --no-isolation

wheel-test: wheel
	scripts/wheel-test.sh "$(PYTHON)"

gate: $(STAMP)
	$(BIN)/python scripts/gate.py

recipes: $(STAMP) tools
	$(BIN)/python scripts/recipes.py

bench: $(STAMP)
	$(BIN)/python scripts/bench.py $(FILE)
	$(BIN)/python scripts/bench_rules.py

bench-store: $(STAMP)
	$(BIN)/python scripts/bench_store.py

lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-annotate --custom-compile-command "make lock" -o requirements.lock
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-annotate --custom-compile-command "make lock" -o requirements-dev.lock
	uv pip compile --group tools --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-annotate --custom-compile-command "make lock" -o requirements-tools.lock

clean:
	rm -rf $(VENV) .tools dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
