"""What is added to a Word file that is there: comments at places of it, parts it refers to."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Final

from lxml import etree

from cchc_docs.ooxml.package import CONTENT_TYPES, Parts
from cchc_docs.ooxml.relations import part_name, relations_name, targets
from cchc_docs.ooxml.revisions import WORD, Element, word

AUTHOR: Final = "cchc"

_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/"
_RELATIONS: Final = f"{{{_PACKAGE}relationships}}"
_TYPES: Final = f"{{{_PACKAGE}content-types}}"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_ID: Final = word("id")
_ANCHORS: Final = tuple(map(word, ("commentRangeStart", "commentRangeEnd", "commentReference")))
_MANY: Final = 2**30  # ids have 31 bits: above those that are there, as many must be left


def read_part(xml: bytes) -> Element:
    """Return the root of a part with everything that stands in it, comments of XML too.

    Entities stay unresolved and nothing is fetched; the package has limited sizes and depths.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(xml, parser)


def write_part(root: Element) -> bytes:
    """Return the bytes of a part."""
    written: bytes = etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return written


def add_part(parts: Parts, owner: str, kind: str, content: bytes) -> tuple[Parts, str]:
    """Return the package with a new part that `owner` refers to, and the id of the reference.

    `kind` is Word's name of the relationship and of the type (``comments``, ``header``).
    """
    folder = posixpath.dirname(owner)
    taken = {name.lower() for name in parts}
    names = (posixpath.join(folder, f"{kind}{number}.xml") for number in count(1))
    name = next(one for one in names if one.lower() not in taken)
    types = read_part(parts[CONTENT_TYPES])
    etree.SubElement(
        types, _TYPES + "Override", PartName=f"/{name}", ContentType=f"{_TYPE}{kind}+xml"
    )
    of_owner = part_name(parts, relations_name(owner))
    relations = (
        read_part(parts[of_owner])
        if of_owner in parts
        else etree.Element(_RELATIONS + "Relationships", nsmap={None: _RELATIONS[1:-1]})
    )
    known = {one.get("Id") for one in relations}
    identifier = next(f"rIdCchc{number}" for number in count(1) if f"rIdCchc{number}" not in known)
    etree.SubElement(
        relations,
        _RELATIONS + "Relationship",
        Id=identifier,
        Type=_OFFICE + kind,
        Target=posixpath.basename(name),
    )
    added = {CONTENT_TYPES: write_part(types), of_owner: write_part(relations), name: content}
    return parts | added, identifier


class Remarks:
    """Comments to be added to the main part of a file, in the order in which they are made.

    `root` is the root of that part, `owner`; it is changed in place. Ids follow those that are
    there; nothing carries a clock (it is optional, ECMA-376-1, 17.13.4.2).
    """

    def __init__(self, parts: Parts, owner: str, root: Element) -> None:
        self._parts, self._owner, self._main = parts, owner, root
        self._name = _comments_name(parts, owner)
        self._root = (
            read_part(parts[self._name])
            if self._name
            else etree.Element(word("comments"), nsmap={"w": WORD})
        )
        ids = [*_ids(self._root.iterchildren(word("comment"))), *_ids(root.iter(*_ANCHORS))]
        self._next = max((one for one in ids if one < _MANY), default=-1) + 1

    def add(self, paragraph: Element, lines: Sequence[str], run: Element | None = None) -> None:
        """Comment on a paragraph of the main part, or on the run in it.

        What encloses the run (a link, a tracked insertion) is commented on as a whole, so that
        the comment is no part of it.
        """
        number = str(self._next)
        self._next += 1
        start, end = (etree.Element(word(f"commentRange{side}")) for side in ("Start", "End"))
        reference = etree.Element(word("r"))
        mark = etree.SubElement(reference, word("commentReference"))
        for one in (start, end, mark):
            one.set(_ID, number)
        held = _child_of(paragraph, run)
        if held is not None:
            held.addprevious(start)
            held.addnext(end)
        else:
            properties = paragraph.find(word("pPr"))
            paragraph.insert(0 if properties is None else paragraph.index(properties) + 1, start)
            paragraph.append(end)
        end.addnext(reference)
        self._comment(number, lines)

    def _comment(self, number: str, lines: Sequence[str]) -> None:
        comment = etree.SubElement(self._root, word("comment"))
        for key, text in (("id", number), ("author", AUTHOR), ("initials", AUTHOR)):
            comment.set(word(key), text)
        for line in lines:
            run = etree.SubElement(etree.SubElement(comment, word("p")), word("r"))
            text = etree.SubElement(run, word("t"))
            text.text = line
            text.set(_SPACE, "preserve")

    def parts(self) -> Parts:
        """Return the package with the comments; those that were there stay."""
        parts = self._parts | {self._owner: write_part(self._main)}
        content = write_part(self._root)
        if self._name:
            return parts | {self._name: content}
        return add_part(parts, self._owner, "comments", content)[0]


def _child_of(paragraph: Element, inner: Element | None) -> Element | None:
    """Return the child of a paragraph that is an element or encloses it; None for neither."""
    while inner is not None and inner.getparent() is not paragraph:
        inner = inner.getparent()
    return inner


def _ids(elements: Iterator[Element]) -> Iterator[int]:
    for element in elements:
        text: str = element.get(_ID, "")
        if text.isdecimal() and len(text) <= 10:
            yield int(text)


def _comments_name(parts: Parts, owner: str) -> str | None:
    relations = parts.get(part_name(parts, relations_name(owner)))
    known = targets(None if relations is None else read_part(relations), owner)
    names = (part_name(parts, name) for kind, name in known.values() if kind == "comments")
    return next((name for name in names if name in parts), None)
