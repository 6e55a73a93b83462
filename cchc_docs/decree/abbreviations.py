"""Abbreviations of official language.

The long forms are those explained in national papers on administrative reform (Nghị quyết
76/NQ-CP of 2021, Nghị định 61/2018/NĐ-CP, Quyết định 942/QĐ-TTg of 2021) and in plans of
provinces and communes made after them.
"""

from __future__ import annotations

from typing import Final

LONG_FORMS: Final = {
    "ANTT": "an ninh, trật tự",
    "ATTT": "an toàn thông tin",
    "CBCC": "cán bộ, công chức",
    "CCHC": "cải cách hành chính",
    "CĐS": "chuyển đổi số",
    "CNTT": "công nghệ thông tin",
    "CQĐT": "chính quyền điện tử",
    "CSDL": "cơ sở dữ liệu",
    "DVC": "dịch vụ công",
    "DVCTT": "dịch vụ công trực tuyến",
    "HĐND": "Hội đồng nhân dân",
    "KT-XH": "kinh tế - xã hội",
    "MTTQ": "Mặt trận Tổ quốc",
    "NSNN": "ngân sách nhà nước",
    "PBGDPL": "phổ biến, giáo dục pháp luật",
    "QLNN": "quản lý nhà nước",
    "QPPL": "quy phạm pháp luật",
    "TTHC": "thủ tục hành chính",
    "UBND": "Ủy ban nhân dân",
    "VBQPPL": "văn bản quy phạm pháp luật",
}
"""What may be proposed where a plan explains an abbreviation nowhere."""

PROPER_NAMES: Final = frozenset(
    (
        *("ISO", "IEC", "TCVN", "QCVN", "TNHH"),  # standards, and a kind of company by its name
        *("AI", "GPS", "IP", "LAN", "LED", "OTP", "PDF", "QR", "SIM", "SMS", "USB", "WAN", "XML"),
        *("ASEAN", "COVID", "UNESCO", "WTO"),
        *("BIDV", "FPT", "VNPT", "VTV", "ZALO", "FACEBOOK", "WIFI", "INTERNET"),
    )
)
"""Capitals that nobody writes out: names, and things known under no other word."""

KNOWN_TO_ALL: Final = frozenset(("HĐND", "MTTQ", "UBND"))
"""Bodies every commune has; the letterhead names the issuing one in full (NĐ 30/2020, PL I, II.2).

Nobody misses an explanation of them; one that comes too late is still a slip.
"""
