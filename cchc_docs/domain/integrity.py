"""Parts of a plan that are broken although each value is fine: references, duplicates, gaps.

These stop a plan from loading; everything merely doubtful is a finding of `consistency`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cchc_docs.domain.names import annex_names
from cchc_docs.domain.outline import OutlineEntry, outline
from cchc_docs.domain.walking import target_parts, target_rows, task_rows, values
from cchc_docs.findings import Path
from cchc_docs.model.annexes import SharedColumn, Target, TargetGroup, TargetPart, Task
from cchc_docs.model.base import REFERENCE, is_open
from cchc_docs.model.document import BlockKind
from cchc_docs.model.plan import Plan
from cchc_docs.vietnamese.text import fold, nearest, one_of


@dataclass(frozen=True, slots=True)
class BrokenPart:
    """A place in the plan that cannot stand: its path, what is wrong, how to fix it.

    `rests_on` is the part of the plan that was searched in vain; where that part is broken
    itself, nothing is known.
    """

    path: Path
    what: str
    fix: str
    rests_on: Path = ()


def broken_parts(plan: Plan) -> list[BrokenPart]:
    """Return everything that keeps the plan from being used."""
    return [
        *_unknown_offices(plan),
        *_unknown_names_in_text(plan),
        *_broken_links(plan),
        *_unknown_signatory(plan),
        *_duplicates(plan),
        *_bad_blocks(plan),
        *_empty_lists(plan),
        *_bad_shares(plan),
    ]


def _office_references(plan: Plan) -> Iterator[tuple[Path, str]]:
    for entry in outline(plan):
        if entry.block.office:
            yield (*entry.path, "office"), entry.block.office
    for row in target_rows(plan):
        yield from _each(row.path, "monitor", row.target.monitor)
        yield from _each(row.path, "executors", row.target.executors)
    for path, task in task_rows(plan):
        yield from _each(path, "lead", task.lead)
        yield from _each(path, "partners", task.partners)


def _each(path: Path, field: str, names: Iterable[str]) -> Iterator[tuple[Path, str]]:
    for position, name in enumerate(names):
        yield (*path, field, position), name


_ALMOST_A_REFERENCE = re.compile(r"\{\s*(\w{3,8})\s*:\s*([^{}]*)\}")
_OFFICES: Path = ("agency", "offices")


def _unknown_offices(plan: Plan) -> Iterator[BrokenPart]:
    for path, name in _office_references(plan):
        if not is_open(name) and plan.agency.office(name) is None:
            fix = _office_fix(name, plan)
            yield BrokenPart(path, f'Không có bộ phận "{name}".', fix, _OFFICES)


def _office_fix(name: str, plan: Plan) -> str:
    by_name = {
        called: office.id
        for office in plan.agency.offices
        for called in (office.id, office.name, *office.aliases)
    }
    add = 'thêm bộ phận này vào mục "offices" của hồ sơ đơn vị'
    if close := dict.fromkeys(by_name[called] for called in nearest(name, by_name)):
        return f"Có phải là {one_of(close)}? Nếu không, {add}."
    known = f" Các mã đã có: {', '.join(office.id for office in plan.agency.offices)}."
    return f"Hãy {add}." + (known if plan.agency.offices else "")


def _unknown_names_in_text(plan: Plan) -> Iterator[BrokenPart]:
    annexes = annex_names(plan)
    for path, value in values(plan):
        if not isinstance(value, str):
            continue
        for match in _ALMOST_A_REFERENCE.finditer(value):
            close = nearest(match[1], ("annex", "office"))
            if close and not REFERENCE.fullmatch(match[0]):
                fix = f"Có phải là {{{close[0]}:{match[2].strip()}}}?"
                yield BrokenPart(path, f"Không hiểu {match[0]}.", fix)
        for match in REFERENCE.finditer(value):
            if match[1] == "annex" and match[2] not in annexes:
                known = one_of(f"{{annex:{name}}}" for name in annexes)
                fix = f"Dùng {known}." if known else "Bỏ chỗ nhắc này; kế hoạch không có phụ lục."
                yield BrokenPart(path, f"Không có phụ lục {match[0]}.", fix, ("annexes",))
            if match[1] == "office" and plan.agency.office(match[2]) is None:
                fix = _office_fix(match[2], plan)
                yield BrokenPart(path, f"Không có bộ phận {match[0]}.", fix, _OFFICES)


def _broken_links(plan: Plan) -> Iterator[BrokenPart]:
    points = {entry.block.id for entry in outline(plan) if entry.block.id}
    links: list[tuple[Path, Target | TargetPart | Task]] = [*target_parts(plan), *task_rows(plan)]
    for path, row in links:
        if row.point and row.point not in points:
            close = one_of(nearest(row.point, points))
            yield BrokenPart(
                (*path, "point"),
                f'Không có đoạn nào mang mã "{row.point}".',
                f"Có phải là {close}?" if close else 'Thêm "id" cho đoạn cần liên kết.',
                ("sections",),
            )


def _unknown_signatory(plan: Plan) -> Iterator[BrokenPart]:
    name = plan.signatory
    if name and not is_open(name) and plan.agency.signatory(name) is None:
        known = one_of(one.id for one in plan.agency.signatories)
        yield BrokenPart(
            ("signatory",),
            f'Không có người ký "{name}" trong hồ sơ đơn vị.',
            f"Dùng {known}." if known else 'Thêm mục "signatories" vào hồ sơ đơn vị.',
            ("agency", "signatories"),
        )


def _duplicates(plan: Plan) -> Iterator[BrokenPart]:
    agency = plan.agency
    yield from _repeated("đoạn", ((entry.path, entry.block) for entry in outline(plan)))
    yield from _repeated("chỉ tiêu", target_parts(plan))
    yield from _repeated("nhiệm vụ", task_rows(plan))
    yield from _repeated("bộ phận", _paths(("agency", "offices"), agency.offices))
    yield from _repeated("người ký", _paths(("agency", "signatories"), agency.signatories))
    yield from _ambiguous_offices(plan)


def _paths(path: Path, items: Iterable[object]) -> Iterator[tuple[Path, object]]:
    for position, item in enumerate(items):
        yield (*path, position), item


def _repeated(thing: str, rows: Iterable[tuple[Path, object]]) -> Iterator[BrokenPart]:
    seen: set[str] = set()
    for path, row in rows:
        identifier: str | None = getattr(row, "id", None)
        if identifier is None:
            continue
        if identifier in seen:
            what = f'Mã {thing} "{identifier}" dùng hai lần.'
            yield BrokenPart((*path, "id"), what, "Đặt cho mỗi nơi một mã riêng.")
        seen.add(identifier)


def _ambiguous_offices(plan: Plan) -> Iterator[BrokenPart]:
    owners: dict[str, str] = {fold(office.id): office.id for office in plan.agency.offices}
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
        if remark := _bad_block(entry):
            yield BrokenPart(entry.path, *remark)


def _bad_block(entry: OutlineEntry) -> tuple[str, str] | None:
    block = entry.block
    if block.title and block.text:
        return 'Đoạn có cả "title" và "text".', 'Giữ "title", chuyển "text" vào "content".'
    if not block.title and not block.text:
        return "Đoạn không có nội dung.", 'Thêm "title" hoặc "text".'
    if entry.kind is BlockKind.SECTION and not block.title:
        clause = "Nghị định 30/2020/NĐ-CP (PL I, Phần I, II.6.d) yêu cầu mục có tiêu đề"
        return "Mục lớn (I., II., …) không có tiêu đề.", f'Thêm "title"; {clause}.'
    if block.title and entry.kind not in (BlockKind.SECTION, BlockKind.ITEM):
        what = f'Chỉ mục lớn và khoản có tiêu đề riêng, "{block.title[:40]}" ở cấp thấp hơn.'
        return what, 'Đổi "title" thành "text", giữ nguyên "content".'
    if block.title and not block.content:
        what = f'Mục "{block.title}" chỉ có tiêu đề, không có nội dung.'
        return what, 'Thêm "content" cho mục, hoặc bỏ mục này.'
    return None


def _empty_lists(plan: Plan) -> Iterator[BrokenPart]:
    fix = "Thêm ít nhất một dòng, hoặc bỏ cả phần này."
    if not plan.sections:
        yield BrokenPart(("sections",), "Kế hoạch không có mục nào.", fix)
    targets, tasks = plan.annexes.targets, plan.annexes.tasks
    if targets:
        path: Path = ("annexes", "targets", "rows")
        if not targets.rows:
            yield BrokenPart(path, "Phụ lục chỉ tiêu để trống.", fix)
        for position, row in enumerate(targets.rows):
            if isinstance(row, TargetGroup) and not row.targets:
                what = f'Nhóm "{row.title}" không có chỉ tiêu nào.'
                yield BrokenPart((*path, position, "targets"), what, fix)
    if tasks:
        path = ("annexes", "tasks", "groups")
        if not tasks.groups:
            yield BrokenPart(path, "Phụ lục nhiệm vụ để trống.", fix)
        for position, group in enumerate(tasks.groups):
            if not group.tasks:
                what = f'Nhóm "{group.title or position + 1}" không có nhiệm vụ nào.'
                yield BrokenPart((*path, position, "tasks"), what, fix)


def _bad_shares(plan: Plan) -> Iterator[BrokenPart]:
    for row in target_rows(plan):
        for position, column in enumerate(row.target.shares):
            here = (*row.path, "shares", position)
            if row.above is None:
                what = "Dòng đầu nhóm không có dòng trên để dùng chung ô."
                yield BrokenPart(here, what, 'Bỏ "shares" và ghi nội dung vào ô.')
            elif row.above.parts and column is SharedColumn.THRESHOLD:
                what = "Dòng trên có các ý nhỏ xen giữa nên không gộp được ô chỉ tiêu."
                yield BrokenPart(here, what, 'Ghi lại chỉ tiêu ở dòng này, bỏ khỏi "shares".')
            elif getattr(row.target, column):
                what = f'Dòng vừa dùng chung ô vừa có "{column}" riêng.'
                fix = f'Bỏ "{column}" ở dòng này, hoặc bỏ nó khỏi "shares".'
                yield BrokenPart(here, what, fix)
