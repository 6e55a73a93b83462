"""The rooms of the house and the one direction between them (design.md §3), and that it is held."""

import ast
import os
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "cchc_docs"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 300

DIRECTION = "Imports go down only"
BREACHES = {
    "up": ("model/issue.py", "import cchc_docs.render.page", DIRECTION),
    "up, from the bottom": ("errors.py", "import cchc_docs.vietnamese.text", DIRECTION),
    "between neighbours": ("render/page.py", "import cchc_docs.storage.files", DIRECTION),
    "a room nobody knows": ("kitchen.py", "", DIRECTION),
    "round the api": (
        "cli/console.py",
        "import cchc_docs.storage.files",
        "The command line calls only the api",
    ),
    "jinja": ("storage/files.py", "import jinja2", "docxtpl and Jinja live in render"),
    "yaml": ("domain/names.py", "import yaml", "YAML lives in storage"),
    "openpyxl": ("api/plans.py", "import openpyxl", "openpyxl lives in excel"),
    "click": ("render/page.py", "import click", "click lives in cli"),
    "lxml": (
        "domain/names.py",
        "import lxml.etree",
        "python-docx and lxml live in layout, ooxml, render and compare",
    ),
    "files": (
        "domain/names.py",
        "import pathlib",
        "The domain is pure: no files, no clock, no processes",
    ),
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sysconfig.get_path("scripts")) / "lint-imports"
    return subprocess.run(
        [program, "--no-cache"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


def test_the_contracts_are_kept():
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout
    for _, _, contract in BREACHES.values():
        assert f"{contract} KEPT" in done.stdout


@pytest.mark.parametrize(("module", "line", "contract"), BREACHES.values(), ids=list(BREACHES))
def test_a_breach_is_seen(tmp_path: Path, module: str, line: str, contract: str):
    copy = tmp_path / "cchc_docs"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (copy / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    done = lint_imports(tmp_path)
    assert done.returncode != 0
    assert f"{contract} BROKEN" in done.stdout
    assert "1 broken" in done.stdout


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_module_is_too_long_to_be_read(path: Path):
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if path.relative_to(PACKAGE).parts[0] != "cli"],
    ids=lambda path: path.relative_to(PACKAGE).as_posix(),
)
def test_only_the_command_line_prints_exits_and_reads_the_clock(path: Path):
    calls = set(called(ast.parse(path.read_text("utf-8"))))
    assert not calls & {"print", "input", "exit", "quit", "sys.exit", "os._exit", "breakpoint"}
    clock = {"today", "now", "utcnow", "time", "time_ns", "localtime", "gmtime", "strftime"}
    assert not {name for name in calls if name.split(".")[-1] in clock}


def called(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)
