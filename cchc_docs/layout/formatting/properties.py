"""What one ``w:rPr`` or ``w:pPr`` says, as a flat dictionary: "a over b" is ``b | a``.

Keys stand for attributes, not elements: each is inherited apart (ECMA-376-1, 17.7.2). Lengths are
twips, sizes points. What an element does not say, or says unreadably, has no key.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from cchc_docs.layout.formatting.theme import Theme
from cchc_docs.layout.wordml import VAL, Element, Properties, W, is_on, number, twips, value

Flat = dict[str, Any]
"""Formatting by the names Word has for it."""

_Reader = Callable[[Element, Flat, Theme], None]

TOGGLES: Final = ("b", "bCs", "i", "iCs", "caps", "vanish")
"""Properties that cancel out over the levels of styles (17.7.3); those that we look at."""

FONTS: Final = {
    "font.ascii": (W + "ascii", W + "asciiTheme"),
    "font.hAnsi": (W + "hAnsi", W + "hAnsiTheme"),
    "font.eastAsia": (W + "eastAsia", W + "eastAsiaTheme"),
    "font.cs": (W + "cs", W + "cstheme"),
}
"""The four slots of fonts, with the attributes that fill them."""

SIDES: Final = ("top", "bottom", "left", "right")
_INDENTS: Final = {
    "left": ("start", "left"),
    "right": ("end", "right"),
    "leftChars": ("startChars", "leftChars"),
    "rightChars": ("endChars", "rightChars"),
}
_NO_LINE: Final = frozenset({None, "none", "nil"})


def run_properties(rpr: Properties, theme: Theme) -> Flat:
    """Return what the properties of a run, a paragraph mark or a style say of letters."""
    return _read(rpr, theme, _RUN)


def paragraph_properties(ppr: Properties, theme: Theme) -> Flat:
    """Return what the properties of a paragraph say of it; never of its mark."""
    return _read(ppr, theme, _PARAGRAPH)


def is_line(border: Element | None) -> bool:
    """Return whether a border element draws a line."""
    return value(border) not in _NO_LINE


def shading(shd: Element | None) -> str | None:
    """Return the colour a ``w:shd`` fills with; None if it shows the bare page."""
    if shd is None or shd.get(VAL) in ("nil", None):
        return None
    pattern = shd.get(VAL) not in ("clear", "solid")
    colour: str = (
        shd.get(W + "color" if shd.get(VAL) == "solid" else W + "fill") or "auto"
    ).upper()
    return (shd.get(W + "color") or "auto") if colour == "AUTO" and pattern else _not_auto(colour)


def _not_auto(colour: str) -> str | None:
    return None if colour == "AUTO" else colour


def _read(known: Properties, theme: Theme, readers: dict[str, _Reader]) -> Flat:
    flat: Flat = {}
    for name, element in known.items():
        reader = readers.get(name)
        if reader is not None:
            reader(element, flat, theme)
    return flat


def _switch(name: str) -> _Reader:
    def read(element: Element, flat: Flat, _: Theme) -> None:
        flat[name] = is_on(element.get(VAL))

    return read


def _text(name: str) -> _Reader:
    def read(element: Element, flat: Flat, _: Theme) -> None:
        if (text := element.get(VAL)) is not None:
            flat[name] = text

    return read


def _size(name: str) -> _Reader:
    def read(element: Element, flat: Flat, _: Theme) -> None:
        text = element.get(VAL) or ""
        size = twips(text)
        if size is not None and size > 0:  # bare numbers are half-points, others have a unit
            flat[name] = size / 20 if text[-1:].isalpha() else size / 2

    return read


def _fonts(element: Element, flat: Flat, theme: Theme) -> None:
    for slot, (literal, themed) in FONTS.items():
        if face := theme.fonts.get(element.get(themed, "")) or element.get(literal):
            flat[slot] = face
    if hint := element.get(W + "hint"):
        flat["hint"] = hint


def _colour(element: Element, flat: Flat, theme: Theme) -> None:
    colour = theme.colour(element)
    if colour is not None or element.get(W + "themeColor"):
        flat["color"] = colour


def _indent(element: Element, flat: Flat, _: Theme) -> None:
    for key, names in _INDENTS.items():
        for name in names:
            if (length := twips(element.get(W + name))) is not None:
                flat[key] = length
                break
    for suffix in ("", "Chars"):
        if (length := twips(element.get(W + "hanging" + suffix))) is not None:
            flat["first" + suffix] = -length
        elif (length := twips(element.get(W + "firstLine" + suffix))) is not None:
            flat["first" + suffix] = length


def _spacing(element: Element, flat: Flat, _: Theme) -> None:
    for key in ("before", "after", "beforeLines", "afterLines"):
        if (length := twips(element.get(W + key))) is not None:
            flat[key] = length
    for key in ("beforeAutospacing", "afterAutospacing"):
        if (switch := element.get(W + key)) is not None:
            flat[key] = is_on(switch)
    if (length := twips(element.get(W + "line"))) is not None:
        flat |= {"line": length, "lineRule": element.get(W + "lineRule", "auto")}


def _numbering(element: Element, flat: Flat, _: Theme) -> None:
    for key in ("numId", "ilvl"):
        if (text := value(element.find(W + key))) is not None:
            flat[key] = text


def _borders(element: Element, flat: Flat, _: Theme) -> None:
    for side in SIDES:
        if (border := element.find(W + side)) is not None:
            flat["line." + side] = is_line(border)


def _frame(element: Element, flat: Flat, _: Theme) -> None:
    flat["frame"] = True
    for name in ("xAlign", "x", "w"):
        if (text := element.get(W + name)) is not None:
            flat["frame." + name] = text if name == "xAlign" else number(text)


_RUN: Final[dict[str, _Reader]] = {
    **{W + name: _switch(name) for name in (*TOGGLES, "cs", "rtl")},
    **{W + name: _text(name) for name in ("u", "vertAlign")},
    W + "sz": _size("sz"),
    W + "szCs": _size("szCs"),
    W + "rFonts": _fonts,
    W + "color": _colour,
}
_PARAGRAPH: Final[dict[str, _Reader]] = {
    W + "contextualSpacing": _switch("contextualSpacing"),
    W + "jc": _text("jc"),
    W + "ind": _indent,
    W + "spacing": _spacing,
    W + "numPr": _numbering,
    W + "pBdr": _borders,
    W + "framePr": _frame,
}
