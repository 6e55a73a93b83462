"""The dated log of a year: what happened to tasks and targets, dossiers, other figures, texts.

Periods take from the log what lies in their window; nothing is written twice for two reports.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Final

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from cchc_docs.errors import Place
from cchc_docs.findings import Path
from cchc_docs.model.base import Model, Slug, SlugOrQuestion, Text, as_typed, problem
from cchc_docs.model.document import LAST_YEAR
from cchc_docs.model.issue import Day
from cchc_docs.model.period import PeriodKind
from cchc_docs.model.progress import TaskStatus
from cchc_docs.model.threshold import Threshold, ThresholdField
from cchc_docs.vietnamese.numbers import NotANumber, number_text, parse_number

_MOST: Final = 10**15  # đồng: the budget of no ward comes near


def _quantity(value: object) -> object:
    """Read a figure that is at least 0, written as offices write it (R0)."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | str):
        raise problem("Ở đây phải là một con số.", "Chỉ ghi số, ví dụ 1260 hoặc 12,5.")
    try:
        number = parse_number(value) if isinstance(value, str) else Decimal(str(value))
    except NotANumber as error:
        raise problem(error.what, error.fix) from error
    if not number.is_finite() or number > _MOST:
        what = f"Số quá lớn, lớn hơn {number_text(_MOST)}."
        raise problem(what, "Xem lại số đã ghi và đơn vị tính.")
    if number < 0:
        what = f"Số {as_typed(value)} là số âm."
        raise problem(what, "Số liệu nhỏ nhất là 0; xem lại số đã ghi.")
    return number


def _count(value: object) -> object:
    number = _quantity(value)
    assert isinstance(number, Decimal)
    if number != int(number):
        what = f"Số {as_typed(value)} không phải số nguyên."
        raise problem(what, "Số đếm không có phần thập phân.")
    return int(number)


_NUMBER_SCHEMA = WithJsonSchema({"type": ["number", "string"], "examples": [1260, "12,5"]})

Quantity = Annotated[Decimal, BeforeValidator(_quantity), _NUMBER_SCHEMA]
"""A figure, at least 0; money and hours may have decimals (``12,5``)."""

Count = Annotated[int, BeforeValidator(_count), _NUMBER_SCHEMA]
"""A whole number, at least 0 (R0)."""


_NEGATIVE: Final = re.compile(r"[-−–](?:\s*[\d.,]+\s*%?|[\d.,]+\s+[^\W\d][^\d%:;,.]*)")


def _not_negative(result: Threshold) -> Threshold:
    if _NEGATIVE.fullmatch(result.text):
        fix = "Kết quả nhỏ nhất là 0; nếu là dấu đầu dòng thì xóa dấu đó."
        raise problem(f"Kết quả {result} là số âm.", fix)
    return result


class TaskRecord(Model):
    """What became of one task of the plan, with the days on which it did."""

    id: Slug = Field(title="Mã nhiệm vụ")
    status: TaskStatus | None = Field(
        None,
        title="Tình trạng",
        description="done: đã xong; doing: đang làm; not-started: chưa làm; "
        "cancelled: không làm nữa; để trống thì theo các ngày",
    )
    started: Day | None = Field(None, title="Ngày bắt đầu")
    done: Day | None = Field(None, title="Ngày hoàn thành")
    cancelled: Day | None = Field(None, title="Ngày thôi thực hiện")
    document: Text | None = Field(
        None, title="Văn bản đã ban hành", description="Tên loại, số và ký hiệu"
    )
    document_date: Day | None = Field(None, title="Ngày văn bản")
    note: Text | None = Field(None, title="Ghi chú")

    def status_on(self, day: dt.date) -> TaskStatus:
        """Return how far the task had come at the end of a day."""
        if self.cancelled and self.cancelled <= day:
            return TaskStatus.CANCELLED
        if self.done and self.done <= day:
            return TaskStatus.DONE
        if self.started and self.started <= day:
            return TaskStatus.DOING
        return TaskStatus.NOT_STARTED


class TargetRecord(Model):
    """What one target had reached at the end of a day."""

    id: Slug = Field(title="Mã chỉ tiêu")
    date: Day = Field(title="Đến ngày")
    result: Annotated[ThresholdField, AfterValidator(_not_negative)] = Field(
        title="Kết quả", description='Ví dụ "92,4%", "03 sáng kiến"'
    )
    met: bool | None = Field(
        None, title="Đạt", description="Chỉ ghi khi công cụ không so sánh được bằng số"
    )
    note: Text | None = Field(None, title="Ghi chú")


class DossierRecord(Model):
    """Dossiers of one field of work in some days: the columns of form 06 (TT 01/2020/TT-VPCP).

    `carried_in` is the stock before `since`, the pending columns the stock after `until`; the
    other columns are flows. What was not filled in is 0. Dossiers withdrawn, returned or
    suspended are counted only where the office keeps them apart.
    """

    field: Text = Field(title="Lĩnh vực")
    since: Day = Field(title="Từ ngày")
    until: Day = Field(title="Đến ngày")
    online: Count = Field(0, title="Trực tuyến")
    counter: Count = Field(0, title="Trực tiếp, dịch vụ bưu chính")
    carried_in: Count = Field(0, title="Từ kỳ trước")
    early: Count = Field(0, title="Trước hạn")
    on_time: Count = Field(0, title="Đúng hạn")
    late: Count = Field(0, title="Quá hạn")
    pending_in_time: Count = Field(0, title="Đang giải quyết, trong hạn")
    pending_late: Count = Field(0, title="Đang giải quyết, quá hạn")
    withdrawn: Count = Field(0, title="Rút hồ sơ")
    returned: Count = Field(0, title="Trả lại, từ chối")
    suspended: Count = Field(0, title="Dừng xử lý")
    note: Text | None = Field(None, title="Ghi chú")


class FigureRecord(Model):
    """One other figure; a flow of the days from `since` to `until`, or a stock on `until`.

    `since` None means the one day `until`.
    """

    id: Slug = Field(title="Mã số liệu")
    since: Day | None = Field(None, title="Từ ngày", description="Để trống nếu chỉ một ngày")
    until: Day = Field(title="Đến ngày")
    value: Quantity = Field(title="Số liệu")
    note: Text | None = Field(None, title="Ghi chú")

    @property
    def first_day(self) -> dt.date:
        """The first day of the record."""
        return self.since or self.until


class TextRecord(Model):
    """What the officer writes under one heading of one report."""

    heading: Slug = Field(title="Mã mục")
    period: PeriodKind = Field(title="Kỳ báo cáo", description="Q1, H1, Q3, 9M, YEAR")
    text: Text = Field(title="Nội dung")


class LastYearFigure(Model):
    """A figure of the same period a year before, for comparison."""

    id: Slug = Field(title="Mã số liệu")
    period: PeriodKind = Field(title="Kỳ báo cáo", description="Q1, H1, Q3, 9M, YEAR")
    value: Quantity = Field(title="Số liệu")


class Records(Model):
    """The log of one year's plan, from 15/12 of the year before to 14/12, and what frames it."""

    unit: Text = Field(title="Đơn vị", description="Cấp và tên, ví dụ phường Hoài Hảo")
    year: int = Field(ge=2000, le=LAST_YEAR, title="Năm")
    invented: bool = Field(
        False,
        title="Số liệu giả định",
        description="true: mọi báo cáo in dấu SỐ LIỆU GIẢ ĐỊNH",
    )
    plan_number: Text | None = Field(
        None, title="Số, ký hiệu kế hoạch", description="Ví dụ 15/KH-UBND"
    )
    plan_date: Day | None = Field(None, title="Ngày ban hành kế hoạch")
    signatory: SlugOrQuestion | None = Field(
        None, title="Người ký báo cáo", description="Mã người ký trong hồ sơ đơn vị"
    )
    pending_before: Count | None = Field(
        None,
        title="Hồ sơ kỳ trước chuyển qua",
        description="Hồ sơ đang giải quyết hết ngày 14/12 năm trước, mọi lĩnh vực",
    )
    tasks: tuple[TaskRecord, ...] = Field((), title="Tiến độ nhiệm vụ")
    targets: tuple[TargetRecord, ...] = Field((), title="Kết quả chỉ tiêu")
    dossiers: tuple[DossierRecord, ...] = Field((), title="Hồ sơ thủ tục hành chính")
    figures: tuple[FigureRecord, ...] = Field((), title="Số liệu khác")
    texts: tuple[TextRecord, ...] = Field((), title="Nội dung")
    last_year: tuple[LastYearFigure, ...] = Field((), title="Số liệu cùng kỳ năm trước")


@dataclass(frozen=True, slots=True)
class RecordsFile:
    """A log and what finds the place of each of its values: file and line, or sheet and cell."""

    records: Records
    file: str
    place: Callable[[Path], Place]
