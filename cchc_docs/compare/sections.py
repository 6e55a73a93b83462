"""Sections end in a paragraph: what it takes to let such paragraphs come and go.

All of it was measured with LibreOffice 7.4. In Word nothing of it is needed, and it costs one
blank paragraph for each annex that was added.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from lxml import etree

from cchc_docs.compare.inline import text_of
from cchc_docs.compare.units import CELL, PARAGRAPH, TABLE
from cchc_docs.ooxml.revisions import WORD, Change, Element, Revisions, properties_of, word

SECTION: Final = word("sectPr")

_HEADERS: Final = (word("headerReference"), word("footerReference"))
_PAGE: Final = (word("pgSz"), word("pgMar"))


def drop_headers(paragraph: Element) -> None:
    """Let the section that a paragraph of the old document ends do without its headers."""
    for reference in list(paragraph.iter(*_HEADERS)):
        reference.getparent().remove(reference)


def ends_section(paragraph: Element) -> bool:
    """Whether a section ends with this paragraph."""
    return paragraph.find(f"{word('pPr')}/{SECTION}") is not None


def mark_end(paragraph: Element, change: Change, revisions: Revisions) -> None:
    """Track the end of a paragraph, also of a blank one that ends a section.

    LibreOffice keeps such a deleted one unless there is something in it: an empty link, which
    Word drops. An inserted one it keeps after a table if its section has headers, but drops it on
    opening after another paragraph, which therefore is inserted to stand there in its place. In
    a section that starts with a table it drops neither.
    """
    if ends_section(paragraph) and not text_of(paragraph):
        if change is Change.DELETED:
            _keep_open(paragraph)
        elif _stands_after_table(paragraph) and not _section_starts_with_table(paragraph):
            stand_in = _same_without_section(paragraph)
            revisions.mark_paragraph(stand_in, change)
            paragraph.addprevious(stand_in)
    revisions.mark_paragraph(paragraph, change)


def _same_without_section(blank: Element) -> Element:
    copy = etree.Element(PARAGRAPH)
    copy.append(deepcopy(properties_of(blank)))
    copy[0].remove(copy[0].find(SECTION))
    return copy


def _keep_open(blank: Element) -> None:
    """Put an empty link into a blank paragraph: LibreOffice takes it for written in."""
    etree.SubElement(blank, word("hyperlink")).set(word("anchor"), "_")


def _stands_after_table(paragraph: Element) -> bool:
    before = paragraph.getprevious()
    return before is not None and before.tag == TABLE


def _section_starts_with_table(paragraph: Element) -> bool:
    first = paragraph
    for before in paragraph.itersiblings(PARAGRAPH, TABLE, preceding=True):
        if before.tag == PARAGRAPH and ends_section(before):
            break
        first = before
    return bool(first.tag == TABLE)


def part_from_table(last: Element, revisions: Revisions) -> None:
    """Put a section break that comes and goes at once between a paragraph and the table after it.

    LibreOffice drops the blank paragraph that carries it when it opens the document, and then
    removes the paragraph before it, as it does nowhere else before a table.
    """
    following = last.xpath("following::w:sectPr", namespaces={"w": WORD})
    table = last.getnext()
    if last.getparent().tag == CELL or table is None or table.tag != TABLE or not following:
        return
    if not text_of(last):
        _keep_open(last)
    section = etree.Element(SECTION)
    section.extend(deepcopy(child) for child in following[0].iterchildren(*_PAGE))
    helper = etree.Element(PARAGRAPH)
    revisions.mark_paragraph(helper, Change.DELETED)
    revisions.mark_paragraph(helper, Change.INSERTED)
    properties_of(helper).append(section)
    etree.SubElement(etree.SubElement(helper, word("r")), word("t"))
    last.addnext(helper)
