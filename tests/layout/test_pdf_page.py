"""A PDF read into letters, lines and pictures; the pages are LibreOffice's, from XML in twips."""

import unicodedata

import pytest

from cchc_docs import api
from cchc_docs.layout.pdf_page import (
    Box,
    Found,
    Piece,
    PrintedPage,
    find_texts,
    read_pages,
    squeezed,
)
from cchc_docs.ooxml.package import write_package
from tests.checker.forms.drawings import PICTURES, drawn_line, picture
from tests.layout.packages import package, paragraph, run

# An A4 page on its side between two upright ones; margins left 30, right 15, top 20, bottom 20 mm.
_MARGINS = (
    '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="720" '
    'w:footer="720" w:gutter="0"/>'
)
_UPRIGHT = f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>{_MARGINS}</w:sectPr>'
_ON_SIDE = f'<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>{_MARGINS}</w:sectPr>'
_TIMES = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/>'
_COLUMNS = (
    '<w:tbl><w:tblPr><w:tblW w:w="9072" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    '<w:tblGrid><w:gridCol w:w="4536"/><w:gridCol w:w="4536"/></w:tblGrid><w:tr>{}</w:tr></w:tbl>'
)


def cell(text: str) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="4536" w:type="dxa"/></w:tcPr><w:p>{run(text, _TIMES)}</w:p>'
        "</w:tc>"
    )


def made(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


@pytest.fixture(scope="module")
def pages() -> tuple[PrintedPage, ...]:
    """A page of letters, one on its side with drawings, one with a table."""
    line = f"<w:r>{drawn_line(60.5, 'straight', 10, 1)}</w:r>"
    image = {"width": 30, "height": 15, "x": 20, "y": 40}
    body = (
        made(run("Độc lập", _TIMES))
        + made(run(unicodedata.normalize("NFD", "Tự do - Hạnh phúc"), _TIMES))
        + paragraph("một hai ba bốn năm sáu bảy tám chín mười " * 4)
        + f"<w:p><w:pPr>{_UPRIGHT}</w:pPr></w:p>"
        + made(line)
        + made(f"<w:r>{picture(image, 'rId2', 2)}</w:r>")
        + f"<w:p><w:pPr>{_ON_SIDE}</w:pPr></w:p>"
        + _COLUMNS.format(cell("trái") + cell("phải"))
        + paragraph("")
        + _UPRIGHT
    )
    parts = package(body, related=[("styles", "")], media={"seal.png": PICTURES["png"]})
    return read_pages(api.to_pdf({"trang": write_package(parts)})["trang"])


# ---------------------------------------------------------------- pages of LibreOffice


def test_pages_have_the_size_of_their_paper(pages):
    assert [one.number for one in pages] == [0, 1, 2]
    # 11906 and 16838 twips are 210.01 and 297.00 mm.
    sizes = [(210, 297), (297, 210), (210, 297)]
    assert [(one.width, one.height) for one in pages] == [
        pytest.approx(size, abs=0.1) for size in sizes
    ]


def test_letters_stand_where_the_margins_put_them(pages):
    first = pages[0].pieces[0]
    assert first.text == "Độclập"
    assert first.left == pytest.approx(30, abs=0.1)
    # 14 points below the top margin, less what hangs below the base line (0.216 of the size).
    assert 20 < first.baseline < 20 + 14 * 25.4 / 72


def test_letters_are_composed(pages):
    assert pages[0].pieces[1].text == "Tựdo-Hạnhphúc"


def test_a_line_that_wraps_is_two_pieces(pages):
    assert len(pages[0].pieces) >= 4
    assert squeezed("một hai ba bốn năm sáu bảy tám chín mười " * 4) in pages[0].text


def test_the_cells_of_a_table_are_apart(pages):
    left, right = pages[2].pieces
    assert (left.text, right.text) == ("trái", "phải")
    assert right.left - left.left == pytest.approx(80, abs=0.1)  # 4536 twips


def test_a_drawn_line_has_its_length_and_stands_in_the_middle(pages):
    (line,) = pages[1].drawn
    assert line.width == pytest.approx(60.5, abs=0.1)
    assert line.height < 0.1
    assert (line.left + line.right) / 2 == pytest.approx((30 + 297 - 15) / 2, abs=0.2)


def test_a_picture_has_its_size_and_place(pages):
    (image,) = pages[1].images
    assert (image.width, image.height) == pytest.approx((30, 15), abs=0.1)
    assert image.left == pytest.approx(30 + 20, abs=0.2)


def test_only_a_page_with_nothing_on_it_is_empty(pages):
    assert [one.is_empty for one in pages] == [False, False, False]
    assert PrintedPage(0, 210, 297).is_empty


@pytest.mark.parametrize("damaged", [b"", b"%PDF-1.4", b"PK\x03\x04", b"%PDF-1.7\n1 0 obj\n<<" * 9])
def test_what_cannot_be_read_has_no_pages(damaged: bytes, capfd):
    assert read_pages(damaged) == ()
    assert capfd.readouterr() == ("", "")


# ---------------------------------------------------------------- finding texts


def page(number: int, *texts: str) -> PrintedPage:
    pieces = (Piece(text, 30, 100, 20 + 6 * row, 4.9) for row, text in enumerate(texts))
    return PrintedPage(number, 210, 297, tuple(pieces))


def places(pages: list[PrintedPage], *texts: str) -> list[int | None]:
    return [found.page.number if found else None for found in find_texts(pages, texts)]


def test_a_text_is_found_over_several_lines():
    (found,) = find_texts([page(0, "x", "PhườngHoài", "Hảo", "y")], ["PhườngHoàiHảo"])
    assert found
    assert [one.text for one in found.pieces] == ["PhườngHoài", "Hảo"]


def test_a_text_is_no_part_of_a_line():
    assert places([page(0, "PhụlụcIkèmtheo")], "PhụlụcI") == [None]


def test_a_text_that_breaks_over_a_page_is_not_found():
    assert places([page(0, "Phường"), page(1, "HoàiHảo")], "PhườngHoàiHảo") == [None]


def test_a_text_that_comes_twice_is_found_twice_in_the_same_order():
    assert places([page(0, "a", "b"), page(1, "a")], "a", "b", "a") == [0, 0, 1]


@pytest.mark.parametrize("texts", [["a"], ["a", "a", "a"]])
def test_a_text_printed_more_or_fewer_times_is_not_found(texts: list[str]):
    assert places([page(0, "a"), page(1, "a")], *texts) == [None] * len(texts)


def test_an_empty_text_is_nowhere():
    assert places([page(0, "a")], "", "a") == [None, 0]


def test_no_break_blanks_and_hyphens_count_as_plain_ones():
    assert squeezed("Văn\u00a0hóa \u2011\tXã\nhội\u00ad") == "Vănhóa-Xãhội"


def test_pieces_on_one_base_line_are_one_line():
    pieces = (
        Piece("a", 30, 40, 20.0, 4.9),
        Piece("b", 45, 60, 20.1, 4.9),
        Piece("c", 30, 35, 25.7, 4.9),
    )
    lines = Found(page(0), pieces).lines
    assert [(one.text, one.left, one.right) for one in lines] == [("ab", 30, 60), ("c", 30, 35)]


def test_a_box_has_width_and_height():
    assert (Box(10, 30, 5, 8).width, Box(10, 30, 5, 8).height) == (20, 3)
