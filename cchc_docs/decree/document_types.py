"""Kinds of administrative documents and their codes (NĐ 30/2020, Phụ lục III, Mục I)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of document: its name in a sentence and the code in the symbol."""

    name: str
    code: str

    @property
    def heading(self) -> str:
        """The name as printed over the subject, in capitals."""
        return self.name.upper()


PLAN: Final = DocumentType("Kế hoạch", "KH")
REPORT: Final = DocumentType("Báo cáo", "BC")
