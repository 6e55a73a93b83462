"""A drawn line under a name, as long as it has to be (NĐ 30/2020, PL I, II.1.b, II.2.b, II.5.b)."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

_EMU_PER_MM: Final = 36_000
_EMU_PER_POINT: Final = 12_700
_THICK_EMU: Final = 9_525  # 0.75 pt
_BELOW_EMU: Final = 44_450  # 3.5 pt under the top of the line's paragraph

_COMPATIBILITY: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SHAPE: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_PLACE: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_OLD_SHAPE: Final = "urn:schemas-microsoft-com:vml"


def drawn_line(length: float, identifier: int) -> Markup:
    """Return a run with a solid black line of `length` millimetres, centred in its paragraph.

    `identifier` is unique in the document. Word 2007 knows no such drawing and would refuse the
    file: as Word itself does, the line is given twice, the second time in the old form (VML).
    """
    width = round(length * _EMU_PER_MM)
    return Markup(
        f'<w:r><mc:AlternateContent xmlns:mc="{_COMPATIBILITY}">'
        f'<mc:Choice xmlns:wps="{_SHAPE}" Requires="wps">{_modern(width, identifier)}</mc:Choice>'
        f"<mc:Fallback>{_old(width, identifier)}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _modern(width: int, identifier: int) -> str:
    return (
        f'<w:drawing><wp:anchor xmlns:wp="{_PLACE}" distT="0" distB="0" distL="0" distR="0" '
        f'simplePos="0" relativeHeight="{identifier}" behindDoc="0" locked="0" layoutInCell="1" '
        'allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{_BELOW_EMU}</wp:posOffset>'
        f'</wp:positionV><wp:extent cx="{width}" cy="0"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{identifier}" name="Đường kẻ {identifier}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_DRAWING}"><a:graphicData uri="{_SHAPE}">'
        '<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{_THICK_EMU}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
        "</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def _old(width: int, identifier: int) -> str:
    points = f"{width / _EMU_PER_POINT:.2f}pt"
    top = f"{_BELOW_EMU / _EMU_PER_POINT:.1f}pt"
    return (
        f'<w:pict><v:line xmlns:v="{_OLD_SHAPE}" id="line{identifier}" '
        f'style="position:absolute;margin-left:0;margin-top:{top};width:{points};height:0;'
        f"z-index:{identifier};mso-position-horizontal:center;"
        'mso-position-horizontal-relative:text;mso-position-vertical-relative:text" '
        f'from="0,0" to="{points},0" strokecolor="black" strokeweight=".75pt"/></w:pict>'
    )
