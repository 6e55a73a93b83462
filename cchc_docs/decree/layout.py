"""Figures of the page: paper, margins, sizes of letters, lengths of lines.

Every value names its clause in Nghị định 30/2020/NĐ-CP, Phụ lục I ("PL I"), Phần I; clauses are
written as there (II.1.b = Mục II, khoản 1, điểm b). Lengths in millimetres, letters in points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

DECREE: Final = "30/2020/NĐ-CP"
FONT: Final = "Times New Roman"  # PL I, I.4


@dataclass(frozen=True, slots=True)
class Span:
    """A closed interval the decree allows, with the clause that says so."""

    least: float
    most: float
    clause: str

    def holds(self, value: float, tolerance: float = 0.0) -> bool:
        """Tell whether `value` lies inside, the tolerance (same unit) included."""
        return self.least - tolerance <= value <= self.most + tolerance


PAPER_MM: Final = (210.0, 297.0)  # A4; PL I, I.1
MARGIN_TOP_MM: Final = Span(20, 25, "PL I, Phần I, I.3")
MARGIN_BOTTOM_MM: Final = Span(20, 25, "PL I, Phần I, I.3")
MARGIN_LEFT_MM: Final = Span(30, 35, "PL I, Phần I, I.3")
MARGIN_RIGHT_MM: Final = Span(15, 20, "PL I, Phần I, I.3")
ISSUER_LINE_SHARE: Final = Span(1 / 3, 1 / 2, "PL I, Phần I, II.2.b")
SUBJECT_LINE_SHARE: Final = Span(1 / 3, 1 / 2, "PL I, Phần I, II.5.b")

NATIONAL_NAME: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"  # PL I, II.1.a
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"  # PL I, II.1.b


@dataclass(frozen=True, slots=True)
class SizeSet:
    """Sizes (points) that go together in one document (PL I, Phần I, Mục V, footnote 1)."""

    national_name: int
    motto: int
    place_date: int
    issuer: int
    number: int
    heading: int
    body: int
    signature: int


LARGE: Final = SizeSet(13, 14, 14, issuer=13, number=13, heading=14, body=14, signature=14)
SMALL: Final = SizeSet(12, 13, 13, issuer=12, number=13, heading=13, body=13, signature=13)
