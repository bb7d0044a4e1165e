# The words to know: serve, test, check, build, bench. Each sets up what it needs by itself.
.DEFAULT_GOAL := help
.PHONY: help serve build packs check test bench lock format

BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' $(MAKEFILE_LIST)

.venv/ready: requirements.txt requirements-node.txt package-lock.json
	@sh scripts/set_up.sh

.venv/ready-tests: .venv/ready requirements-dev.txt
	@sh scripts/set_up_tests.sh

serve: .venv/ready ## show the site at http://127.0.0.1:8000/ and follow every edit
	$(BIN)/mkdocs serve --dirty --dev-addr 127.0.0.1:8000

build: .venv/ready ## build the site into site/, refusing any problem
	$(BIN)/mkdocs build --strict --clean

packs: build .venv/ready-tests ## build the site, then its courses as files to take along (PDF, EPUB) in site/packs/
	$(BIN)/python scripts/packs.py

check: .venv/ready ## check the content alone, one line a problem
	@$(BIN)/python scripts/check.py

test: .venv/ready-tests ## run every test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

# npm ci calls the lock file of lighthouse out of step with itself; install keeps to it all the same
scripts/lighthouse/node_modules: .venv/ready scripts/lighthouse/package-lock.json
	@cd scripts/lighthouse && PATH="$(CURDIR)/$(BIN):$$PATH" npm install --no-save --silent --no-progress && touch node_modules

bench: .venv/ready-tests scripts/lighthouse/node_modules ## measure speed and weight; rows also in build/bench.jsonl
	$(BIN)/python scripts/bench.py

format: .venv/ready-tests ## put the Python code in its usual form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python scripts/fields_table.py

lock: ## renew the lock files from requirements*.in and package.json (needs uv)
	for file in requirements requirements-dev requirements-node; do \
	  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-emit-index-url --no-emit-find-links $$file.in -o $$file.txt; done
	npm install --package-lock-only
