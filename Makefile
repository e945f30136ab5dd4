# Everything a newcomer needs: make demo, make test.
.PHONY: install demo run test check format bench gallery

PYTHON ?=
export PYTHON HF_HUB_OFFLINE = 1

install:
	@sh packaging/install.sh

demo: install
	@sh packaging/demo.sh

run: install
	@.venv/bin/storyboard-studio

test: install
	@QT_QPA_PLATFORM=offscreen .venv/bin/pytest -q

check: install
	.venv/bin/ruff format --check storyboard ui tests packaging
	.venv/bin/ruff check storyboard ui tests packaging
	.venv/bin/mypy
	.venv/bin/lint-imports

format: install
	.venv/bin/ruff check --fix storyboard ui tests packaging
	.venv/bin/ruff format storyboard ui tests packaging

bench: install
	@.venv/bin/python -m tests.benchmarks
	@.venv/bin/python -m tests.benchmarks.film

gallery: install
	@[ -e "demo/The Way Home" ] || sh packaging/demo.sh
	@.venv/bin/python -m ui.gallery build/gallery "demo/The Way Home"
	@ls build/gallery/*.png
