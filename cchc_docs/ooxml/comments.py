"""Word comments as a part of the package, without a clock: python-docx would stamp the time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from markupsafe import escape

from cchc_docs.ooxml.package import CONTENT_TYPES, DOCUMENT, Parts

_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PART: Final = "word/comments.xml"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_RELATIONS: Final = "word/_rels/document.xml.rels"
_AUTHOR: Final = "cchc"


_ANCHORS: Final = re.compile(
    r'<w:commentRange(?:Start|End) w:id="\d+"/>|<w:r><w:commentReference w:id="\d+"/></w:r>'
)


def without_anchors(xml: str) -> str:
    """Return the XML of a part without the places that comments of ours are tied to."""
    return _ANCHORS.sub("", xml)


def without_comments(parts: Parts) -> Parts:
    """Return a document of ours without its comments; the words they speak of stay."""
    xml = without_anchors(parts[DOCUMENT].decode()).encode()
    types = _OVERRIDE.sub("", parts[CONTENT_TYPES].decode()).encode()
    relations = _RELATIONSHIP.sub("", parts[_RELATIONS].decode()).encode()
    kept = {name: content for name, content in parts.items() if name != _PART}
    return kept | {DOCUMENT: xml, CONTENT_TYPES: types, _RELATIONS: relations}


_OVERRIDE: Final = re.compile(rf'<Override PartName="/{re.escape(_PART)}"[^>]*/>')
_RELATIONSHIP: Final = re.compile(rf'<Relationship [^>]*Type="{re.escape(_RELATION)}"[^>]*/>')


def add_comments(parts: Parts, comments: Sequence[str]) -> Parts:
    """Return the package with one comment for each text; the id of a comment is its position.

    The document must not have a comments part yet; anchors stand in document.xml already.
    """
    body = "".join(
        f'<w:comment w:id="{number}" w:author="{_AUTHOR}" w:initials="{_AUTHOR}"><w:p><w:r>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:comment>'
        for number, text in enumerate(comments)
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:comments xmlns:w="{_WORD}">{body}</w:comments>'
    )
    override = f'<Override PartName="/{_PART}" ContentType="{_TYPE}"/></Types>'
    relation = (
        f'<Relationship Id="rIdComments" Type="{_RELATION}" Target="comments.xml"/></Relationships>'
    )
    return parts | {
        _PART: xml.encode(),
        CONTENT_TYPES: parts[CONTENT_TYPES].replace(b"</Types>", override.encode()),
        _RELATIONS: parts[_RELATIONS].replace(b"</Relationships>", relation.encode()),
    }
