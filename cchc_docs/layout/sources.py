"""The parts of a package found by their relationships: their names are nobody's duty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from cchc_docs.layout.wordml import Element, W, child, is_on, parse
from cchc_docs.ooxml.package import CONTENT_TYPES, DOCUMENT
from cchc_docs.ooxml.relations import relations_name, targets


@dataclass(frozen=True)
class Source:
    """One part: its root, None where it is missing or no XML, and what it refers to."""

    package: Package
    name: str

    @cached_property
    def root(self) -> Element | None:
        """The root element of the part."""
        return parse(self.package.content(self.name))

    @cached_property
    def targets(self) -> dict[str, tuple[str, str]]:
        """Kind and part name of what each relationship of the part refers to, by its id."""
        return targets(parse(self.package.content(relations_name(self.name))), self.name)

    def related(self, kind: str) -> Source:
        """Return the first part of a kind; one without a root if there is none."""
        names = (name for found, name in self.targets.values() if found == kind)
        return Source(self.package, next(names, ""))

    def referred(self, identifier: str | None) -> Source:
        """Return the part a relationship refers to; one without a root if there is none."""
        return Source(self.package, self.targets.get(identifier or "", ("", ""))[1])

    @property
    def content(self) -> bytes | None:
        """The bytes of the part, None if it is missing."""
        return self.package.content(self.name)


@dataclass(frozen=True)
class Package:
    """The parts of a file by name; names that differ in case only are one (ECMA-376-2, 6.2.2)."""

    parts: Mapping[str, bytes]
    _names: dict[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_names", {name.lower(): name for name in self.parts})

    def content(self, name: str) -> bytes | None:
        """Return the bytes of a part, None if it is missing."""
        return self.parts.get(self._names.get(name.lower(), ""))

    @property
    def document(self) -> Source:
        """The main part."""
        main = Source(self, "").related("officeDocument")
        return main if main.content is not None else Source(self, DOCUMENT)

    @property
    def has_macros(self) -> bool:
        """Whether a macro project is in the file, or its type says so."""
        types = self.content(CONTENT_TYPES) or b""
        return b"macroEnabled" in types or any(n.endswith("vbaproject.bin") for n in self._names)

    @property
    def is_signed(self) -> bool:
        """Whether a digital signature is in the file."""
        kinds = (kind for kind, _ in Source(self, "").targets.values())
        return any(n.startswith("_xmlsignatures/") for n in self._names) or "origin" in kinds


def is_protected(settings: Element | None) -> bool:
    """Return whether editing is restricted and the restriction is in force."""
    protection = child(settings, "documentProtection")
    if protection is None:
        return False
    enforced: str | None = protection.get(W + "enforcement")
    return enforced is not None and is_on(enforced)
