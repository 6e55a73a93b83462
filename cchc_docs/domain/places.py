"""Where something stands, in the words of the printed plan: "mục III, khoản 3, điểm d"."""

from __future__ import annotations

from collections.abc import Mapping

from cchc_docs.domain.names import annex_names
from cchc_docs.domain.outline import outline
from cchc_docs.domain.walking import target_rows, task_rows
from cchc_docs.findings import Path
from cchc_docs.model.document import BlockKind, Document
from cchc_docs.model.plan import Plan

_LEVELS = {
    BlockKind.SECTION: "Mục",
    BlockKind.ITEM: "khoản",
    BlockKind.POINT: "điểm",
    BlockKind.DASH: "gạch đầu dòng",
    BlockKind.PARAGRAPH: "đoạn",
    BlockKind.NOTE: "ghi chú",
}


def printed_places(plan: Plan) -> dict[Path, str]:
    """Return for the path of every numbered part its printed place."""
    places = outline_places(plan)
    annexes = annex_names(plan)
    for row in target_rows(plan):
        places[row.path] = f"{annexes['targets']}, chỉ tiêu {row.number}"
    for number, (path, _) in enumerate(task_rows(plan), start=1):
        places[path] = f"{annexes['tasks']}, nhiệm vụ {number}"
    return places


def outline_places(document: Document) -> dict[Path, str]:
    """Return the printed place of every part of a body."""
    places: dict[Path, str] = {}
    for entry in outline(document):
        label = entry.label.rstrip(".)") if entry.label != "-" else ""
        own = f"{_LEVELS[entry.kind]} {label or int(entry.path[-1]) + 1}"
        above = places.get(entry.path[:-2])  # …, content, position
        places[entry.path] = f"{above}, {own}" if above else own
    return places


def printed_place(places: Mapping[Path, str], path: Path) -> tuple[str, Path]:
    """Return the printed place that holds a value, and the rest of its path below that place.

    The place is empty for values outside the numbered parts; the rest is then the whole path.
    """
    for length in range(len(path), 0, -1):
        if place := places.get(path[:length]):
            return place, path[length:]
    return "", path
