"""A drawn line under a name, as long as it has to be (NĐ 30/2020, PL I, II.1.b, II.2.b, II.5.b)."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

_EMU_PER_MM: Final = 36_000
_THICK_EMU: Final = 9_525  # 0.75 pt
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SHAPE: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_PLACE: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def drawn_line(length: float, identifier: int) -> Markup:
    """Return a run with a solid black line of `length` millimetres, centred in its paragraph.

    `identifier` is unique in the document. Word and LibreOffice keep the line with its paragraph.
    """
    width = round(length * _EMU_PER_MM)
    return Markup(
        f'<w:r><w:drawing><wp:anchor xmlns:wp="{_PLACE}" distT="0" distB="0" distL="0" distR="0" '
        f'simplePos="0" relativeHeight="{identifier}" behindDoc="0" locked="0" layoutInCell="1" '
        'allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>44450</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{identifier}" name="Đường kẻ {identifier}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_DRAWING}"><a:graphicData uri="{_SHAPE}">'
        f'<wps:wsp xmlns:wps="{_SHAPE}"><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{_THICK_EMU}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
        "</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )
