"""Days on which offices rest: weekends, public holidays, Tết (Bộ luật Lao động 2019, Điều 112)."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

_WEEKEND = {5: "Thứ Bảy", 6: "Chủ nhật"}


def rest_day(date: dt.date) -> str | None:
    """Return why offices rest on this day (``Chủ nhật``, ``Tết Nguyên đán``), None on a workday.

    Days off that were announced for one year, and Saturdays worked in exchange, are known as far
    as the library `holidays` knows them.
    """
    calendar = _calendar()
    if name := calendar.get(date):
        return _reason(name)
    return None if calendar.is_working_day(date) else _WEEKEND[date.weekday()]


def workdays(after: dt.date, last: dt.date) -> int:
    """Return how many days offices work after one day up to another, the last included."""
    days = (after + dt.timedelta(one) for one in range(1, (last - after).days + 1))
    return sum(rest_day(day) is None for day in days)


def _reason(name: str) -> str:
    """Shorten the library's name: all days of Tết have one reason, some days have two names."""
    first = name.split(";")[0].strip()
    if first.startswith("Ngày nghỉ"):  # a workday that was exchanged for another
        return "ngày nghỉ hoán đổi"
    if "Tết" in first and "Dương lịch" not in first:
        return "Tết Nguyên đán"
    return first.removeprefix("Ngày ")


@cache
def _calendar() -> HolidayBase:
    from holidays import country_holidays  # 0.1 s, needed only where a plan names a day

    return country_holidays("VN", language="vi")
