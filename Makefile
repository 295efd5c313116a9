# Counterpoise: `make run` opens it, `make test` proves it. README.md has the same for Windows.

python := .venv/bin/python

.PHONY: help setup run check test bench pictures docs soak package package-check lock clean

help:
	@echo 'make run     open Counterpoise on a copy of the worked example'
	@echo 'make setup   make .venv with the locked dependencies and the counterpoise command'
	@echo 'make test    lint, type check and the whole test suite, without a display'
	@echo 'make check   lint and type check alone'
	@echo 'make bench   measure speed against references; figures in build/bench.json'
	@echo 'make pictures draw every page in every language, theme and size into build/pictures'
	@echo 'make docs    build the handbook and all pages as a site in build/docs'
	@echo 'make soak    long runs under load; figures in build/soak.json'
	@echo 'make package  build the Linux bundle, .deb and tarball in build/package/out'
	@echo 'make package-check  install them into clean Debian roots and use them there (as root)'
	@echo 'make lock    pin the newest allowed dependencies (needs uv)'
	@echo 'make clean   remove what was built, but not your assessments in build/run'

setup:
	@sh packaging/setup/setup.sh dev

run:
	@sh packaging/setup/run.sh

check: setup
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	$(python) -m mypy

test: setup check
	@sh packaging/setup/test.sh

bench: setup
	@sh packaging/setup/setup.sh bench
	@$(python) -m tests.benchmarks bench

pictures: setup
	@$(python) -m tests.pictures

docs: setup
	@sh packaging/setup/setup.sh docs
	@$(python) -m sphinx -W --keep-going -q -d build/doctrees docs build/docs
	@echo 'The site is in build/docs/index.html.'

soak: setup
	@sh packaging/setup/setup.sh judges
	@$(python) -m tests.benchmarks soak

package:
	@sh packaging/linux/build.sh

package-check: package
	@$(python) packaging/linux/judge.py
	@sh packaging/linux/try_in_clean_root.sh

lock:
	@sh packaging/setup/lock.sh

clean:
	find build -mindepth 1 -maxdepth 1 ! -name run -exec rm -rf {} +
	find app db tests packaging -name __pycache__ -prune -exec rm -rf {} +
