"""A copy of a document to write in: the picture it was read from stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cchc_docs.errors import FileAccessError, Place, Problem
from cchc_docs.layout.picture import Picture
from cchc_docs.layout.sources import Package
from cchc_docs.layout.wordml import Element, W
from cchc_docs.ooxml.package import CONTENT_TYPES, Parts
from cchc_docs.ooxml.relations import part_name
from cchc_docs.ooxml.remarks import add_part, read_part, write_part


@dataclass(frozen=True, slots=True)
class Spot:
    """An element of a part by its number in reading order, the root is 0."""

    part: str
    number: int


class Spots:
    """The spots of the elements a picture was read from."""

    def __init__(self, picture: Picture) -> None:
        self._trees = picture.trees
        self._known: dict[str, Mapping[Element, int]] = {}

    def of(self, element: Element | None) -> Spot | None:
        """Return the spot of an element; None for one of no part of the picture."""
        if element is None:
            return None
        root = element.getroottree().getroot()
        part = next((name for name, one in self._trees.items() if one is root), None)
        if part is None:
            return None
        if part not in self._known:
            self._known[part] = {one: number for number, one in enumerate(root.iter("*"))}
        return Spot(part, self._known[part][element])


class Draft:
    """The parts of a document while they are being changed."""

    def __init__(self, parts: Parts) -> None:
        self._parts = dict(parts)
        self._open: dict[str, list[Element]] = {}
        self.main = part_name(parts, Package(parts).document.name)

    def at(self, spot: Spot) -> Element:
        """Return the element at a spot; elements added meanwhile do not move it."""
        return self._elements(spot.part)[spot.number]

    def root(self, part: str) -> Element:
        """Return the root of a part."""
        return self._elements(part)[0]

    def _elements(self, part: str) -> list[Element]:
        if part not in self._open:
            root = read_part(self._parts[part_name(self._parts, part)])
            self._open[part] = list(root.iter("*"))
        return self._open[part]

    def add(self, kind: str, content: bytes) -> str:
        """Add a part the main one refers to; return the id of the reference."""
        self._parts, identifier = add_part(self._parts, self.main, kind, content)
        return identifier

    def parts(self) -> Parts:
        """Return the parts as they are now; those nobody opened are the same bytes."""
        written = {
            part_name(self._parts, part): write_part(elements[0])
            for part, elements in self._open.items()
        }
        return self._parts | written


def ensure_changeable(parts: Parts, changeable: bool) -> None:
    """Refuse a document that is read and never changed.

    Raises:
        FileAccessError: it is signed, protected, has macros, or is of the kind Strict.
    """
    if not changeable:
        raise FileAccessError(Problem(Place(), _LOCKED, _UNLOCK))
    main = Package(parts).document
    content = main.content or b""
    if _STRICT in content:
        raise FileAccessError(Problem(Place(), _IS_STRICT, _SAVE_USUAL))
    root = main.root
    if CONTENT_TYPES not in parts or root is None or root.find(W + "body") is None:
        raise FileAccessError(Problem(Place(), _NO_BODY, _SAVE_USUAL))


_STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_LOCKED: Final = "Văn bản đã ký số, đang được bảo vệ hoặc có macro: chỉ đọc, không sửa."
_UNLOCK: Final = (
    "Dùng tệp gốc chưa ký; bỏ bảo vệ (Review › Restrict Editing › Stop Protection); "
    "tệp có macro thì lưu lại dạng Word Document (*.docx)."
)
_IS_STRICT: Final = "Văn bản lưu dạng Strict Open XML: công cụ chỉ đọc, không ghi được dạng này."
_NO_BODY: Final = "Tệp không có phần nội dung, không có chỗ để ghi."
_SAVE_USUAL: Final = "Mở bằng Word, lưu lại dạng Word Document (*.docx) rồi làm lại."
