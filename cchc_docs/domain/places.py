"""Where something stands, in the words of the printed plan: "mục III, khoản 3, điểm d"."""

from __future__ import annotations

from cchc_docs.domain.names import annex_names
from cchc_docs.domain.outline import outline
from cchc_docs.domain.walking import target_rows, task_rows
from cchc_docs.findings import Path
from cchc_docs.model.plan import BlockKind, Plan

_LEVELS = {
    BlockKind.SECTION: "Mục",
    BlockKind.ITEM: "khoản",
    BlockKind.POINT: "điểm",
    BlockKind.DASH: "gạch đầu dòng",
    BlockKind.PARAGRAPH: "đoạn",
    BlockKind.NOTE: "ghi chú",
}


def printed_place(plan: Plan, path: Path) -> tuple[str, Path]:
    """Return the printed place that holds a value, and the rest of its path below that place.

    The place is empty for values outside the numbered parts; the rest is then the whole path.
    """
    match path[:2]:
        case ("sections", _):
            return _block_place(plan, path)
        case ("annexes", "targets" | "tasks"):
            return _row_place(plan, path)
    return "", path


def _block_place(plan: Plan, path: Path) -> tuple[str, Path]:
    steps: list[str] = []
    depth = 0
    for entry in outline(plan):
        if path[: len(entry.path)] == entry.path:
            label = entry.label.rstrip(".)") if entry.label != "-" else ""
            number = label or str(int(entry.path[-1]) + 1)
            steps.append(f"{_LEVELS[entry.kind]} {number}")
            depth = len(entry.path)
    return ", ".join(steps), path[depth:]


def _row_place(plan: Plan, path: Path) -> tuple[str, Path]:
    annex = annex_names(plan).get(str(path[1]), "Phụ lục")
    for row in target_rows(plan):
        if path[: len(row.path)] == row.path:
            return f"{annex}, chỉ tiêu {row.number}", path[len(row.path) :]
    for number, (here, _) in enumerate(task_rows(plan), start=1):
        if path[: len(here)] == here:
            return f"{annex}, nhiệm vụ {number}", path[len(here) :]
    return "", path
