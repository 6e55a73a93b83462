"""The two annexes of a plan: targets (Phụ lục I) and tasks (Phụ lục II)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from cchc_docs.model.base import Model, Slug, Text, TextList, as_list
from cchc_docs.model.deadline import DeadlineField
from cchc_docs.model.document import AnyAnnexes
from cchc_docs.model.threshold import ThresholdField

OfficeRefs = TextList
"""Offices by id, name or alias; a single one may be written without a list."""


class SharedColumn(StrEnum):
    """A column whose cell a row can share with the row above it."""

    THRESHOLD = "threshold"
    MONITOR = "monitor"
    EXECUTORS = "executors"


class TargetPart(Model):
    """A dashed sub-row; its offices are those of the row it belongs to."""

    id: Slug = Field(title="Mã chỉ tiêu", description="Giữ nguyên qua các năm")
    text: Text = Field(title="Nội dung chỉ tiêu")
    threshold: ThresholdField | None = Field(None, title="Chỉ tiêu phấn đấu")
    point: Slug | None = Field(None, title="Mã đoạn tương ứng", description="Đoạn nêu chỉ tiêu này")
    measured_by: Slug | None = Field(
        None,
        title="Số liệu đo chỉ tiêu",
        description="Mã số liệu hoặc tỷ lệ của mẫu báo cáo; có thì kết quả được tính",
    )


class Target(Model):
    """One row of the table of targets."""

    id: Slug = Field(title="Mã chỉ tiêu", description="Giữ nguyên qua các năm")
    text: Text = Field(title="Nội dung chỉ tiêu")
    threshold: ThresholdField | None = Field(
        None, title="Chỉ tiêu phấn đấu", description='Ví dụ "Trên 90%", "90%", hoặc lời văn'
    )
    monitor: OfficeRefs = Field((), title="Đơn vị theo dõi, hướng dẫn thực hiện")
    executors: OfficeRefs = Field((), title="Đơn vị thực hiện")
    shares: Annotated[
        tuple[SharedColumn, ...],
        BeforeValidator(as_list, json_schema_input_type=SharedColumn | tuple[SharedColumn, ...]),
    ] = Field(
        (),
        title="Ô dùng chung với dòng trên",
        description="threshold, monitor, executors: ô gộp dọc với dòng ngay trên",
    )
    point: Slug | None = Field(None, title="Mã đoạn tương ứng", description="Đoạn nêu chỉ tiêu này")
    measured_by: Slug | None = Field(
        None,
        title="Số liệu đo chỉ tiêu",
        description="Mã số liệu hoặc tỷ lệ của mẫu báo cáo; có thì kết quả được tính",
    )
    parts: tuple[TargetPart, ...] = Field((), title="Các ý của chỉ tiêu")


class TargetGroup(Model):
    """A titled group of targets; the title is a row of its own."""

    title: Text = Field(title="Tên nhóm chỉ tiêu")
    targets: tuple[Target, ...] = Field(title="Các chỉ tiêu")


def _row_kind(value: Any) -> str:
    if isinstance(value, dict):
        return "group" if "targets" in value or "title" in value else "target"
    return "group" if isinstance(value, TargetGroup) else "target"


TargetRow = Annotated[
    Annotated[TargetGroup, Tag("group")] | Annotated[Target, Tag("target")],
    Discriminator(_row_kind),
]
"""A row of the first level: a group (it has `targets`) or a target that stands alone."""


class TargetAnnex(Model):
    """The annex of targets."""

    title: Text = Field(title="Tên phụ lục", description="Viết thường cũng được, tự in hoa")
    rows: tuple[TargetRow, ...] = Field(title="Các nhóm và chỉ tiêu")


class Task(Model):
    """One row of the table of tasks."""

    id: Slug = Field(title="Mã nhiệm vụ", description="Giữ nguyên qua các năm")
    text: Text = Field(title="Nhiệm vụ")
    product: Text | None = Field(None, title="Hoạt động/sản phẩm")
    lead: OfficeRefs = Field((), title="Cơ quan chủ trì")
    partners: OfficeRefs = Field((), title="Cơ quan phối hợp")
    deadline: DeadlineField = Field(
        title="Thời gian thực hiện",
        description='Ví dụ "Quý I/2024", "Tháng 3/2024", "Trước ngày 10/01/2024", "Cả năm"',
    )
    recurrence: Literal["yearly", "once"] = Field(
        "yearly", title="Tính chất", description="yearly: hằng năm; once: chỉ một lần"
    )
    point: Slug | None = Field(None, title="Mã đoạn tương ứng", description="Đoạn nêu nhiệm vụ này")


class TaskGroup(Model):
    """A group of tasks; without a title no group row is printed."""

    title: Text | None = Field(None, title="Tên nhóm nhiệm vụ")
    tasks: tuple[Task, ...] = Field(title="Các nhiệm vụ")


class TaskAnnex(Model):
    """The annex of tasks."""

    title: Text = Field(title="Tên phụ lục", description="Viết thường cũng được, tự in hoa")
    groups: tuple[TaskGroup, ...] = Field(title="Các nhóm nhiệm vụ")


class Annexes(AnyAnnexes):
    """The annexes a plan has; they are numbered in this order."""

    targets: TargetAnnex | None = Field(None, title="Phụ lục chỉ tiêu")
    tasks: TaskAnnex | None = Field(None, title="Phụ lục nhiệm vụ")
