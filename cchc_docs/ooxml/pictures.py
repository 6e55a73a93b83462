"""Pictures that stand in a line of text, and their files in the package."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup, escape

from cchc_docs.ooxml.package import CONTENT_TYPES, Parts

_EMU_PER_MM: Final = 36_000
_RELATIONS: Final = "word/_rels/document.xml.rels"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_NAMESPACE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_PLACE: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def picture_run(
    number: int, width: float, height: float, identifier: int, description: str
) -> Markup:
    """Return a run with picture `number` (from 1) of the document, `width` by `height` mm.

    `identifier` is unique among the drawings of the document; `description` is what a reader
    who cannot see the picture hears.
    """
    size = f'cx="{round(width * _EMU_PER_MM)}" cy="{round(height * _EMU_PER_MM)}"'
    name = f'id="{identifier}" name="Hình {number}" descr="{escape(description)}"'
    return Markup(
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_PLACE}" distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {size}/><wp:docPr {name}/><wp:cNvGraphicFramePr>"
        f'<a:graphicFrameLocks xmlns:a="{_DRAWING}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_DRAWING}"><a:graphicData uri="{_PICTURE}">'
        f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{_NAMESPACE}" r:embed="{_id(number)}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
        "</w:r>"
    )


def add_pictures(parts: Parts, pictures: Sequence[bytes]) -> Parts:
    """Return the package with PNG files for its pictures, in the order of their numbers."""
    named = {f"media/cchc-{number}.png": png for number, png in enumerate(pictures, start=1)}
    relations = "".join(
        f'<Relationship Id="{_id(number)}" Type="{_RELATION}" Target="{name}"/>'
        for number, name in enumerate(named, start=1)
    )
    types = parts[CONTENT_TYPES]
    if b'extension="png"' not in types.lower():
        types = types.replace(
            b"</Types>", b'<Default Extension="png" ContentType="image/png"/></Types>'
        )
    with_relations = parts[_RELATIONS].replace(
        b"</Relationships>", f"{relations}</Relationships>".encode()
    )
    files = {f"word/{name}": png for name, png in named.items()}
    return parts | {CONTENT_TYPES: types, _RELATIONS: with_relations} | files


def _id(number: int) -> str:
    return f"rIdPicture{number}"
