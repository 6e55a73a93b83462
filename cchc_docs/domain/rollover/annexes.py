"""The rows of the annexes moved on: targets are asked about, one-off tasks go, deadlines shift."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cchc_docs.domain.edits import Remove
from cchc_docs.domain.review import AnswerKind, Done, Question
from cchc_docs.domain.rollover.deadline_pieces import deadline_piece
from cchc_docs.domain.rollover.drafting import Drafting
from cchc_docs.domain.rollover.pieces import Piece, asked, question_text
from cchc_docs.domain.rollover.target_pieces import target_piece
from cchc_docs.domain.rollover.texts import TextReader, years_of
from cchc_docs.domain.walking import target_parts, task_rows
from cchc_docs.domain.years import YearUse
from cchc_docs.findings import Path
from cchc_docs.model.annexes import Task
from cchc_docs.model.deadline import DeadlineForm
from cchc_docs.model.progress import TaskProgress, TaskStatus

_TASK: Final = "nhiệm vụ"
_UNFINISHED: Final = (TaskStatus.DOING, TaskStatus.NOT_STARTED)


def roll_targets(drafting: Drafting, reader: TextReader) -> None:
    """Move every target on; none keeps last year's threshold without the officer's word."""
    results = {one.id: one for one in drafting.progress.targets} if drafting.progress else {}
    for path, row in target_parts(drafting.plan):
        drafting.lay((*path, "text"), row.text, reader.pieces(row.text))
        if row.threshold:
            here = (*path, "threshold")
            piece = target_piece(row.threshold, results.get(row.id), drafting, reader)
            drafting.lay(here, row.threshold.text, [piece])


def roll_tasks(drafting: Drafting, reader: TextReader) -> None:
    """Move every task on; one whose only year is over goes, a group without tasks goes with it."""
    results = {one.id: one for one in drafting.progress.tasks} if drafting.progress else {}
    tasks = [
        _RolledTask(path, task, results.get(task.id), _why_it_goes(task, drafting))
        for path, task in task_rows(drafting.plan)
    ]
    gone = {one.path for one in tasks if one.goes(drafting)}
    if tasks and len(gone) == len(tasks):  # the body speaks of an annex: it cannot be empty
        gone.discard(tasks[-1].path)
    for one in tasks:
        if one.path in gone:
            drafting.note(one.path, one.task.text, one.dropped(drafting))
        else:
            _roll_task(one, drafting, reader)
    drafting.edits += _removals(drafting, gone)


def _removals(drafting: Drafting, gone: set[Path]) -> Iterator[Remove]:
    annex = drafting.plan.annexes.tasks
    for number, group in enumerate(annex.groups if annex else ()):
        above: Path = ("annexes", "tasks", "groups", number)
        paths = [(*above, "tasks", position) for position in range(len(group.tasks))]
        if gone.issuperset(paths):
            yield Remove(above)
        else:
            yield from (Remove(path) for path in paths if path in gone)


@dataclass(frozen=True, slots=True)
class _RolledTask:
    """A task with what became of it; `over` says why it has no place in the new plan."""

    path: Path
    task: Task
    progress: TaskProgress | None
    over: str | None

    def goes(self, drafting: Drafting) -> bool:
        if self.progress and self.progress.status is TaskStatus.CANCELLED:
            return True
        if self.over is None:
            return False
        question = self.carried_over(drafting)
        return question is None or drafting.drops(self.task.text, question)

    def dropped(self, drafting: Drafting) -> Piece:
        """Return the piece of a task that goes."""
        cancelled = f"Tiến độ năm {drafting.year - 1} ghi: {TaskStatus.CANCELLED.label}."
        todo = "Nếu còn phải làm, thêm lại nhiệm vụ; việc chưa xong thì ghi vào tệp --progress."
        why = self.over or cancelled
        end = len(self.task.text)
        return Piece(0, end, "", Done.DROPPED, _TASK, "task-over", why, todo)

    def carried_over(self, drafting: Drafting) -> Piece | None:
        """Return the question whether the rest of an unfinished task goes on in the new year.

        GIỮ leaves the task as it is; BỎ takes a one-off task out, of a yearly one the question.
        """
        progress, old = self.progress, drafting.year - 1
        if progress is None or progress.status not in _UNFINISHED:
            return None
        state = question_text(
            progress.status.label + (f", {progress.note}" if progress.note else "")
        )
        what = f"xác nhận: năm {old} {state}, có chuyển tiếp sang năm {old + 1} không"
        question = Question(what, AnswerKind.TEXT, kept="", may_drop=True)
        goes = "bỏ nhiệm vụ" if self.over else "không chuyển tiếp; nhiệm vụ hằng năm vẫn còn"
        end = len(self.task.text)
        return Piece(
            end,
            end,
            asked(question),
            Done.ASKED,
            _TASK,
            "task-unfinished",
            f"Tiến độ năm {old}: {state}.",
            f"GIỮ: chuyển tiếp, câu chữ như trên; BỎ: {goes}; hoặc ghi thêm câu chữ.",
            question,
            lead=" ",
        )


def _roll_task(one: _RolledTask, drafting: Drafting, reader: TextReader) -> None:
    task, path = one.task, one.path
    carried = one.carried_over(drafting)
    drafting.lay(
        (*path, "text"), task.text, [*reader.pieces(task.text), *([carried] if carried else [])]
    )
    if task.product:
        drafting.lay((*path, "product"), task.product, reader.pieces(task.product))
    _roll_deadline((*path, "deadline"), task, drafting, reader)


def _roll_deadline(path: Path, task: Task, drafting: Drafting, reader: TextReader) -> None:
    if task.deadline.form in (DeadlineForm.FREE, DeadlineForm.OPEN):
        drafting.lay(path, task.deadline.text, reader.pieces(task.deadline.text))
    elif piece := deadline_piece(task.deadline, drafting):
        drafting.lay(path, task.deadline.text, [piece])


def _why_it_goes(task: Task, drafting: Drafting) -> str | None:
    """Return why a one-off task is over by the new year, None where it is not or comes again."""
    year = drafting.year
    if task.recurrence != "once":
        return None
    periods = [one for one in years_of(task.text, year - 1) if one.use is YearUse.PERIOD]
    if any(one.years[-1] >= year for one in periods):
        return None
    if periods:
        return f"Việc chỉ làm một lần của {periods[-1].text}, đã hết trước năm {year}."
    window = task.deadline.window(year - 1)
    if window is None or window[1].year >= year:
        return None
    return f"Việc chỉ làm một lần (recurrence: once), hạn trong năm {year - 1}."
