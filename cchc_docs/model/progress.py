"""What became of last year's plan: how far each task has come, what each target reached."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from pydantic import Field

from cchc_docs.model.base import Model, Slug, Text
from cchc_docs.model.threshold import Operator, Threshold, ThresholdField


class TaskStatus(StrEnum):
    """How far a task has come."""

    DONE = "done"
    DOING = "doing"
    NOT_STARTED = "not-started"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        """The status as an officer reads it."""
        return {
            "done": "đã xong",
            "doing": "đang làm",
            "not-started": "chưa làm",
            "cancelled": "không làm nữa",
        }[self.value]


class TaskProgress(Model):
    """The state of one task at the end of the year."""

    id: Slug = Field(title="Mã nhiệm vụ")
    status: TaskStatus = Field(
        title="Tiến độ",
        description="done: đã xong; doing: đang làm; not-started: chưa làm; "
        "cancelled: không làm nữa",
    )
    note: Text | None = Field(None, title="Ghi chú")


class TargetResult(Model):
    """What a target reached; figures are read with their unit, other words stay words."""

    id: Slug = Field(title="Mã chỉ tiêu")
    result: ThresholdField = Field(title="Kết quả", description='Ví dụ "92,4%", "03 sáng kiến"')
    met: bool | None = Field(
        None, title="Đạt", description="Chỉ ghi khi công cụ không so sánh được bằng số"
    )


class Progress(Model):
    """The results of one year's plan."""

    unit: Text = Field(title="Đơn vị", description="Cấp và tên, ví dụ phường Hoài Hảo")
    year: int = Field(ge=2000, le=2100, title="Năm kế hoạch")
    tasks: tuple[TaskProgress, ...] = Field((), title="Tiến độ nhiệm vụ")
    targets: tuple[TargetResult, ...] = Field((), title="Kết quả chỉ tiêu")


class Judgement(StrEnum):
    """How a result stands to its target."""

    EXCEEDED = "exceeded"  # above a bound that is met by reaching it
    MET = "met"
    MISSED = "missed"

    @property
    def label(self) -> str:
        """The judgement as a report prints it."""
        return {"exceeded": "vượt", "met": "đạt", "missed": "không đạt"}[self.value]


_BEYOND = {Operator.AT_LEAST: Operator.MORE, Operator.AT_MOST: Operator.LESS}


def judged(threshold: Threshold | None, result: TargetResult) -> Judgement | None:
    """Judge a result by its threshold's operator: 92% meets "trên 90%" and exceeds "90%".

    None where the two cannot be compared (words, different units, a result that is only a bound:
    "trên 90%") and `met` does not say.
    """
    if result.met is not None:
        return Judgement.MET if result.met else Judgement.MISSED
    reached = result.result
    if reached.value is None or reached.operator is not Operator.AT_LEAST:
        return None
    return judged_value(threshold, Fraction(reached.value), reached.unit)


def judged_value(
    threshold: Threshold | None, value: Fraction, unit: str | None
) -> Judgement | None:
    """Judge an exact value; of a percentage it is the number before the sign. None as above."""
    if threshold is None or threshold.operator is None or threshold.value is None:
        return None
    if (unit or "").lower() != (threshold.unit or "").lower():
        return None
    bound = Fraction(threshold.value)
    if not threshold.operator.holds(value, bound):
        return Judgement.MISSED
    beyond = _BEYOND.get(threshold.operator)
    exceeded = beyond is not None and beyond.holds(value, bound)
    return Judgement.EXCEEDED if exceeded else Judgement.MET
