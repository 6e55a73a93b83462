"""Word opens every file without repairing it: Microsoft's Open XML SDK finds no error."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from lxml import etree

from cchc_docs import api
from cchc_docs.ooxml.package import DOCUMENT, read_package, write_package
from tests.ooxml import validate
from tests.pages import QUESTIONS, ROOT, STARTER, VARIANTS

TEMPLATE = ROOT / "templates" / "kehoach" / "ke-hoach.docx"

FINALS = {f"final {name}": plan for name, plan in VARIANTS.items()}
DRAFTS = {
    f"draft {name}": plan
    for name, plan in (VARIANTS | {"khoi-dau": STARTER, "questions": QUESTIONS}).items()
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the SDK says of each plan's file; it examines two at a time."""
    folder = tmp_path_factory.mktemp("word")
    for name, plan in (FINALS | DRAFTS).items():
        api.render_plan(plan, folder / f"{name}.docx", final=name in FINALS)
    files = list(folder.iterdir())
    with ThreadPoolExecutor(2) as pool:
        return dict(zip((file.stem for file in files), pool.map(validate, files), strict=True))


@pytest.mark.parametrize("name", FINALS | DRAFTS)
def test_word_finds_nothing_to_repair(name: str, reports: dict[str, list[str]]) -> None:
    assert reports[name] == []


def test_word_finds_nothing_to_repair_in_the_template() -> None:
    assert validate(TEMPLATE) == []


def test_word_finds_nothing_to_repair_in_the_drawn_lines(tmp_path: Path) -> None:
    """Of a drawing given twice the SDK reads the old form only; here it gets the modern one."""
    parts = read_package(api.render_bytes(VARIANTS["annex-letterhead"]))
    root = etree.fromstring(parts[DOCUMENT])
    drawings = list(root.iter("{*}AlternateContent"))
    for drawing in drawings:
        drawing.getparent().replace(drawing, drawing.find("{*}Choice")[0])
    path = tmp_path / "đường kẻ.docx"
    path.write_bytes(write_package(parts | {DOCUMENT: etree.tostring(root)}))

    assert len(drawings) == 2 * 3 + 1 + 2  # three letterheads, the subject, two annexes
    assert validate(path) == []
