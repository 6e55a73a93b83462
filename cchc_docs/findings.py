"""A finding: something in readable data or in a page that a careful colleague would point out.

Findings are values in a list, never exceptions: a doubtful plan is still rendered.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias

from cchc_docs.errors import Place

Path: TypeAlias = tuple[str | int, ...]
"""Steps from the root of a document to a value: field names and list positions (from 0)."""


class Level(StrEnum):
    """How serious a finding is; only `ERROR` changes the exit code."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def label(self) -> str:
        """The level as an officer reads it."""
        return {"error": "LỖI", "warning": "CẢNH BÁO", "note": "LƯU Ý"}[self.value]


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark: the rule's permanent id, its level, the place, what was found, how to mend it.

    `path` is the place inside the data; `place` adds file, line and field title once it is known.
    """

    rule: str
    level: Level
    what: str
    fix: str
    path: Path = ()
    place: Place = field(default_factory=Place)

    def at(self, place: Place) -> Finding:
        """The same finding with the place where an officer can find it."""
        return replace(self, place=place)

    def __str__(self) -> str:
        where = f"{self.place}: " if str(self.place) else ""
        return f"{self.level.label} [{self.rule}] {where}{self.what}\n    Cách sửa: {self.fix}"
