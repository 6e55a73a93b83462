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


TYPES: Final = {
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QyĐ": "Quy định",
    "TC": "Thông cáo", "TB": "Thông báo", "HD": "Hướng dẫn", "CTr": "Chương trình",
    "KH": "Kế hoạch", "PA": "Phương án", "ĐA": "Đề án", "DA": "Dự án", "BC": "Báo cáo",
    "BB": "Biên bản", "TTr": "Tờ trình", "HĐ": "Hợp đồng", "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ", "BTT": "Bản thỏa thuận", "GUQ": "Giấy ủy quyền", "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu", "GNP": "Giấy nghỉ phép", "PG": "Phiếu gửi", "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
}  # fmt: skip
"""Names by code (NĐ 30/2020, Phụ lục III, Mục I)."""

PLAN: Final = DocumentType(TYPES["KH"], "KH")
REPORT: Final = DocumentType(TYPES["BC"], "BC")
