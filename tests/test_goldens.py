"""What our documents say, paragraph by paragraph with its style, is what was last agreed to.

So is what is pointed out in the real plan of 2024, most serious first.

A change that is meant: ``make golden`` rewrites the files, and the difference goes into the
commit. The document that differs is kept under ``out/failed`` for opening in Word.
"""

import difflib
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from cchc_docs import api
from cchc_docs.findings import Level
from cchc_docs.model.period import PeriodKind
from tests.pages import EXAMPLE, ROOT, STARTER, report_bytes

GOLDENS = ROOT / "tests" / "goldens"
FAILED = ROOT / "out" / "failed"

DOCUMENTS = {
    "mau-ke-hoach": lambda: (ROOT / "templates" / "kehoach" / "ke-hoach.docx").read_bytes(),
    "ke-hoach-hoai-hao-2024": lambda: api.render_bytes(EXAMPLE, final=True),
    "ke-hoach-khoi-dau-2026-du-thao": lambda: api.render_bytes(STARTER),
    "mau-bao-cao": lambda: (ROOT / "templates" / "baocao" / "bao-cao.docx").read_bytes(),
    **{
        f"bao-cao-hoai-hao-{kind.slug}-2024": partial(report_bytes, kind.value, final=True)
        for kind in PeriodKind
    },
}

FINDINGS = "kiem-tra-hoai-hao-2024"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document_says_what_was_agreed(
    name: str, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    content, golden = DOCUMENTS[name](), GOLDENS / f"{name}.txt"
    path = tmp_path / f"{name}.docx"
    path.write_bytes(content)
    found = api.dump_document(path)
    if pytestconfig.getoption("--update-golden"):
        GOLDENS.mkdir(exist_ok=True)
        golden.write_text(found, encoding="utf-8", newline="\n")

    agreed = golden.read_text(encoding="utf-8") if golden.is_file() else ""

    if found != agreed:
        kept = FAILED / path.name
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(content)
        lines = (text.splitlines() for text in (agreed, found))
        difference = difflib.unified_diff(*lines, str(golden), str(kept), lineterm="", n=2)
        pytest.fail("\n".join(difference), pytrace=False)


def test_findings_are_what_was_agreed(pytestconfig: pytest.Config) -> None:
    golden = GOLDENS / f"{FINDINGS}.txt"
    findings = api.validate(api.read_plan(api.example_plan()))
    placed = (one.at(replace(one.place, file=None)) for one in findings)  # the file is elsewhere
    found = "".join(f"{one}\n" for one in sorted(placed, key=lambda one: [*Level].index(one.level)))
    if pytestconfig.getoption("--update-golden"):
        golden.write_text(found, encoding="utf-8", newline="\n")

    assert found.splitlines() == golden.read_text(encoding="utf-8").splitlines()


def test_there_is_no_golden_without_its_test() -> None:
    assert {path.stem for path in GOLDENS.iterdir()} == {*DOCUMENTS, FINDINGS}
