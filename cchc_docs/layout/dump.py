"""A Word document as plain text, one paragraph a line with its style: for review and goldens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from lxml import etree

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARTS: Final = ("word/document.xml", "word/header", "word/footer", "word/comments.xml")


def dump(parts: Mapping[str, bytes]) -> str:
    """Return the document, its headers, footers and comments; the parts in the order of names."""
    names = sorted(name for name in parts if name.startswith(_PARTS) and name.endswith(".xml"))
    names.sort(key=lambda name: name != _PARTS[0])
    pieces = []
    for name in names:
        root = etree.fromstring(parts[name], etree.XMLParser(resolve_entities=False))
        pieces.append(f"== {name}\n" + "\n".join(_blocks(root, _style_names(parts), "")))
    return "\n\n".join(pieces) + "\n"


def _style_names(parts: Mapping[str, bytes]) -> dict[str, str]:
    if "word/styles.xml" not in parts:
        return {}
    root: Any = etree.fromstring(parts["word/styles.xml"], etree.XMLParser(resolve_entities=False))
    return {
        style.get(f"{_W}styleId"): style.find(f"{_W}name").get(f"{_W}val")
        for style in root.iter(f"{_W}style")
        if style.find(f"{_W}name") is not None
    }


def _blocks(parent: Any, styles: Mapping[str, str], indent: str) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{_W}p":
            yield from _paragraph(child, styles, indent)
        elif child.tag == f"{_W}tbl":
            yield f"{indent}[bảng {_grid(child)}]"
            for row in child.iterfind(f"{_W}tr"):
                yield f"{indent}[dòng{_row_marks(row)}]"
                for cell in row.iterfind(f"{_W}tc"):
                    yield f"{indent}  [ô{_cell_marks(cell)}]"
                    yield from _blocks(cell, styles, indent + "    ")
        elif child.tag == f"{_W}sectPr":
            yield f"{indent}{_section(child)}"
        elif child.tag in (f"{_W}body", f"{_W}comment", f"{_W}sdt", f"{_W}sdtContent"):
            yield from _blocks(child, styles, indent)


def _paragraph(paragraph: Any, styles: Mapping[str, str], indent: str) -> Iterator[str]:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    identifier = style.get(f"{_W}val") if style is not None else "Normal"
    yield f"{indent}{styles.get(identifier, identifier)} | {_text(paragraph)}".rstrip()
    section = paragraph.find(f"{_W}pPr/{_W}sectPr")
    if section is not None:
        yield f"{indent}{_section(section)}"


def _text(paragraph: Any) -> str:
    pieces = []
    for element in paragraph.iter():
        if element.tag == f"{_W}t":
            pieces.append(element.text or "")
        elif element.tag == f"{_W}tab" and element.getparent().tag == f"{_W}r":
            pieces.append("⇥")
        elif element.tag in (f"{_W}br", f"{_W}cr"):
            pieces.append("↵")
        elif element.tag == f"{_W}drawing":
            pieces.append("[hình vẽ]")
        elif element.tag == f"{_W}fldSimple":
            pieces.append(f"[trường {element.get(f'{_W}instr').strip()}]")
        elif element.tag == f"{_W}commentReference":
            pieces.append(f"[chú thích {element.get(f'{_W}id')}]")
    return "".join(pieces)


def _grid(table: Any) -> str:
    columns = [column.get(f"{_W}w") for column in table.iterfind(f"{_W}tblGrid/{_W}gridCol")]
    return "+".join(columns)


def _row_marks(row: Any) -> str:
    marks = {"tblHeader": " lặp đầu trang", "cantSplit": " không tách"}
    found = (text for tag, text in marks.items() if row.find(f"{_W}trPr/{_W}{tag}") is not None)
    return "".join(found)


def _cell_marks(cell: Any) -> str:
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    marks = f" {span.get(f'{_W}val')} cột" if span is not None else ""
    if merge is not None:
        marks += " gộp dọc" if merge.get(f"{_W}val") == "restart" else " gộp với ô trên"
    return marks


def _section(section: Any) -> str:
    paper = "×".join(_measures(section.find(f"{_W}pgSz"), "w", "h"))
    margins = "/".join(_measures(section.find(f"{_W}pgMar"), "top", "bottom", "left", "right"))
    return f"[hết phần: giấy {paper}, lề {margins}]"


def _measures(element: Any, *names: str) -> list[str]:
    """Return attributes of an element that a section may lack; ? stands for what is not given."""
    return ["?" if element is None else element.get(f"{_W}{name}", "?") for name in names]
