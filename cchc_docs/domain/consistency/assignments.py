"""The part of the body that gives work to offices, against what the annexes ask of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from cchc_docs.domain.consistency.offices import offices_with_work
from cchc_docs.domain.consistency.passages import told
from cchc_docs.domain.names import resolved
from cchc_docs.domain.outline import outline
from cchc_docs.domain.phrases import Phrases
from cchc_docs.domain.walking import task_rows
from cchc_docs.findings import Finding, Level, Path
from cchc_docs.model.agency import Office, OfficeKind
from cchc_docs.model.document import BlockKind
from cchc_docs.model.plan import Plan

_OPENING = 120  # letters at the beginning of an item in which it names its office


def check_offices_have_items(plan: Plan) -> Iterator[Finding]:
    """Yield, in one finding, offices with work in an annex to which no item of the body gives any.

    A plan whose items name no offices at all is not judged.
    """
    items = list(_items(plan))
    given = {office.id for item in items for office in (item.office, *item.named)}
    working: dict[str, tuple[Office, Path]] = {}
    for path, office in offices_with_work(plan):
        if office.kind is OfficeKind.OFFICE and office.id not in given:
            working.setdefault(office.id, (office, path))
    if items and working:
        names = "; ".join(f'"{office.name}"' for office, _ in working.values())
        yield Finding(
            "office-without-item",
            Level.WARNING,
            f"Có việc ở phụ lục nhưng phần tổ chức thực hiện không giao việc: {names}.",
            'Thêm khoản giao việc (ghi "office"), hoặc giao việc ở phụ lục cho bộ phận khác.',
            next(path for _, path in working.values()),
        )


def check_items_have_work(plan: Plan) -> Iterator[Finding]:
    """Yield items that give work to an office which stands in no row of an annex."""
    busy = {office.id for _, office in offices_with_work(plan)} | {
        office.id
        for _, task in task_rows(plan)
        for name in task.partners
        if (office := plan.agency.office(name))
    }
    for item in _items(plan):
        office = item.office
        if busy and office.kind is OfficeKind.OFFICE and office.id not in busy:
            yield Finding(
                "item-without-work",
                Level.NOTE,
                f'"{office.name}" được giao việc ở đây nhưng không có tên ở phụ lục nào.',
                "Kiểm tra lại phân công ở phụ lục, hoặc giữ nếu chỉ giao việc chung.",
                item.path,
            )


def check_item_names(plan: Plan) -> Iterator[Finding]:
    """Yield headed items that are given to one office and do not name it in their heading."""
    for item in _items(plan):
        if item.title and item.office not in item.named:
            yield Finding(
                "item-other-name",
                Level.WARNING,
                f'Khoản giao việc cho "{item.office.name}" nhưng tiêu đề ghi "{item.title}".',
                f'Ghi "{{office:{item.office.id}}}" trong tiêu đề, hoặc sửa mã ở "office".',
                item.path,
            )


_LABELS = {BlockKind.POINT: "chữ cái", BlockKind.DASH: "gạch đầu dòng"}


def check_item_shapes(plan: Plan) -> Iterator[Finding]:
    """Yield, in one finding for each section, headed items that are not laid out alike.

    Alike means: a colon after the heading or none, and one way of listing the work under it. An
    item in one running text and one with a single paragraph have no list to compare.
    """
    shapes: defaultdict[Path, dict[Path, tuple[bool, str]]] = defaultdict(dict)
    entries = list(outline(plan))
    for item in _items(plan):
        listed = [entry.kind for entry in entries if entry.path[:-1] == (*item.path, "content")]
        if item.title and len(listed) > 1:
            colon = item.title.rstrip().endswith(":")
            shapes[item.path[:-1]][item.path] = (colon, _LABELS.get(listed[0], "không đánh dấu"))
    for found in shapes.values():
        if len(set(found.values())) > 1:
            colons = {colon for colon, _ in found.values()}
            labels = dict.fromkeys(label for _, label in found.values())
            ways = ["tiêu đề nơi có, nơi không có dấu hai chấm"] if len(colons) > 1 else []
            ways += [f"ý bên dưới nơi {', nơi '.join(labels)}"] if len(labels) > 1 else []
            yield Finding(
                "item-shape",
                Level.NOTE,
                f"{len(found)} khoản giao việc trình bày không giống nhau: {'; '.join(ways)} "
                f"({told(plan, list(found))}).",
                "Trình bày các khoản giao việc theo một cách.",
                next(iter(found)),
            )


@dataclass(frozen=True, slots=True)
class _Item:
    """A block that gives work to an office, and the offices its first words name."""

    path: Path
    title: str | None
    office: Office
    named: tuple[Office, ...]


def _items(plan: Plan) -> Iterator[_Item]:
    names = Phrases((name, one) for one in plan.agency.offices for name in (one.name, *one.aliases))
    for path, block in ((entry.path, entry.block) for entry in outline(plan)):
        office = plan.agency.office(block.office) if block.office else None
        if office:
            text = resolved(block.title or block.text or "", plan)[:_OPENING]
            yield _Item(path, block.title, office, tuple(hit.value for hit in names.find(text)))
