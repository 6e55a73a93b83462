"""What is cited by name: laws, resolutions of a congress of the Party, standards."""

from __future__ import annotations

import re
from typing import Final

from cchc_docs.decree.laws import LAW_NAMES
from cchc_docs.domain.citations.bodies import PLACE
from cchc_docs.vietnamese.patterns import LOWER, UPPER, any_of

_LISTED: Final = any_of(*LAW_NAMES)
# A law no list knows is told by its capital and by the number, year or day behind its name.
_NOT_IN_NAMES: Final = any_of("quy định", "được", "từ", "tại", "theo", "có", "đã", "là")
_UNLISTED: Final = (
    rf"[{UPPER}][{LOWER}]*"
    rf"(?:,?\s+(?!{_NOT_IN_NAMES})[{LOWER}]+){{0,9}}?"
    r"(?=\s+(?:số:?\s+\d+/\d{4}/|năm\s+\d{4}|ngày\s+\d))"
)
_AMENDING: Final = (
    rf"{any_of('sửa đổi, bổ sung một số điều của', 'sửa đổi, bổ sung một số điều')}\s+(?:các\s+)?"
    rf"(?:(?:Bộ\s+l|L)uật\s+(?:{_LISTED})(?:,\s+|\s+và\s+)?)+"
)
LAW: Final = re.compile(rf"\s+(?P<name>{_AMENDING}(?<!\s)(?<!,)|{_LISTED}|{_UNLISTED})")
"""The name of a law behind the word for its kind."""

YEAR: Final = re.compile(r",?\s+(?:năm\s+)?(?P<year>(?:19|20)\d\d)(?![\d/.-])")
"""The year of a law."""

_ORDINAL: Final = r"(?:lần\s+thứ\s+|khóa\s+|khoá\s+)?(?:[IVXL]+|\d{1,2}|nhất)(?!\w)"
_OF_WHOM: Final = rf"(?:{any_of('Đảng bộ', 'Chi bộ', 'toàn quốc', 'Đảng')}(?:\s+{PLACE})?)"
_PERIOD: Final = r"(?:,?\s+nhiệm\s+kỳ\s+\d{4}\s?[-–]\s?\d{4})"
CONGRESS: Final = re.compile(
    rf"\s+(?P<name>{any_of('Đại hội', 'Đại hội đại biểu', 'Đại hội đảng viên')}"
    rf"(?:\s+{_OF_WHOM}(?:\s+{_ORDINAL}|(?={_PERIOD}))|\s+{_ORDINAL}(?:\s+{_OF_WHOM})?)"
    rf"(?:\s+của\s+Đảng(?!\w))?{_PERIOD}?)"
)
"""The congress whose resolution is cited."""

STANDARD: Final = re.compile(r"\s+(?P<symbol>(?:(?:TCVN|QCVN|ISO|IEC)[\s/-]?)+\d+(?:-\d+)?:\d{4})")
"""TCVN ISO 9001:2015."""
