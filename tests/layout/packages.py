"""Small Word packages from the XML a test is about."""

from collections.abc import Mapping, Sequence

from cchc_docs.ooxml.package import Parts

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "styles": f"{_WORD}.styles+xml",
    "numbering": f"{_WORD}.numbering+xml",
    "settings": f"{_WORD}.settings+xml",
    "header": f"{_WORD}.header+xml",
    "footer": f"{_WORD}.footer+xml",
    "footnotes": f"{_WORD}.footnotes+xml",
    "endnotes": f"{_WORD}.endnotes+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}
_ROOTS = {"header": "hdr", "footer": "ftr"}
PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" '
    'w:bottom="1134" w:left="1701" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
)


def package(
    body: str,
    *,
    related: Sequence[tuple[str, str]] = (),
    media: Mapping[str, bytes] | None = None,
    raw: Mapping[str, str] | None = None,
) -> Parts:
    """Return a package with `body` and parts by kind (``styles``) and inner XML.

    The relationships are rId1, rId2 … in the order of `related`, then of `media` by part name.
    `raw` holds parts by kind whose XML is whole.
    """
    parts = {
        "word/document.xml": _xml(f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
    }
    relations, types = [], [("word/document.xml", f"{_WORD}.document.main+xml")]

    def relate(kind: str, name: str, content: bytes) -> None:
        parts[f"word/{name}"] = content
        number = len(relations) + 1
        relations.append(
            f'<Relationship Id="rId{number}" Type="{_RELATION}/{kind}" Target="{name}"/>'
        )
        if kind in _TYPES:
            types.append((f"word/{name}", _TYPES[kind]))

    for number, (kind, inner) in enumerate(related, start=1):
        root = _ROOTS.get(kind, kind)
        relate(kind, f"{kind}{number}.xml", _xml(f"<w:{root} {NAMESPACES}>{inner}</w:{root}>"))
    for name, content in (media or {}).items():
        relate("image", f"media/{name}", content)
    for kind, whole in (raw or {}).items():
        relate(kind, f"{kind}/{kind}1.xml", _xml(whole))
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{content_type}"/>'
        for name, content_type in types
    )
    parts["[Content_Types].xml"] = _xml(
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{overrides}</Types>'
    )
    parts["_rels/.rels"] = _relations(
        [f'<Relationship Id="a" Type="{_RELATION}/officeDocument" Target="word/document.xml"/>']
    )
    parts["word/_rels/document.xml.rels"] = _relations(relations)
    return parts


def paragraph(text: str, properties: str = "") -> str:
    """Return a paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _relations(relations: Sequence[str]) -> bytes:
    inner = "".join(relations)
    return _xml(f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>')


def _xml(text: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{text}'.encode()
