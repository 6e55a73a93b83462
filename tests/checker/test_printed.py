"""What the printed pages tell of components.

Lengths are those written into the file; lengths of texts are read from the page by pdfplumber.
Pages are those the breaks in the file make.
"""

from collections.abc import Callable
from typing import Any

import pytest

from cchc_docs import api
from cchc_docs.checker.components import Components, Group, Instance
from cchc_docs.checker.printed import printed_facts
from cchc_docs.checker.printed.ruling import look_at_lines
from cchc_docs.checker.printed.whereabouts import Whereabouts
from cchc_docs.checker.segments import find_components
from cchc_docs.layout.looks import Face, Setting
from cchc_docs.layout.pdf_page import Box, Piece, PrintedPage
from cchc_docs.layout.picture import Paragraph, Picture, Run, Section
from cchc_docs.layout.reading import read_picture
from cchc_docs.ooxml.package import Parts, read_package, write_package
from tests.checker.documents import built
from tests.layout.packages import package, paragraph
from tests.pages import Printed

Change = dict[str, Any]
PAGE_BREAK = {"body": [{"break": "page"}]}
TN_LINE = {"line": 60.5, "of": "tieu_ngu"}


def with_breaks(count: int) -> list[Change]:
    """As many page breaks before the last paragraph of a main text that fits on one page."""
    return [{"insert": [PAGE_BREAK] * count, "before": "body", "nth": 2}]


def images(*, seal_at: float, seal: float = 36, up: float = 8, down: float = 3) -> Change:
    """A signature 30 mm wide, 36.5 mm from the left, and a seal."""
    signature = {"format": "png", "width": 30, "height": 15, "x": 36.5, "y": down}
    stamp = {"format": "png", "width": seal, "height": seal, "x": seal_at, "y": -up}
    return {"element": "signature_image", "runs": [{"image": signature}, {"image": stamp}]}


def drawn(element: str, length: float) -> Change:
    return {"element": "line", "of": element, "length": length}


FORMS: dict[str, tuple[str, list[Change]]] = {
    # lines below texts
    "wps": ("ke-hoach", []),
    "vml": ("cong-van", []),
    "straight": ("quyet-dinh", []),
    "border": ("thong-bao", []),
    "half": ("ke-hoach", [drawn("tieu_ngu", 30), drawn("co_quan", 45), drawn("trich_yeu", 120)]),
    "letters": (
        "ke-hoach",
        [
            {"remove": "line", "of": "tieu_ngu"},
            {"insert": [{"body": "_" * 20, "align": "center"}], "after": "tieu_ngu"},
        ],
    ),
    "raised letters": ("bao-cao", []),
    "no line": (
        "ke-hoach",
        [{"remove": "line", "of": name} for name in ("tieu_ngu", "co_quan", "trich_yeu")],
    ),
    "underlined": (
        "ke-hoach",
        [
            {"remove": "line", "of": "tieu_ngu"},
            {"element": "tieu_ngu", "underline": "single"},
        ],
    ),
    "two lines": (
        "ke-hoach",
        [{"insert": [{"line": 30, "of": "tieu_ngu"}], "after": "line", "of": "tieu_ngu"}],
    ),
    "foreign font": ("ke-hoach", [{"element": "tieu_ngu", "font": "Palatino Linotype"}]),
    # quốc hiệu
    "narrow": ("to-trinh", [{"element": "grid", "nth": 1, "widths": [95, 70]}]),
    # pages
    "one page": ("to-trinh", []),
    "three pages": ("to-trinh", with_breaks(2)),
    "nothing on the last page": (
        "to-trinh",
        [
            {"insert": [PAGE_BREAK, {"empty": " "}], "after": "grid", "nth": -1},
            {"section": 0, "headers": {}},
        ],
    ),
    "annex on the last page": ("ke-hoach", [{"join": 1}]),
    "unnumbered": ("to-trinh", [*with_breaks(2), {"section": 0, "headers": {}}]),
    "in the foot": (
        "to-trinh",
        [
            *with_breaks(2),
            {
                "section": 0,
                "headers": {},
                "footers": {"default": [{"page_number": ["Trang ", {"field": "PAGE"}]}]},
            },
        ],
    ),
    "several": ("to-trinh", [*with_breaks(1), {"append": "thong-bao"}]),
    # what stands together
    "parted signature": ("to-trinh", [{"element": "ho_ten", "before": 600}]),
    "one head": ("ke-hoach", [{"element": "table", "nth": -1, "head": 0}]),
    # seals
    "seal 10 mm over": ("cong-van", [images(seal_at=36.5 + 10 - 36)]),
    "seal 20 mm over": ("cong-van", [images(seal_at=36.5 + 20 - 36)]),
    "seal apart": ("cong-van", [images(seal_at=-5)]),
    "seal on the right": ("cong-van", [images(seal_at=36.5 + 20)]),
    "seal above": ("cong-van", [images(seal_at=30, seal=12, up=0, down=13)]),
    "two of a size": (
        "cong-van",
        [
            {
                "element": "signature_image",
                "runs": [
                    {"image": {"format": "png", "width": 36, "height": 36, "x": x, "y": 0}}
                    for x in (10, 36)
                ],
            }
        ],
    ),
}


# ---------------------------------------------------------------- a text in two sections

_MARGINS = '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="720" '
_HEADER = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def _section(header: str, more: str = "") -> str:
    reference = f'<w:headerReference w:type="default" r:id="{header}"/>' if header else ""
    return (
        f'<w:sectPr>{reference}<w:pgSz w:w="11906" w:h="16838"/>{_MARGINS}w:footer="720" '
        f'w:gutter="0"/>{more}</w:sectPr>'
    )


def _two_sections(second: str) -> Parts:
    """Four pages, two in each section; the numbers of the first go on unless `second` differs."""
    head = (
        paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + paragraph("Độc lập - Tự do - Hạnh phúc")
        + paragraph("THÔNG BÁO", '<w:jc w:val="center"/>')
    )
    return package(
        f"{head}{paragraph('Trang một.')}{_BREAK}{paragraph('Trang hai.')}"
        f"<w:p><w:pPr>{_section('rId2', '<w:titlePg/>')}</w:pPr></w:p>"
        f"{paragraph('Trang ba.')}{_BREAK}{paragraph('Trang bốn.')}{second}",
        related=[("styles", ""), ("header", _HEADER), ("header", "<w:p/>")],
    )


SECTIONS: dict[str, Parts] = {
    "numbered on": _two_sections(_section("rId2")),
    "not numbered on": _two_sections(_section("rId3")),
    "numbered anew": _two_sections(
        _section("rId2", '<w:pgNumType w:start="1"/><w:titlePg/>')  # a form of its own: page 3
    ),
    "in roman": _two_sections(_section("rId3", '<w:pgNumType w:fmt="upperRoman"/>')),
}
PICTURE = package(
    '<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8"/></w:tblBorders></w:tblPr>'
    '<w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="5000" '
    f'w:type="dxa"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p/>{_section("")}',
    related=[("styles", "")],
)


# ---------------------------------------------------------------- printing and asking


class Told:
    """A document with the facts its pages tell."""

    def __init__(self, components: Components, pdf: bytes, content: bytes) -> None:
        self.components = components
        self.facts = printed_facts(pdf, components)
        self.pages = Printed(content, pdf)

    def __call__(self, element: str, fact: str) -> list[Any]:
        """The fact of every instance of an element, None where it is not told."""
        return [self.facts.get(one, {}).get(fact) for one in self.components.of(element)]

    def width(self, start: str) -> float:
        return self.pages.find(start).width


@pytest.fixture(scope="module")
def told() -> Callable[[str], Told]:
    """Every document of this module, printed by one start of LibreOffice."""
    contents = {name: built(base, changes) for name, (base, changes) in FORMS.items()}
    parts = {name: read_package(content) for name, content in contents.items()} | SECTIONS
    contents |= {name: write_package(made) for name, made in SECTIONS.items()}
    contents["no text"] = write_package(PICTURE)
    pdfs = api.to_pdf(contents)
    made: dict[str, Told] = {}

    def tell(name: str) -> Told:
        if name not in made:
            components = find_components(read_picture(parts.get(name, PICTURE)))
            made[name] = Told(components, pdfs[name], contents[name])
        return made[name]

    return tell


# ---------------------------------------------------------------- lines


@pytest.mark.parametrize(
    ("name", "length"),
    [("wps", 60.5), ("vml", 60.5), ("straight", 60.5), ("border", 60.5), ("half", 30)],
)
def test_the_line_below_tieu_ngu_is_measured_by_the_text(told, name: str, length: float):
    one = told(name)
    wanted = length / one.width("Độc lập")
    assert one("tieu_ngu", "line_length")[0] == pytest.approx(wanted, abs=0.01)


@pytest.mark.parametrize(("name", "length"), [("wps", 21), ("vml", 21), ("half", 45)])
def test_the_line_below_the_issuer_is_measured_by_the_longest_line(told, name: str, length: float):
    one = told(name)
    upper, lower = (one("co_quan", "line_length")[0], one.width("PHƯỜNG BÌNH MINH"))
    assert lower > one.width("ỦY BAN NHÂN DÂN") or name == "vml"
    assert upper == pytest.approx(length / lower, abs=0.01)


@pytest.mark.parametrize(("name", "length"), [("wps", 55), ("straight", 55), ("half", 120)])
def test_the_line_below_the_subject_is_measured(told, name: str, length: float):
    one = told(name)
    text = one.components.of("trich_yeu")[0].text
    wanted = length / one.width(text)
    assert one("trich_yeu", "line_length")[0] == pytest.approx(wanted, abs=0.01)


def test_underscores_are_a_line(told):
    one = told("letters")
    # An underscore of Times New Roman is half an em; the letters of the body are of 14 points.
    wanted = 20 * 0.5 * 14 * 25.4 / 72 / one.width("Độc lập")
    assert one("tieu_ngu", "line_length") == [pytest.approx(wanted, abs=0.01)]


@pytest.mark.parametrize("name", ["raised letters", "no line", "underlined", "two lines"])
def test_what_is_no_certain_line_is_not_measured(told, name: str):
    assert told(name)("tieu_ngu", "line_length") == [None]


def test_other_letters_than_those_of_the_file_tell_no_length(told):
    assert told("foreign font")("tieu_ngu", "line_length") == [None]
    assert told("foreign font")("co_quan", "line_length") != [None]


@pytest.mark.parametrize(("name", "lines"), [("wps", 1), ("narrow", 2)])
def test_the_lines_of_quoc_hieu_are_counted(told, name: str, lines: int):
    # 95.6 mm at 13 points, 88.3 mm at 12 (nd30-layout.md): more than the 70 mm of the narrow cell.
    assert told(name)("quoc_hieu", "rendered_lines") == [lines]


NAME = Piece("PHƯỜNG", 40, 80, 30, 4.6, "TimesNewRomanPS-BoldMT")
NEXT = Piece("Số:", 50, 60, 40, 4.6, "TimesNewRomanPSMT")


@pytest.mark.parametrize(
    ("drawn", "length"),
    [
        ([Box(50, 70, 32, 32)], 0.5),
        ([Box(50, 70, 32, 32), Box(50, 70, 33, 33)], 0.5),  # a double line
        ([Box(50, 70, 32, 32), Box(45, 65, 33, 33)], None),
        ([Box(50, 70, 41, 41)], None),  # below the next text
        ([Box(50, 70, 28, 28)], None),  # above
        ([Box(90, 110, 32, 32)], None),  # below another column
        ([Box(40, 80, 32, 38)], None),  # an area
        ([Box(40, 80, 32, 32), Box(40, 40, 32, 60)], None),  # the border of a table
    ],
)
def test_a_line_stands_right_below_its_text(drawn: list[Box], length: float | None):
    assert measured(drawn, Face()) == length


def test_an_underlined_text_has_no_line_of_its_own():
    assert measured([Box(40, 80, 30.5, 30.5)], Face()) == 1
    assert measured([Box(40, 80, 30.5, 30.5)], Face(underline="single")) is None


def measured(drawn: list[Box], face: Face) -> float | None:
    """The length told of a name 40 mm long where the file does not say whether a line is there."""
    name = Paragraph((Run("PHƯỜNG", "PHƯỜNG", face),), Setting(), "Normal")
    section = Section(595, 842, 57, 57, 85, 43, blocks=(name,))
    group = Group("main", "văn bản", 1)
    issuer = Instance("co_quan", group, (name,))
    found = Components(Picture((section,)), {group: None}, {"co_quan": (issuer,)})
    page = PrintedPage(0, 210, 297, (NAME, NEXT), tuple(drawn))
    told = {name: value for _, name, value in look_at_lines(Whereabouts([page], found))}
    return told.get("line_length")


# ---------------------------------------------------------------- pages


@pytest.mark.parametrize(("name", "pages"), [("one page", 1), ("three pages", 3)])
def test_pages_are_counted(told, name: str, pages: int):
    one = told(name)
    assert len(one.pages.pages) == pages
    assert one("page_number", "pages") == [pages]
    assert one("page", "pages") == [pages]


def test_an_empty_page_at_the_end_is_a_sheet_of_paper_all_the_same(told):
    one = told("nothing on the last page")
    assert len(one.pages.pages) == 2
    assert one("page", "pages") == [1]
    assert one("page", "sheets") == [2]
    assert one("page", "rows_on_last_sheet") == [0]
    assert one("page", "rows_on_last_sheet") != told("one page")("page", "rows_on_last_sheet")


def test_each_text_has_its_own_pages(told):
    one = told("wps")
    wanted = [len(part) for part in one.pages.parts]
    assert len(wanted) == 3  # the main text and two annexes
    assert one("page_number", "pages") == wanted


def test_a_page_may_belong_to_two_texts(told):
    one = told("annex on the last page")
    begun, following = one.pages.find("Phụ lục I").page, one.pages.find("Phụ lục II").page
    assert one.pages.find("Nguyễn Văn An").page == begun
    assert one("page", "pages")[0] == begun
    assert len(one.pages.pages) - following + 1 == one("page", "pages")[1]


def test_each_document_in_a_file_has_its_own_pages(told):
    one = told("several")
    assert one("page_number", "pages") == [2, len(one.pages.pages) - 2]


@pytest.mark.parametrize("name", ["three pages", "in the foot", "numbered on"])
def test_a_number_on_every_page_after_the_first_is_seen(told, name: str):
    assert set(told(name)("page_number", "page_field")) == {True}


def test_a_section_without_its_number_is_seen(told):
    assert told("not numbered on")("page_number", "pages") == [4]
    assert told("not numbered on")("page_number", "page_field") == [False]


@pytest.mark.parametrize("name", ["numbered anew", "in roman", "one page"])
def test_a_number_that_may_be_missing_for_a_reason_is_not_told(told, name: str):
    assert set(told(name)("page_number", "page_field")) == {None}


def test_the_pages_of_a_text_without_numbers_are_told_of_its_section(told):
    assert told("unnumbered")("page_number", "pages") == []
    assert told("unnumbered")("page", "pages") == [3]


# ---------------------------------------------------------------- what stands together


@pytest.mark.parametrize(("name", "together"), [("one page", True), ("parted signature", False)])
def test_the_name_stands_on_the_page_of_the_power(told, name: str, together: bool):
    assert told(name)("ho_ten", "same_page_as_quyen_han") == [together]


def test_a_table_that_ends_on_its_page_spans_none(told):
    assert told("wps")("table", "spans_pages") == [False, True]


@pytest.mark.parametrize(("name", "repeats"), [("wps", True), ("one head", False)])
def test_the_head_of_a_long_table_repeats(told, name: str, repeats: bool):
    assert told(name)("table", "header_row_repeats") == [None, repeats]


@pytest.mark.parametrize(
    ("name", "overlap"),
    [
        ("seal 10 mm over", 10 / 30),
        ("seal 20 mm over", 20 / 30),
        ("seal apart", 0),
        ("seal on the right", 0),
        ("seal above", 0),
    ],
)
def test_the_seal_is_measured_by_the_signature(told, name: str, overlap: float):
    measured = told(name)("seal_image", "overlap_left_of_signature")
    assert measured == [pytest.approx(overlap, abs=0.01)]


def test_images_nobody_can_tell_apart_are_not_measured(told):
    assert set(told("two of a size")("seal_image", "overlap_left_of_signature")) <= {None}


# ---------------------------------------------------------------- nothing to read


def test_a_page_without_letters_tells_nothing(told):
    assert told("no text").pages.pages[0].strokes
    assert told("no text").facts == {}


def test_a_damaged_pdf_tells_nothing(told):
    assert printed_facts(b"%PDF-1.7 ...", told("wps").components) == {}


def test_the_pages_of_another_document_tell_nothing_of_a_table(told):
    other = told("wps").components
    pdf = told("three pages").pages._pdf
    facts = printed_facts(pdf, other)
    assert not any("header_row_repeats" in facts.get(one, {}) for one in other.of("table"))


def test_a_text_of_one_page_needs_no_number():
    content = built("to-trinh", [{"section": 0, "headers": {}}])
    pdf = api.to_pdf({"x": content})["x"]
    assert api.check(content, pdf=pdf).of("pagenum-present").state == "not-applicable"
    assert api.check(content).of("pagenum-present").state == "not-evaluated"


def test_a_mended_document_is_judged_on_its_own_pages():
    """Quốc hiệu is 95.6 mm long at 13 points: 118 mm at 16, more than its cell is wide."""
    content = built("to-trinh", [{"element": "quoc_hieu", "size": 16}])
    (checked,), problems = api.on_printed_pages([api.Checked.of(content)])
    assert problems == ()
    assert checked.result.of("qh-one-line").state == "failed"
    done = api.mended(checked)
    assert done.result.of("qh-one-line").state == "passed"
    assert "qh-one-line" not in {one.outcome.rule.id for one in done.left}
