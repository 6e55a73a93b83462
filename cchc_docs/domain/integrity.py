"""Parts of a plan that are broken although each value is fine: references, duplicates, gaps.

These stop a plan from loading; everything merely doubtful is a finding of `consistency`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cchc_docs.domain.names import annex_names
from cchc_docs.domain.outline import outline
from cchc_docs.domain.walking import values
from cchc_docs.findings import Path
from cchc_docs.model.annexes import Target, TargetGroup, TargetPart, Task
from cchc_docs.model.base import REFERENCE, is_open
from cchc_docs.model.plan import BlockKind, Plan
from cchc_docs.vietnamese.text import fold, nearest, one_of


@dataclass(frozen=True, slots=True)
class BrokenPart:
    """A place in the plan that cannot stand: its path, what is wrong, how to fix it."""

    path: Path
    what: str
    fix: str


def broken_parts(plan: Plan) -> list[BrokenPart]:
    """Return everything that keeps the plan from being used."""
    return [
        *_unknown_offices(plan),
        *_unknown_names_in_text(plan),
        *_broken_links(plan),
        *_unknown_signatory(plan),
        *_duplicates(plan),
        *_bad_blocks(plan),
        *_bad_shares(plan),
    ]


def target_rows(plan: Plan) -> Iterator[tuple[Path, Target]]:
    """Yield every target of the annex (sub-rows are its `parts`), with its path."""
    rows = plan.annexes.targets.rows if plan.annexes.targets else ()
    for position, row in enumerate(rows):
        path: Path = ("annexes", "targets", "rows", position)
        if isinstance(row, TargetGroup):
            for inner, target in enumerate(row.targets):
                yield (*path, "targets", inner), target
        else:
            yield path, row


def task_rows(plan: Plan) -> Iterator[tuple[Path, Task]]:
    """Yield every task of the annex with its path."""
    groups = plan.annexes.tasks.groups if plan.annexes.tasks else ()
    for number, group in enumerate(groups):
        for position, task in enumerate(group.tasks):
            yield ("annexes", "tasks", "groups", number, "tasks", position), task


def _target_parts(plan: Plan) -> Iterator[tuple[Path, Target | TargetPart]]:
    for path, target in target_rows(plan):
        yield path, target
        for position, part in enumerate(target.parts):
            yield (*path, "parts", position), part


def _office_references(plan: Plan) -> Iterator[tuple[Path, str]]:
    for entry in outline(plan):
        if entry.block.office:
            yield (*entry.path, "office"), entry.block.office
    for path, target in target_rows(plan):
        yield from _each(path, "monitor", target.monitor)
        yield from _each(path, "executors", target.executors)
    for path, task in task_rows(plan):
        yield from _each(path, "lead", task.lead)
        yield from _each(path, "partners", task.partners)


def _each(path: Path, field: str, names: Iterable[str]) -> Iterator[tuple[Path, str]]:
    for position, name in enumerate(names):
        yield (*path, field, position), name


def _unknown_offices(plan: Plan) -> Iterator[BrokenPart]:
    for path, name in _office_references(plan):
        if not is_open(name) and plan.agency.office(name) is None:
            yield BrokenPart(path, f'Không có bộ phận "{name}".', _office_fix(name, plan))


def _office_fix(name: str, plan: Plan) -> str:
    by_name = {
        called: office.id
        for office in plan.agency.offices
        for called in (office.id, office.name, *office.aliases)
    }
    close = list(dict.fromkeys(by_name[called] for called in nearest(name, by_name)))
    add = 'thêm bộ phận này vào mục "offices" của hồ sơ đơn vị'
    return f"Có phải là {one_of(close)}? Nếu không, {add}." if close else f"Hãy {add}."


def _unknown_names_in_text(plan: Plan) -> Iterator[BrokenPart]:
    annexes = annex_names(plan)
    for path, value in values(plan):
        if path[0] == "agency" or not isinstance(value, str):
            continue
        for match in REFERENCE.finditer(value):
            if match[1] == "annex" and match[2] not in annexes:
                known = one_of(annexes) or "(kế hoạch này không có phụ lục)"
                yield BrokenPart(path, f"Không có phụ lục {match[0]}.", f"Dùng {known}.")
            if match[1] == "office" and plan.agency.office(match[2]) is None:
                yield BrokenPart(path, f"Không có bộ phận {match[0]}.", _office_fix(match[2], plan))


def _broken_links(plan: Plan) -> Iterator[BrokenPart]:
    points = {entry.block.id for entry in outline(plan) if entry.block.id}
    links: list[tuple[Path, Target | TargetPart | Task]] = [*_target_parts(plan), *task_rows(plan)]
    for path, row in links:
        if row.point and row.point not in points:
            close = one_of(nearest(row.point, points))
            yield BrokenPart(
                (*path, "point"),
                f'Không có đoạn nào mang mã "{row.point}".',
                f"Có phải là {close}?" if close else 'Thêm "id" cho đoạn cần liên kết.',
            )


def _unknown_signatory(plan: Plan) -> Iterator[BrokenPart]:
    if plan.signatory and plan.agency.signatory(plan.signatory) is None:
        known = one_of(one.id for one in plan.agency.signatories)
        yield BrokenPart(
            ("signatory",),
            f'Không có người ký "{plan.signatory}" trong hồ sơ đơn vị.',
            f"Dùng {known}." if known else 'Thêm mục "signatories" vào hồ sơ đơn vị.',
        )


def _duplicates(plan: Plan) -> Iterator[BrokenPart]:
    blocks = ((entry.path, entry.block) for entry in outline(plan))
    agency = plan.agency
    yield from _repeated("đoạn", blocks)
    yield from _repeated("chỉ tiêu", _target_parts(plan))
    yield from _repeated("nhiệm vụ", task_rows(plan))
    yield from _repeated(
        "bộ phận", ((("agency", "offices", i), o) for i, o in enumerate(agency.offices))
    )
    yield from _repeated(
        "người ký", ((("agency", "signatories", i), s) for i, s in enumerate(agency.signatories))
    )
    yield from _ambiguous_offices(plan)


def _repeated(thing: str, rows: Iterable[tuple[Path, object]]) -> Iterator[BrokenPart]:
    seen: set[str] = set()
    for path, row in rows:
        identifier: str | None = getattr(row, "id", None)
        if identifier is None:
            continue
        if identifier in seen:
            yield BrokenPart(
                (*path, "id"),
                f'Mã {thing} "{identifier}" dùng hai lần.',
                "Đặt cho mỗi nơi một mã riêng.",
            )
        seen.add(identifier)


def _ambiguous_offices(plan: Plan) -> Iterator[BrokenPart]:
    owners: dict[str, str] = {}
    for position, office in enumerate(plan.agency.offices):
        for called in (office.name, *office.aliases):
            owner = owners.setdefault(fold(called), office.id)
            if owner != office.id:
                yield BrokenPart(
                    ("agency", "offices", position),
                    f'Tên "{called}" đã thuộc về bộ phận "{owner}".',
                    "Bỏ tên này ở một trong hai bộ phận.",
                )


def _bad_blocks(plan: Plan) -> Iterator[BrokenPart]:
    for entry in outline(plan):
        block, path = entry.block, entry.path
        if block.title and block.text:
            yield BrokenPart(
                path,
                'Đoạn có cả "title" và "text".',
                'Giữ "title" làm tiêu đề và chuyển nội dung vào "content".',
            )
        elif block.title and not block.content:
            yield BrokenPart(
                path,
                f'Mục "{block.title}" chỉ có tiêu đề, không có nội dung.',
                'Thêm "content" cho mục, hoặc bỏ mục này.',
            )
        elif not block.title and not block.text:
            yield BrokenPart(path, "Đoạn không có nội dung.", 'Thêm "title" hoặc "text".')
        elif entry.kind is BlockKind.SECTION and not block.title:
            yield BrokenPart(
                path,
                "Mục lớn (I., II., …) không có tiêu đề.",
                'Thêm "title"; Nghị định 30/2020/NĐ-CP (PL I, II.6.d) yêu cầu mục có tiêu đề.',
            )
        elif block.title and entry.kind not in _TITLED:
            yield BrokenPart(
                path,
                f"Đoạn loại {entry.kind} không có tiêu đề riêng.",
                'Đổi "title" thành "text".',
            )


_TITLED = {BlockKind.SECTION, BlockKind.ITEM}


def _bad_shares(plan: Plan) -> Iterator[BrokenPart]:
    for path, target in target_rows(plan):
        first = path[-1] == 0 or path[-2] == "rows"
        for position, column in enumerate(target.shares):
            here = (*path, "shares", position)
            if first:
                yield BrokenPart(
                    here,
                    "Dòng đầu nhóm không có dòng trên để dùng chung ô.",
                    'Bỏ "shares" và ghi nội dung vào ô.',
                )
            elif getattr(target, column):
                yield BrokenPart(
                    here,
                    f'Dòng vừa dùng chung ô vừa có "{column}" riêng.',
                    f'Bỏ "{column}" ở dòng này, hoặc bỏ nó khỏi "shares".',
                )
