"""Tracked changes in Word's own words: inserted and deleted runs, paragraph marks, table rows.

They carry no date: it is optional, and equal documents give equal bytes (ECMA-376-1, 17.13.5).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Final

from lxml import etree

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

Element = Any
"""An element of lxml, which brings no types."""

_AFTER_MARK: Final = ("sectPr", "pPrChange")  # what follows rPr in the properties of a paragraph


class Change(StrEnum):
    """What was done to a piece of the document; the value is the name of Word's element."""

    INSERTED = "ins"
    DELETED = "del"


def word(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML."""
    return f"{{{WORD}}}{name}"


class Revisions:
    """Writes the tracked changes of one author, numbered in the order in which they are made."""

    def __init__(self, author: str, first: int) -> None:
        self._author = author
        self._next = first

    def wrap(self, change: Change, runs: Iterable[Element]) -> Element:
        """Return `runs` as inserted or deleted; the text of deleted ones is renamed in place."""
        wrapper = self._mark(change)
        wrapper.extend(runs)
        if change is Change.DELETED:
            for text in wrapper.iter(word("t")):
                text.tag = word("delText")
        return wrapper

    def mark_paragraph(self, paragraph: Element, change: Change) -> None:
        """Track the end of a paragraph: with it goes the break between it and the next one."""
        marks = _mark_properties(properties_of(paragraph))
        marks.insert(0, self._mark(change))

    def mark_row(self, row: Element, change: Change) -> None:
        """Track a table row as such; what its cells hold has to be tracked as well."""
        properties = row.find(word("trPr"))
        if properties is None:
            properties = etree.Element(word("trPr"))
            before = row.find(word("tblPrEx"))
            row.insert(0 if before is None else 1, properties)
        properties.append(self._mark(change))

    def _mark(self, change: Change) -> Element:
        mark = etree.Element(word(change))
        mark.set(word("id"), str(self._next))
        mark.set(word("author"), self._author)
        self._next += 1
        return mark


def properties_of(paragraph: Element) -> Element:
    """Return the properties of a paragraph, which get their place if there are none."""
    properties = paragraph.find(word("pPr"))
    if properties is None:
        properties = etree.Element(word("pPr"))
        paragraph.insert(0, properties)
    return properties


def _mark_properties(properties: Element) -> Element:
    marks = properties.find(word("rPr"))
    if marks is None:
        marks = etree.Element(word("rPr"))
        last = [properties.find(word(name)) for name in _AFTER_MARK]
        followers = [element for element in last if element is not None]
        if followers:
            followers[0].addprevious(marks)
        else:
            properties.append(marks)
    return marks
