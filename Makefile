# Dân Bàn. `make help` lists what there is; every target sets up what it needs.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --no-compile
export DJANGO_SETTINGS_MODULE := danban.config.settings

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run fresh test test-postgres test-browser check fix bench docs words pictures lock clean

help: ## Liệt kê các lệnh
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-15s %s\n", $$1, $$2}'

setup: .venv/.runtime ## Chuẩn bị .venv để chạy
setup-dev: .venv/.dev var/paper-fonts/.lock

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Cần Python 3.11 trở lên; hãy gọi: make PYTHON=python3.11 …"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Không tạo được .venv. Trên Debian/Ubuntu hãy cài gói python3-venv."; rm -rf .venv; exit 1; }

.venv/.runtime: .venv/bin/python requirements/runtime.lock pyproject.toml
	@echo "Đang cài các gói cần để chạy…"
	@$(PIP) --require-hashes -r requirements/runtime.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: .venv/.runtime requirements/dev.lock
	@echo "Đang cài các gói cần để thử và kiểm tra…"
	@$(PIP) --require-hashes -r requirements/dev.lock
	@touch $@

var/paper-fonts/.lock: .venv/.dev danban/web/ui/assets/assets.lock danban/web/ui/assets/fonts.py
	@DANBAN_VAR=var $(BIN)/danban assets
	@touch $@

run: setup ## Nạp Hà Nội trình diễn và phục vụ http://127.0.0.1:8000
	@$(BIN)/danban run --demo $(ARGS)

fresh: setup ## Như run, nhưng bỏ dữ liệu cũ
	@$(BIN)/danban run --demo --fresh $(ARGS)

test: setup-dev ## Chạy toàn bộ phép thử (trình duyệt: khi máy có Chromium)
	@$(BIN)/python -m pytest -q -n auto $(ARGS)

test-postgres: setup-dev ## Chạy toàn bộ phép thử trên PostgreSQL tạm
	@$(BIN)/python -m tests.with_postgres $(BIN)/python -m pytest -q -n auto -m "not browser" $(ARGS)

test-browser: setup-dev ## Chỉ chạy các phép thử trong trình duyệt thật
	@DANBAN_NEED_BROWSER=1 $(BIN)/python -m pytest -q -m browser $(ARGS)

check: setup-dev ## Định dạng, kiểu, tầng nhà, gói phụ thuộc, khuôn mẫu, di trú, tài liệu
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/deptry danban
	@$(BIN)/djlint danban --lint --quiet
	@$(BIN)/python -m django makemigrations --check --dry-run -v0
	@$(BIN)/python -m danban docs --check
	@$(BIN)/mypy danban tests benchmarks

fix: setup-dev ## Sửa định dạng
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format --quiet .

bench: setup-dev ## Chạy các phép đo
	@for file in benchmarks/[a-z]*.py; do echo "== $$file"; $(BIN)/python -m benchmarks.$$(basename $$file .py) || exit 1; done

docs: setup-dev ## Sinh lại docs/reference
	@$(BIN)/python -m danban docs

words: setup-dev ## Biên dịch lại câu chữ tiếng Việt của các thư viện
	@cd danban/web/locale/vi/LC_MESSAGES && $(CURDIR)/$(BIN)/python -c 'import polib; polib.pofile("django.po").save_as_mofile("django.mo")'

pictures: setup-dev ## Chụp lại hình trong tài liệu (cần Chromium)
	@DANBAN_VAR=var DANBAN_PICTURES=docs/pictures $(BIN)/python -m pytest -q tests/browser/test_pictures.py tests/browser/test_pictures_of_papers.py

lock: ## Khóa lại các phiên bản (cần uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-strip-extras pyproject.toml requirements/build.in -o requirements/runtime.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-strip-extras pyproject.toml requirements/build.in --extra production -o requirements/production.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-strip-extras pyproject.toml requirements/build.in --group dev -o requirements/dev.lock

clean: ## Bỏ .venv và dữ liệu
	rm -rf .venv var build *.egg-info
