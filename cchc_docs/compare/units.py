"""What is compared: paragraphs, tables and rows, each with its text and its words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from cchc_docs.compare.inline import text_of
from cchc_docs.ooxml.revisions import Element, word

PARAGRAPH: Final = word("p")
TABLE: Final = word("tbl")
ROW: Final = word("tr")
CELL: Final = word("tc")

_WORD: Final = re.compile(r"\w+")
_BETWEEN: Final = {PARAGRAPH: "", TABLE: "\x1d", ROW: "\x1e", CELL: "\x1f"}


@dataclass(frozen=True)
class Unit:
    """One paragraph, table or row of a document.

    `text` is all of its text, cells and rows kept apart. Only units of one `shape` (kind, and
    the columns of a table or the spans of a row's cells) can be two states of one unit. `style`
    is the paragraph's style, empty for the usual one.
    """

    element: Element
    shape: tuple[str, ...]
    text: str
    style: str

    @cached_property
    def words(self) -> Counter[str]:
        """The words and how often each occurs."""
        return Counter(_WORD.findall(self.text))

    @cached_property
    def size(self) -> int:
        """The number of words."""
        return self.words.total()

    @property
    def is_paragraph(self) -> bool:
        """Whether this is a paragraph, and no table or row."""
        return self.shape[0] == PARAGRAPH

    @property
    def is_row(self) -> bool:
        """Whether this is a row of a table."""
        return self.shape[0] == ROW

    def same_text(self, other: Unit) -> bool:
        """Whether nothing in the text of the two differs."""
        return self.text == other.text and self.shape == other.shape


def blocks(container: Element) -> list[Unit]:
    """Return the paragraphs and tables that stand directly in a body or a cell."""
    return [_unit(child) for child in container.iterchildren(PARAGRAPH, TABLE)]


def rows(table: Element) -> list[Unit]:
    """Return the rows of a table."""
    return [_unit(row) for row in table.iterchildren(ROW)]


def _unit(element: Element) -> Unit:
    return Unit(element, _shape(element), _text(element), _style(element))


def _shape(element: Element) -> tuple[str, ...]:
    if element.tag == TABLE:
        return TABLE, str(len(element.findall(f"{word('tblGrid')}/{word('gridCol')}")))
    if element.tag == ROW:
        return ROW, *(_span(cell) for cell in element.iterchildren(CELL))
    return (PARAGRAPH,)


def _span(cell: Element) -> str:
    span = cell.find(f"{word('tcPr')}/{word('gridSpan')}")
    return "1" if span is None else span.get(word("val"), "1")


def _text(element: Element) -> str:
    if element.tag == PARAGRAPH:
        return text_of(element)
    parts = (_text(child) for child in element.iterchildren(*_BETWEEN))
    return _BETWEEN[element.tag] + "\n\n".join(parts)


def _style(element: Element) -> str:
    style = element.find(f"{word('pPr')}/{word('pStyle')}")
    return "" if style is None else style.get(word("val"), "")
