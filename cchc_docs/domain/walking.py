"""Walks over a document: all its values, the rows of its annexes, each with its path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from cchc_docs.findings import Path
from cchc_docs.model.annexes import Target, TargetGroup, TargetPart, Task
from cchc_docs.model.plan import Plan


def values(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield every value that is neither a model nor a tuple, in the order of the fields."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from values(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from values(item, (*path, position))
    elif value is not None:
        yield path, value


_CODES = frozenset(
    {"id", "kind", "office", "point", "shares", "lead", "partners", "monitor", "executors"}
    | {"recurrence", "signatory", "measured_by"}
)
"""Fields that hold codes, not words."""


def texts(plan: Plan) -> Iterator[tuple[Path, str]]:
    """Yield every wording of a plan outside its profile, in the order of the data."""
    for path, value in values(plan):
        if path[0] in ("agency", "year", "number", "issue_date"):
            continue
        if not _CODES.intersection(path[-2:]):
            yield path, str(value)


@dataclass(frozen=True, slots=True)
class NumberedTarget:
    """A target with its printed number (``1.2`` or ``4``), its path, and the row above it.

    `above` is None for the first row of a group or of a run without a group: rows of one run
    may share cells.
    """

    target: Target
    number: str
    path: Path
    above: Target | None


def target_rows(plan: Plan) -> Iterator[NumberedTarget]:
    """Yield every target of the annex in printed order; sub-rows are its `parts`."""
    rows = plan.annexes.targets.rows if plan.annexes.targets else ()
    above: Target | None = None
    for position, row in enumerate(rows):
        path: Path = ("annexes", "targets", "rows", position)
        if isinstance(row, TargetGroup):
            above = None
            for inner, target in enumerate(row.targets):
                number = f"{position + 1}.{inner + 1}"
                yield NumberedTarget(target, number, (*path, "targets", inner), above)
                above = target
            above = None
        else:
            yield NumberedTarget(row, str(position + 1), path, above)
            above = row


def target_parts(plan: Plan) -> Iterator[tuple[Path, Target | TargetPart]]:
    """Yield every target and every dashed sub-row, each with its path."""
    for row in target_rows(plan):
        yield row.path, row.target
        for position, part in enumerate(row.target.parts):
            yield (*row.path, "parts", position), part


def task_rows(plan: Plan) -> Iterator[tuple[Path, Task]]:
    """Yield every task of the annex in printed order, with its path."""
    groups = plan.annexes.tasks.groups if plan.annexes.tasks else ()
    for number, group in enumerate(groups):
        for position, task in enumerate(group.tasks):
            yield ("annexes", "tasks", "groups", number, "tasks", position), task
