# Các lệnh của dự án; `make` một mình thì liệt kê chúng.

# The newest Python on the PATH that is new enough; to choose: make PYTHON=/path/to/python3
PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; \
	done)

BIN := .venv/bin

# -c reaches what is installed; the build of the package itself, in an environment that pip makes
# for it, is reached only by these variables (the first for pip before 25.3, the second since).
PIP_INSTALL := PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: help demo test lint bench golden clean tools

help: ## liệt kê các lệnh (list the commands)
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r name text; do \
		printf '  make %-8s %s\n' "$$name" "$$text"; done

demo: .venv/.run ## in kế hoạch mẫu, bản thảo năm sau, bốn báo cáo vào out/ (sample plan, draft, reports)
	$(BIN)/cchc demo --out out

test: tools .venv/.test ## cài công cụ còn thiếu rồi chạy kiểm thử; ARGS="-k tên" để chọn (run the tests)
	$(BIN)/python -m pytest -n auto --dist loadfile $(ARGS)

lint: .venv/.test ## kiểm tra cách viết mã, kiểu và hợp đồng kiến trúc (style, types, contracts)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/.test ## đo tốc độ (benchmarks)
	$(BIN)/python -m benchmarks

golden: tools .venv/.test ## ghi lại các bản mẫu dùng để so sánh (rewrite the golden files)
	$(BIN)/python -m pytest --update-golden

clean: ## xóa những gì các lệnh trên đã cài và đã lưu tạm; giữ lại out/ (remove all but out/)
	rm -rf .venv .tools build dist *.egg-info
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find cchc_docs tests benchmarks -type d -name __pycache__ -prune -exec rm -rf {} +

tools: # what the tests need besides Python packages
	@$(require_python)
	@PYTHON="$(PYTHON)" sh tests/setup-tools.sh

# A system upgrade may take away the Python under .venv; what was installed for it goes with it.
ifeq ($(realpath $(BIN)/python),)
.PHONY: .venv/.run .venv/.test
endif

.venv/.run: pyproject.toml constraints.txt $(BIN)/python
	@echo 'Đang cài thư viện vào .venv, lần đầu mất chừng một phút (installing)…'
	@$(PIP_INSTALL) -e .
	@touch $@

.venv/.test: pyproject.toml constraints.txt $(BIN)/python
	@echo 'Đang cài thư viện để kiểm thử vào .venv (installing)…'
	@$(PIP_INSTALL) -e '.[test]'
	@touch .venv/.run $@

# A half-made environment is removed: it would look like a whole one to the next run.
$(BIN)/python:
	@$(require_python)
	@rm -rf .venv
	@"$(PYTHON)" -c 'import ensurepip' 2>/dev/null || { \
		echo "Thiếu mô-đun venv của Python, trên Debian/Ubuntu hãy chạy: sudo apt-get install" \
			"python$$("$(PYTHON)" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv" \
			"(Python's venv module is missing)" >&2; exit 1; }
	@"$(PYTHON)" -m venv .venv || { rm -rf .venv; exit 1; }

require_python = "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	echo "Cần Python 3.11 trở lên; nếu máy có ở chỗ khác, chạy: make PYTHON=/đường/dẫn/python3" \
		"(Python 3.11 or newer is needed)" >&2; exit 1; }
