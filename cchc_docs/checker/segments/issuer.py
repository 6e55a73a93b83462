"""Which lines above the number name the superior body, and which the issuer (box 2)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cchc_docs.checker.segments.lines import Line

_BODY: Final = re.compile(
    r"(?:uy ban|ubnd|hoi dong|hdnd|phong|van phong|trung tam|ban|so|bo|cuc|chi cuc|tong cuc|vu"
    r"|to|doi|truong|tram|cong an|dang uy|thanh tra|chinh phu|benh vien|vien|hoi|doan|lien doan"
    r"|quan su|toa an|chi nhanh|cong ty|hat|kho bac|bao hiem|thuong truc|mat tran|mttq|chu tich)\b"
)
PEOPLES_COMMITTEE: Final = "(?:uy ban nhan dan|ubnd)"
"""A pattern of what a People's Committee is called, in bare letters."""
_COMMITTEE: Final = re.compile(rf"(?:{PEOPLES_COMMITTEE}|hoi dong nhan dan|hdnd)\b")
_WARD: Final = re.compile(rf"{PEOPLES_COMMITTEE}(?: .*)? (?:phuong|(?<!thi )xa|dac khu) \S+")
_OPEN_END: Final = re.compile(r"(?:\b(?:va|cua|ve|cho|tai)|[-,])\Z")


def split_issuer(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines of the superior body, none without one, and those of the issuer.

    The last name is the issuer's (NĐ 30/2020, Phụ lục I, Phần I, II.2). A line that opens no
    name goes on with the one above. Where the words do not part them, bold print does.
    """
    starts = [
        at
        for at, line in enumerate(lines)
        if at == 0 or (_BODY.match(line.bare) and not _OPEN_END.search(lines[at - 1].bare))
    ]
    last = starts[-1] if starts else 0
    if last == 0 and len(lines) > 1 and not _BODY.match(lines[0].bare):
        bold = [line.is_bold for line in lines]
        if bold[-1] and not bold[0]:
            last = bold.index(True)
    return list(lines[:last]), list(lines[last:])


def is_ward(name: str) -> bool:
    """Tell whether a name in bare letters is that of a People's Committee of the lower level.

    A phường, a xã or a đặc khu (Luật Tổ chức chính quyền địa phương 2025, Điều 1).
    """
    return bool(_WARD.match(name))


def is_committee(name: str) -> bool:
    """Tell whether a name in bare letters is that of a People's Committee or Council."""
    return bool(_COMMITTEE.match(name))
