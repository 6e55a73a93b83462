"""A deadline as people write it (`Quý I/2024`, `Trước ngày 10/01/2024`) and as days.

Both ends of a window are included. `Trước ngày` excludes the day it names: `Trước ngày
10/01/2024` ends on 09/01/2024. A wording of no known form is kept as free text without a window.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import InstanceOf

from cchc_docs.model.base import FIRST_YEAR, ValueProblem, is_open, worded
from cchc_docs.vietnamese.numerals import from_roman


class DeadlineForm(StrEnum):
    """How a deadline is meant."""

    MONTHS = "months"  # from the first day of a month to the last day of a month
    DAY = "day"  # by the day named, that day included
    BEFORE = "before"  # before the day named, that day excluded
    YEAR = "year"  # the whole year
    RECURRING = "recurring"  # again and again, or all the time: no day by which it is done
    FREE = "free"  # words the tool does not understand
    OPEN = "open"  # an open question [[…]]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline: its wording, its form, and the figures read out of it.

    `year` is the year written, None where none is (the plan's own year is meant). `months` are
    the first and the last month (1-12). `day` is (month, day). `yearly` marks `20/11 hàng năm`.
    """

    text: str
    form: DeadlineForm
    year: int | None = None
    months: tuple[int, int] | None = None
    day: tuple[int, int] | None = None
    yearly: bool = False

    def __str__(self) -> str:
        return self.text

    def window(self, plan_year: int) -> tuple[dt.date, dt.date] | None:
        """Return the first and the last day, both included; None where the text gives no days.

        A deadline on a single day opens on 01/01 of its year. `plan_year` stands in for a year
        that is not written.
        """
        year = self.year or plan_year
        if self.months:
            first, last = self.months
            return dt.date(year, first, 1), _last_of_month(year, last)
        if self.day:
            named = dt.date(year, self.day[0], min(self.day[1], _days(year, self.day[0])))
            last_day = named - dt.timedelta(days=self.form is DeadlineForm.BEFORE)
            return min(dt.date(year, 1, 1), last_day), last_day
        if self.form is DeadlineForm.YEAR:
            return dt.date(year, 1, 1), dt.date(year, 12, 31)
        return None


def _days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _last_of_month(year: int, month: int) -> dt.date:
    return dt.date(year, month, _days(year, month))


_YEAR = r"(?:\s*(?:/|-|năm)\s*(?P<year>\d{4}))"
_MONTH = r"tháng\s+(?P<{0}>\d+)"
_QUARTER = r"(?:quý|quí)\s+(?P<{0}>[ivx]+|\d+)"
_SHORT = r"(?P<d>\d{1,2})\s*[/-]\s*(?P<m>\d{1,2})(?:\s*[/-]\s*(?P<year>\d{4}))?"
_LONG = r"(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})(?:\s+năm\s+(?P<year>\d{4}))?"
_EVERY = r"(?P<every>\s+(?:hàng|hằng)\s+năm)?"
_BEFORE = r"(?P<before>(?:(?:xong|hoàn thành)\s+)?trước\s+(?:ngày\s+)?)"
_BY = r"(?:(?:chậm nhất|muộn nhất)\s+)?(?:(?:là|đến|vào|hết)\s+)?(?:ngày\s+)?"


def _months(text: str, match: re.Match[str]) -> Deadline:
    first = _number(match["a"])
    last = _number(match["b"]) if match["b"] else first
    if not (1 <= first <= 12 and 1 <= last <= 12):
        raise ValueProblem(f'Không có tháng như trong "{text}".', "Tháng là số từ 1 đến 12.")
    return _window(text, match, (first, last), (first, last))


def _quarters(text: str, match: re.Match[str]) -> Deadline:
    first = _quarter(match["a"])
    last = _quarter(match["b"]) if match["b"] else first
    if not first or not last or not (1 <= first <= 4 and 1 <= last <= 4):
        raise ValueProblem(f'Không có quý như trong "{text}".', "Quý là I, II, III hoặc IV.")
    return _window(text, match, (first, last), (3 * first - 2, 3 * last))


def _window(
    text: str, match: re.Match[str], units: tuple[int, int], months: tuple[int, int]
) -> Deadline:
    """Months or quarters from one to another; `Tháng 3 và tháng 9` is two times, not a window."""
    first, last = units
    if first > last:
        raise ValueProblem(f'Thứ tự ngược trong "{text}".', "Ghi tháng hoặc quý đầu trước.")
    if match["list"] and last != first + 1:
        return Deadline(text, DeadlineForm.FREE)
    yearly = bool(match["every"])
    return Deadline(text, DeadlineForm.MONTHS, _year(match), months, yearly=yearly)


def _number(digits: str) -> int:
    """Return a number; of one longer than any month or quarter only the beginning."""
    return int(digits[:4])


def _quarter(numeral: str) -> int | None:
    return _number(numeral) if numeral.isdigit() else from_roman(numeral)


def _before_month(text: str, match: re.Match[str]) -> Deadline:
    month = _number(match["a"])
    if not 1 <= month <= 12:
        raise ValueProblem(f'Không có tháng như trong "{text}".', "Tháng là số từ 1 đến 12.")
    return Deadline(text, DeadlineForm.BEFORE, _year(match), day=(month, 1))


def _half(text: str, match: re.Match[str]) -> Deadline:
    months = (1, 6) if match["half"] == "đầu" else (7, 12)
    return Deadline(text, DeadlineForm.MONTHS, _year(match), months)


def _day(text: str, match: re.Match[str]) -> Deadline:
    day, month, year = int(match["d"]), int(match["m"]), _year(match)
    try:
        dt.date(year or 2024, month, day)  # a leap year, for dates without a year
    except ValueError as error:
        raise ValueProblem(
            f'Không có ngày như trong "{text}".', "Ghi ngày có thật, dạng ngày/tháng/năm."
        ) from error
    form = DeadlineForm.BEFORE if match["before"] else DeadlineForm.DAY
    return Deadline(text, form, year, day=(month, day), yearly=bool(match["every"]))


def _whole_year(text: str, match: re.Match[str]) -> Deadline:
    return Deadline(text, DeadlineForm.YEAR, _year(match))


def _recurring(text: str, match: re.Match[str]) -> Deadline:
    return Deadline(text, DeadlineForm.RECURRING, _year(match))


def _year(match: re.Match[str]) -> int | None:
    written = match.groupdict().get("year")
    if written and int(written) < FIRST_YEAR:
        raise ValueProblem(f'Không có năm như trong "{match.string}".', "Ghi năm có thật.")
    return int(written) if written else None


_IN = r"(?:(?:trong|từ|(?:đến\s+)?hết|đến|cuối)\s+)?"
_THROUGH = r"(?:\s*(?:-|–|đến|(?P<list>[,;]|và))\s*"
_TIMES = r"(?:(?:hàng|hằng)\s+(?:ngày|tuần|tháng|quý)|thường xuyên|định kỳ|liên tục)"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[str, re.Match[str]], Deadline]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), build)
    for pattern, build in (
        (
            rf"{_IN}{_MONTH.format('a')}"
            rf"{_THROUGH}(?:tháng\s+)?(?P<b>\d+))?(?:{_YEAR}|{_EVERY})",
            _months,
        ),
        (
            rf"{_IN}{_QUARTER.format('a')}"
            rf"{_THROUGH}(?:(?:quý|quí)\s+)?(?P<b>[ivx]+|\d+))?(?:{_YEAR}|{_EVERY})",
            _quarters,
        ),
        (rf"trước\s+{_MONTH.format('a')}{_YEAR}?", _before_month),
        (r"0?6\s+tháng\s+(?P<half>đầu|cuối)\s+năm(?:\s+(?P<year>\d{4}))?", _half),
        (rf"(?:{_BEFORE}|{_BY}){_SHORT}{_EVERY}", _day),
        (rf"(?:{_BEFORE}|{_BY}){_LONG}{_EVERY}", _day),
        (r"(?:(?:cả|trong)\s+)?năm(?:\s+(?P<year>\d{4}))?", _whole_year),
        (rf"{_TIMES}(?:\s+trong)?(?:\s+(?:cả\s+)?năm(?:\s+(?P<year>\d{{4}}))?)?", _recurring),
        (rf"{_TIMES}\s*[,;]\s*\D*", _recurring),
        (r"(?:trước\s+)?ngày\s+\d{1,2}\s+(?:hàng|hằng)\s+tháng", _recurring),
    )
)


def parse_deadline(text: str) -> Deadline:
    """Read a deadline; words of no known form become `DeadlineForm.FREE`.

    Raises:
        ValueProblem: for a known form with impossible figures (`Tháng 13/2024`, `31/02/2024`).
    """
    wording = " ".join(text.split())
    if is_open(wording):
        return Deadline(wording, DeadlineForm.OPEN)
    for pattern, build in _FORMS:
        if match := pattern.fullmatch(wording.rstrip(".")):
            return build(wording, match)
    return Deadline(wording, DeadlineForm.FREE)


DeadlineField = Annotated[
    InstanceOf[Deadline],
    *worded(
        parse_deadline,
        "Quý I/2024",
        "Tháng 3/2024",
        "Trước ngày 10/01/2024",
        "Cả năm",
        "20/11 hàng năm",
    ),
]
