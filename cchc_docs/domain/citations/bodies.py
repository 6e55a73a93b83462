"""The body that issued a cited paper, with the place it belongs to."""

from __future__ import annotations

import re
from typing import Final

from cchc_docs.decree.bodies import COMMITTEES, FIELDS, NATIONAL, PARTY, PEOPLES
from cchc_docs.decree.papers import CODES, NAMED, OPENERS, WITHOUT_CODE
from cchc_docs.vietnamese.patterns import UPPER, any_of

_CITED: Final = any_of(
    *("Nghị quyết", "Nghị định", "Kế hoạch", "Đề án", "Chỉ thị", "Chương trình", "Quyết định"),
    *("Luật", "Bộ luật", "Kết luận", "Thông tư", "Thông báo", "Quy định"),
)
_CARRIED_OUT: Final = (
    rf"{any_of('thực hiện', 'thi hành', 'triển khai')}"
    rf"(?=\s+(?:{any_of('thực hiện', 'thi hành')}\s+)?(?:các\s+)?{_CITED})"
)
_SENTENCE: Final = any_of("như sau", "tại", "này", "rõ", "cụ thể", "trên", "thì", "nêu trên")
OPENER: Final = rf"(?:(?:{any_of(*OPENERS)}|{_CARRIED_OUT})(?!\s*[,;.]|\s+{_SENTENCE}))"
"""What opens a subject; without it the words after the body are the sentence that goes on."""

# What opens a subject or another citation is no name; single words (Thư, Lệnh) are part of some.
_KINDS: Final = any_of(*(kind for kind in (*CODES, *WITHOUT_CODE, *NAMED) if " " in kind), "Luật")
_WORD: Final = rf"(?!{any_of(*OPENERS)}|{_KINDS})[{UPPER}][\w'’]*"
_NAME: Final = rf"(?:{_WORD}(?:(?:\s+[-–]\s+|[-–]|\s+){_WORD}){{0,6}}|\d{{1,2}}(?![\w/]))"
_LEVELS: Final = ("tỉnh", "thành phố", "huyện", "thị xã", "quận", "xã", "phường", "thị trấn")
_LEVEL: Final = (
    rf"(?:{any_of(*_LEVELS, 'đặc khu', 'cấp tỉnh', 'cấp huyện', 'cấp xã')}|TP\.?|TX\.?|[PQ]\.)"
)
PLACE: Final = rf"(?:{_LEVEL}(?:\s*{_NAME})?(?:,\s+{_LEVEL}\s*{_NAME}){{0,2}}|{_NAME})"
"""Where a body is at home: tỉnh A, phường B, quận C, Quận 1."""
_TERM: Final = rf"(?:,?\s+{any_of('khóa', 'nhiệm kỳ')}\s+(?:[IVXL]+|\d+)(?!\w))"
_ABBREVIATED: Final = r"(?:\s+\((?:UBND|HĐND)\))?"
_HEADS: Final = ("Chủ tịch", "Phó Chủ tịch", "Thường trực", "Văn phòng")
_PARTY_HEADS: Final = (
    *("Ban Thường vụ", "Ban Chấp hành", "Thường trực", "Ban Tổ chức", "Ban Tuyên giáo"),
    *("Ủy ban Kiểm tra", "Văn phòng"),
)
_FIELD: Final = rf"{any_of(*FIELDS)}(?:(?:\s+[-–]\s+|\s+và\s+){any_of(*FIELDS)})?"
_OFFICE_HEADS: Final = ("Bộ trưởng", "Thứ trưởng", "Liên", "Giám đốc", "Trưởng")
_AT_HOME: Final = "|".join(
    (
        rf"(?:{any_of(*_HEADS)}\s+)?{any_of(*PEOPLES)}{_ABBREVIATED}",
        rf"(?:{any_of(*_OFFICE_HEADS)}\s+)?{any_of('Bộ', 'Sở', 'Phòng')}\s+{_FIELD}",
        rf"(?:{any_of(*_PARTY_HEADS)}\s+)?{any_of(*COMMITTEES)}",
    )
)
_CENTRAL: Final = (
    rf"{any_of(*NATIONAL)}|(?:Hội\s+nghị\s+(?:lần\s+thứ\s+\w+,?\s+)?)?{any_of(*PARTY)}"
)
_MINISTRY_TOO: Final = (
    rf"(?:(?:\s*,\s+|\s+và\s+|\s+[-–]\s+)(?:Bộ\s+trưởng\s+)?Bộ\s+{any_of(*FIELDS)})*"
)
_KNOWN: Final = rf"(?:(?:{_AT_HOME})(?:\s+{PLACE})?|{_CENTRAL}){_TERM}?{_MINISTRY_TOO}"
# A body no list knows: from a capital to what opens the subject, or to a mark.
_UNKNOWN: Final = (
    rf"[{UPPER}]\w*(?:\s+(?!{OPENER}|{_KINDS})\w+){{1,12}}?(?=\s+{OPENER}|\s*[,;.)]|\s*\Z)"
)

ISSUER: Final = rf"(?P<issuer>(?P<known>{_KNOWN})|{_UNKNOWN})"
"""Any issuing body, or the ministries of a joint paper; `known` is one of the lists."""

_ALONE: Final = re.compile(rf"(?:{any_of(*_HEADS)}\s+)?{any_of(*PEOPLES)}{_ABBREVIATED}")
_COMMUNE: Final = re.compile(r"(?<!thị )(?:xã|phường|thị\s+trấn|đặc\s+khu)\b", re.IGNORECASE)


def is_own(issuer: str) -> bool:
    """Tell whether a body is one of a commune: its paper without number is yet to be made."""
    return _ALONE.fullmatch(issuer) is not None or _COMMUNE.search(issuer) is not None
