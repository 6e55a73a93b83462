"""The form of the periodic report as data: figures, outline, sentences; a province may replace it.

Source of the shipped one: the outline the offices have used since 2021 (Công văn 725/BNV-CCHC,
known from reports that follow it; the text itself was not seen), so it claims to be no official
form.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from cchc_docs.findings import Level
from cchc_docs.model.base import Model, Slug, Text, TextList, as_list


class FigureKind(StrEnum):
    """Whether figures of two periods add up."""

    FLOW = "flow"  # what happened in some days: adds up
    STOCK = "stock"  # what there is at the end of a day: the latest one counts, never a sum
    OPENING = "opening"  # what was carried into some days: the first one counts, never a sum


class Indicator(Model):
    """A figure the officer fills in."""

    id: Slug = Field(title="Mã số liệu")
    title: Text = Field(title="Tên số liệu")
    unit: Text = Field(title="Đơn vị tính")
    kind: FigureKind = Field(
        FigureKind.FLOW,
        title="Loại",
        description="flow: cộng dồn; stock: số cuối kỳ; opening: số đầu kỳ",
    )
    fractional: bool = Field(False, title="Có phần thập phân", description="true: như số tiền")


class IndicatorGroup(Model):
    """Figures that stand together in the workbook."""

    title: Text = Field(title="Tên nhóm")
    indicators: tuple[Indicator, ...] = Field(title="Các số liệu")


class Sum(Model):
    """A figure that is the sum of others."""

    id: Slug = Field(title="Mã số liệu")
    title: Text = Field(title="Tên số liệu")
    unit: Text = Field(title="Đơn vị tính")
    of: TextList = Field(title="Các số hạng", description="Mã số liệu")


class Rate(Model):
    """A share: `part` of the named `whole` (R9)."""

    id: Slug = Field(title="Mã tỷ lệ")
    title: Text = Field(title="Tên tỷ lệ")
    part: Slug = Field(title="Tử số", description="Mã số liệu")
    whole: Slug = Field(title="Mẫu số", description="Mã số liệu")


class Limit(Model):
    """A relation that must hold: the sum of `parts` is at most, or exactly, the sum of `wholes`."""

    rule: Text = Field(title="Quy tắc", description="R14, R15, R16, R18, R19")
    parts: TextList = Field(title="Phần", description="Mã số liệu")
    wholes: TextList = Field(title="Toàn bộ", description="Mã số liệu")
    exact: bool = Field(False, title="Phải bằng", description="true: bằng; false: không vượt quá")
    running: bool = Field(
        False,
        title="Xét lũy kế",
        description="true: so sánh số cộng dồn từ đầu năm; việc kỳ trước, kỳ này mới xong",
    )
    level: Level | None = Field(
        None, title="Mức", description="error, warning, note; để trống thì theo quy tắc"
    )


class Sentence(Model):
    """A sentence with slots: `{so-lieu}`, `{phan/toan-bo}`, `{parts:tong}`, `{change:so-lieu}`.

    Where the figure `when` is 0 (None: that of the first slot) `zero` is said instead, or nothing
    if `quiet`; the same where one of its rates is over 0. Not printed at all where none of its
    figures is known.
    """

    text: Text = Field(title="Câu")
    zero: Text | None = Field(None, title="Câu khi không phát sinh")
    quiet: bool = Field(
        False, title="Không nhắc khi không phát sinh", description="true: bỏ cả câu khi bằng 0"
    )
    when: Slug | None = Field(None, title="Xét theo số liệu")


def _from_text(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class TaskList(StrEnum):
    """A list drawn up from the log of tasks and targets."""

    DONE = "done"
    LATE = "late"
    NEXT = "next"
    CANCELLED = "cancelled"
    TARGETS = "targets"
    MISSED = "missed"


class Heading(Model):
    """A heading of the outline with what is said under it, in this order.

    Sections and items print their title; the points below an item begin with their sentences.
    """

    id: Slug = Field(title="Mã mục")
    title: Text = Field(title="Tên mục")
    sentences: tuple[Annotated[Sentence, BeforeValidator(_from_text)], ...] = Field(
        (), title="Các câu"
    )
    lists: Annotated[
        tuple[TaskList, ...],
        BeforeValidator(as_list, json_schema_input_type=TaskList | tuple[TaskList, ...]),
    ] = Field(
        (), title="Danh sách tự lập", description="done, late, next, cancelled, targets, missed"
    )
    summary: bool = Field(
        False, title="Mục tổng hợp", description="true: chỉ nhắc lại số liệu đã nêu ở trên (R21)"
    )
    headings: tuple[Heading, ...] = Field((), title="Các mục bên dưới")


class StatisticRow(Model):
    """A row of the statistical annex; without a figure it is filled in by hand."""

    label: Text = Field(title="Chỉ tiêu thống kê")
    unit: Text = Field(title="Đơn vị tính")
    figure: Slug | None = Field(None, title="Mã số liệu")


class StatisticGroup(Model):
    """A titled group of statistical rows."""

    title: Text = Field(title="Tên nhóm")
    rows: tuple[StatisticRow, ...] = Field(title="Các dòng")


class StatisticsForm(Model):
    """The rows of the statistical annex, with the version that is printed under it."""

    version: Text = Field(title="Phiên bản")
    groups: tuple[StatisticGroup, ...] = Field(title="Các nhóm")


class ReportForm(Model):
    """Everything about a periodic report that a province may have in another way."""

    version: Text = Field(title="Phiên bản")
    dossier_fields: TextList = Field((), title="Các lĩnh vực thủ tục hành chính")
    groups: tuple[IndicatorGroup, ...] = Field((), title="Các nhóm số liệu")
    sums: tuple[Sum, ...] = Field((), title="Các tổng")
    rates: tuple[Rate, ...] = Field((), title="Các tỷ lệ")
    limits: tuple[Limit, ...] = Field((), title="Các quan hệ phải đúng")
    compared: TextList = Field((), title="Số liệu so với cùng kỳ", description="Mã số liệu")
    sections: tuple[Heading, ...] = Field(title="Đề cương")

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All figures the officer fills in, in the order of the workbook."""
        return tuple(one for group in self.groups for one in group.indicators)

    @property
    def titles(self) -> dict[str, str]:
        """The name of each figure, sum and rate of the form, by id."""
        titles = {one.id: one.title for one in self.indicators}
        titles |= {one.id: one.title for one in self.sums}
        return titles | {one.id: one.title for one in self.rates}
