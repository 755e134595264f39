# Thin names for commands a person could type. Everything runs in .venv, which `setup` makes.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' \
	2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: setup run test test-slow check demo pictures man bench package constraints translations clean

setup: .venv/installed
	@sh packaging/qt-libraries.sh

.venv/installed: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Workjournal needs Python 3.11 to 3.14."; exit 1; }
	$(PYTHON) -m venv .venv || { echo "On Debian and Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

run: setup
	@$(BIN)/workjournal

test: setup
	$(BIN)/python -m pytest -n auto --dist loadgroup -m "not slow" $(ARGS)

test-slow: setup
	$(BIN)/python -m pytest -n auto --dist loadgroup -m slow $(ARGS)

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy --strict src tests
	$(BIN)/lint-imports

demo: setup
	@$(BIN)/python packaging/demo.py

# The pictures of README and guide, on a fixed day.
pictures: setup
	rm -rf build/demo
	@$(BIN)/python packaging/demo.py build/demo --today 2026-11-20
	@$(BIN)/python packaging/pictures.py build/demo docs/pictures
	rm -rf build/demo

# The terminal's manual, after a change of a command.
man: setup
	@$(BIN)/python packaging/man.py

bench: setup
	$(BIN)/python -m benchmarks

package: setup
	$(BIN)/python -m build --no-isolation
	@ls -l dist

# Resolves every platform and Python at once; the file names no host.
constraints: setup
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header \
		--python-version 3.11 --group dev pyproject.toml packaging/build.in -o constraints.txt

# The plurals of the window's texts, after a change of them.
translations: setup
	$(BIN)/python packaging/translations.py

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
