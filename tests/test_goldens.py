"""What our documents say, paragraph by paragraph with its style, is what was last agreed to.

A change that is meant: ``make golden`` rewrites the files, and the difference goes into the
commit. The document that differs is kept under ``out/failed`` for opening in Word.
"""

import difflib
from pathlib import Path

import pytest

from cchc_docs import api
from tests.pages import EXAMPLE, ROOT, STARTER

GOLDENS = ROOT / "tests" / "goldens"
FAILED = ROOT / "out" / "failed"

DOCUMENTS = {
    "mau-ke-hoach": lambda: (ROOT / "templates" / "kehoach" / "ke-hoach.docx").read_bytes(),
    "ke-hoach-hoai-hao-2024": lambda: api.render_bytes(EXAMPLE, final=True),
    "ke-hoach-khoi-dau-2025-du-thao": lambda: api.render_bytes(STARTER),
}


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


def test_there_is_no_golden_without_a_document() -> None:
    assert {path.stem for path in GOLDENS.iterdir()} == set(DOCUMENTS)
