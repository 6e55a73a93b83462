"""Number and day of issue: both stay blank until the clerk gives them (NĐ 30/2020, Điều 15)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, InstanceOf

from cchc_docs.model.base import FIRST_YEAR, ValueProblem, problem, worded


@dataclass(frozen=True, slots=True)
class IssueDate:
    """The date of issue; a part that is not known yet is None and prints as a blank."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = (self.day, self.month, self.year)
        return "/".join(f"{part:02d}" for part in parts if part is not None)


_WRITTEN = re.compile(r"(?:(?:(?P<day>\d{1,2})[/-])?(?P<month>\d{1,2})[/-])?(?P<year>\d{4})")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})(?:-(?P<day>\d{2}))?")


def parse_issue_date(text: str) -> IssueDate:
    """Read ``29/12/2023``, ``12/2023``, ``2023`` or ``2023-12-29``.

    Raises:
        ValueProblem: where the text is no date or the date does not exist.
    """
    match = _ISO.fullmatch(text.strip()) or _WRITTEN.fullmatch(text.strip())
    if not match:
        raise ValueProblem(
            f'"{text}" không phải ngày ban hành.',
            'Ghi ngày/tháng/năm ("29/12/2023"), hoặc tháng/năm ("12/2023") khi chưa có ngày.',
        )
    day, month, year = (
        int(match[part]) if match[part] else None for part in ("day", "month", "year")
    )
    try:
        dt.date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError as error:
        raise ValueProblem(
            f'Không có ngày "{text}".', "Kiểm tra lại ngày, tháng trên lịch."
        ) from error
    if not year or year < FIRST_YEAR:
        raise ValueProblem(f'Không có năm như trong "{text}".', "Ghi năm bốn chữ số, ví dụ 2024.")
    return IssueDate(year, month, day)


IssueDateField = Annotated[
    InstanceOf[IssueDate], *worded(parse_issue_date, "12/2023", "29/12/2023")
]


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """The serial number of a document in its year; ``str`` prints 5 as 05 (PL I, II.3.c)."""

    serial: int
    suffix: str = ""

    def __str__(self) -> str:
        return f"{self.serial:02d}{self.suffix}"


def parse_document_number(text: str) -> DocumentNumber:
    """Read ``196`` or ``05`` or ``12a``.

    Raises:
        ValueProblem: for anything else, such as the whole symbol ``196/KH-UBND``.
    """
    match = re.fullmatch(r"0*(\d{1,6})([a-zđ]?)", text.strip())
    if not match or int(match[1]) == 0:
        raise ValueProblem(
            f'"{text}" không phải số văn bản.',
            'Chỉ ghi số thứ tự, ví dụ "15"; ký hiệu "/KH-UBND" do công cụ thêm. '
            "Chưa có số thì bỏ dòng này.",
        )
    return DocumentNumber(int(match[1]), match[2])


DocumentNumberField = Annotated[
    InstanceOf[DocumentNumber], *worded(parse_document_number, "15", "05")
]


_SHORT_YEAR = re.compile(r"(?P<day>^\d{1,2}[/-]\d{1,2}[/-])(?P<year>\d{2})$")


def parse_day(text: str) -> dt.date:
    """Read ``29/12/2023``, ``5-3-24`` or ``2023-12-29``.

    Raises:
        ValueProblem: where the text is no day, not a whole one, or the day does not exist.
    """
    try:
        date = parse_issue_date(_SHORT_YEAR.sub(r"\g<day>20\g<year>", text.strip()))
    except ValueProblem as error:
        what = error.what.replace("ngày ban hành", "một ngày")
        raise ValueProblem(what, _WRITE_A_DAY) from error
    if date.month is None or date.day is None:
        raise ValueProblem(f'"{text}" chưa đủ ngày, tháng, năm.', _WRITE_A_DAY)
    return dt.date(date.year, date.month, date.day)


def _day(value: object) -> object:
    """Take a day as people write it, too."""
    if not isinstance(value, str):
        return value
    try:
        return parse_day(value)
    except ValueProblem as error:
        raise problem(error.what, error.fix) from error


_WRITE_A_DAY = "Ghi đủ ngày, tháng, năm, ví dụ 31/12/2024."

Day = Annotated[dt.date, BeforeValidator(_day)]
"""A day, written ``2024-12-31`` or ``31/12/2024`` or ``31-12-24``."""
