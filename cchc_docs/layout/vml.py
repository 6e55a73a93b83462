"""Lines, boxes and pictures in the old form (VML), which Word still reads and writes."""

from __future__ import annotations

from typing import Final

from cchc_docs.layout.drawn import THIN, Canvas, Drawn, is_level
from cchc_docs.layout.picture import DrawnLine, Image, TextBox
from cchc_docs.layout.wordml import Element, R, W, number, twips

_V: Final = "{urn:schemas-microsoft-com:vml}"
_O: Final = "{urn:schemas-microsoft-com:office:office}"
_POINTS_PER_PIXEL: Final = 0.75
_FALSE: Final = frozenset({"f", "false", "0"})
_TRUE: Final = frozenset({"t", "true", "1"})
_SHAPES: Final = frozenset(_V + name for name in ("line", "shape", "rect", "roundrect", "oval"))
_LINE_TYPES: Final = frozenset({"#_x0000_t20", "#_x0000_t32"})  # line, straight connector
_COMPOUND: Final = {"thinthin": "double", "thickthin": "thickThinSmallGap"} | {
    "thinthick": "thinThickSmallGap"
}
_DOTTED: Final = frozenset({"1 1", "dot", "shortdot"})
_MOST_SCALE: Final = 1e6

Style = dict[str, str]
"""The style attribute of a shape by its names."""

Scale = tuple[float, float] | None
"""Points of one unit of a group, across and down; None outside groups."""


def read_vml(holder: Element, canvas: Canvas, drawn: Drawn) -> None:
    """Add what a ``w:pict`` or ``w:object`` shows."""
    waiting: list[tuple[Element, Scale]] = [(holder, None)]
    while waiting:
        parent, scale = waiting.pop()
        for child in parent:
            if child.tag == _V + "group":
                waiting.append((child, _scale(child, scale)))
            elif child.tag in _SHAPES:
                _read_shape(child, scale, canvas, drawn)


def _scale(group: Element, outer: Scale) -> tuple[float, float]:
    style = _style(group)
    sizes = [_length(style.get(name), outer, axis) for axis, name in enumerate(_SIZE)]
    units = [number(n) or 1000 for n in f"{group.get('coordsize', '')},,".split(",")[:2]]
    across, down = (
        min(size / abs(unit), _MOST_SCALE) for size, unit in zip(sizes, units, strict=True)
    )
    return across, down


_SIZE: Final = ("width", "height")


def _read_shape(shape: Element, scale: Scale, canvas: Canvas, drawn: Drawn) -> None:
    style = _style(shape)
    if style.get("visibility") == "hidden":
        return
    width, height = (_length(style.get(n), scale, axis) for axis, n in enumerate(_SIZE))
    text = shape.find(f"{_V}textbox/{W}txbxContent")
    picture = shape.find(_V + "imagedata")
    if text is not None:
        outline = _outline(shape)
        blocks = canvas.read_box(text, width)
        drawn.boxes.append(TextBox(blocks, width, height, outline is not None, outline, shape))
    elif picture is not None:
        drawn.images.append(_image(shape, picture, canvas, width, height))
    elif shape.get(_O + "hr") in _TRUE:
        _add_line(width or canvas.column, THIN, shape, drawn)
    elif shape.tag == _V + "line":
        (left, top), (right, bottom) = (_point(shape.get(end), scale) for end in ("from", "to"))
        if _outline(shape):
            _add_line(abs(right - left), abs(bottom - top), shape, drawn)
    elif _is_line(shape, height):
        _add_line(width, height, shape, drawn)


def _is_line(shape: Element, height: float) -> bool:
    if shape.get("type") in _LINE_TYPES or shape.get(_O + "connectortype") == "straight":
        return _outline(shape) is not None
    is_seen = _outline(shape) is not None or shape.get("filled", "t") not in _FALSE
    return shape.tag == _V + "rect" and height <= THIN and is_seen


def _add_line(width: float | None, height: float, shape: Element, drawn: Drawn) -> None:
    if width and is_level(width, height):
        drawn.lines.append(DrawnLine(width, shape))


def _style(shape: Element) -> Style:
    pairs = (piece.partition(":") for piece in shape.get("style", "").split(";"))
    return {name.strip().lower(): text.strip() for name, _, text in pairs}


def _point(text: str | None, scale: Scale) -> tuple[float, float]:
    across, down = f"{text or ''},,".split(",")[:2]
    return _length(across, scale, 0), _length(down, scale, 1)


def _length(text: str | None, scale: Scale, axis: int) -> float:
    """Points of a length, 0 without one: with its unit, else pixels or the units of its group."""
    cleaned = (text or "").strip()
    plain = number(cleaned.removesuffix("px"))
    if plain is not None:
        return plain * (scale[axis] if scale else _POINTS_PER_PIXEL)
    measured = twips(cleaned)
    return 0.0 if measured is None else measured / 20


def _outline(shape: Element) -> str | None:
    """Word's name of the line around a shape; None where nothing is drawn."""
    stroke = shape.find(_V + "stroke")
    switches = (shape.get("stroked"), None if stroke is None else stroke.get("on"))
    if any(switch in _FALSE for switch in switches):
        return None
    if stroke is None:
        return "single"
    if compound := _COMPOUND.get(stroke.get("linestyle", "").lower()):
        return compound
    dash = stroke.get("dashstyle", "solid").lower()
    return "single" if dash == "solid" else "dotted" if dash in _DOTTED else "dashed"


def _image(shape: Element, picture: Element, canvas: Canvas, width: float, height: float) -> Image:
    return Image(
        format=canvas.image_format(picture.get(R + "id")),
        width=width,
        height=height,
        name=picture.get(_O + "title") or shape.get("id", ""),
        element=shape,
    )
