"""Sections, what they inherit, and what the whole file says of itself (ECMA-376-1, 17.6, 17.10)."""

import pytest

from cchc_docs.layout.picture import Block, Paragraph, Picture, Section, Table, paragraphs
from cchc_docs.layout.reading import read_picture
from cchc_docs.ooxml.package import Parts
from tests.layout.packages import package, paragraph, run

RELATED = [
    ("header", paragraph("đầu")),
    ("header", paragraph("đầu trang một")),
    ("header", paragraph("đầu trang chẵn")),
    ("footer", paragraph("chân")),
    ("header", paragraph("đầu phụ lục")),
]


THIRTEEN = '<w:sz w:val="13pt"/>'


def refer(number: int, kind: str = "default", part: str = "header") -> str:
    return f'<w:{part}Reference w:type="{kind}" r:id="rId{number}"/>'


def ended(text: str, properties: str) -> str:
    return paragraph(text, f"<w:sectPr>{properties}</w:sectPr>")


def read(body: str, settings: str = "") -> Picture:
    return read_picture(package(body, related=[*RELATED, ("settings", settings)]))


def text(blocks: tuple[Block, ...]) -> str:
    return "|".join(one.text for one in paragraphs(blocks))


def shown(section: Section) -> dict[str, str]:
    return {kind: text(blocks) for kind, blocks in section.headers.items()}


def test_a_section_has_the_blocks_before_its_end() -> None:
    body = ended("a", '<w:type w:val="continuous"/>') + paragraph("b") + paragraph("c")
    first, last = read(body + '<w:sectPr><w:type w:val="oddPage"/></w:sectPr>').sections
    assert (text(first.blocks), text(last.blocks)) == ("a", "b|c")
    assert (first.start, last.start) == ("continuous", "oddPage")
    assert last.element.tag.endswith("}sectPr")


def test_a_page_is_measured() -> None:
    (one,) = read(
        '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="-1134" '
        'w:right="850" w:bottom="1134" w:left="1701" w:gutter="142"/>'
        '<w:pgNumType w:fmt="lowerRoman" w:start="0"/></w:sectPr>'
    ).sections
    assert (one.width, one.height, one.is_landscape) == (841.9, 595.3, True)
    assert (one.top, one.right, one.bottom, one.left) == (56.7, 42.5, 56.7, 85.05)
    assert one.gutter == 7.1
    assert (one.number_start, one.number_format) == (0, "lowerRoman")


def test_columns_share_the_text_but_for_the_gaps() -> None:
    half = '<w:tblPr><w:tblW w:w="2500" w:type="pct"/></w:tblPr>'
    page = '<w:pgSz w:w="12000"/><w:pgMar w:left="1000" w:right="1000"/>'
    body = f'<w:tbl>{half}</w:tbl><w:sectPr>{page}<w:cols w:num="2" w:space="400"/></w:sectPr>'
    (table,) = read(body).sections[0].blocks
    assert isinstance(table, Table)
    assert table.width == 120  # a half of (12000 - 2 × 1000 - 400) / 2 twips


def test_headers_are_inherited_kind_by_kind() -> None:
    first_page = "<w:titlePg/>"
    body = (
        ended("a", refer(1) + refer(2, "first") + refer(4, part="footer"))
        + ended("b", refer(5) + first_page)
        + paragraph("c")
        + f"<w:sectPr>{first_page}</w:sectPr>"
    )
    sections = read(body).sections
    assert [shown(one) for one in sections] == [
        {"default": "đầu"},
        {"default": "đầu phụ lục", "first": "đầu trang một"},
        {"default": "đầu phụ lục", "first": "đầu trang một"},
    ]
    assert [text(one.footers["default"]) for one in sections] == ["chân"] * 3


def test_even_pages_count_where_the_document_tells_them_apart() -> None:
    body = f"<w:sectPr>{refer(1)}{refer(3, 'even')}</w:sectPr>"
    assert shown(read(body).sections[0]) == {"default": "đầu"}
    told = read(body, "<w:evenAndOddHeaders/>").sections[0]
    assert shown(told) == {"default": "đầu", "even": "đầu trang chẵn"}


def test_a_page_without_a_header_shows_none() -> None:
    (one,) = read("<w:sectPr><w:titlePg/></w:sectPr>").sections
    assert one.headers == {"default": (), "first": ()}


def test_a_body_without_an_end_is_one_section() -> None:
    (one,) = read(paragraph("a")).sections
    assert (text(one.blocks), one.element) == ("a", None)


def test_notes_are_read_without_their_separators() -> None:
    notes = (
        f'<w:footnote w:id="0" w:type="separator">{paragraph("---")}</w:footnote>'
        f'<w:footnote w:id="1">{paragraph("chú thích")}</w:footnote>'
    )
    picture = read_picture(package(paragraph("a"), related=[("footnotes", notes)]))
    assert [one.text for one in picture.notes] == ["chú thích"]


@pytest.mark.parametrize(
    ("protection", "expected"),
    [
        ('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>', True),
        ('<w:documentProtection w:edit="readOnly" w:enforcement="0"/>', False),
        ('<w:documentProtection w:edit="readOnly"/>', False),
        ("", False),
    ],
)
def test_protection_counts_when_it_is_in_force(protection: str, expected: bool) -> None:
    assert read(paragraph("a"), protection).is_protected is expected


def test_macros_and_signatures_are_told() -> None:
    plain = package(paragraph("a"))
    assert (read_picture(plain).has_macros, read_picture(plain).is_signed) == (False, False)
    assert read_picture(plain | {"word/vbaProject.bin": b"x"}).has_macros
    assert read_picture(plain | {"_xmlsignatures/sig1.xml": b"<a/>"}).is_signed


def moved(parts: Parts) -> Parts:
    """The same package under names of nobody's custom."""
    names = {
        "word/document.xml": "w/Main.XML",
        "word/_rels/document.xml.rels": "w/_rels/main.xml.rels",
    }
    renamed = {names.get(name, name.replace("word/", "w/")): xml for name, xml in parts.items()}
    relations = parts["_rels/.rels"].replace(b"word/document.xml", b"/w/main.xml")
    return renamed | {"_rels/.rels": relations}


def test_parts_are_found_by_their_relationships() -> None:
    style = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Thường"/></w:style>'
    )
    parts = package(paragraph("a"), related=[("styles", style)])
    (one,) = read_picture(moved(parts)).sections[0].blocks
    assert isinstance(one, Paragraph)
    assert one.style == "Thường"


def test_a_strict_file_is_read_as_any_other() -> None:
    """ISO/IEC 29500-1: the Strict form has namespaces of its own."""
    strict = {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"wordprocessingml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
            b"officeDocument/relationships"
        ),
    }
    parts = package(f"<w:p>{run('a', THIRTEEN)}</w:p>")
    for usual, name in strict.items():
        parts = {
            part: xml.replace(usual, b"http://purl.oclc.org/ooxml/" + name)
            for part, xml in parts.items()
        }
    (one,) = read_picture(parts).sections[0].blocks
    assert isinstance(one, Paragraph)
    assert one.runs[0].face.size == 13


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"word/document.xml": b"<broken"},
        {"word/document.xml": b"<a/>"},
        {"word/document.xml": b""},
    ],
)
def test_what_is_no_document_has_no_sections(parts: Parts) -> None:
    assert read_picture(parts).sections == ()
