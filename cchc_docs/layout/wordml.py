"""The XML of Word files: names, values of attributes, and parts read without trust."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from lxml import etree

Element = Any
"""An element of lxml, which brings no types."""

Properties = Mapping[str, Element]
"""What stands in an element of properties, by full names: looked up often, so read once."""

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

VAL: Final = W + "val"
TWIPS_PER_POINT: Final = 20

_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL: Final = (  # ISO/IEC 29500-4, Annex A: the namespaces of Strict files and ours
    (b"wordprocessingml/main", W),
    (b"officeDocument/relationships", R),
    (b"drawingml/main", A),
    (
        b"drawingml/wordprocessingDrawing",
        "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}",
    ),
    (b"drawingml/picture", "{http://schemas.openxmlformats.org/drawingml/2006/picture}"),
)
_UNITS: Final = {
    "pt": 20.0,
    "in": 1440.0,
    "cm": 1440 / 2.54,
    "mm": 144 / 2.54,
    "pc": 240.0,
    "pi": 240.0,
}
_OFF: Final = frozenset({"0", "false", "off"})
_OPEN: Final = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


def parse(xml: bytes | None) -> Element | None:
    """Return the root of a part; None without one and for what is no XML.

    Entities stay unresolved and nothing is fetched. Strict names are turned into the usual ones.
    """
    if xml is None:
        return None
    if _STRICT in xml:
        for name, usual in _TRANSITIONAL:
            xml = xml.replace(b'"' + _STRICT + name + b'"', f'"{usual[1:-1]}"'.encode())
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def value(element: Element | None, name: str = VAL) -> str | None:
    """Return an attribute, ``w:val`` unless named; None without it or without the element."""
    found: str | None = None if element is None else element.get(name)
    return found


def child(parent: Element | None, name: str) -> Element | None:
    """Return the first child ``w:name``; None without it or without the parent."""
    return None if parent is None else next(parent.iterchildren(W + name), None)


def child_value(parent: Element | None, name: str) -> str | None:
    """Return ``w:val`` of the child ``w:name``; None where anything of it is missing."""
    return value(child(parent, name))


def own(parent: Element, name: str) -> Iterable[Element]:
    """Return the properties of an element by their full name: its first child, if they are."""
    return one if len(parent) and (one := parent[0]).tag == name else ()


def inner(properties: Any, name: str) -> Any:
    """Return the properties inside properties by their full name; none where they are not there."""
    return next(properties.iterchildren(name), ()) if len(properties) else ()


def holds(properties: Any, *names: str) -> bool:
    """Return whether one of these full names is among properties."""
    return len(properties) > 0 and next(properties.iterchildren(*names), None) is not None


def children(parent: Iterable[Element] | None) -> Properties:
    """Return the children of an element by their full names, the last of several."""
    return {} if parent is None else {one.tag: one for one in parent}


def said(known: Properties, name: str) -> str | None:
    """Return ``w:val`` of a property by its full name; None where it is not stated."""
    element = known.get(name)
    return None if element is None else value(element)


def is_on(text: str | None) -> bool:
    """Return what a switch says: no value at all is on (ECMA-376-1, 17.17.4)."""
    return text not in _OFF


def is_set(parent: Element | None, name: str) -> bool:
    """Return whether the child ``w:name`` is there and on."""
    found = child(parent, name)
    return found is not None and is_on(found.get(VAL))


def twips(text: str | None) -> float | None:
    """Return a measure in twentieths of a point (``240``, ``12pt``); None when it is none."""
    if text is None:
        return None
    factor = _UNITS.get(text[-2:])
    if factor is None:
        return number(text)
    measured = number(text[:-2])
    return None if measured is None else measured * factor


def points(text: str | None) -> float | None:
    """Return a measure in twips as points; None when it is none."""
    length = twips(text)
    return None if length is None else length / TWIPS_PER_POINT


def number(text: str | None) -> float | None:
    """Return a finite number; None for anything else."""
    try:
        found = float(text or "")
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def whole(text: str | None, default: int, base: int = 10) -> int:
    """Return a whole number that fits 32 bits, else `default`."""
    try:
        found = int((text or "")[:12], base)
    except ValueError:
        return default
    return found if abs(found) < 1 << 31 else default


def chosen(alternatives: Element) -> Element | None:
    """Return what Word takes of ``mc:AlternateContent``: the choice, else the fallback."""
    choice = alternatives.find(MC + "Choice")
    return alternatives.find(MC + "Fallback") if choice is None else choice


def inside(parent: Element, *names: str) -> Iterator[Element]:
    """Yield the children with these full names, those in content controls and insertions too."""
    for one in parent:
        if one.tag in names:
            yield one
        elif one.tag in _OPEN:
            yield from inside(one, *names)
        elif one.tag == MC + "AlternateContent" and (choice := chosen(one)) is not None:
            yield from inside(choice, *names)
