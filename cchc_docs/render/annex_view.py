"""The annex tables of a plan, row by row, numbered, with the cells that merge downwards."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_docs.model.annexes import SharedColumn, Target, TargetGroup, TaskGroup
from cchc_docs.model.plan import Plan
from cchc_docs.render.head import annex_head
from cchc_docs.render.page import PageFit
from cchc_docs.render.view import TargetAnnexView, TargetRowView, TaskAnnexView, TaskRowView
from cchc_docs.render.writer import Writer
from cchc_docs.vietnamese.numerals import roman


def targets_view(plan: Plan, page: PageFit, writer: Writer) -> TargetAnnexView | None:
    """Return the table of targets row by row, or None where the plan has none."""
    annex = plan.annexes.targets
    if annex is None:
        return None
    head = annex_head("targets", annex.title, plan, page, writer)
    rows: list[TargetRowView] = []
    for number, row in enumerate(annex.rows, start=1):
        if isinstance(row, TargetGroup):
            rows.append(_group_row(f"{number}", row.title, writer))
            rows.extend(_target_rows(row.targets, f"{number}.", writer))
        else:
            rows.extend(_target_rows((row,), "", writer, first=number))
    return TargetAnnexView(**head, rows=tuple(rows))


def _group_row(number: str, title: str, writer: Writer) -> TargetRowView:
    empty = writer.cell("")
    return TargetRowView("group", writer.cell(number), writer.words(title), empty, empty, empty)


def _target_rows(
    targets: tuple[Target, ...], prefix: str, writer: Writer, first: int = 1
) -> Iterator[TargetRowView]:
    for position, target in enumerate(targets):
        below = targets[position + 1].shares if position + 1 < len(targets) else ()
        # The cells beside dashed sub-rows are one with those of the row they belong to.
        spanning = {SharedColumn.MONITOR, SharedColumn.EXECUTORS} if target.parts else set()
        merges = {column: _merge(column, target, {*below, *spanning}) for column in SharedColumn}
        yield TargetRowView(
            "target",
            writer.cell(f"{prefix}{first + position}", "restart" if target.parts else None),
            writer.words(target.text),
            writer.cell(str(target.threshold or ""), merges[SharedColumn.THRESHOLD]),
            writer.cell(writer.names(target.monitor), merges[SharedColumn.MONITOR]),
            writer.cell(writer.names(target.executors), merges[SharedColumn.EXECUTORS]),
        )
        merged = writer.cell("", "continue")
        for part in target.parts:
            bound = writer.cell(str(part.threshold or ""))
            text = writer.words(f"- {part.text}")
            yield TargetRowView("part", merged, text, bound, merged, merged)


def _merge(column: SharedColumn, target: Target, open_below: set[SharedColumn]) -> str | None:
    if column in target.shares:
        return "continue"
    return "restart" if column in open_below else None


def tasks_view(plan: Plan, page: PageFit, writer: Writer) -> TaskAnnexView | None:
    """Return the table of tasks row by row, or None where the plan has none."""
    annex = plan.annexes.tasks
    if annex is None:
        return None
    head = annex_head("tasks", annex.title, plan, page, writer)
    return TaskAnnexView(**head, rows=tuple(_task_rows(annex.groups, writer)))


def _task_rows(groups: tuple[TaskGroup, ...], writer: Writer) -> Iterator[TaskRowView]:
    number = 0
    titled = 0
    for group in groups:
        if group.title:
            titled += 1
            yield TaskRowView("group", roman(titled), writer.capitals(group.title))
        for task in group.tasks:
            number += 1
            yield TaskRowView(
                "task",
                str(number),
                writer.words(task.text),
                writer.words(task.product or ""),
                writer.words(writer.names(task.lead)),
                writer.words(writer.names(task.partners)),
                writer.words(str(task.deadline)),
            )
