# Everything a newcomer needs: make demo, make test.
.PHONY: install demo run test check format bench gallery translations

PYTHON ?=
export PYTHON HF_HUB_OFFLINE = 1

install:
	@sh packaging/install.sh

demo: install
	@sh packaging/demo.sh

run: install
	@.venv/bin/storyboard-studio

test: install
	@QT_QPA_PLATFORM=offscreen .venv/bin/pytest -q -n auto --maxprocesses 8 --dist loadfile

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
	@QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.benchmarks.window
	@QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.benchmarks.long_board

gallery: install
	@QT_QPA_PLATFORM=offscreen .venv/bin/python -m ui.gallery build/gallery
	@QT_QPA_PLATFORM=offscreen .venv/bin/python -m ui.gallery build/gallery/ja --language ja
	@for scale in 1.5 2; do QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=$$scale \
		.venv/bin/python -m ui.gallery build/gallery/$$scale; done
	@ls build/gallery/*.png build/gallery/*/*.png

translations: install
	@.venv/bin/python packaging/translations.py
