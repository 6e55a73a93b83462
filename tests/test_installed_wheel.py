"""The wheel, installed into a bare environment, does the whole job from any folder."""

import os
import subprocess
import sys
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

ROOT = Path(__file__).resolve().parent.parent
DEVELOPMENT = {"pytest", "hypothesis", "mypy", "ruff", "jsonschema", "pdfplumber", "import-linter"}


def clean_environment() -> dict[str, str]:
    """Nothing of the repository, nothing of the environment the tests run in."""
    left_out = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
    return {name: value for name, value in os.environ.items() if name not in left_out}


def pip(python: str | Path, *arguments: str | Path) -> None:
    constraints = str(ROOT / "constraints.txt")
    done = subprocess.run(
        [python, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments],
        env=clean_environment()
        | {"PIP_CONSTRAINT": constraints, "PIP_BUILD_CONSTRAINT": constraints},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip(sys.executable, "wheel", "--no-deps", "--wheel-dir", folder, ROOT)
    (path,) = folder.iterdir()
    return path


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment with the wheel and what it depends on."""
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder, with_pip=True, system_site_packages=False)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    pip(programs / "python", "install", wheel)
    return programs


@pytest.fixture
def run(scripts: Path, tmp_path: Path) -> Callable[..., str]:
    """Run a program of the environment in an empty folder; return what it prints."""

    def run(program: str, *arguments: object) -> str:
        done = subprocess.run(
            [scripts / program, *map(str, arguments)],
            cwd=tmp_path,
            env=clean_environment() | {"CCHC_SOFFICE": "/nonexistent"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return run


class TestWheel:
    def test_carries_templates_and_examples(self, wheel):
        names = zipfile.ZipFile(wheel).namelist()
        for folder in ("templates", "examples"):
            shipped = {
                path.relative_to(ROOT).as_posix()
                for path in (ROOT / folder).rglob("*")
                if path.is_file()
            }
            assert shipped
            data = "cchc_docs/data/"
            assert shipped == {
                name.removeprefix(data) for name in names if name.startswith(data + folder)
            }

    def test_carries_types_and_words(self, wheel):
        names = zipfile.ZipFile(wheel).namelist()
        assert "cchc_docs/py.typed" in names
        assert "cchc_docs/cli/locale/vi/LC_MESSAGES/messages.mo" in names

    def test_carries_every_module(self, wheel):
        names = set(zipfile.ZipFile(wheel).namelist())
        modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "cchc_docs").rglob("*.py")}
        assert modules <= names

    def test_carries_nothing_else(self, wheel):
        tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
        assert len(tops) == 2
        assert "cchc_docs" in tops
        assert not [name for name in zipfile.ZipFile(wheel).namelist() if "__pycache__" in name]


class TestBareEnvironment:
    def test_is_bare(self, run):
        listed = run(
            "python", "-m", "pip", "list", "--format=freeze", "--disable-pip-version-check"
        )
        installed = {line.split("==")[0].lower() for line in listed.split()}
        assert "cchc-docs" in {name.replace("_", "-") for name in installed}
        assert not installed & DEVELOPMENT

    def test_demo_from_an_empty_folder(self, run, scripts, tmp_path):
        said = run("cchc", "demo")
        files = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")]
        drafted = ("ke-hoach-cchc-2025.docx", "ke-hoach.yaml", "ra-soat.md", "ra-soat.xlsx")
        expected = [f"out/2025/{name}" for name in (*drafted, "so-sanh.docx")]
        expected += [
            f"out/bao-cao/bao-cao-cchc-{period}-2024{ending}"
            for period in ("6-thang", "nam", "quy-i", "quy-iii")
            for ending in (".docx", ".json")
        ]
        assert sorted(files) == [*expected, "out/ke-hoach-cchc-2024.docx"]
        assert docx.Document(str(tmp_path / "out" / "ke-hoach-cchc-2024.docx")).tables
        assert str(ROOT) not in said
        assert str(scripts.parent) in said  # the example is that of the wheel

    def test_a_new_ward_from_nothing_to_a_word_file(self, run, tmp_path):
        run("cchc", "init", "phuong", "--year", "2025")
        run("cchc", "validate", "phuong/2025/ke-hoach.yaml")
        run("cchc", "render", "phuong/2025/ke-hoach.yaml", "--out", "ra")
        assert (tmp_path / "ra" / "ke-hoach-cchc-2025.docx").stat().st_size > 5000

    @pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["doctor"], ["schema"]])
    def test_other_commands(self, run, arguments):
        assert run("cchc", *arguments)

    def test_the_module_is_the_command_too(self, run):
        assert run("python", "-m", "cchc_docs", "--help").startswith("Cách dùng: cchc ")

    def test_every_module_needs_only_what_is_declared(self, run):
        code = (
            "import importlib, pkgutil, cchc_docs\n"
            "for one in pkgutil.walk_packages(cchc_docs.__path__, 'cchc_docs.'):\n"
            "    if not one.name.endswith('__main__'):\n"
            "        print(importlib.import_module(one.name).__name__)\n"
        )
        package = ROOT / "cchc_docs"
        names = {path.relative_to(ROOT).with_suffix("") for path in package.rglob("*.py")}
        modules = {".".join(name.parts).removesuffix(".__init__") for name in names}
        assert set(run("python", "-c", code).split()) == modules - {
            "cchc_docs",
            "cchc_docs.__main__",
        }

    def test_from_python(self, run, tmp_path):
        run("cchc", "init", "phuong", "--year", "2025")
        code = (
            "from cchc_docs import load_plan, render_plan, validate\n"
            "plan = load_plan('phuong/2025/ke-hoach.yaml')\n"
            "validate(plan)\n"
            "render_plan(plan, 'x.docx')\n"
        )
        assert run("python", "-c", code) == ""
        assert (tmp_path / "x.docx").is_file()
