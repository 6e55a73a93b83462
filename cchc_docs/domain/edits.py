"""Changes to a document's data, each at its path: what a review is made of.

The same edits are applied to the typed plan and, by `storage.editing`, to the text of its file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cchc_docs.findings import Path
from cchc_docs.model.plan import Plan


@dataclass(frozen=True, slots=True)
class SetValue:
    """The value at `path` becomes `text`, whatever it was; the field need not have been written."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class Remove:
    """The field or the list entry at `path` goes, with everything below it."""

    path: Path


Edit = SetValue | Remove


def apply_edits(plan: Plan, edits: Sequence[Edit]) -> Plan:
    """Return the plan with all edits made; paths are those of `plan`, before any of them.

    Raises:
        pydantic.ValidationError: an edit does not suit its field.
    """
    data = plan.model_dump(mode="json")
    for edit in edits:
        if isinstance(edit, SetValue):
            parent, step = _holder(data, edit.path)
            parent[step] = edit.text
    # Entries of a list go from the last to the first, so that no path moves under another.
    removed = [one.path for one in edits if isinstance(one, Remove)]
    for path in sorted(removed, key=lambda path: [*map(_order, path)], reverse=True):
        parent, step = _holder(data, path)
        del parent[step]
    return Plan.model_validate(data)


def _order(step: str | int) -> tuple[int, str]:
    return (step, "") if isinstance(step, int) else (0, step)


def _holder(data: Any, path: Path) -> tuple[Any, str | int]:
    for step in path[:-1]:
        data = data[step]
    return data, path[-1]
