"""Links between annexes and body: what stands in one and not in the other.

Only what a plan links can be judged: one that links no target may still name each in its body.
"""

from __future__ import annotations

from collections.abc import Iterator

from cchc_docs.domain.consistency.passages import Places, told
from cchc_docs.domain.outline import OutlineEntry, outline
from cchc_docs.domain.phrases import keys
from cchc_docs.domain.walking import target_parts, target_rows, task_rows
from cchc_docs.findings import Finding, Level, Path
from cchc_docs.model.document import BlockKind
from cchc_docs.model.plan import Plan


def check_targets_linked(plan: Plan) -> Iterator[Finding]:
    """Yield the targets that no point of the body corresponds to, in one finding."""
    if not any(row.point for _, row in target_parts(plan)):
        return
    if paths := list(_unlinked_targets(plan)):
        yield Finding(
            "target-unlinked",
            Level.NOTE,
            f"{len(paths)} chỉ tiêu chưa liên kết với đoạn nào ở phần nội dung: "
            f"{told(plan, paths)}.",
            'Ghi mã đoạn vào "point", hoặc bổ sung chỉ tiêu vào phần nội dung.',
            paths[0],
        )


def _unlinked_targets(plan: Plan) -> Iterator[Path]:
    """Parts are judged one by one where one of them is linked, else with their row."""
    for row in target_rows(plan):
        parts = row.target.parts
        if any(part.point for part in parts):
            for position, part in enumerate(parts):
                if not part.point:
                    yield (*row.path, "parts", position)
        elif not row.target.point:
            yield row.path


def check_tasks_linked(plan: Plan) -> Iterator[Finding]:
    """Yield the tasks that no point of the body corresponds to, in one finding."""
    paths = [path for path, task in task_rows(plan) if not task.point]
    if paths and any(task.point for _, task in task_rows(plan)):
        yield Finding(
            "task-unlinked",
            Level.NOTE,
            f"{len(paths)} nhiệm vụ chưa liên kết với đoạn nào ở phần nội dung: "
            f"{told(plan, paths)}.",
            'Ghi mã đoạn vào "point", hoặc bổ sung nhiệm vụ vào phần nội dung.',
            paths[0],
        )


def check_points_linked(plan: Plan) -> Iterator[Finding]:
    """Yield the points nothing is linked to, in sections and levels where others are linked."""
    if paths := unlinked_points(plan):
        yield Finding(
            "point-unlinked",
            Level.NOTE,
            f"{len(paths)} đoạn nêu việc chưa có chỉ tiêu, nhiệm vụ nào ở phụ lục liên kết đến: "
            f"{told(plan, paths)}.",
            "Bổ sung chỉ tiêu hoặc nhiệm vụ vào phụ lục, hoặc giữ nếu chỉ nêu ở phần nội dung.",
            paths[0],
        )


def unlinked_points(plan: Plan) -> list[Path]:
    """Return the paths of the points that `check_points_linked` tells of, in printed order."""
    rows = [*target_parts(plan), *task_rows(plan)]
    names = {row.point for _, row in rows if row.point}
    entries = list(outline(plan))
    linked = [entry for entry in entries if entry.block.id in names]
    levels = {_level(entry) for entry in linked}
    above = {entry.path[:length] for entry in linked for length in range(len(entry.path))}
    ends = {entry.path for entry in linked}
    return [
        entry.path
        for entry in entries
        if _level(entry) in levels
        and entry.path not in above
        and not any(entry.path[:length] in ends for length in range(len(entry.path) + 1))
    ]


def _level(entry: OutlineEntry) -> tuple[object, ...]:
    """Return the section and the kind of a block: points of one section are alike."""
    return entry.path[:2], entry.kind


def check_task_groups(plan: Plan) -> Iterator[Finding]:
    """Yield tasks in another group than the one named like the item of their point."""
    groups = plan.annexes.tasks.groups if plan.annexes.tasks else ()
    titles = {tuple(keys(group.title)): group.title for group in groups if group.title}
    items = _items_of_points(plan)
    places = Places(plan)
    for path, task in task_rows(plan):
        group = groups[int(path[3])].title
        point, item = items.get(task.point or "", ((), ()))
        if group and item in titles and item != tuple(keys(group)):
            yield Finding(
                "task-other-group",
                Level.NOTE,
                f'Nhiệm vụ xếp ở nhóm "{group}", còn đoạn tương ứng ({places.told([point])}) '
                f'thuộc phần cùng tên với nhóm "{titles[item]}".',
                "Chuyển nhiệm vụ về đúng nhóm, hoặc sửa liên kết.",
                path,
            )


def _items_of_points(plan: Plan) -> dict[str, tuple[Path, tuple[str, ...]]]:
    """Return for each named block its path and the folded heading it stands under."""
    found: dict[str, tuple[Path, tuple[str, ...]]] = {}
    heading: tuple[str, ...] = ()
    for entry in outline(plan):
        if entry.kind in (BlockKind.SECTION, BlockKind.ITEM):
            heading = tuple(keys(entry.block.title or ""))
        if entry.block.id:
            found[entry.block.id] = (entry.path, heading)
    return found
