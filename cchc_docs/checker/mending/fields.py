"""Edits of headers and footers: the field with the number of the page comes and goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree

from cchc_docs.checker.mending.draft import Draft, Spot
from cchc_docs.checker.mending.schema import new_child, properties_of, put_value
from cchc_docs.checker.mending.setters import set_bold, set_font, set_italic, set_size
from cchc_docs.layout.wordml import Element, R, W
from cchc_docs.ooxml.remarks import write_part

_SIZE: Final = 14.0
_FAMILY: Final = "Times New Roman"


@dataclass(frozen=True, slots=True)
class Emptied:
    """Takes everything out of a paragraph but its properties."""

    spot: Spot

    def __call__(self, draft: Draft) -> None:
        """Make the change."""
        paragraph = draft.at(self.spot)
        for one in list(paragraph):
            if one.tag != W + "pPr":
                paragraph.remove(one)


@dataclass(frozen=True, slots=True)
class Numbered:
    """Puts a number into the empty paragraph of a header, else into a new one on top of it."""

    header: Spot
    empty: Spot | None

    def __call__(self, draft: Draft) -> None:
        """Make the change."""
        if self.empty is not None:
            number_paragraph(draft.at(self.empty))
            return
        paragraph = etree.Element(W + "p")
        number_paragraph(paragraph)
        draft.at(self.header).insert(0, paragraph)


@dataclass(frozen=True, slots=True)
class NewHeader:
    """Gives a section a header of a kind, with the number of the page in it."""

    section: Spot
    kind: str

    def __call__(self, draft: Draft) -> None:
        """Make the change."""
        header = etree.Element(W + "hdr", nsmap={"w": W[1:-1]})
        number_paragraph(etree.SubElement(header, W + "p"))
        identifier = draft.add("header", write_part(header))
        reference = new_child(draft.at(self.section), "headerReference")
        reference.set(W + "type", self.kind)
        reference.set(R + "id", identifier)


def number_paragraph(paragraph: Element) -> None:
    """Fill an empty paragraph with the number of the page (NĐ 30/2020, PL I, Phần I, I.7)."""
    put_value(properties_of(paragraph, "pPr"), "jc", "center")
    for name, said in _FIELD:
        run = etree.SubElement(paragraph, W + "r")
        set_font(run, _FAMILY)
        set_bold(run, False)
        set_italic(run, False)
        set_size(run, _SIZE)
        if name == "fldChar":
            etree.SubElement(run, W + name).set(W + "fldCharType", said)
        else:
            etree.SubElement(run, W + name).text = said


_FIELD: Final = (
    ("fldChar", "begin"),
    ("instrText", "PAGE"),
    ("fldChar", "separate"),
    ("t", "2"),  # until Word lays out the page
    ("fldChar", "end"),
)
