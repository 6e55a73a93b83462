"""What is drawn over the text: lines, boxes, pictures; as new Word and old Word write it."""

import base64
import zlib
from struct import pack
from typing import Final

from tests.checker.forms.properties import Tree

NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}


def _emu(millimetres: float) -> int:
    return round(millimetres * 36_000)


def _png() -> bytes:
    """One transparent dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    head = pack(">IIBBBBB", 1, 1, 8, 6, 0, 0, 0)
    dot = zlib.compress(bytes(5))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dot) + chunk(b"IEND", b"")


PICTURES: Final = {
    "png": _png(),
    "jpeg": base64.b64decode(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//////////////////////////////////////////////////"
        "////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//E"
        "ABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AR//Z"
    ),
}


def drawn_line(length: float, how: str, down: float, identifier: int) -> str:
    """Return a centred line `length` mm long, `down` mm under the top of its paragraph."""
    if how == "vml":
        points = f"{length * 72 / 25.4:.2f}pt"
        return (
            f'<w:pict><v:line id="line{identifier}" style="position:absolute;width:{points};'
            "height:0;z-index:1;mso-position-horizontal:center;"
            f'mso-position-horizontal-relative:text" from="0,{down}mm" to="{points},{down}mm" '
            'strokecolor="black" strokeweight=".75pt"/></w:pict>'
        )
    kind = "straightConnector1" if how == "straight" else "line"
    shape = (
        f'<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{_emu(length)}" cy="0"/></a:xfrm>'
        f'<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>'
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
        "</wps:spPr><wps:bodyPr/></wps:wsp>"
    )
    place = "<wp:align>center</wp:align>"
    return _with_fallback(_anchored(shape, "wps", (length, 0), place, down, identifier))


def text_box(box: Tree, blocks: str, identifier: int) -> str:
    """Return a box with the written `blocks` in it."""
    width, height = box["width"], box["height"]
    if box.get("how") == "vml":
        stroke = "t" if box.get("border", True) else "f"
        return (
            f'<w:pict><v:rect style="position:absolute;margin-left:0;margin-top:0;'
            f'width:{width}mm;height:{height}mm;z-index:1" stroked="{stroke}">'
            f"<v:textbox><w:txbxContent>{blocks}</w:txbxContent></v:textbox></v:rect></w:pict>"
        )
    line = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
    border = line if box.get("border", True) else "<a:noFill/>"
    shape = (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{_emu(width)}" cy="{_emu(height)}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="9525">{border}</a:ln>'
        f"</wps:spPr><wps:txbx><w:txbxContent>{blocks}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp>'
    )
    place = f"<wp:posOffset>{_emu(box.get('x', 0))}</wp:posOffset>"
    size = (width, height)
    return _with_fallback(_anchored(shape, "wps", size, place, box.get("y", 0), identifier))


def picture(image: Tree, relation: str, identifier: int) -> str:
    """Return a picture, whose bytes are the part of that relation."""
    width, height = image["width"], image["height"]
    shape = (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{_emu(width)}" cy="{_emu(height)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    place = f"<wp:posOffset>{_emu(image['x'])}</wp:posOffset>"
    return _anchored(shape, "pic", (width, height), place, image.get("y", 0), identifier)


def _anchored(
    shape: str, kind: str, size: tuple[float, float], place: str, down: float, identifier: int
) -> str:
    width, height = map(_emu, size)
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{identifier}" behindDoc="0" locked="0" layoutInCell="1" '
        'allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column">{place}</wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{_emu(down)}</wp:posOffset>'
        f'</wp:positionV><wp:extent cx="{width}" cy="{height}"/><wp:wrapNone/>'
        f'<wp:docPr id="{identifier}" name="Hình {identifier}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES[kind]}">{shape}</a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing>"
    )


def _with_fallback(drawing: str) -> str:
    """Word 2007 knows no such shapes: it is told to leave them out."""
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        "<mc:Fallback/></mc:AlternateContent>"
    )
