"""Days and months as an official document prints them (NĐ 30/2020, Phụ lục I, Phần I, II.4.b)."""

from __future__ import annotations

import datetime as dt

BLANK = "\u00a0" * 6
"""Room the clerk fills: number and day are given after signing (NĐ 30/2020, Điều 15).

No-break spaces, so that no line ends inside the room and no program folds it.
"""


def two_digits(number: int) -> str:
    """Return a number under 10 with a leading 0, others as they are."""
    return f"{number:02d}"


def day_text(day: int | None) -> str:
    """Return the day with two digits, or the blank where it is not given yet."""
    return BLANK if day is None else two_digits(day)


def month_text(month: int | None) -> str:
    """Return the month; only 1 and 2 take a leading 0. None gives the blank."""
    if month is None:
        return BLANK
    return two_digits(month) if month <= 2 else str(month)


def long_date(day: int | None, month: int | None, year: int | None) -> str:
    """Return ``ngày 05 tháng 3 năm 2024``; a part that is None is left blank."""
    year_text = BLANK if year is None else str(year)
    return f"ngày {day_text(day)} tháng {month_text(month)} năm {year_text}"


def short_date(date: dt.date) -> str:
    """Return ``05/3/2024``, with the same zero rule as the long form."""
    return f"{two_digits(date.day)}/{month_text(date.month)}/{date.year}"
