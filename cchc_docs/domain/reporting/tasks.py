"""The tasks of a plan at the end of a window: how far, late or not, due next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_docs.domain.reporting.built_in import BUILT_IN
from cchc_docs.domain.walking import task_rows
from cchc_docs.findings import Path
from cchc_docs.model.annexes import Task
from cchc_docs.model.plan import Plan
from cchc_docs.model.progress import TaskStatus
from cchc_docs.model.records import Records, TaskRecord
from cchc_docs.model.report import Figure, Window


@dataclass(frozen=True, slots=True)
class TaskState:
    """A task of the plan at the end of a day.

    `due` is the last day of its deadline, None where the words name none. `entry` is the
    position of its record in the log, None where there is none.
    """

    path: Path
    task: Task
    due: dt.date | None
    status: TaskStatus
    record: TaskRecord | None
    entry: int | None
    day: dt.date

    @property
    def open(self) -> bool:
        """Whether it still has to be done."""
        return self.status in (TaskStatus.DOING, TaskStatus.NOT_STARTED)

    @property
    def late(self) -> bool:
        """Whether the deadline is over and the task is not done."""
        return self.open and self.due is not None and self.due <= self.day

    @property
    def done_on(self) -> dt.date | None:
        """The day on which it was done; None while it is not."""
        return self.record.done if self.record and self.status is TaskStatus.DONE else None

    @property
    def note(self) -> str:
        """The note of its record, blank while a day of the record is still to come."""
        record = self.record
        if record is None or record.note is None:
            return ""
        days = (record.started, record.done, record.cancelled)
        return "" if any(one and one > self.day for one in days) else record.note

    @property
    def done_late(self) -> bool:
        """Whether it was done after its deadline."""
        return bool(self.done_on and self.due and self.done_on > self.due)

    def falls_due(self, window: Window) -> bool:
        """Tell whether it is still open and its deadline ends in a window to come."""
        return self.open and self.due is not None and self.due in window


def task_states(plan: Plan, records: Records, day: dt.date) -> list[TaskState]:
    """Return every task of the plan in printed order, as it was at the end of a day."""
    entries = {one.id: (position, one) for position, one in enumerate(records.tasks)}
    states = []
    for path, task in task_rows(plan):
        position, record = entries.get(task.id, (None, None))
        status = record.status_on(day) if record else TaskStatus.NOT_STARTED
        window = task.deadline.window(plan.year)
        due = window[1] if window else None
        states.append(TaskState(path, task, due, status, record, position, day))
    return states


_COUNTED = {
    "nhiem-vu-xong": TaskStatus.DONE,
    "nhiem-vu-dang-lam": TaskStatus.DOING,
    "nhiem-vu-chua-lam": TaskStatus.NOT_STARTED,
    "nhiem-vu-thoi": TaskStatus.CANCELLED,
}


def task_figures(states: Sequence[TaskState]) -> dict[str, Figure]:
    """Return the built-in figures of tasks by id; none where the plan lists no tasks."""
    if not states:
        return {}
    counts = {
        identifier: _count(identifier, [one for one in states if one.status is status])
        for identifier, status in _COUNTED.items()
    }
    total = _count("nhiem-vu", states)
    late = _count("nhiem-vu-qua-han", [one for one in states if one.late])
    return {"nhiem-vu": total, **counts, "nhiem-vu-qua-han": late}


def _count(identifier: str, states: Iterable[TaskState]) -> Figure:
    counted = list(states)
    noted = tuple(("tasks", one.entry) for one in counted if one.entry is not None)
    rule = "đếm nhiệm vụ ở phụ lục của kế hoạch, theo các ngày trong sổ"
    if missing := len(counted) - len(noted):
        rule += f"; {missing} nhiệm vụ chưa có ghi chép"
    built_in = BUILT_IN[identifier]
    value = Fraction(len(counted))
    return Figure(identifier, built_in.title, built_in.unit, value, rule, noted)
