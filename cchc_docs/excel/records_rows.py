"""The rows of the workbook of figures: those prepared from the plan, filled with what is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from cchc_docs.domain.names import resolved
from cchc_docs.domain.periods import quarters, reporting_year
from cchc_docs.domain.reporting.built_in import BUILT_IN
from cchc_docs.domain.walking import target_rows, task_rows
from cchc_docs.excel.records_sheets import (
    DOSSIERS,
    FIGURES,
    LAST_YEAR,
    TARGETS,
    TASKS,
    TEXTS,
    Layout,
)
from cchc_docs.model.annexes import SharedColumn, Target, TargetPart
from cchc_docs.model.plan import Plan
from cchc_docs.model.records import Records
from cchc_docs.model.report_form import FigureKind, Heading, ReportForm
from cchc_docs.vietnamese.numerals import point_letter, roman

Row = Mapping[str, Any]
"""Values by field; columns that are only shown by their title."""


def rows_of(layout: Layout, plan: Plan, form: ReportForm, records: Records | None) -> list[Row]:
    """Return the rows of a sheet: the prepared ones in order, then whatever else was written.

    A record of a prepared row takes its place; without records the prepared ones are blank.
    """
    keys = [column.field for column in layout.columns if column.prepared]
    written: dict[tuple[Any, ...], list[Row]] = {}
    for row in _written(layout, records):
        written.setdefault(_key(row, keys), []).append(row)
    rows: list[Row] = []
    about: dict[Any, Row] = {}  # what is shown beside a code
    for row in _PREPARED[layout.sheet](plan, form):
        about.setdefault(row[keys[0]], {name: row[name] for name in row if name not in keys})
        rows += [{**row, **one} for one in written.pop(_key(row, keys), [{}])]
    rest = (one for more in written.values() for one in more)
    return rows + [{**about.get(one[keys[0]], {}), **one} for one in rest]


def _key(row: Row, fields: Sequence[str]) -> tuple[Any, ...]:
    return tuple(row.get(field) for field in fields)


def _written(layout: Layout, records: Records | None) -> Iterator[Row]:
    entries = getattr(records, layout.list) if records else ()
    if not layout.periods:
        yield from ({name: value for name, value in one if value is not None} for one in entries)
        return
    key, value = (one.field for one in (layout.read[0], layout.read[-1]))
    titles = {period: title for title, period in layout.periods.items()}
    rows: list[dict[str, Any]] = []
    latest: dict[str, dict[str, Any]] = {}
    for one in entries:
        name, title = getattr(one, key), titles[one.period]
        if title in latest.get(name, {title: None}):  # a second one takes a second row
            latest[name] = {key: name}
            rows.append(latest[name])
        latest[name][title] = getattr(one, value)
    yield from rows


def _tasks(plan: Plan, _: ReportForm) -> Iterator[Row]:
    for number, (_path, task) in enumerate(task_rows(plan), start=1):
        yield {
            "id": task.id,
            "TT": str(number),
            "Nhiệm vụ": resolved(task.text, plan),
            "Thời hạn": str(task.deadline),
        }


def _targets(plan: Plan, form: ReportForm) -> Iterator[Row]:
    computed = {identifier: title for identifier, title, _ in _titles(form)}
    for target, label in _measured(plan):
        by = target.measured_by
        about = {
            "id": target.id,
            "Chỉ tiêu": f"{label} {resolved(target.text, plan)}",
            "Mức phấn đấu": str(target.threshold),
            "Cách tính": f"Tự tính: {computed.get(by, by)}" if by else "",
        }
        yield from (about | {"date": quarter.last} for quarter in quarters(plan.year))


def _measured(plan: Plan) -> Iterator[tuple[Target | TargetPart, str]]:
    """Yield what has a threshold, and its printed number or dash."""
    for row in target_rows(plan):
        target = row.target
        if row.above and SharedColumn.THRESHOLD in target.shares:
            target = target.model_copy(update={"threshold": row.above.threshold})
        if target.threshold:
            yield target, row.number
        yield from ((part, "-") for part in target.parts if part.threshold)


def _dossiers(plan: Plan, form: ReportForm) -> Iterator[Row]:
    months = list(_months(plan.year))
    for field in form.dossier_fields:
        yield from ({"field": field, "since": since, "until": until} for since, until in months)


def _months(year: int) -> Iterator[tuple[dt.date, dt.date]]:
    """Yield the months of the reporting year, from the 15th to the 14th."""
    since = reporting_year(year).first
    for month in range(1, 13):
        until = dt.date(year, month, since.day - 1)
        yield since, until
        since = until + dt.timedelta(days=1)


def _figures(plan: Plan, form: ReportForm) -> Iterator[Row]:
    for group in form.groups:
        for one in group.indicators:
            about = {
                "id": one.id,
                "Nhóm": group.title,
                "Tên số liệu": one.title,
                "Đơn vị tính": one.unit,
            }
            for quarter in quarters(plan.year):
                days = {"until": quarter.last}
                if one.kind is not FigureKind.STOCK:
                    days["since"] = quarter.first
                yield about | days


def _texts(_: Plan, form: ReportForm) -> Iterator[Row]:
    yield from _headings(form.sections, 0)


def _headings(headings: Iterable[Heading], level: int) -> Iterator[Row]:
    for number, heading in enumerate(headings, start=1):
        labels = (f"{roman(number)}.", f"{number}.", f"{point_letter(number)})")
        label = labels[level] if level < len(labels) else "-"
        yield {"heading": heading.id, "Mục của báo cáo": f"{label} {heading.title}"}
        yield from _headings(heading.headings, level + 1)


def _last_year(_: Plan, form: ReportForm) -> Iterator[Row]:
    known = {identifier: (title, unit) for identifier, title, unit in _titles(form)}
    for identifier in form.compared:
        title, unit = known.get(identifier, ("", ""))
        yield {"id": identifier, "Tên số liệu": title, "Đơn vị tính": unit}


def _titles(form: ReportForm) -> Iterator[tuple[str, str, str]]:
    """Yield id, title and unit of every figure a report knows."""
    yield from ((identifier, one.title, one.unit) for identifier, one in BUILT_IN.items())
    yield from ((one.id, one.title, one.unit) for one in form.indicators)
    yield from ((one.id, one.title, one.unit) for one in form.sums)
    yield from ((one.id, one.title, "%") for one in form.rates)


_PREPARED: Final[Mapping[str, Callable[[Plan, ReportForm], Iterator[Row]]]] = {
    TASKS.sheet: _tasks,
    TARGETS.sheet: _targets,
    DOSSIERS.sheet: _dossiers,
    FIGURES.sheet: _figures,
    TEXTS.sheet: _texts,
    LAST_YEAR.sheet: _last_year,
}
