"""What cannot stand in a log: it is of another plan, contradicts itself, or says a thing twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Iterator
from typing import Final

from cchc_docs.domain.form_check import Named, headings, unknown_ids
from cchc_docs.domain.integrity import BrokenPart
from cchc_docs.domain.reporting.built_in import BUILT_IN
from cchc_docs.domain.walking import target_parts, task_rows
from cchc_docs.findings import Path
from cchc_docs.model.base import is_open
from cchc_docs.model.plan import Plan
from cchc_docs.model.progress import TaskStatus
from cchc_docs.model.records import Records, TaskRecord
from cchc_docs.model.report_form import FigureKind, ReportForm
from cchc_docs.vietnamese.dates import short_date
from cchc_docs.vietnamese.text import fold, one_of

_ONE_ROW: Final = "Giữ một dòng, xóa dòng kia."


def broken_records(records: Records, plan: Plan, form: ReportForm) -> list[BrokenPart]:
    """Return everything that keeps a log from being counted; paths lead into the log."""
    return [
        *_of_another_plan(records, plan),
        *_unknown(records, plan, form),
        *_twice(records, form),
        *_bad_days(records, form),
        *_fractions(records, form),
        *_above_all(records, plan, form),
        *_contradictions(records),
    ]


def _of_another_plan(records: Records, plan: Plan) -> Iterator[BrokenPart]:
    own = plan.agency.unit.in_sentence
    if fold(records.unit) != fold(own):
        what = f'Số liệu này của "{records.unit}", kế hoạch là của {own}.'
        yield BrokenPart(("unit",), what, "Chọn đúng tệp số liệu của đơn vị, hoặc sửa tên đơn vị.")
    if records.year != plan.year:
        what = f"Số liệu này của năm {records.year}, kế hoạch là của năm {plan.year}."
        yield BrokenPart(("year",), what, f"Chọn tệp số liệu của năm {plan.year}.")
    name = records.signatory
    if name and not is_open(name) and plan.agency.signatory(name) is None:
        known = one_of(one.id for one in plan.agency.signatories)
        fix = f"Dùng {known}." if known else "Bổ sung người ký vào hồ sơ đơn vị."
        yield BrokenPart(("signatory",), f'Không có người ký "{name}" trong hồ sơ đơn vị.', fix)


def _unknown(records: Records, plan: Plan, form: ReportForm) -> Iterator[BrokenPart]:
    tasks = (task.id for _, task in task_rows(plan))
    yield from unknown_ids("Kế hoạch không có nhiệm vụ", _ids(records, "tasks"), tasks)
    targets = (target.id for _, target in target_parts(plan))
    yield from unknown_ids("Kế hoạch không có chỉ tiêu", _ids(records, "targets"), targets)
    titled = (heading.id for _, heading in headings(form))
    texts = _ids(records, "texts", "heading")
    yield from unknown_ids("Đề cương không có mục", texts, titled)
    known = {*BUILT_IN, *form.titles}
    computed = {*BUILT_IN, *(one.id for one in form.rates)}
    figures = [one for one in _ids(records, "figures") if one[1] not in computed]
    yield from unknown_ids("Mẫu báo cáo không có số liệu", figures, known - computed)
    last_year = _ids(records, "last_year")
    yield from unknown_ids("Mẫu báo cáo không có số liệu", last_year, known)
    for path, name in _ids(records, "figures"):
        if name in computed:
            yield BrokenPart(path, f'Số liệu "{name}" do công cụ tự tính.', "Xóa dòng này.")


def _ids(records: Records, log: str, field: str = "id") -> Named:
    for position, row in enumerate(getattr(records, log)):
        yield (log, position, field), getattr(row, field)


def _twice(records: Records, form: ReportForm) -> Iterator[BrokenPart]:
    yield from _repeated("tasks", "id", (one.id for one in records.tasks))
    yield from _repeated("targets", "date", ((one.id, one.date) for one in records.targets))
    yield from _repeated("texts", "period", ((one.heading, one.period) for one in records.texts))
    yield from _repeated("last_year", "period", ((one.id, one.period) for one in records.last_year))
    stocks = _of_kind(form, FigureKind.STOCK)
    days = ((one.id, one.until) if one.id in stocks else None for one in records.figures)
    yield from _repeated("figures", "until", days)


def _of_kind(form: ReportForm, kind: FigureKind) -> set[str]:
    return {one.id for one in form.indicators if one.kind is kind}


def _repeated(log: str, field: str, keys: Iterable[Hashable]) -> Iterator[BrokenPart]:
    """Yield the rows whose key stood in a row before; None is no key."""
    seen: set[Hashable] = set()
    for position, key in enumerate(keys):
        if key in seen:
            what = f"{_THINGS[log]} đã có một dòng ở trên."
            yield BrokenPart((log, position, field), what, _ONE_ROW)
        seen |= {key} - {None}


_THINGS: Final = {
    "tasks": "Nhiệm vụ này",
    "targets": "Chỉ tiêu này, cùng ngày,",
    "texts": "Mục này, cùng kỳ báo cáo,",
    "last_year": "Số liệu này, cùng kỳ báo cáo,",
    "figures": "Số liệu này, cùng ngày,",
}

_Row = tuple[Path, dt.date, dt.date]
"""Path of a row, its first and its last day."""


def _bad_days(records: Records, form: ReportForm) -> Iterator[BrokenPart]:
    """Yield rows that end before they begin, or that count days another row has counted."""
    rows: dict[tuple[str, str], list[_Row]] = {}
    for position, row in enumerate(records.dossiers):
        found = (("dossiers", position), row.since, row.until)
        rows.setdefault(("dossiers", fold(row.field)), []).append(found)
    stocks = _of_kind(form, FigureKind.STOCK)
    for position, one in enumerate(records.figures):
        if one.id not in stocks:
            figure = (("figures", position), one.first_day, one.until)
            rows.setdefault(("figures", one.id), []).append(figure)
    for same in rows.values():
        yield from _overlaps(same)


def _overlaps(rows: list[_Row]) -> Iterator[BrokenPart]:
    before: _Row | None = None
    for row in sorted(rows, key=lambda one: one[1]):
        path, first, last = row
        if last < first:
            what = f"Đến ngày {short_date(last)} trước từ ngày {short_date(first)}."
            yield BrokenPart((*path, "until"), what, "Xem lại ngày đầu và ngày cuối của dòng.")
            continue
        if before and first <= before[2]:
            what = (
                f"Dòng từ ngày {short_date(first)} đến ngày {short_date(last)} trùng ngày với dòng "
                f"từ ngày {short_date(before[1])} đến ngày {short_date(before[2])}."
            )
            fix = "Sửa ngày để các dòng nối tiếp nhau, hoặc xóa dòng ghi trùng."
            yield BrokenPart((*path, "since"), what, fix)
        if before is None or last > before[2]:
            before = row


def _fractions(records: Records, form: ReportForm) -> Iterator[BrokenPart]:
    counted = {one.id for one in form.indicators if not one.fractional} | BUILT_IN.keys()
    for log in ("figures", "last_year"):
        for position, row in enumerate(getattr(records, log)):
            if row.id in counted and row.value != int(row.value):
                what = "Số đếm không có phần thập phân."
                fix = "Ghi số nguyên; dấu chấm ngăn hàng nghìn, ví dụ 1.260."
                yield BrokenPart((log, position, "value"), what, fix)


def _above_all(records: Records, plan: Plan, form: ReportForm) -> Iterator[BrokenPart]:
    """Yield percentages above 100, unless the target itself asks for more."""
    asked = {target.id: target.threshold for _, target in target_parts(plan)}
    fix = "Xem lại tỷ lệ và dấu thập phân, ví dụ 92,4%."
    for position, row in enumerate(records.targets):
        result, threshold = row.result, asked.get(row.id)
        most = max(100, threshold.value or 0) if threshold else 100
        if result.unit == "%" and result.value is not None and result.value > most:
            path: Path = ("targets", position, "result")
            yield BrokenPart(path, f"Kết quả {result} lớn hơn 100%.", fix)
    rates = {one.id for one in form.rates}
    for position, one in enumerate(records.last_year):
        if one.id in rates and one.value > 100:
            path = ("last_year", position, "value")
            yield BrokenPart(path, "Tỷ lệ lớn hơn 100%.", fix)


_NEEDS: Final = {
    TaskStatus.DONE: "done",
    TaskStatus.DOING: "started",
    TaskStatus.CANCELLED: "cancelled",
}
_FORBIDS: Final = {
    None: (),
    TaskStatus.DONE: ("cancelled",),
    TaskStatus.DOING: ("done", "cancelled"),
    TaskStatus.NOT_STARTED: ("started", "done", "cancelled"),
    TaskStatus.CANCELLED: ("done",),
}


def _contradictions(records: Records) -> Iterator[BrokenPart]:
    """Yield tasks whose status and days cannot both be true."""
    for position, task in enumerate(records.tasks):
        for field, what, fix in _contradiction(task):
            yield BrokenPart(("tasks", position, field), what, fix)


def _contradiction(task: TaskRecord) -> Iterator[tuple[str, str, str]]:
    needed = _NEEDS.get(task.status) if task.status else None
    if task.status and needed and getattr(task, needed) is None:
        title = _title(needed)
        fix = f"Ghi {title}, hoặc sửa tình trạng."
        if task.status is TaskStatus.DONE and task.document_date:
            issued = short_date(task.document_date)
            fix = f"Ghi {title}; văn bản đã ban hành ngày {issued}."
        yield needed, f'Tình trạng là "{task.status.label}" nhưng chưa có {title}.', fix
    for field in _FORBIDS[task.status]:
        if task.status and getattr(task, field):
            title = _title(field)
            what = f'Tình trạng là "{task.status.label}" nhưng có {title}.'
            yield "status", what, f"Sửa tình trạng, hoặc xóa {title}."
    if task.status is None and task.done and task.cancelled:
        what = "Có cả ngày hoàn thành và ngày thôi thực hiện."
        yield "cancelled", what, "Xóa ngày ghi sai."
    for field in ("done", "cancelled"):
        day: dt.date | None = getattr(task, field)
        if task.started and day and day < task.started:
            what = f"{_title(field).capitalize()} {short_date(day)} trước ngày bắt đầu."
            yield field, what, "Xem lại hai ngày; sai năm là lỗi thường gặp."


def _title(field: str) -> str:
    return str(TaskRecord.model_fields[field].title).lower()
