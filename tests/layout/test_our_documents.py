"""A plan of ours read back: what another reader finds in its XML is in the picture."""

import io

import docx
import pytest
from docx.oxml.ns import qn

from cchc_docs import api
from cchc_docs.decree import layout
from cchc_docs.layout.looks import Align, mm
from cchc_docs.layout.picture import Block, Paragraph, Picture, Table, paragraphs
from cchc_docs.layout.reading import read_picture
from cchc_docs.ooxml.package import read_package
from tests.pages import EXAMPLE

EMU_PER_POINT = 12_700


@pytest.fixture(scope="module")
def plan() -> bytes:
    return api.render_bytes(EXAMPLE, final=True)


@pytest.fixture(scope="module")
def picture(plan: bytes) -> Picture:
    return read_picture(read_package(plan))


def body(picture: Picture) -> list[Paragraph]:
    return [one for section in picture.sections for one in paragraphs(section.blocks)]


def test_every_paragraph_is_there_once_and_in_order(plan: bytes, picture: Picture) -> None:
    root = docx.Document(io.BytesIO(plan)).element.body
    texts = [
        "".join(text.text or "" for text in one.iter(qn("w:t"))) for one in root.iter(qn("w:p"))
    ]
    assert [one.raw_text.replace("\n", "") for one in body(picture)] == texts


def test_every_drawn_line_is_there_once(plan: bytes, picture: Picture) -> None:
    root = docx.Document(io.BytesIO(plan)).element.body
    lengths = [int(extent.get("cx")) / EMU_PER_POINT for extent in root.iter(qn("wp:extent"))]
    found = [line.length for one in body(picture) for line in one.lines]
    assert found == pytest.approx(lengths)
    assert len(found) >= 3  # under the motto, the issuer and the subject


def test_a_page_is_the_decrees(picture: Picture) -> None:
    """NĐ 30/2020, PL I, Phần I, mục I.1, I.3 and I.7: A4, 30 and 15 mm, a number on top."""
    first = picture.sections[0]
    assert [round(mm(edge)) for edge in (first.width, first.height)] == [210, 297]
    assert [round(mm(edge)) for edge in (first.left, first.right)] == [30, 15]
    (number,) = paragraphs(first.headers["default"])
    assert number.setting.align is Align.CENTER
    assert [run.field for run in number.shown_runs] == ["PAGE"]
    assert not any(run.field for one in paragraphs(first.headers["first"]) for run in one.runs)


def test_the_head_is_set_as_the_decree_wants(picture: Picture) -> None:
    """NĐ 30/2020, PL I, Phần I, II.1: bold, upright, 12 to 13 and 13 to 14 points."""
    head = picture.sections[0].blocks[0]
    assert isinstance(head, Table)
    name, motto, *_ = cell_paragraphs(head.rows[0].cells[1].blocks)
    assert name.text == layout.NATIONAL_NAME
    for one, sizes in ((name, (12, 13)), (motto, (13, 14))):
        (run,) = one.runs
        assert run.face.size in sizes
        assert (run.face.bold, run.face.italic) == (True, False)
        assert run.face.fonts == ("Times New Roman",)


def cell_paragraphs(blocks: tuple[Block, ...]) -> list[Paragraph]:
    return list(paragraphs(blocks))
