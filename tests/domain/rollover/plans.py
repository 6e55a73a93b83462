"""Small plans to roll over, and their rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cchc_docs.domain.review import Done, ReviewRow
from cchc_docs.domain.rollover import Rollover, roll_over
from cchc_docs.model.plan import Plan
from cchc_docs.model.register import Register

AGENCY: dict[str, Any] = {
    "unit": {"name": "An Bình"},
    "offices": [{"id": "vp", "name": "Văn phòng – Thống kê"}],
}
TASK: dict[str, Any] = {"text": "Rà soát thủ tục", "lead": "vp", "deadline": "Cả năm"}


def plan(
    *texts: str, tasks: Iterable[Any] = (), targets: Iterable[Any] = (), **fields: Any
) -> Plan:
    """Return a plan of 2024 with these paragraphs, tasks and targets."""
    annexes: dict[str, Any] = {}
    if tasks:
        rows = [TASK | {"id": f"n{number}"} | one for number, one in enumerate(tasks)]
        annexes["tasks"] = {"title": "Nhiệm vụ", "groups": [{"tasks": rows}]}
    if targets:
        rows = [{"id": f"c{number}", "text": "Tỷ lệ"} | one for number, one in enumerate(targets)]
        annexes["targets"] = {"title": "Chỉ tiêu", "rows": rows}
    content = [{"kind": "paragraph", "text": text} for text in texts or ("Triển khai.",)]
    return Plan.model_validate(
        {
            "agency": AGENCY,
            "year": 2024,
            "subject": "Cải cách hành chính phường An Bình năm 2024",
            "sections": [{"title": "NHIỆM VỤ", "content": content}],
            "annexes": annexes,
        }
        | fields
    )


def rolled(old: Plan, register: Register | None = None, **options: Any) -> Rollover:
    return roll_over(old, old.year + 1, register, **options)


def paragraph(text: str, register: Register | None = None, **options: Any) -> str:
    """Return the new wording of one paragraph."""
    new = rolled(plan(text), register, **options).plan
    return new.sections[0].content[0].text or ""


def rows(result: Rollover, done: Done | None = None) -> list[ReviewRow]:
    """Return the rows of the body and the annexes, without those of the head and the subject."""
    head = ("year", "issue_date", "number", "subject")
    return [
        row for row in result.rows if row.path[0] not in head and (done is None or row.done is done)
    ]
