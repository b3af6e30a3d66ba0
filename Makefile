# What a newcomer needs: `make demo` and `make test`. Everything lives in .venv; nothing else is touched.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BENCH := .venv-bench/bin
OUT ?= atlas.html
ASSETS := viz/assets

.DEFAULT_GOAL := help
.PHONY: help demo test check format bench browser lock docs answers pictures clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(BIN)/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; name one with: make PYTHON=python3.11 …" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv

$(VENV)/use.stamp: requirements.lock pyproject.toml | $(BIN)/uv
	$(BIN)/uv pip install --python $(BIN)/python --compile-bytecode --require-hashes -r requirements.lock
	$(BIN)/uv pip install --python $(BIN)/python --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock $(VENV)/use.stamp
	$(BIN)/uv pip install --python $(BIN)/python --compile-bytecode --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/use.stamp ## install, start Neo4j, load the Kanagawa sample, analyse it, write atlas.html
	$(BIN)/tsunagari demo --out $(OUT)

test: $(VENV)/dev.stamp ## install what tests need and run all of them
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

# What checks the page's scripts and styles; nothing of it is used by the page or the package.
$(ASSETS)/node_modules/stamp: $(ASSETS)/package.json $(ASSETS)/package-lock.json $(VENV)/dev.stamp
	$(BIN)/npm ci --prefix $(ASSETS) --no-audit --no-fund --loglevel=error
	@touch $@

check: $(VENV)/dev.stamp $(ASSETS)/node_modules/stamp ## ruff, mypy, pyright, import-linter; Biome and TypeScript for the page's scripts and styles
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/lint-imports
	cd $(ASSETS) && node_modules/.bin/biome lint --error-on-warnings
	$(ASSETS)/node_modules/.bin/tsc -p $(ASSETS)/jsconfig.json

format: $(VENV)/dev.stamp ## put the code into its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Of its own: it holds igraph, which is under the GPL and must not get in among what is used.
.venv-bench/stamp: requirements.lock requirements-bench.lock pyproject.toml | $(BIN)/uv
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python .venv-bench
	$(BIN)/uv pip install --python $(BENCH)/python --compile-bytecode --require-hashes -r requirements.lock -r requirements-bench.lock
	$(BIN)/uv pip install --python $(BENCH)/python --quiet --no-deps --no-build-isolation --editable .
	@touch $@

bench: .venv-bench/stamp ## measure, in pairs, against peers; only="kernels growth" measures these sections alone
	$(BENCH)/python -m benchmarks $(only)

browser: ## install Debian's Chromium and Japanese fonts, for the browser tests
	@command -v apt-get >/dev/null || { echo "This is not Debian or Ubuntu: install Chromium yourself and name it in TSUNAGARI_CHROMIUM." >&2; exit 1; }
	$(if $(filter 0,$(shell id -u)),,sudo )apt-get update -qq
	$(if $(filter 0,$(shell id -u)),,sudo )apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk

lock: | $(BIN)/uv ## make the lock files anew
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" --extra build pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" --extra build --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" --extra build --extra bench -c requirements.lock pyproject.toml -o requirements-bench.lock

docs: $(VENV)/dev.stamp ## write the reference pages and the schema's diagram anew
	$(BIN)/python -m docs.generate

answers: $(VENV)/dev.stamp ## ask the sample in a real Neo4j anew, for the answers that the guide and the notebooks show
	$(BIN)/python -m docs.answers

pictures: $(VENV)/dev.stamp ## take the pictures of the page anew that the docs show
	$(BIN)/python -m docs.screenshots

clean: ## remove what the targets above made
	rm -rf $(VENV) .venv-bench $(ASSETS)/node_modules dist site $(OUT)
