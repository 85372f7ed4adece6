# Two commands do everything: `make run` starts Open Oor, `make test` checks all of it.
.DEFAULT_GOAL := help
.PHONY: help run test night lock pictures bench clean
UV ?= uv
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url

help: ## Lists the commands
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: ## Starts Open Oor with demo data in ./data
	@.ci/prepare run
	@.venv/bin/openoor run

test: ## Runs every check: style, types, import contracts, all tests, coverage
	@.ci/prepare test
	@.venv/bin/python -m tests.everything

night: ## Random lives of people, staff and the clock, over 100,000 steps; takes more than an hour
	@.ci/prepare test
	@OPENOOR_LIVES=2500 .venv/bin/python -m pytest -q tests/handlers/test_any_life.py

lock: ## Renews requirements.lock and requirements-test.lock (needs uv)
	@command -v $(UV) >/dev/null || { echo "make lock needs uv: https://docs.astral.sh/uv/ (or name it: make lock UV=/path/to/uv)"; exit 1; }
	@$(COMPILE) --upgrade pyproject.toml --extra reports --extra understand --extra pings --group build --group test --output-file requirements-test.lock >/dev/null
	@$(COMPILE) --upgrade pyproject.toml --extra reports --extra understand --extra pings --group build --constraints requirements-test.lock --output-file requirements.lock >/dev/null
	@git diff --stat -- requirements.lock requirements-test.lock

pictures: ## Makes docs/pictures again: every page and every flow
	@.ci/prepare test
	@.venv/bin/python -m tests.browser.pictures

bench: ## Measures turns, memory and start
	@.ci/prepare test
	@for each in benchmarks/[a-z]*.py; do \
		name=$$(basename "$$each" .py); echo "== $$name"; .venv/bin/python -m "benchmarks.$$name" || exit 1; \
	done

clean: ## Removes .venv and what tools left behind; never ./data
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage .coverage.* htmlcov
