# Every target sets up what it needs in .venv; a second run finds it there.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARTICLE := examples/xi-putin-beijing-2024.yaml

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# Two set-ups at once would write into one .venv.
.NOTPARALLEL:
.PHONY: help demo test lint format bench bench-dates bench-timelines bench-verifying fuzz mutants clean

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 17

demo: $(VENV)/core.stamp ## Show the timeline and a comparison of the example article
	@echo "== When: $(ARTICLE)"
	@$(BIN)/bilateral timeline $(ARTICLE)
	@echo
	@echo "== Who said what: Xi and Putin"
	@$(BIN)/bilateral compare $(ARTICLE) xi putin

test: lint ## Run every check: lint, types, tests with coverage
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage report

lint: $(VENV)/test.stamp ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/test.stamp ## Format the code, and mend what ruff can mend
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

bench: $(VENV)/bench.stamp ## Measure how fast archives load, beside other libraries
	$(BIN)/python benchmarks/loading.py $(BENCH)

bench-dates: $(VENV)/bench.stamp ## Measure how fast dates are read
	$(BIN)/python benchmarks/dates.py $(BENCH)

bench-timelines: $(VENV)/core.stamp ## Measure how fast timelines are made and relative dates solved
	$(BIN)/python benchmarks/timelines.py $(BENCH)

bench-verifying: $(VENV)/bench.stamp ## Measure how fast quotes are verified
	$(BIN)/python benchmarks/verifying.py $(BENCH)

fuzz: $(VENV)/fuzz.stamp ## Try a million inputs a target: RUNS=1000, TARGETS=edtf
	$(BIN)/python -m fuzz $(TARGETS) $(if $(RUNS),--runs=$(RUNS))

mutants: $(VENV)/mutants.stamp ## Change the code and see whether tests notice: ROOM=dates
	@set -e; for room in $(or $(ROOM),dates format); do $(BIN)/python -m mutants $$room; done

clean: ## Remove the set-up and all caches
	rm -rf $(VENV) .mutants build dist htmlcov .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamp `complete` is away while an install runs. Where it is missing, an earlier set-up was
# cut, or there was none, and .venv is made afresh. All installs are editable, so that one never
# puts a stale copy in front of the other.
define install
	@test -e $(VENV)/complete || $(PYTHON) -m venv --clear $(VENV)
	@rm -f $(VENV)/complete
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '$(1)'
	@touch $(VENV)/complete $@
endef

$(VENV)/core.stamp: pyproject.toml
	$(call install,.)

$(VENV)/test.stamp: pyproject.toml
	$(call install,.[test])

$(VENV)/bench.stamp: pyproject.toml
	$(call install,.[bench])

$(VENV)/fuzz.stamp: pyproject.toml
	$(call install,.[fuzz])

$(VENV)/mutants.stamp: pyproject.toml
	$(call install,.[mutants])
