"""Numbers, shares and their changes as Vietnamese offices write them: ``1.234,5``, ``96,15%``."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from cchc_docs.vietnamese.dates import two_digits

SHARE_DIGITS: Final = 2
"""Decimals of a share that is not exact: the usual ones in published reports (99,61%; 96,55%)."""

POINTS: Final = "điểm phần trăm"
"""The unit of a change between two shares."""

_NUMBER = re.compile(
    r"(?P<sign>-?)(?P<whole>[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,(?P<part>\d+))?", re.A
)
_FOREIGN = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+\.\d+", re.A)


class NotANumber(ValueError):
    """The text is no number, or could be two; `what` and `fix` are Vietnamese."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what)
        self.what = what
        self.fix = fix


def parse_number(text: str) -> Decimal:
    """Read ``1260``, ``1.260``, ``12,5``, ``-3``: dot between thousands, comma before decimals.

    Raises:
        NotANumber: for words, and for what has two readings (``1.26``, ``1,260``).
    """
    bare = text.strip()
    match = _NUMBER.fullmatch(bare)
    if match and not _FOREIGN.fullmatch(bare.replace(".", "") if match["part"] else ""):
        whole = match["whole"].replace(".", "")
        return Decimal(f"{match['sign']}{whole}.{match['part'] or 0}").normalize() + 0
    if _FOREIGN.fullmatch(bare):
        raise NotANumber(
            f'"{bare}" đọc được hai cách.',
            "Ghi dấu chấm giữa các nhóm ba chữ số, dấu phẩy trước phần thập phân: 1.260 hoặc 12,5.",
        )
    raise NotANumber(f'"{bare}" không phải là số.', "Chỉ ghi số, không kèm đơn vị, ví dụ 1.260.")


@lru_cache(maxsize=1024)  # the same few figures are told again and again
def number_text(value: Fraction | Decimal | int) -> str:
    """Return ``1.234,5``: every decimal that is needed, none that is not."""
    exact = Fraction(value)
    digits = _decimals(exact.denominator)
    if digits is None:
        raise ValueError(f"{value} has no end in decimals")
    return _printed(exact, digits)


def count_text(value: Fraction | Decimal | int) -> str:
    """Return a count inside a sentence: ``05``, ``12``, ``1.260``; small ones take two digits."""
    exact = Fraction(value)
    return two_digits(int(exact)) if exact in range(1, 10) else number_text(exact)


def share_text(share: Fraction) -> str:
    """Return a share as ``96,15%``, rounded half up; an exact one has no more decimals than needed.

    ``100%`` and ``0%`` stand for exactly that: nearly all and nearly nothing take more decimals.
    """
    percent = share * 100
    needed = _decimals(percent.denominator)
    if needed is not None and needed <= SHARE_DIGITS:
        return f"{_printed(percent, needed)}%"
    digits = SHARE_DIGITS
    while rounded(percent, digits) in (0, 100):
        digits += 1
    return f"{_printed(percent, digits)}%"


def points_text(change: Fraction) -> str:
    """Return the size of a change between two shares: ``1,25 điểm phần trăm``."""
    percent = abs(change) * 100
    needed = _decimals(percent.denominator)
    digits = SHARE_DIGITS if needed is None else min(needed, SHARE_DIGITS)
    return f"{_printed(percent, digits)} {POINTS}"


def rounded(value: Fraction | Decimal, digits: int) -> Decimal:
    """Return `value` with so many decimals, rounded half up as spreadsheets do."""
    exact = Fraction(value) * 10**digits
    whole, rest = divmod(abs(exact), 1)
    whole += rest >= Fraction(1, 2)
    return Decimal(int(whole) * (1 if exact >= 0 else -1)).scaleb(-digits)


def _decimals(denominator: int) -> int | None:
    """Return how many decimals a fraction in lowest terms needs; None where they never end."""
    counts = []
    for factor in (2, 5):
        count = 0
        while denominator % factor == 0:
            denominator //= factor
            count += 1
        counts.append(count)
    return max(counts) if denominator == 1 else None


def _printed(value: Fraction, digits: int) -> str:
    from babel.numbers import format_decimal  # 0.02 s, needed by reports only

    pattern = f"#,##0.{'0' * digits}" if digits else "#,##0"
    return format_decimal(rounded(value, digits), pattern, locale="vi")
