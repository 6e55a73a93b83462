"""Who does the work: each task has one lead, and every office named is the ward's own."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_docs.domain.walking import target_rows, task_rows
from cchc_docs.findings import Finding, Level, Path
from cchc_docs.model.agency import Office, OfficeKind
from cchc_docs.model.base import is_open
from cchc_docs.model.plan import Plan


def offices_with_work(plan: Plan) -> Iterator[tuple[Path, Office]]:
    """Yield every office that monitors, executes or leads, with the path of the name."""
    named = [
        (row.path, field, names)
        for row in target_rows(plan)
        for field, names in (("monitor", row.target.monitor), ("executors", row.target.executors))
    ] + [(path, "lead", task.lead) for path, task in task_rows(plan)]
    for path, field, names in named:
        for position, name in enumerate(names):
            if office := plan.agency.office(name):
                yield (*path, field, position), office


def check_leads(plan: Plan) -> Iterator[Finding]:
    """Yield tasks nobody leads, or more than one, or one that is its own partner."""
    for path, task in task_rows(plan):
        if not task.lead:
            yield Finding(
                "lead-missing",
                Level.WARNING,
                "Nhiệm vụ chưa có cơ quan chủ trì.",
                "Ghi bộ phận chủ trì, hoặc [[câu hỏi]] nếu chưa xác định.",
                (*path, "lead"),
            )
        leads, partners = (
            {_office_id(plan, name) for name in names if not is_open(name)}
            for names in (task.lead, task.partners)
        )
        for name in sorted(leads & partners):
            yield Finding(
                "lead-is-partner",
                Level.WARNING,
                f'"{_name(plan, name)}" vừa chủ trì vừa phối hợp.',
                "Ghi rõ một bộ phận chủ trì, bỏ bộ phận đó khỏi cơ quan phối hợp.",
                (*path, "partners"),
            )
        if len(leads) > 1:
            yield Finding(
                "lead-many",
                Level.NOTE,
                f"Nhiệm vụ có {len(leads)} cơ quan chủ trì.",
                "Nên có một bộ phận chủ trì, các bộ phận khác phối hợp.",
                (*path, "lead"),
            )
        if leads and all(_is_collective(plan, name) for name in leads):
            yield Finding(
                "lead-collective",
                Level.WARNING,
                f'Giao "{_name(plan, min(leads))}" chủ trì, không rõ bộ phận nào chịu trách nhiệm.',
                "Ghi tên một bộ phận chủ trì.",
                (*path, "lead"),
            )


def _office_id(plan: Plan, name: str) -> str:
    office = plan.agency.office(name)
    return office.id if office else name


def _name(plan: Plan, name: str) -> str:
    office = plan.agency.office(name)
    return office.name if office else name


def _is_collective(plan: Plan, name: str) -> bool:
    office = plan.agency.office(name)
    return office is not None and office.kind is OfficeKind.COLLECTIVE


def check_outside_offices(plan: Plan) -> Iterator[Finding]:
    """Yield work that is given to somebody else's office."""
    for path, office in offices_with_work(plan):
        if office.kind is OfficeKind.OUTSIDE:
            yield Finding(
                "outside-office",
                Level.WARNING,
                f'"{office.name}" không thuộc đơn vị nhưng được giao việc.',
                "Giao cho bộ phận của đơn vị, hoặc xem lại loại bộ phận trong hồ sơ đơn vị.",
                path,
            )
