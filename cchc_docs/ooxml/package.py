"""A Word file as its zip parts: read within limits, written so that equal data, equal bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final
from xml.parsers import expat

Parts = dict[str, bytes]
"""Name of each part of the package and its content, in the order of the zip."""

CONTENT_TYPES: Final = "[Content_Types].xml"
DOCUMENT: Final = "word/document.xml"
STYLES: Final = "word/styles.xml"

_MOST_PARTS: Final = 2_000
_MOST_BYTES: Final = 200 * 1024 * 1024  # unpacked; the largest real plan seen is under 1 MB
_DEEPEST: Final = 200  # levels of elements; lxml gives up at 256
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the first day a zip can hold: no clock in the file

# Packs document.xml of 2,000 tasks to 108 % of the size at level 6, in half the time.
_LEVEL: Final = 3


_NEEDED: Final = (CONTENT_TYPES, DOCUMENT, STYLES, "word/_rels/document.xml.rels")
_XML: Final = (".xml", ".rels")
_ROOT: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main document"


class NotAPackage(ValueError):
    """The bytes are no zip of Word parts, or larger unpacked than any real document."""


class TooLarge(NotAPackage):
    """A zip that unpacks to more than any real document."""


def read_package(content: bytes) -> Parts:
    """Return the parts of a Word file.

    Raises:
        NotAPackage: as `unpack`; without a part every document of Word or LibreOffice has, with
            XML that is not well-formed.
    """
    parts = unpack(content)
    xml = (name for name in parts if name.endswith(_XML))
    if damaged := next((name for name in xml if _root_name(parts[name]) is None), None):
        raise NotAPackage(f"{damaged} is damaged")
    if missing := [name for name in _NEEDED if name not in parts]:
        raise NotAPackage(f"no {missing[0]}")
    if _root_name(parts[DOCUMENT]) != _ROOT:
        raise NotAPackage(f"{DOCUMENT} is no Word document")
    return parts


def unpack(content: bytes) -> Parts:
    """Return the parts of a file of Office, whichever it has, their XML unread.

    Raises:
        NotAPackage: no zip, encrypted or damaged; `TooLarge` of an unreasonably large one.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > _MOST_PARTS or sum(e.file_size for e in entries) > _MOST_BYTES:
                raise TooLarge("larger unpacked than any real document")
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except NotAPackage:
        raise
    except Exception as error:  # zipfile answers damage with a dozen kinds of exceptions
        raise NotAPackage(str(error)) from error
    return parts


def _root_name(xml: bytes) -> str | None:
    """Return namespace and name of the root of a well-formed part, None for any other bytes."""
    names: list[str] = []
    depth = 0

    def start(name: str, _: object) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise NotAPackage("nested deeper than any real document")
        if not names:
            names.append(name)

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(xml, True)
    except expat.ExpatError:
        return None
    return names[0]


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """Return the zip of `parts`; equal parts give equal bytes, at any time, on any system."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # else the zip tells on which system it was made
            archive.writestr(entry, content, compresslevel=_LEVEL)
    return buffer.getvalue()
