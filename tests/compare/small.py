"""Small Word files for the traps: paragraphs, tables and what else a test puts into a body."""

import re
from collections.abc import Sequence

from markupsafe import escape

from cchc_docs.ooxml.package import CONTENT_TYPES, DOCUMENT, STYLES, write_package
from cchc_docs.ooxml.revisions import WORD

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PAGE = '<w:pgSz w:w="11906" w:h="16838"/>'

_SIGNS = {"\n": "<w:br/>", "\t": "<w:tab/>"}

SECTION = f"<w:sectPr>{_PAGE}</w:sectPr>"


def document(*blocks: str) -> bytes:
    """A Word file with these blocks."""
    parts = {
        CONTENT_TYPES: f'<Types xmlns="{_TYPES}">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{DOCUMENT}" ContentType="{_KIND}.document.main+xml"/>'
        f'<Override PartName="/{STYLES}" ContentType="{_KIND}.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="d" '
        f'Type="{_OFFICE}/officeDocument" Target="{DOCUMENT}"/></Relationships>',
        DOCUMENT: f'<w:document xmlns:w="{WORD}"><w:body>{"".join(blocks)}{SECTION}</w:body>'
        "</w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship '
        f'Id="s" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
        STYLES: f'<w:styles xmlns:w="{WORD}"/>',
    }
    return write_package({name: content.encode() for name, content in parts.items()})


def p(text: str = "", properties: str = "", run: str = "") -> str:
    """A paragraph: its text, what its properties hold, what those of its run hold."""
    pieces = "".join(
        _SIGNS.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in re.split(r"([\n\t])", text)
        if piece
    )
    look = f"<w:rPr>{run}</w:rPr>" if run else ""
    return (
        f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}"
        f"{f'<w:r>{look}{pieces}</w:r>' if text else ''}</w:p>"
    )


def cell(*blocks: str, properties: str = "") -> str:
    """A cell of a table."""
    width = '<w:tcW w:w="2000" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{width}{properties}</w:tcPr>{''.join(blocks)}</w:tc>"


def row(*cells: str) -> str:
    """A row of cells, each given by its text or as a cell."""
    written = (one if one.startswith("<w:tc>") else cell(p(one)) for one in cells)
    return f"<w:tr>{''.join(written)}</w:tr>"


def table(*rows: str | Sequence[str], columns: int = 2) -> str:
    """A table of rows, each given by the texts of its cells or as a row."""
    written = (one if isinstance(one, str) else row(*one) for one in rows)
    grid = '<w:gridCol w:w="2000"/>' * columns
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(written)}</w:tbl>"
    )
