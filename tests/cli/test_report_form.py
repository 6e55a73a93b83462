"""A ward takes the shipped form of reports as its own: copied, changed, checked, used."""

import shutil
from pathlib import Path

import pytest

from tests.cli.running import ROOT, Run

PLAN = "ward/2024/ke-hoach.yaml"


@pytest.fixture(autouse=True)
def ward(cchc: Run, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "hoai-hao", tmp_path / "ward")
    assert cchc("template", "copy", "form.yaml", "--form").returncode == 0
    assert cchc("template", "copy", "rows.yaml", "--statistics").returncode == 0


def change(path: Path, old: str, new: str) -> int:
    """Replace a text that stands there; return the line it stands on."""
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize("file", ["form.yaml", "rows.yaml"])
def test_the_copies_are_sound(cchc: Run, file: str) -> None:
    assert cchc("validate", file, "--plan", PLAN).returncode == 0


def test_a_broken_form_is_told_with_its_line(cchc: Run, tmp_path: Path) -> None:
    line = change(tmp_path / "form.yaml", "đạt {ty-le-truc-tuyen}", "đạt {ty-le-truc-tuyn}")
    done = cchc("validate", "form.yaml")
    assert done.returncode == 3
    assert 'Không có số liệu mang mã "ty-le-truc-tuyn".' in done.stderr
    assert "ty-le-truc-tuyen" in done.stderr
    assert f"form.yaml, dòng {line - 1}," in done.stderr  # the text begins on the line before


def test_a_field_no_form_has(cchc: Run, tmp_path: Path) -> None:
    line = change(tmp_path / "form.yaml", "dossier_fields:", "dossier_field:")
    done = cchc("validate", "form.yaml")
    assert done.returncode == 3
    assert f"form.yaml, dòng {line}," in done.stderr
    assert 'Có phải là "dossier_fields"?' in done.stderr


def test_rows_of_unknown_figures_are_told_where_the_form_is_known(
    cchc: Run, tmp_path: Path
) -> None:
    line = change(tmp_path / "rows.yaml", "figure: ", "figure: x-")
    assert cchc("validate", "rows.yaml").returncode == 0
    done = cchc("validate", "rows.yaml", "--plan", PLAN)
    assert done.returncode == 3
    assert f"rows.yaml, dòng {line}," in done.stderr


@pytest.mark.parametrize("file", ["form.yaml", "rows.yaml"])
def test_a_form_is_no_plan_and_no_log(cchc: Run, file: str) -> None:
    done = cchc("render", file, "--out", "out")
    assert (done.returncode, "không phải kế hoạch" in done.stderr) == (3, True)
    done = cchc("report", PLAN, "--period", "Q1", "--figures", file, "--out", "out")
    assert (done.returncode, "không phải sổ số liệu" in done.stderr) == (3, True)


def test_one_thing_is_copied_at_a_time(cchc: Run, tmp_path: Path) -> None:
    assert cchc("template", "copy", "x.yaml", "--form", "--report").returncode == 2
    assert not (tmp_path / "x.yaml").exists()
    assert cchc("template", "copy", "form.yaml", "--form").returncode == 6
