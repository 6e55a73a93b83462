"""Kinds of papers an office cites, the codes in their symbols, and how their subjects begin.

Sources: NĐ 30/2020/NĐ-CP, Điều 7 and Phụ lục III, Mục I (administrative papers); Luật Ban hành văn
bản quy phạm pháp luật 2015, Điều 4 and 2025, Điều 4 (normative papers); Quy định 66-QĐ/TW of
06/02/2017 (papers of the Party).
"""

from __future__ import annotations

from typing import Final

CODES: Final = {
    "Nghị định": ("NĐ",),
    "Nghị quyết": ("NQ",),
    "Nghị quyết liên tịch": ("NQLT",),
    "Quyết định": ("QĐ", "QĐNS"),
    "Chỉ thị": ("CT",),
    "Thông tư": ("TT",),
    "Thông tư liên tịch": ("TTLT",),
    "Pháp lệnh": ("PL",),
    "Kế hoạch": ("KH",),
    "Kế hoạch hành động": ("KH", "KHHĐ"),
    "Kế hoạch liên tịch": ("KHLT",),
    "Chương trình": ("CTr",),
    "Chương trình công tác": ("CTr", "CTCT"),
    "Chương trình hành động": ("CTr", "CTrHĐ", "CTHĐ"),
    "Chương trình phối hợp": ("CTr", "CTrPH", "CTPH"),
    "Quy định": ("QĐ", "QĐi", "QyĐ"),
    "Quy chế": ("QC",),
    "Quy chế phối hợp": ("QC", "QCPH"),
    "Hướng dẫn": ("HD",),
    "Hướng dẫn liên tịch": ("HDLT",),
    "Kết luận": ("KL",),
    "Thông báo": ("TB",),
    "Thông báo kết luận": ("TB", "TBKL"),
    "Thông tri": ("TTri", "TT"),
    "Thông cáo": ("TC",),
    "Phương án": ("PA",),
    "Đề án": ("ĐA",),
    "Dự án": ("DA",),
    "Báo cáo": ("BC",),
    "Báo cáo thẩm định": ("BC", "BCTĐ"),
    "Báo cáo thẩm tra": ("BC", "BCTT"),
    "Biên bản": ("BB",),
    "Tờ trình": ("TTr",),
    "Công điện": ("CĐ",),
    "Văn bản hợp nhất": ("VBHN",),
    "Giấy ủy quyền": ("GUQ",),
    "Lệnh": ("L",),
}
"""Codes by kind: the first part of the symbol after the serial number and the year.

NĐ 30 and the Party use one code for two kinds now and then; some provinces write their own.
"""

WITHOUT_CODE: Final = ("Công văn", "Văn bản", "Công hàm", "Thư")
"""Kinds whose symbol begins with the body that wrote them: 3102/UBND-KSTT (NĐ 30, PL I, II.3.b)."""

NAMED: Final = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")
"""Kinds that are cited by name (NĐ 30/2020, PL I, II.6.b)."""

NEVER_WITHOUT_NUMBER: Final = (
    *("Báo cáo", "Báo cáo thẩm định", "Báo cáo thẩm tra", "Biên bản", "Dự án", "Thông cáo"),
    *("Tờ trình", "Giấy ủy quyền", "Lệnh", "Thư"),
)
"""Kinds that without a number are something yet to be made, or no paper at all."""

BODY_CODES: Final = ("UBND", "HĐND", "CP", "TTg", "CTN", "VPCP", "TTCP", "BHXH", "NHNN", "KTNN")
"""Codes of bodies in symbols, beside those of ministries (B…) and departments (S…)."""

OPENERS: Final = (
    "về",
    "về việc",
    "V/v",
    "ban hành",
    "quy định",
    "quy định chi tiết",
    "hướng dẫn",
    "sửa đổi",
    "sửa đổi, bổ sung",
    "bổ sung",
    "bãi bỏ",
    "thay thế",
    "đính chính",
    "điều chỉnh",
    "phê duyệt",
    "công bố",
    "công nhận",
    "thông qua",
    "thành lập",
    "kiện toàn",
    "phân cấp",
    "phân công",
    "ủy quyền",
)
"""Words a trích yếu begins with."""
