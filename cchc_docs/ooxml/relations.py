"""What the parts of a package refer to, and how it spells their names."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Any, Final

_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def relations_name(owner: str) -> str:
    """Return the name of the part that tells what `owner`, or the package (empty), refers to."""
    folder, name = posixpath.split(owner)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def targets(root: Any, owner: str) -> dict[str, tuple[str, str]]:
    """Return the kind (``image``) and the part's name of each relationship of `owner` by its id.

    `root` is that of its part of relationships, None without one. What lies outside the file has
    an empty name.
    """
    folder = posixpath.dirname(owner)
    found = {}
    for relation in () if root is None else root.iterchildren(_RELATION):
        kind = relation.get("Type", "").rpartition("/")[2]
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
        outside = relation.get("TargetMode") == "External"
        found[relation.get("Id", "")] = (kind, "" if outside else target.lstrip("/"))
    return found


def part_name(parts: Mapping[str, Any], name: str) -> str:
    """Return a name as the package spells it: those that differ in case only are one part.

    ECMA-376-2, 6.2.2. A name of no part stays as it is.
    """
    if name in parts:
        return name
    return next((one for one in parts if one.lower() == name.lower()), name)
