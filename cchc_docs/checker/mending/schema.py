"""Children of Word's properties at their place: Word refuses another order (ECMA-376-1, A.1)."""

from __future__ import annotations

from typing import Final

from lxml import etree

from cchc_docs.layout.wordml import VAL, Element, W

_OF_PARAGRAPH: Final = """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr
    shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE
    autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents
    suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr
    sectPr pPrChange
"""
_OF_RUN: Final = """
    ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow
    emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs
    highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath
"""
_OF_SECTION: Final = """
    headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders
    lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter
    docGrid printerSettings sectPrChange
"""
_OF_ROW: Final = """
    cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader
    tblCellSpacing jc hidden ins del trPrChange
"""
_ORDER: Final = {
    W + name: tuple(W + child for child in order.split())
    for name, order in {
        "pPr": _OF_PARAGRAPH,
        "rPr": _OF_RUN,
        "sectPr": _OF_SECTION,
        "trPr": _OF_ROW,
    }.items()
}


def child(properties: Element, name: str) -> Element:
    """Return the child ``w:name`` of properties; it gets its place if it is not there."""
    found = properties.find(W + name)
    return new_child(properties, name) if found is None else found


def new_child(properties: Element, name: str) -> Element:
    """Add a child ``w:name`` to properties, after those that come before it or are the same."""
    order = _ORDER[properties.tag]
    before = frozenset(order[: order.index(W + name) + 1])
    added = etree.Element(W + name)
    follower = next((one for one in properties.iterchildren("*") if one.tag not in before), None)
    if follower is None:
        properties.append(added)
    else:
        follower.addprevious(added)
    return added


def drop(properties: Element, name: str) -> None:
    """Remove the children ``w:name`` of properties."""
    for one in properties.findall(W + name):
        properties.remove(one)


def properties_of(element: Element, name: str) -> Element:
    """Return the properties ``w:name`` of an element, which stand first in it."""
    found = element.find(W + name)
    if found is None:
        found = etree.Element(W + name)
        behind_exceptions = name == "trPr" and element.find(W + "tblPrEx") is not None
        element.insert(1 if behind_exceptions else 0, found)
    return found


def put_value(properties: Element, name: str, value: str) -> None:
    """Give a property the value ``w:val``."""
    child(properties, name).set(VAL, value)


def put_switch(properties: Element, name: str, is_on: bool) -> None:
    """Turn a property on or off, whatever styles say."""
    switch = child(properties, name)
    if is_on:
        switch.attrib.pop(VAL, None)
    else:
        switch.set(VAL, "0")
