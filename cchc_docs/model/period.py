"""The kinds of periodic reports (Nghị định 09/2019/NĐ-CP, Điều 12; 581/BNV-CCHC)."""

from __future__ import annotations

from enum import StrEnum


class PeriodKind(StrEnum):
    """A kind of periodic report; quý III counts from 15/6, 9 tháng from the start of the year."""

    Q1 = "Q1"
    H1 = "H1"
    Q3 = "Q3"
    NINE_MONTHS = "9M"
    YEAR = "YEAR"

    @property
    def label(self) -> str:
        """The period without its year: ``Quý I``, ``6 tháng đầu năm``, ``Năm``."""
        return _LABELS[self.value]

    def named(self, year: int) -> str:
        """Return the period with its year: ``Quý I năm 2024``, ``6 tháng đầu năm 2024``."""
        if self is PeriodKind.YEAR:
            return f"năm {year}"
        return f"{self.label} {year}" if self.label.endswith("năm") else f"{self.label} năm {year}"

    def in_sentence(self, year: int) -> str:
        """Return the period inside a sentence: ``quý I năm 2024``."""
        named = self.named(year)
        return named[:1].lower() + named[1:]

    @property
    def slug(self) -> str:
        """The period as part of a file name: ``quy-i``, ``6-thang``."""
        return _SLUGS[self.value]


_LABELS = {
    "Q1": "Quý I",
    "H1": "6 tháng đầu năm",
    "Q3": "Quý III",
    "9M": "9 tháng đầu năm",
    "YEAR": "Năm",
}
_SLUGS = {"Q1": "quy-i", "H1": "6-thang", "Q3": "quy-iii", "9M": "9-thang", "YEAR": "nam"}
