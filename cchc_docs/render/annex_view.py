"""The annex tables of a plan, row by row, numbered, with the cells that merge downwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from cchc_docs.domain.walking import NumberedTarget, target_rows
from cchc_docs.model.annexes import (
    SharedColumn,
    Target,
    TargetAnnex,
    TargetGroup,
    TaskGroup,
)
from cchc_docs.model.plan import Plan
from cchc_docs.render.head import annex_head
from cchc_docs.render.page import LANDSCAPE_TEXT_MM, UPRIGHT_TEXT_MM, PageFit
from cchc_docs.render.view import TargetAnnexView, TargetRowView, TaskAnnexView, TaskRowView
from cchc_docs.render.writer import Writer
from cchc_docs.vietnamese.numerals import roman

# Letters that a line of these columns holds at least, in the widths of our template.
_TARGET_LINE, _TASK_LINE, _PRODUCT_LINE = 24, 38, 18

Row = TypeVar("Row", TargetRowView, TaskRowView)


def targets_view(plan: Plan, page: PageFit, writer: Writer) -> TargetAnnexView | None:
    """Return the table of targets row by row, or None where the plan has none."""
    annex = plan.annexes.targets
    if annex is None:
        return None
    head = annex_head("targets", annex.title, plan, page, UPRIGHT_TEXT_MM, writer)
    return TargetAnnexView(**vars(head), rows=_with_last(_target_rows(plan, annex, writer)))


def _with_last(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Mark the last row: a page with nothing but ``./.`` on it would be sent back."""
    *before, last = rows
    return (*before, replace(last, keep=True))


def _target_rows(plan: Plan, annex: TargetAnnex, writer: Writer) -> Iterator[TargetRowView]:
    rows = list(target_rows(plan))
    below = {
        upper.number: lower.target.shares
        for upper, lower in pairwise(rows)
        if lower.above is upper.target
    }
    titles = {n: row.title for n, row in enumerate(annex.rows) if isinstance(row, TargetGroup)}
    for row in rows:
        position = int(row.path[3])  # annexes, targets, rows, position
        if position in titles:
            yield _group_row(str(position + 1), titles.pop(position), writer)
        yield _target_row(row, below.get(row.number, ()), writer)
        yield from _part_rows(row.target, writer)


def _group_row(number: str, title: str, writer: Writer) -> TargetRowView:
    empty = writer.cell("")
    return TargetRowView("group", writer.cell(number), writer.words(title), empty, empty, empty)


def _target_row(
    row: NumberedTarget, shared_below: tuple[SharedColumn, ...], writer: Writer
) -> TargetRowView:
    target = row.target
    # The cells beside dashed sub-rows are one with those of the row they belong to.
    spanning = {SharedColumn.MONITOR, SharedColumn.EXECUTORS} if target.parts else set()
    merges = {column: _merge(column, target, {*shared_below, *spanning}) for column in SharedColumn}
    return TargetRowView(
        "target",
        writer.cell(row.number, "restart" if target.parts else None),
        writer.cell_words(target.text, _TARGET_LINE),
        writer.cell(str(target.threshold or ""), merges[SharedColumn.THRESHOLD]),
        writer.cell(writer.names(target.monitor), merges[SharedColumn.MONITOR]),
        writer.cell(writer.names(target.executors), merges[SharedColumn.EXECUTORS]),
        keep=bool(target.parts),
    )


def _part_rows(target: Target, writer: Writer) -> Iterator[TargetRowView]:
    merged = writer.cell("", "continue")
    for left, part in enumerate(target.parts, start=1 - len(target.parts)):
        text = writer.cell_words(f"- {part.text}", _TARGET_LINE)
        bound = writer.cell(str(part.threshold or ""))
        yield TargetRowView("part", merged, text, bound, merged, merged, keep=left < 0)


def _merge(column: SharedColumn, target: Target, open_below: set[SharedColumn]) -> str | None:
    if column in target.shares:
        return "continue"
    return "restart" if column in open_below else None


def tasks_view(plan: Plan, page: PageFit, writer: Writer) -> TaskAnnexView | None:
    """Return the table of tasks row by row, or None where the plan has none."""
    annex = plan.annexes.tasks
    if annex is None:
        return None
    head = annex_head("tasks", annex.title, plan, page, LANDSCAPE_TEXT_MM, writer)
    return TaskAnnexView(**vars(head), rows=_with_last(_task_rows(annex.groups, writer)))


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
                writer.cell_words(task.text, _TASK_LINE),
                writer.cell_words(task.product or "", _PRODUCT_LINE),
                writer.cell_words(writer.names(task.lead)),
                writer.cell_words(writer.names(task.partners)),
                writer.cell_words(str(task.deadline)),
            )
