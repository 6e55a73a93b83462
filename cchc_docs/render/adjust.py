"""What a finished document.xml still needs when it is not the usual case; usually nothing.

Names that do not fit change widths and sizes, an annex that is not there leaves an empty section,
and a template may print one value twice or not at all.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any, Final

from lxml import etree

from cchc_docs.decree.layout import SizeSet
from cchc_docs.layout.metrics import MM_PER_POINT, Face, line_height, text_width, wrap
from cchc_docs.render.page import UPRIGHT_TEXT_MM, PageFit

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TWIPS_PER_MM: Final = 20 / MM_PER_POINT
_LETTERHEAD: Final = "CchcLetterhead"
_TALL_MM: Final = 100.0  # a landscape page holds 130 mm of table under its heading
_CELL_SIZE: Final = 12
_CELL: Final[tuple[Face, int]] = ("regular", _CELL_SIZE)
_CELL_PADDING_MM: Final = 3.8

# Name of a style → the size it takes from the set of sizes. Names survive an editor's saving;
# LibreOffice writes new ids.
_SIZED_STYLES: Final = {
    "CCHC Cơ quan chủ quản": "issuer",
    "CCHC Cơ quan ban hành": "issuer",
    "CCHC Quốc hiệu": "national_name",
    "CCHC Tiêu ngữ": "motto",
    "CCHC Số ký hiệu": "number",
    "CCHC Địa danh thời gian": "place_date",
    "CCHC Tên loại": "heading",
    "CCHC Trích yếu": "heading",
    "CCHC Nội dung": "body",
    "CCHC Quyền hạn chức vụ": "signature",
    "CCHC Họ tên": "signature",
    "CCHC Tên phụ lục": "heading",
    "CCHC Kèm theo": "heading",
    "CCHC Hết phụ lục": "heading",
    "CCHC Số trang": "body",
}


def ends_with_empty_section(xml: bytes) -> bool:
    """Tell, without a tree, whether the last paragraph ends a section and nothing follows it."""
    last_section = xml.rfind(b"<w:sectPr")
    last_paragraph = max(xml.rfind(start, 0, last_section) for start in (b"<w:p>", b"<w:p "))
    return b"<w:sectPr" in xml[last_paragraph:last_section]


def drop_empty_last_section(root: Any) -> None:
    """Remove the last section where nothing stands in it.

    Word keeps the layout of the last section at the end of the body; where its annex is absent,
    the section before takes its place.
    """
    body = root.find(f"{_W}body")
    if len(body) < 2 or body[-1].tag != f"{_W}sectPr":
        return
    last = body[-2]
    section = last.find(f"{_W}pPr/{_W}sectPr")
    if section is None:
        return
    body.replace(body[-1], section)
    if not any(text.text for text in last.iter(f"{_W}t")):
        body.remove(last)
        _end_with_paragraph(body, last)


def _end_with_paragraph(body: Any, spare: Any) -> None:
    """Word wants a paragraph after a table at the end; the one that broke the section serves."""
    if len(body) > 1 and body[-2].tag == f"{_W}tbl":
        body.insert(len(body) - 1, spare)


def let_tall_rows_split(root: Any) -> None:
    """Let a row go over two pages where it would hardly fit on one.

    Rows are kept whole; of one higher than the page LibreOffice drops the rest without a word.
    """
    for keep in list(root.iter(f"{_W}cantSplit")):
        row = keep.getparent().getparent()
        if _height(row) > _TALL_MM:
            keep.getparent().remove(keep)


def _height(row: Any) -> float:
    """Return about how high a row of an annex table is, in millimetres."""
    grid = row.getparent().findall(f"{_W}tblGrid/{_W}gridCol")
    columns = [int(column.get(f"{_W}w")) / _TWIPS_PER_MM for column in grid]
    lines, position = 0, 0
    for cell in row.iterfind(f"{_W}tc"):
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        count = 1 if span is None else int(span.get(f"{_W}val"))
        width = sum(columns[position : position + count]) - _CELL_PADDING_MM
        position += count
        lines = max(lines, sum(_printed_lines(p, width) for p in cell.iter(f"{_W}p")))
    return lines * line_height(_CELL_SIZE)


def _printed_lines(paragraph: Any, width: float) -> int:
    """Count the lines of a paragraph; a word wider than the column is broken by its letters."""
    pieces = paragraph.iter(f"{_W}t", f"{_W}br")
    text = "".join("\n" if one.tag == f"{_W}br" else one.text or "" for one in pieces)
    lines = [line for typed in text.split("\n") for line in wrap(typed, *_CELL, width) or [""]]
    return sum(max(1, math.ceil(text_width(line, *_CELL) / width)) for line in lines)


def set_letterhead_widths(root: Any, page: PageFit) -> None:
    """Give the letterheads as wide as an upright page the column widths of `page`."""
    left, right = (round(width * _TWIPS_PER_MM) for width in (page.left, page.right))
    for style in root.iter(f"{_W}tblStyle"):
        table = style.getparent().getparent()
        columns = table.findall(f"{_W}tblGrid/{_W}gridCol")
        total = sum(int(column.get(f"{_W}w")) for column in columns)
        if style.get(f"{_W}val") != _LETTERHEAD or len(columns) != 2:
            continue
        if total > UPRIGHT_TEXT_MM * _TWIPS_PER_MM + 20:
            continue  # a landscape page has room for every name
        for row in (columns, *(row.findall(f"{_W}tc") for row in table.findall(f"{_W}tr"))):
            for element, width in zip(row, (left, right), strict=False):
                sized = element.find(f"{_W}tcPr/{_W}tcW") if element.tag == f"{_W}tc" else element
                if sized is not None:
                    sized.set(f"{_W}w", str(width))


@lru_cache(maxsize=8)
def resized_styles(styles: bytes, sizes: SizeSet) -> bytes:
    """Return styles.xml with the sizes of `sizes` in the named styles of the template."""
    root = etree.fromstring(styles)
    for style in root.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        component = _SIZED_STYLES.get(str(name.get(f"{_W}val"))) if name is not None else None
        if component is None:
            continue
        for tag in ("sz", "szCs"):
            for size in style.iterfind(f"{_W}rPr/{_W}{tag}"):
                size.set(f"{_W}val", str(2 * getattr(sizes, component)))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def renumber_comments(root: Any, comments: tuple[str, ...]) -> tuple[str, ...]:
    """Number comment anchors in the order of the document; return the comments in that order.

    A template may print a value twice or leave it out; each anchor needs a comment of its own.
    """
    printed: list[str] = []
    latest: dict[str, str] = {}
    for element in root.iter(
        f"{_W}commentRangeStart", f"{_W}commentRangeEnd", f"{_W}commentReference"
    ):
        old = element.get(f"{_W}id")
        if element.tag == f"{_W}commentRangeStart":
            latest[old] = str(len(printed))
            printed.append(comments[int(old)])
        element.set(f"{_W}id", latest[old])
    return tuple(printed)
