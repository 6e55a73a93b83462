"""Lines, boxes and pictures of DrawingML."""

from __future__ import annotations

from typing import Final

from cchc_docs.layout.drawn import THIN, Canvas, Drawn, is_level
from cchc_docs.layout.picture import DrawnLine, Image, TextBox
from cchc_docs.layout.wordml import A, Element, R, W, number

_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WPS: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_WPG: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
_PIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_EMU_PER_POINT: Final = 12_700
_LINES: Final = frozenset({"line", "straightConnector1"})
_COMPOUND: Final = {"dbl": "double", "tri": "triple", "thickThin": "thickThinSmallGap"} | {
    "thinThick": "thinThickSmallGap"
}
_DASHES: Final = {"solid": "single", "dot": "dotted", "sysDot": "dotted"}
_SHAPES: Final = (_WPS + "wsp", _PIC + "pic")
_UPRIGHT: Final = frozenset({5_400_000, 16_200_000})  # sixty thousandths of a degree


def read_drawing(drawing: Element, canvas: Canvas, drawn: Drawn) -> None:
    """Add what a ``w:drawing`` shows."""
    for holder in drawing.iterchildren(_WP + "inline", _WP + "anchor"):
        name = holder.find(_WP + "docPr")
        if name is None or name.get("hidden") not in ("1", "true"):
            for shape in _shapes(holder):
                _read_shape(shape, holder, canvas, drawn)


def _shapes(holder: Element) -> list[Element]:
    """The shapes of a drawing, those of groups too; none of another drawing in a text box."""
    graphic = holder.find(f"{A}graphic/{A}graphicData")
    found = []
    waiting = [] if graphic is None else [graphic]
    while waiting:
        for child in waiting.pop():
            if child.tag in _SHAPES:
                found.append(child)
            elif isinstance(child.tag, str) and child.tag != _WPS + "txbx":
                waiting.append(child)
    return found


def _read_shape(shape: Element, holder: Element, canvas: Canvas, drawn: Drawn) -> None:
    width, height = _extents(shape, holder)
    if shape.tag == _PIC + "pic":
        drawn.images.append(_image(shape, holder, canvas, width, height))
        return
    properties = shape.find(_WPS + "spPr")
    geometry = None if properties is None else properties.find(A + "prstGeom")
    kind = "" if geometry is None else geometry.get("prst", "")
    text = shape.find(f"{_WPS}txbx/{W}txbxContent")
    if text is not None:
        style = _outline(shape)
        blocks = canvas.read_box(text, width)
        drawn.boxes.append(TextBox(blocks, width, height, style is not None, style, holder))
    elif kind in _LINES or (kind == "rect" and height <= THIN):
        is_drawn = _outline(shape) is not None or (kind == "rect" and _is_filled(shape))
        if is_drawn and is_level(width, height):
            drawn.lines.append(DrawnLine(width, holder))


def _extents(shape: Element, holder: Element) -> tuple[float, float]:
    """Width and height in points; a shape in a group is measured in the group's own units."""
    transform = shape.find(f".//{A}xfrm")
    alone = shape.getparent().tag == A + "graphicData"
    if alone or transform is None:
        width, height = _size(holder.find(_WP + "extent"))
    else:
        width, height = _size(transform.find(A + "ext"))
        for group in shape.iterancestors(_WPG + "wgp", _WPG + "grpSp"):
            across, down = _scale(group.find(f"{_WPG}grpSpPr/{A}xfrm"))
            width, height = width * across, height * down
            if group.tag == _WPG + "wgp":
                break
    turned = transform is not None and number(transform.get("rot")) in _UPRIGHT
    return (height, width) if turned else (width, height)


def _size(extent: Element | None) -> tuple[float, float]:
    if extent is None:
        return 0, 0
    width, height = number(extent.get("cx")) or 0, number(extent.get("cy")) or 0
    return abs(width) / _EMU_PER_POINT, abs(height) / _EMU_PER_POINT


def _scale(transform: Element | None) -> tuple[float, float]:
    if transform is None:
        return 1, 1
    outer, inner = _size(transform.find(A + "ext")), _size(transform.find(A + "chExt"))
    across, down = (o / i if i else 1 for o, i in zip(outer, inner, strict=True))
    return across, down


def _outline(shape: Element) -> str | None:
    """Word's name of the line around a shape; None where nothing is drawn."""
    line = shape.find(f"{_WPS}spPr/{A}ln")
    if line is None:
        themed = shape.find(f"{_WPS}style/{A}lnRef")
        return None if themed is None or themed.get("idx") == "0" else "single"
    if line.find(A + "noFill") is not None:
        return None
    if compound := _COMPOUND.get(line.get("cmpd", "")):
        return compound
    dash = line.find(A + "prstDash")
    return _DASHES.get("solid" if dash is None else dash.get("val", "solid"), "dashed")


def _is_filled(shape: Element) -> bool:
    return shape.find(f"{_WPS}spPr/{A}solidFill") is not None


def _image(picture: Element, holder: Element, canvas: Canvas, width: float, height: float) -> Image:
    blip = picture.find(f"{_PIC}blipFill/{A}blip")
    named = holder.find(_WP + "docPr")
    return Image(
        format=canvas.image_format(None if blip is None else blip.get(R + "embed")),
        width=width,
        height=height,
        name="" if named is None else named.get("name", ""),
        element=holder,
    )
