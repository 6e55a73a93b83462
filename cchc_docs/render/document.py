"""A prepared document and a compiled template make the bytes of a .docx: same data, same bytes."""

from __future__ import annotations

import dataclasses
from typing import Any, Final
from xml.parsers import expat

from lxml import etree
from markupsafe import escape

from cchc_docs.errors import Place, Problem, TemplateError
from cchc_docs.ooxml.comments import add_comments, without_anchors
from cchc_docs.ooxml.package import DOCUMENT, STYLES, Parts, write_package
from cchc_docs.ooxml.pictures import add_pictures
from cchc_docs.render.adjust import (
    drop_empty_last_section,
    ends_with_empty_section,
    let_tall_rows_split,
    renumber_comments,
    resized_styles,
    set_letterhead_widths,
)
from cchc_docs.render.document_view import Prepared
from cchc_docs.render.template import CompiledTemplate, part_xml

_PROPERTIES: Final = "docProps/core.xml"
_CORE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN: Final = "http://purl.org/dc/elements/1.1/"
_PARSER_OPTIONS: Final[dict[str, Any]] = {
    "huge_tree": True,
    "resolve_entities": False,
    "no_network": True,
}


def render_document(prepared: Prepared, template: CompiledTemplate) -> bytes:
    """Return the .docx of a prepared document.

    Raises:
        TemplateError: the template and the data together do not make well-formed XML.
    """
    view = prepared.view
    fields = {one.name: getattr(view, one.name) for one in dataclasses.fields(view)}
    parts = dict(template.parts)
    for name, source in template.rendered.items():
        xml = part_xml(source, fields)
        if name != DOCUMENT:
            xml = without_anchors(xml)  # Word allows no comments in headers and footers
        parts[name] = xml.encode()
        _check_well_formed(parts[name], template.name)
    if (
        prepared.comments
        or prepared.has_tall_rows
        or not prepared.page.usual
        or ends_with_empty_section(parts[DOCUMENT])
    ):
        parts = _adjusted(parts, prepared)
    if prepared.pictures:
        parts = add_pictures(parts, prepared.pictures)
    parts[_PROPERTIES] = _core_properties(prepared)
    return write_package(parts)


def _check_well_formed(xml: bytes, template: str) -> None:
    """Parse strictly; expat builds no tree, which takes a third of the time of one that does."""
    try:
        expat.ParserCreate().Parse(xml, True)
    except expat.ExpatError as error:
        raise TemplateError(
            Problem(
                Place(template),
                "Mẫu này không ghép được thành văn bản Word hợp lệ.",
                "Các thẻ {%p %}, {%tr %} phải đứng một mình trong đoạn hoặc dòng bảng; "
                'chạy "cchc template dump" để xem từng đoạn.',
            )
        ) from error


def _adjusted(parts: Parts, prepared: Prepared) -> Parts:
    """Mend what only shows in the finished document; most documents never come here."""
    root = etree.fromstring(parts[DOCUMENT], etree.XMLParser(**_PARSER_OPTIONS))
    drop_empty_last_section(root)
    if prepared.has_tall_rows:
        let_tall_rows_split(root)
    if not prepared.page.usual:
        set_letterhead_widths(root, prepared.page)
        parts = parts | {STYLES: resized_styles(parts[STYLES], prepared.page.sizes)}
    if prepared.comments:
        parts = add_comments(parts, renumber_comments(root, prepared.comments))
    xml = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return parts | {DOCUMENT: bytes(xml)}


def _core_properties(prepared: Prepared) -> bytes:
    """Title and issuing body, and no clock: equal data gives equal bytes."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="{_DUBLIN}">'
        f"<dc:title>{escape(prepared.title)}</dc:title>"
        f"<dc:creator>{escape(prepared.author)}</dc:creator>"
        "<dc:language>vi-VN</dc:language></cp:coreProperties>"
    ).encode()
