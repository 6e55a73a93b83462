"""Small plans for the tests of findings."""

from typing import Any

from cchc_docs.domain.consistency import find_inconsistencies
from cchc_docs.findings import Finding
from cchc_docs.model.plan import Plan

OFFICES = [
    {"id": "vp", "name": "Văn phòng – Thống kê", "aliases": ["Văn phòng – TK"]},
    {"id": "tp", "name": "Tư pháp – Hộ tịch", "aliases": ["Bộ phận Tư pháp"]},
    {"id": "nganh", "name": "Các ngành liên quan", "kind": "collective"},
    {"id": "so", "name": "Sở Nội vụ", "kind": "outside"},
]
TASK: dict[str, Any] = {
    "id": "x",
    "text": "Ban hành kế hoạch",
    "product": "Kế hoạch",
    "lead": "vp",
    "deadline": "Cả năm",
}


def plan(
    *blocks: Any,
    level: str = "phường",
    offices: list[dict[str, Any]] = OFFICES,
    tasks: list[dict[str, Any]] = [],  # noqa: B006 never changed
    targets: list[dict[str, Any]] = [],  # noqa: B006
    **fields: Any,
) -> Plan:
    """Return a plan of 2024 with these blocks in one section and these rows in its annexes."""
    annexes: dict[str, Any] = {}
    if targets:
        rows = [{"id": f"c{position}", "text": "y"} | row for position, row in enumerate(targets)]
        annexes["targets"] = {"title": "Các chỉ tiêu", "rows": rows}
    if tasks:
        rows = [TASK | {"id": f"n{position}"} | row for position, row in enumerate(tasks)]
        annexes["tasks"] = {"title": "Các nhiệm vụ", "groups": [{"tasks": rows}]}
    item = {"title": "Việc", "content": [*map(_block, blocks), "Không còn việc khác."]}
    return Plan.model_validate(
        {
            "agency": {"unit": {"name": "A", "level": level}, "offices": offices},
            "year": 2024,
            "subject": "Kế hoạch năm",
            "sections": [{"title": "Nhiệm vụ", "content": [item]}],
            "annexes": annexes,
        }
        | fields
    )


def _block(block: Any) -> Any:
    return {"text": block} if isinstance(block, str) else block


def found(rule: str, document: Plan) -> list[Finding]:
    """Return the findings of one rule."""
    findings = [one for one in find_inconsistencies(document) if one.rule == rule]
    assert all(one.what and one.fix and one.path for one in findings)
    return findings
