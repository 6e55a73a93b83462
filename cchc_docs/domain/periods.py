"""Reporting periods as windows of days, both ends included.

Source: NĐ 09/2019/NĐ-CP, Điều 12 (closing days); "9 tháng" is not in the decree and follows the
year's by analogy. The four quarters from 15/12 to 14/12 tile the year without gap or overlap.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from cchc_docs.domain.workdays import rest_day
from cchc_docs.model.period import PeriodKind
from cchc_docs.model.report import ReportingPeriod, Window

# Month and day of the first and last day; December opens the year after.
_WINDOWS: Final = {
    PeriodKind.Q1: ((12, 15), (3, 14)),
    PeriodKind.H1: ((12, 15), (6, 14)),
    PeriodKind.Q3: ((6, 15), (9, 14)),
    PeriodKind.NINE_MONTHS: ((12, 15), (9, 14)),
    PeriodKind.YEAR: ((12, 15), (12, 14)),
}
_NEXT: Final = {
    PeriodKind.Q1: PeriodKind.H1,
    PeriodKind.H1: PeriodKind.Q3,
    PeriodKind.Q3: PeriodKind.YEAR,
    PeriodKind.NINE_MONTHS: PeriodKind.YEAR,
}
_QUARTER_ENDS: Final = ((3, 14), (6, 14), (9, 14), (12, 14))


def window_of(kind: PeriodKind, year: int) -> Window:
    """Return the days whose figures a report counts."""
    first, last = _WINDOWS[kind]
    return Window(dt.date(year - (first[0] == 12), *first), dt.date(year, *last))


def period_of(kind: PeriodKind, year: int, own: Window | None = None) -> ReportingPeriod:
    """Return the period of a report; `own` is a window of the user's, None the decree's."""
    usual = window_of(kind, year)
    return ReportingPeriod(kind, year, own or usual, usual=own in (None, usual))


def reporting_year(year: int) -> Window:
    """Return the days the log of a year holds."""
    return window_of(PeriodKind.YEAR, year)


def quarters(year: int) -> list[Window]:
    """Return the four quarters of the reporting year."""
    firsts = [reporting_year(year).first]
    ends = [dt.date(year, *end) for end in _QUARTER_ENDS]
    firsts += [end + dt.timedelta(days=1) for end in ends[:-1]]
    return [Window(first, last) for first, last in zip(firsts, ends, strict=True)]


def coming(period: ReportingPeriod) -> Window:
    """Return the days from the end of a report to the end of the next one's window.

    After the year's report that is the rest of the calendar year: `Tháng 12` is due on 31/12.
    """
    first = period.window.last + dt.timedelta(days=1)
    after = _NEXT.get(period.kind)
    if after is None:
        return Window(first, dt.date(period.year, 12, 31))
    return Window(first, window_of(after, period.year).last)


def earliest_sending(period: ReportingPeriod) -> dt.date:
    """Return the first workday after the window (NĐ 09/2019/NĐ-CP, Điều 8.5)."""
    day = period.window.last + dt.timedelta(days=1)
    while rest_day(day):
        day += dt.timedelta(days=1)
    return day
