"""The properties of runs, paragraphs, tables and sections, set on the element itself.

A style others use is never changed, nor are the defaults of the document.
"""

from __future__ import annotations

from typing import Any, Final

from cchc_docs.checker.mending.schema import child, drop, properties_of, put_switch, put_value
from cchc_docs.layout.looks import POINTS_PER_MM
from cchc_docs.layout.wordml import TWIPS_PER_POINT, Element, W, inside, points, value

_LINE: Final = 240  # twips of one line
_SLOTS: Final = ("ascii", "hAnsi", "eastAsia", "cs")
_THEMED: Final = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


def _letters(element: Element) -> Element:
    """The letters of a run, or of the mark of a paragraph."""
    if element.tag == W + "p":
        return child(properties_of(element, "pPr"), "rPr")
    return properties_of(element, "rPr")


def _setting(paragraph: Element, name: str) -> Element:
    return child(properties_of(paragraph, "pPr"), name)


def _twips(length: float) -> str:
    return str(round(length * TWIPS_PER_POINT))


# ---------------------------------------------------------------- letters


def set_size(element: Element, size: float) -> None:
    """Set the size in points."""
    for name in ("sz", "szCs"):
        put_value(_letters(element), name, str(round(size * 2)))


def set_bold(element: Element, is_on: bool) -> None:
    """Set or unset bold letters."""
    for name in ("b", "bCs"):
        put_switch(_letters(element), name, is_on)


def set_italic(element: Element, is_on: bool) -> None:
    """Set or unset italic letters."""
    for name in ("i", "iCs"):
        put_switch(_letters(element), name, is_on)


def set_underline(element: Element, is_on: bool) -> None:
    """Set or unset a line under the letters."""
    put_value(_letters(element), "u", "single" if is_on else "none")


def set_font(element: Element, family: str) -> None:
    """Set the font of letters of all scripts."""
    fonts = child(_letters(element), "rFonts")
    for themed in _THEMED:
        fonts.attrib.pop(W + themed, None)
    for slot in _SLOTS:
        fonts.set(W + slot, family)


def set_color(element: Element, color: str) -> None:
    """Set the colour, ``auto`` or six hexadecimal digits."""
    drop(_letters(element), "color")  # with it go the shades of the theme
    put_value(_letters(element), "color", color)


# ---------------------------------------------------------------- paragraphs


def set_align(paragraph: Element, align: str) -> None:
    """Set the alignment; what is centred is not indented in its first line."""
    put_value(properties_of(paragraph, "pPr"), "jc", align)
    if align == "center":
        set_first_line(paragraph, 0)


def set_frame_align(paragraph: Element, align: str) -> None:
    """Set where the frame around a paragraph stands, and the lines in it."""
    frame = _setting(paragraph, "framePr")
    frame.attrib.pop(W + "x", None)
    frame.set(W + "xAlign", align)
    put_value(properties_of(paragraph, "pPr"), "jc", align)


def set_left(paragraph: Element, left: float) -> None:
    """Set the left indent in points."""
    indent = _setting(paragraph, "ind")
    for name in ("start", "startChars"):
        indent.attrib.pop(W + name, None)
    indent.set(W + "left", _twips(left))
    indent.set(W + "leftChars", "0")


def set_first_line(paragraph: Element, first_line: float) -> None:
    """Set the indent of the first line against the left one, in points; negative hangs."""
    indent = _setting(paragraph, "ind")
    hangs = first_line < 0
    set_name, unset_name = ("hanging", "firstLine") if hangs else ("firstLine", "hanging")
    for name in (unset_name, f"{unset_name}Chars"):
        indent.attrib.pop(W + name, None)
    indent.set(f"{W}{set_name}", _twips(abs(first_line)))
    indent.set(f"{W}{set_name}Chars", "0")


def set_before(paragraph: Element, before: float) -> None:
    """Set the room above in points, between paragraphs of one style too."""
    _set_gap(paragraph, "before", before)


def set_after(paragraph: Element, after: float) -> None:
    """Set the room below in points."""
    _set_gap(paragraph, "after", after)


def _set_gap(paragraph: Element, side: str, gap: float) -> None:
    spacing = _setting(paragraph, "spacing")
    spacing.set(W + side, _twips(gap))
    spacing.set(f"{W}{side}Autospacing", "0")
    spacing.attrib.pop(f"{W}{side}Lines", None)
    if gap:
        put_switch(properties_of(paragraph, "pPr"), "contextualSpacing", False)


def set_lines(paragraph: Element, lines: float) -> None:
    """Set the line spacing in lines."""
    spacing = _setting(paragraph, "spacing")
    spacing.set(W + "line", str(round(lines * _LINE)))
    spacing.set(W + "lineRule", "auto")


# ---------------------------------------------------------------- tables


def set_repeats(row: Element, _: Any = True) -> None:
    """Let Word print a row again on top of each page."""
    put_switch(properties_of(row, "trPr"), "tblHeader", True)


def set_width(table: Element, factor: float) -> None:
    """Make a table and its columns narrower by a factor; begin it at the margin."""
    properties = table.find(W + "tblPr")
    widths = [*table.iterfind(f"{W}tblGrid/{W}gridCol")]
    if properties is not None:
        indent = properties.find(W + "tblInd")
        if indent is not None:
            indent.set(W + "w", "0")
        widths += properties.iterchildren(W + "tblW")
    for row in inside(table, W + "tr"):
        for cell in inside(row, W + "tc"):
            widths += cell.iterfind(f"{W}tcPr/{W}tcW")
    for one in widths:
        length = points(value(one, W + "w"))
        if length and one.get(W + "type", "dxa") == "dxa":
            one.set(W + "w", str(int(length * factor * TWIPS_PER_POINT)))


# ---------------------------------------------------------------- sections


def set_page(section: Element, size: tuple[float, float]) -> None:
    """Set width and height of the page in mm."""
    paper = child(section, "pgSz")
    for name, side in zip(("w", "h"), size, strict=True):
        paper.set(W + name, mm_twips(side))
    paper.attrib.pop(W + "code", None)


def set_margins(section: Element, margins: tuple[tuple[str, float], ...]) -> None:
    """Set margins by Word's names of them (``top``, ``gutter``), in mm."""
    holder = child(section, "pgMar")
    for name, default in _MARGINS.items():
        if holder.get(W + name) is None:
            holder.set(W + name, default)
    for name, length in margins:
        exact = holder.get(W + name, "").startswith("-")  # a margin that letters may not push
        holder.set(W + name, ("-" if exact and length else "") + mm_twips(length))


_MARGINS: Final = {
    "top": "1440",
    "right": "1440",
    "bottom": "1440",
    "left": "1440",
    "header": "720",
    "footer": "720",
    "gutter": "0",
}
"""What Word takes for margins the file does not say; its schema wants all of them."""


def mm_twips(length: float) -> str:
    """Return a length in mm as twips."""
    return _twips(length * POINTS_PER_MM)


def set_number_start(section: Element, start: float) -> None:
    """Let the pages of a section be counted from a number."""
    child(section, "pgNumType").set(W + "start", str(round(start)))


def set_number_format(section: Element, name: str) -> None:
    """Set how the numbers of pages are written, by Word's name."""
    child(section, "pgNumType").set(W + "fmt", name)


def set_title_page(section: Element, is_on: bool) -> None:
    """Give the first page of a section a header and footer of its own, or not."""
    put_switch(section, "titlePg", is_on)
