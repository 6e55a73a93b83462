"""Number and symbol of a cited paper: read as printed, told how they should be written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cchc_docs.decree.papers import BODY_CODES, CODES, NAMED
from cchc_docs.domain.slip import Slip

_LETTERS: Final = r"[A-Za-zĐđƯưƠơÔô]*\d*(?!\w)"
_CODE: Final = rf"[A-ZĐƯƠÔ]{_LETTERS}"
# After a blank or a full stop a code is told from a word by its capitals.
_LOOSE: Final = rf"[A-ZĐƯƠÔ]{{2}}{_LETTERS}"
_CODES: Final = rf"{_CODE}(?:\s[-–]\s{_LOOSE})?(?:[-–/&]{_CODE}|(?:\s[-–]|[-–]\s|\.){_LOOSE})*"
_SERIAL: Final = r"\d{1,6}[a-zđ]?"
SYMBOL: Final = re.compile(
    rf"(?:{_SERIAL}(?:\s?/\s?(?:19|20)\d\d)?\s?/\s?|{_SERIAL}\s?[-–]\s?(?={_CODE}\s?/)){_CODES}"
)
"""59/2012/NĐ-CP, 196/KH-UBND, 10-CTr/TU, and what is meant: 34/2007/PLUBTVQH11, 13/2019/TT- BNV."""

BLANK: Final = re.compile(rf"[.…_\s]*/\s?{_CODES}")
"""A symbol whose number is still to be filled in."""

_PARTS: Final = re.compile(r"(\d+[a-zđ]?)(?:/(\d{4}))?([/-])(.+)")
_KIND_CODE: Final = "|".join(
    sorted({code for codes in CODES.values() for code in codes}, key=len, reverse=True)
)
_CODES_OF: Final = {kind.casefold(): codes for kind, codes in CODES.items()}
_BODY_CODE: Final = rf"(?:{'|'.join(BODY_CODES)}|[BS][A-ZĐ]{{2,6}})"
_JOINED: Final = re.compile(rf"({_KIND_CODE})/?({_BODY_CODE}|UBTVQH\d+)")
_WITHOUT_MARKS: Final = {"ND": "NĐ", "QD": "QĐ", "HDND": "HĐND", "TTG": "TTg"}


def read_symbol(printed: re.Match[str], kind: str) -> tuple[str, tuple[Slip, ...]]:
    """Return the symbol as it should be written, and the slips in it as printed."""
    wrong = printed.group()
    parts = _PARTS.fullmatch(re.sub(r"\s", "", wrong).replace("–", "-"))
    if parts is None:
        return wrong, ()
    serial, year, mark, codes = parts.groups()
    if mark == "/" and (joined := _JOINED.fullmatch(codes)):
        codes = "-".join(joined.groups())
    codes = re.sub(r"[^-/.&]+", lambda code: _WITHOUT_MARKS.get(code[0], code[0]), codes)
    right = "/".join(filter(None, (serial, year))) + mark + codes
    slips = [_malformed(printed, right)] if right != wrong else []
    if _belongs_to_another(kind, re.split(r"[-/.&]", codes)):
        slips.append(_another_kind(printed, kind))
    return right, tuple(slips)


def year_of(symbol: str) -> int | None:
    """Return the year in the symbol of a normative paper, None where it holds none."""
    parts = _PARTS.fullmatch(symbol)
    return int(parts[2]) if parts and parts[2] else None


def _malformed(printed: re.Match[str], right: str) -> Slip:
    wrong = printed.group()
    first = next((at for at, (a, b) in enumerate(zip(wrong, right, strict=False)) if a != b), 0)
    # Told from the mark before it, so that an officer can read the piece: TT- BNV, not a blank.
    start = wrong.rfind("/", 0, first) + 1
    return Slip(
        printed.start() + start,
        printed.end(),
        "citation-symbol",
        wrong[start:],
        right[start:],
        f"Ký hiệu “{wrong}” viết không đúng.",
        "Giữa các nhóm chữ viết tắt có dấu gạch nối, không cách chữ "
        "(NĐ 30/2020, Phụ lục I, Phần I, II.3.c).",
    )


def _belongs_to_another(kind: str, codes: Sequence[str]) -> bool:
    """Whether the codes are those of another kind; a single code is the old way: 26/CP."""
    if len(codes) < 2:
        return False
    first, second = codes[:2]
    is_kind = re.fullmatch(_KIND_CODE, first) is not None
    if expected := _CODES_OF.get(kind.casefold()):
        return first not in expected and (is_kind or re.fullmatch(_BODY_CODE, first) is not None)
    # CT is a directive or a tax department: what follows decides.
    return kind not in NAMED and is_kind and re.fullmatch(_BODY_CODE, second) is not None


def _another_kind(printed: re.Match[str], kind: str) -> Slip:
    return Slip(
        *printed.span(),
        "citation-kind",
        printed.group(),
        None,
        f"{kind} mang ký hiệu “{printed.group()}” của một loại văn bản khác.",
        "Ký hiệu mở đầu bằng chữ viết tắt tên loại; của công văn thì bằng tên cơ quan "
        "(NĐ 30/2020, Phụ lục I, Phần I, II.3.b).",
    )
